import { expect } from 'vitest';
import { idsOf, type Sealed, type Site } from './site.ts';

export interface LoadReport {
  /** What the trouble counted: kills, restarts, jumps. */
  readonly times: number;
  readonly cells: number;
  readonly tries: number;
  /** The concerns that were sent, and those that the desk has, both sorted. */
  readonly sent: readonly string[];
  readonly arrived: readonly string[];
  /** Cells of all windows that the relays said they closed: none counted twice, and none missing but for lines cut off. */
  readonly windowed: number;
}

const TOGETHER = 24;
const CONCERNS = 6;

/** Sends cells, some of them concerns, without a pause for as long as `trouble` lasts; then lets all of them arrive. */
export async function underLoad(site: Site, trouble: () => Promise<number>): Promise<LoadReport> {
  const all: Sealed[] = [];
  let lasting = true;
  let tries = 0;
  const before = windowedCells(site);
  const send = async () => {
    const sealed = await site.seal(TOGETHER, CONCERNS);
    all.push(...sealed);
    tries += await site.deliver(sealed);
  };
  // Everything is known to work before anything is done to it.
  await send();
  const load = async () => {
    while (lasting) await send();
  };
  const loading = load();
  // Told below, once the trouble is over.
  loading.catch(() => {});
  const times = await trouble().finally(() => {
    lasting = false;
  });
  await loading;
  const arrived = await site.arrived(all);
  const windowed = windowedCells(site) - before;
  return { times, cells: all.length, tries, sent: idsOf(all), arrived, windowed };
}

function windowedCells({ relays }: Site): number {
  const lines = relays.flatMap((relay) => [...relay.said().matchAll(/"window\.closed","cells":(\d+)/g)]);
  return lines.reduce((sum, [, cells]) => sum + Number(cells), 0);
}

/** Nothing lost, nothing doubled; one line for the report. */
export function expectWhole(what: string, report: LoadReport): void {
  expect(report.arrived).toEqual(report.sent);
  expect(report.windowed).toBeLessThanOrEqual(report.cells);
  expect(report.sent.length).toBeGreaterThan(0);
  const { times, cells, tries, sent } = report;
  const figure = { name: what, runs: times, cells, tries, concerns: sent.length, lost: 0, doubled: 0 };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
