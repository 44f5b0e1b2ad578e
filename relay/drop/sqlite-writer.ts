import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../shared/bytes.ts';
import { kidNumber } from '../../shared/kid.ts';
import { unpackArrivals } from './arrival-bytes.ts';
import type { Arrived, KnownWindows } from './engine.ts';
import { bytesIn, numberIn } from './recipe.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

/*
 * The thread that writes arriving cells to SQLite, with a connection of its own: the thread that answers requests goes
 * on opening cells while this one waits for the disk.
 */

export interface WriteOrder {
  readonly windows: KnownWindows;
  /** As packArrivals makes it. */
  readonly packed: Bytes;
  readonly nowSeconds: number;
}

/** `null` when nothing could be written. */
export type WriteResult = Arrived | null;

const STORE = `
  INSERT INTO arrivals (window_id, id, cell) SELECT $1, $2, $3
  WHERE NOT EXISTS (SELECT 1 FROM accepted WHERE kid = $4 AND mark = $5)
    AND NOT EXISTS (SELECT 1 FROM arrivals WHERE window_id = $6 AND id = $7)
  ON CONFLICT DO NOTHING RETURNING 1`;

function write(file: SqliteFile, { windows: { open, earlier }, packed, nowSeconds }: WriteOrder): Arrived {
  return file.transaction('BEGIN IMMEDIATE', () => {
    const [window] = file.rows('SELECT id FROM windows WHERE closing = 0', []);
    if (window === undefined || numberIn(window, 'id') !== open) return { turned: true, kids: [] };
    const kids = file
      .rows('SELECT kid FROM intake_keys WHERE ended >= 0 AND ends > $1', [nowSeconds])
      .map((row) => bytesIn(row, 'kid'));
    const taken = new Set(kids.map(kidNumber));
    for (const { id, earlierId, kid, mark, cell } of unpackArrivals(packed)) {
      if (!taken.has(kidNumber(kid))) continue;
      const stored = file.rows(STORE, [open, id, cell, kid, mark, earlier, earlierId]);
      if (stored.length === 0)
        file.rows('INSERT OR REPLACE INTO echoes (id, cell) VALUES ($1, $2)', [id, cell]);
    }
    return { turned: false, kids };
  });
}

const port = parentPort;
if (port !== null) {
  const file = openSqliteFile(String(workerData));
  port.on('message', (order: WriteOrder | 'close') => {
    if (order === 'close') {
      file.close();
      port.close();
      return;
    }
    let result: WriteResult = null;
    try {
      result = write(file, order);
    } catch {
      // Full, or locked for too long: the cells are not stored, and nobody is told that they are.
    }
    port.postMessage(result);
  });
}
