import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { compareBytes } from '../../shared/bytes.ts';
import { kidNumber } from '../../shared/kid.ts';
import type { Drop } from './drop.ts';
import type { Engine, Exclusion } from './engine.ts';
import { type DropOptions, dropOn } from './engine-drop.ts';
import {
  bytesIn,
  type Inserts,
  numberIn,
  type Recipe,
  type Row,
  type SqlValue,
  type Statement,
} from './recipe.ts';
import { schema } from './schema.ts';

const BUSY_MILLISECONDS = 10_000;

/**
 * A drop in one SQLite file (and its -wal and -shm beside it), made when it is not there, readable by its owner only.
 * Several copies on one machine may open the same file. Rejects with `bad-settings` for another wrapping key.
 */
export async function openSqliteDrop(path: string, options: DropOptions): Promise<Drop> {
  closeSync(openSync(path, 'a', 0o600));
  return dropOn(sqliteEngine(path), options);
}

function sqliteEngine(path: string): Engine {
  const db = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
  // FULL: a commit is on the disk before it is answered. A cell fills one page and a part of another, so the cache and
  // the log are given room. What is deleted is overwritten with zeros.
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000;`);
  for (const statement of schema({ bytes: 'BLOB', number: 'INTEGER', table: ' WITHOUT ROWID' }))
    db.exec(statement);

  const prepared = new Map<string, StatementSync>();
  const rowsOf = (text: string, values: readonly SqlValue[]): readonly Row[] => {
    const statement = prepared.get(text) ?? db.prepare(text.replaceAll('$', '?'));
    prepared.set(text, statement);
    return statement.all(...values);
  };
  const perform = (step: Statement | Inserts): readonly Row[] => {
    if ('text' in step) return rowsOf(step.text, step.values);
    const places = step.rows[0]?.map((_, at) => `$${at + 1}`).join(', ');
    return step.rows.flatMap((values) => rowsOf(`${step.head} VALUES (${places}) ${step.tail}`, values));
  };
  const transaction = <T>(begin: string, work: () => T): T => {
    db.exec(begin);
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    lanes: 1,

    async run<T>(exclusion: Exclusion, recipe: () => Recipe<T>) {
      // One writer at a time is what SQLite gives anyway.
      return transaction(exclusion === 'look' ? 'BEGIN' : 'BEGIN IMMEDIATE', () => {
        const steps = recipe();
        let step = steps.next();
        while (!step.done) step = steps.next(perform(step.value));
        return step.value;
      });
    },

    async arrive({ open, earlier }, arrivals, nowSeconds) {
      return transaction('BEGIN IMMEDIATE', () => {
        const [window] = rowsOf('SELECT id FROM windows WHERE closing = 0', []);
        if (window === undefined || numberIn(window, 'id') !== open) return { turned: true, kids: [] };
        const kids = rowsOf(TAKEN_KIDS, [nowSeconds]).map((row) => bytesIn(row, 'kid'));
        const taken = new Set(kids.map(kidNumber));
        for (const { id, earlierId, kid, mark, cell } of arrivals.toSorted((a, b) =>
          compareBytes(a.id, b.id),
        )) {
          if (!taken.has(kidNumber(kid))) continue;
          const stored = rowsOf(STORE, [open, id, cell, kid, mark, earlier, earlierId]);
          if (stored.length === 0)
            rowsOf('INSERT OR REPLACE INTO echoes (id, cell) VALUES ($1, $2)', [id, cell]);
        }
        return { turned: false, kids };
      });
    },

    async scrub() {
      // The log still holds pages as they were: write it back and cut it to nothing.
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },

    async close() {
      db.close();
    },
  };
}

const TAKEN_KIDS = 'SELECT kid FROM intake_keys WHERE ended >= 0 AND ends > $1';

const STORE = `
  INSERT INTO arrivals (window_id, id, cell) SELECT $1, $2, $3
  WHERE NOT EXISTS (SELECT 1 FROM accepted WHERE kid = $4 AND mark = $5)
    AND NOT EXISTS (SELECT 1 FROM arrivals WHERE window_id = $6 AND id = $7)
  ON CONFLICT DO NOTHING RETURNING 1`;
