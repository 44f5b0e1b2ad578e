import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Inserts, Recipe, Row, SqlValue, Statement } from './recipe.ts';

/** How long one writer waits for another process that writes. */
const BUSY_MILLISECONDS = 10_000;

/** One connection to the drop's file. */
export interface SqliteFile {
  rows(text: string, values: readonly SqlValue[]): readonly Row[];
  /** Runs a statement and gives the number of rows that it changed. */
  change(text: string, values: readonly SqlValue[]): number;
  exec(text: string): void;
  /** Does what a recipe says, all at once. */
  follow<T>(recipe: Recipe<T>): T;
  /** Runs `work` between `begin` and COMMIT, and undoes it when it throws. */
  transaction<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => T): T;
  close(): void;
}

export function openSqliteFile(path: string): SqliteFile {
  const db = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
  // FULL: a commit is on the disk before it is answered. What is deleted is overwritten with zeros.
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000;`);
  const prepared = new Map<string, StatementSync>();
  const ready = (text: string): StatementSync => {
    const statement = prepared.get(text) ?? db.prepare(text.replaceAll('$', '?'));
    prepared.set(text, statement);
    return statement;
  };
  const rows = (text: string, values: readonly SqlValue[]): readonly Row[] => ready(text).all(...values);
  const perform = (step: Statement | Inserts): readonly Row[] => {
    if ('text' in step) return rows(step.text, step.values);
    const places = step.rows[0]?.map((_, at) => `$${at + 1}`).join(', ');
    return step.rows.flatMap((values) => rows(`${step.head} VALUES (${places}) ${step.tail}`, values));
  };
  return {
    rows,
    change: (text, values) => Number(ready(text).run(...values).changes),
    exec: (text) => db.exec(text),
    follow(recipe) {
      let step = recipe.next();
      while (!step.done) step = recipe.next(perform(step.value));
      return step.value;
    },
    transaction(begin, work) {
      db.exec(begin);
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
