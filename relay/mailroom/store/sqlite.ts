import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { CandorError } from '../../../shared/errors.ts';
import { schema } from './schema.ts';
import type { Sql, SqlDatabase, SqlRow, SqlValue } from './sql.ts';
import { type MailroomStore, mailroomStoreOn, type StoreOptions } from './store.ts';

const DIALECT = { bytes: 'BLOB', number: 'INTEGER', table: ' STRICT, WITHOUT ROWID' };
/** How long to wait for another process that is writing. */
const BUSY_MILLISECONDS = 10_000;

/**
 * Opens or makes the mailroom's store in one SQLite file, readable by its owner only. Several copies on one machine may
 * open the same file. Rejects with `bad-settings` when it cannot be opened or is something else.
 */
export async function openSqliteMailroomStore(path: string, options: StoreOptions): Promise<MailroomStore> {
  let db: DatabaseSync;
  try {
    db = openFile(path);
  } catch {
    throw new CandorError('bad-settings', `${path} cannot be opened as the mailroom’s store`);
  }
  return mailroomStoreOn(databaseOf(db, path), options);
}

function openFile(path: string): DatabaseSync {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  // SQLite gives the files beside it (-wal, -shm) the same permissions.
  closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
  // FULL, since "stored" must survive a power cut also in WAL mode.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  db.exec(`BEGIN IMMEDIATE; ${schema(DIALECT).join(';')}; COMMIT`);
  return db;
}

function databaseOf(db: DatabaseSync, path: string): SqlDatabase {
  const statements = new Map<string, StatementSync>();
  const run: Sql['rows'] = async (text, ...values) => {
    const statement = statements.get(text) ?? db.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
    statements.set(text, statement);
    return rowsOf(statement, values);
  };
  const alone = takingTurns(resolve(path));
  return {
    rows: (text, ...values) => alone(() => run(text, ...values)),
    transaction: (work) =>
      alone(async () => {
        db.exec('BEGIN IMMEDIATE');
        try {
          const result = await work({ rows: run });
          db.exec('COMMIT');
          return result;
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
    // secure_delete has overwritten deleted rows; VACUUM lays the pages in the order of keys instead of that of
    // arrival, and older pages are still in the WAL until it is emptied.
    scrub: () => alone(async () => db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => alone(async () => db.close()),
  };
}

function rowsOf(statement: StatementSync, values: readonly SqlValue[]): SqlRow[] {
  // The tables hold neither large numbers nor reals, so rows are of these types only.
  return statement.all(...values) as SqlRow[];
}

/** The last work under way on each file: what uses one file in one process takes turns, or would wait for itself. */
const underWay = new Map<string, Promise<unknown>>();

function takingTurns(file: string): <T>(work: () => Promise<T>) => Promise<T> {
  return (work) => {
    const mine = (underWay.get(file) ?? Promise.resolve()).then(work);
    underWay.set(
      file,
      mine.catch(() => {}),
    );
    return mine;
  };
}
