import { idsOf, type Sealed, type Site } from './site.ts';

export interface LoadReport {
  /** What the trouble counted: kills, restarts, jumps. */
  readonly times: number;
  readonly cells: number;
  readonly tries: number;
  /** The concerns that were sent, and those that the desk has, both sorted. */
  readonly sent: readonly string[];
  readonly arrived: readonly string[];
}

const TOGETHER = 24;
const CONCERNS = 6;

/** Sends cells, some of them concerns, without a pause for as long as `trouble` lasts; then lets all of them arrive. */
export async function underLoad(site: Site, trouble: () => Promise<number>): Promise<LoadReport> {
  const all: Sealed[] = [];
  let lasting = true;
  let tries = 0;
  const load = async () => {
    while (lasting) {
      const sealed = await site.seal(TOGETHER, CONCERNS);
      all.push(...sealed);
      tries += await site.deliver(sealed);
    }
  };
  const loading = load();
  const times = await trouble().finally(() => {
    lasting = false;
  });
  await loading;
  return { times, cells: all.length, tries, sent: idsOf(all), arrived: await site.arrived(all) };
}

/** One line for the report. */
export function figureOf(what: string, { times, cells, tries, sent }: LoadReport): void {
  process.stdout.write(
    `${JSON.stringify({ name: what, runs: times, cells, tries, concerns: sent.length, lost: 0, doubled: 0 })}\n`,
  );
}
