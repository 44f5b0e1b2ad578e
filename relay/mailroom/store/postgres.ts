import { CandorError } from '../../../shared/errors.ts';
import { openPostgres, type PostgresClient } from '../../postgres.ts';
import { schema } from './schema.ts';
import type { Sql, SqlDatabase, SqlRow, SqlValue } from './sql.ts';
import { type MailroomStore, mailroomStoreOn, type StoreOptions } from './store.ts';

const DIALECT = { bytes: 'BYTEA', number: 'BIGINT', table: '' };
/** The mailroom's own, so that it may share a server with a drop and never a table. */
const SCHEMA = 'candor_mailroom';
/** Makes copies that start together build the tables one after the other. Any number does. */
const BUILD_LOCK = 7_041_981;
const CLOSING_SECONDS = 5;

/**
 * Opens or makes the mailroom's store in a PostgreSQL database. Several copies of the mailroom may share it. Rejects
 * with `bad-settings` when the database cannot be reached or used.
 */
export async function openPostgresMailroomStore(url: string, options: StoreOptions): Promise<MailroomStore> {
  const client = openPostgres(url, SCHEMA);
  try {
    await makeTables(client);
  } catch {
    await client.end({ timeout: CLOSING_SECONDS });
    // Not the client's own words: they may quote the address and the user.
    throw new CandorError('bad-settings', 'the mailroom’s PostgreSQL cannot be reached or used');
  }
  return mailroomStoreOn(databaseOf(client), options);
}

async function makeTables(client: PostgresClient): Promise<void> {
  await client.begin(async (sql) => {
    await sql.unsafe('SELECT pg_advisory_xact_lock($1)', [BUILD_LOCK]);
    await sql.unsafe(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    for (const statement of schema(DIALECT)) await sql.unsafe(statement);
    // Values stored out of line get ascending numbers, which would tell the order of arrival for ever.
    await sql.unsafe('ALTER TABLE queue ALTER envelope SET STORAGE PLAIN, ALTER id SET STORAGE PLAIN');
  });
}

type Runner = Pick<PostgresClient, 'unsafe'>;

function databaseOf(client: PostgresClient): SqlDatabase {
  const on = (runner: Runner): Sql['rows'] => {
    return async (text, ...values) => (await runner.unsafe(text, values, { prepare: true })).map(plainRow);
  };
  return {
    rows: on(client),
    transaction: async (work) =>
      (await client.begin(async (sql) => ({ done: await work({ rows: on(sql) }) }))).done,
    // Both write a table's file anew, without dead rows; CLUSTER in the order of hashes too.
    scrub: async () => {
      await client.unsafe('CLUSTER queue USING queue_id');
      for (const table of ['reply_slots', 'reply_tags'])
        await client.unsafe(`CLUSTER ${table} USING ${table}_pkey`);
      for (const table of ['intake_keys', 'desk_shares', 'desk_weeks'])
        await client.unsafe(`VACUUM FULL ${table}`);
    },
    close: () => client.end({ timeout: CLOSING_SECONDS }),
  };
}

/** The client gives bytes as `Buffer`s on a shared pool; the product knows plain bytes only. */
function plainRow(row: Record<string, SqlValue>): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? new Uint8Array(value) : value,
    ]),
  );
}
