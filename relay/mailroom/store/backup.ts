import { CandorError } from '../../../shared/errors.ts';
import { numberIn, placeholders, type Sql, type SqlDatabase, type SqlRow, type SqlValue } from './sql.ts';

/*
 * The whole store as rows, the same for both engines, so that a backup of one can be restored into the other.
 * Intake secrets are in it as they lie in the database, under the wrapping key, which is kept elsewhere.
 */

/** In the order in which they are read: a share without its week does no harm, a week without its shares does. */
export const BACKUP_TABLES = [
  'files',
  'intake_keys',
  'desk_weeks',
  'desk_shares',
  'queue',
  'events',
  'reply_slots',
  'reply_tags',
  'reply_packs',
  'counters',
] as const;
/**
 * Tables that only hold for a moment, or that fill themselves again: what inboxes last told of their desks, and for
 * which day a line went out.
 */
export const LEFT_OUT = ['keyring_offers', 'nonces', 'leases', 'standings', 'line_periods'] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** By what each table's rows are put into one order, for reading them page by page. */
const ORDER: Readonly<Record<BackupTable, string>> = {
  files: 'name',
  intake_keys: 'kid',
  desk_weeks: 'kid',
  desk_shares: 'desk_kid, member_kid',
  queue: 'desk, round, id',
  events: 'desk, number',
  reply_slots: 'tag',
  reply_tags: 'tag',
  reply_packs: 'hash',
  counters: 'name',
};

/**
 * Inboxes remember how far they have read. What comes after a restore must stand behind what any of them has seen since
 * the backup was made, or they would never ask for it: no mailroom counts so far in the life of a backup, and the
 * cursors' 32 bits have room for four thousand restores.
 */
export const BEYOND_ANY_CURSOR = 1_000_000;
const CURSOR_COUNTERS: readonly SqlValue[] = ['round', 'event'];

const PAGE = 250;

export interface BackupRow {
  readonly table: BackupTable;
  readonly row: SqlRow;
}

export interface BackupStore {
  /** Hands over every row, as the store was at one moment; whoever writes waits until the last one is taken. */
  backUp(take: (row: BackupRow) => void): Promise<void>;
  /**
   * Fills an empty store. All or nothing. Throws `bad-settings` where there is anything already, also a key that a
   * mailroom made which was started too soon: somebody may have sealed to it.
   */
  restore(rows: AsyncIterable<BackupRow>): Promise<void>;
}

export function backupOn(db: SqlDatabase): BackupStore {
  return {
    backUp: (take) =>
      db.transaction(async (sql) => {
        // Everything that writes takes a counter first, so this holds it up until we are through.
        await sql.rows('UPDATE counters SET value = value');
        for (const table of BACKUP_TABLES) {
          for (let from = 0; ; from += PAGE) {
            const rows = await sql.rows(
              `SELECT * FROM ${table} ORDER BY ${ORDER[table]} LIMIT $1 OFFSET $2`,
              PAGE,
              from,
            );
            for (const row of rows) take({ table, row });
            if (rows.length < PAGE) break;
          }
        }
      }),

    restore: (rows) =>
      db.transaction(async (sql) => {
        await refuseFull(sql);
        let page: BackupRow[] = [];
        for await (const row of rows) {
          if (page.length >= PAGE || (page[0] !== undefined && page[0].table !== row.table)) {
            await insert(sql, page);
            page = [];
          }
          page.push(row);
        }
        await insert(sql, page);
        for (const name of CURSOR_COUNTERS)
          await sql.rows('UPDATE counters SET value = value + $1 WHERE name = $2', BEYOND_ANY_CURSOR, name);
      }),
  };
}

async function refuseFull(sql: Sql): Promise<void> {
  for (const table of BACKUP_TABLES) {
    if (table === 'counters') continue;
    const [row] = await sql.rows(`SELECT count(*) AS count FROM ${table}`);
    if (row !== undefined && numberIn(row, 'count') > 0) {
      throw new CandorError('bad-settings', 'the mailroom’s store is not empty: restore into a new one');
    }
  }
}

async function insert(sql: Sql, page: readonly BackupRow[]): Promise<void> {
  const [first] = page;
  if (first === undefined) return;
  const columns = Object.keys(first.row);
  if (!columns.every((column) => /^[a-z_]+$/.test(column))) throw new CandorError('bad-settings');
  await sql.rows(
    `INSERT INTO ${first.table} (${columns.join(', ')}) VALUES ${placeholders(page.length, columns.length)}
     ${first.table === 'counters' ? 'ON CONFLICT (name) DO UPDATE SET value = excluded.value' : ''}`,
    ...page.flatMap(({ row }) => columns.map((column) => row[column] ?? null)),
  );
}
