import { parentPort, workerData } from 'node:worker_threads';
import { type Bytes, slice } from '../../shared/bytes.ts';
import { kidNumber } from '../../shared/kid.ts';
import { INTAKE } from '../../shared/sizes.ts';
import { hideCells } from './hidden-cell.ts';
import { bytesIn } from './recipe.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { readWindows } from './windows.ts';
import { type Unwrapping, unwrappingUnder } from './wrapping.ts';

/*
 * The thread that writes arriving cells to SQLite, with a connection of its own: the thread that answers requests goes
 * on opening cells while this one waits for the disk.
 */

export interface WriterData {
  readonly path: string;
  readonly wrapKey: Bytes;
}

export interface WriteOrder {
  /** INTAKEs, one after the other. */
  readonly intakes: Bytes;
  readonly nowSeconds: number;
}

/** The kids whose cells were taken; `null` when nothing could be written. */
export type WriteResult = readonly Bytes[] | null;

function write(file: SqliteFile, wrapping: Unwrapping, { intakes, nowSeconds }: WriteOrder): Bytes[] {
  return file.transaction('BEGIN IMMEDIATE', () => {
    const windows = file.follow(readWindows(wrapping));
    const kids = file
      .rows('SELECT kid FROM intake_keys WHERE ended >= 0 AND ends > $1', [nowSeconds])
      .map((row) => bytesIn(row, 'kid'));
    const taken = new Set(kids.map(kidNumber));
    for (const { id, earlierId, kid, mark, cell } of hideCells(cut(intakes), windows)) {
      if (!taken.has(kidNumber(kid))) continue;
      const known =
        isAccepted(file, kid, mark) ||
        (windows.closing !== null && isIn(file, windows.closing.id, earlierId));
      const stored = known
        ? 0
        : file.change('INSERT OR IGNORE INTO arrivals (window_id, id, cell) VALUES ($1, $2, $3)', [
            windows.open.id,
            id,
            cell,
          ]);
      if (stored === 0) file.change('INSERT OR REPLACE INTO echoes (id, cell) VALUES ($1, $2)', [id, cell]);
    }
    return kids;
  });
}

function isAccepted(file: SqliteFile, kid: Bytes, mark: Bytes): boolean {
  return file.rows('SELECT 1 FROM accepted WHERE kid = $1 AND mark = $2', [kid, mark]).length > 0;
}

function isIn(file: SqliteFile, window: number, id: Bytes): boolean {
  return file.rows('SELECT 1 FROM arrivals WHERE window_id = $1 AND id = $2', [window, id]).length > 0;
}

function cut(intakes: Bytes): Bytes[] {
  return Array.from({ length: intakes.length / INTAKE }, (_, n) =>
    slice(intakes, n * INTAKE, (n + 1) * INTAKE),
  );
}

const port = parentPort;
if (port !== null) {
  const { path, wrapKey }: WriterData = workerData;
  const file = openSqliteFile(path);
  const wrapping = unwrappingUnder(wrapKey);
  port.on('message', (order: WriteOrder | 'close') => {
    if (order === 'close') {
      file.close();
      port.close();
      return;
    }
    let result: WriteResult = null;
    try {
      result = write(file, wrapping, order);
    } catch {
      // Full, or locked for too long: the cells are not stored, and nobody is told that they are.
    }
    port.postMessage(result);
  });
}
