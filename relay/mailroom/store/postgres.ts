import { CandorError } from '../../../shared/errors.ts';
import { openPostgres, type PostgresClient, type RunStatement } from '../../postgres.ts';
import { schema } from './schema.ts';
import type { Sql, SqlDatabase, SqlRow } from './sql.ts';
import { type MailroomStore, mailroomStoreOn, type StoreOptions } from './store.ts';

const DIALECT = { bytes: 'BYTEA', number: 'BIGINT', table: '' };
/** The mailroom's own, so that it may share a server with a drop and never a table. */
const SCHEMA = 'candor_mailroom';
/** Makes copies that start together build the tables one after the other. Any number does. */
const BUILD_LOCK = 7_041_981;

/**
 * Opens or makes the mailroom's store in a PostgreSQL database. Several copies of the mailroom may share it. Rejects
 * with `bad-settings` when the database cannot be reached or used.
 */
export async function openPostgresMailroomStore(url: string, options: StoreOptions): Promise<MailroomStore> {
  const client = openPostgres(url, SCHEMA);
  try {
    await makeTables(client);
  } catch {
    await client.end();
    // Not the client's own words: they may quote the address and the user.
    throw new CandorError('bad-settings', 'the mailroom’s PostgreSQL cannot be reached or used');
  }
  return mailroomStoreOn(databaseOf(client), options);
}

async function makeTables(client: PostgresClient): Promise<void> {
  await client.transaction('', async (run) => {
    await run('SELECT pg_advisory_xact_lock($1)', [BUILD_LOCK]);
    await run(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    for (const statement of schema(DIALECT)) await run(statement);
    // Values stored out of line get ascending numbers, which would tell the order of arrival for ever.
    await run('ALTER TABLE queue ALTER envelope SET STORAGE PLAIN, ALTER id SET STORAGE PLAIN');
  });
}

function databaseOf(client: PostgresClient): SqlDatabase {
  const on = (run: RunStatement): Sql['rows'] => {
    return async (text, ...values) => (await run(text, values)) as SqlRow[];
  };
  return {
    rows: on(client.run),
    transaction: (work) => client.transaction('', (run) => work({ rows: on(run) })),
    // Both write a table's file anew, without dead rows; CLUSTER in the order of hashes too.
    scrub: async () => {
      await client.run('CLUSTER queue USING queue_id');
      for (const table of ['reply_slots', 'reply_tags'])
        await client.run(`CLUSTER ${table} USING ${table}_pkey`);
      for (const table of ['intake_keys', 'desk_shares', 'desk_weeks'])
        await client.run(`VACUUM FULL ${table}`);
    },
    close: () => client.end(),
  };
}
