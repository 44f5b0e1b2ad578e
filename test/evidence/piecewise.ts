import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A long measurement in as many runs as it takes: with EVIDENCE_FOLDER every row is kept there as soon as it is made,
 * and the next run goes on behind it; with EVIDENCE_SECONDS a run begins nothing new after so many seconds. Without
 * them everything is made in one run. To begin anew, as after a change of the extension, delete the folder.
 */

const folder = process.env.EVIDENCE_FOLDER;
const budgetSeconds = Number(process.env.EVIDENCE_SECONDS ?? Number.POSITIVE_INFINITY);

/** Whether the time of this run is over. */
export function isTimeUp(startedMs: number): boolean {
  return Date.now() - startedMs > budgetSeconds * 1000;
}

/** Rows by `make`, which gives some at a time and is told how many there are, until `isEnough`, or the time is up. */
export async function collected<Row>(
  name: string,
  isEnough: (rows: readonly Row[]) => boolean,
  make: (rows: readonly Row[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const started = Date.now();
  const file = folder === undefined ? null : join(folder, `${name}.jsonl`);
  const rows: Row[] = file === null || !existsSync(file) ? [] : kept(file);
  while (!isEnough(rows) && !isTimeUp(started)) {
    const more = await make(rows);
    rows.push(...more);
    if (file === null || folder === undefined) continue;
    mkdirSync(folder, { recursive: true });
    appendFileSync(file, more.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  return rows;
}

function kept<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
