import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgresCluster } from '../../relay/demo/machine/postgres-cluster.ts';

/** A real PostgreSQL for the time of a test file: its own cluster, reached through a socket only. */
export interface PostgresFixture {
  /** An empty database, as the URL that the settings take. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, which the test command has installed. Rejects with `not-found` when it is missing. */
export async function startPostgres(): Promise<PostgresFixture> {
  const dir = mkdtempSync(join(tmpdir(), 'candor-test-pg-'));
  // What is thrown away afterwards need not survive a power cut.
  const cluster = await startPostgresCluster(dir, { settings: { fsync: 'off' } });
  return {
    async freshDatabase() {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await cluster.query(`CREATE DATABASE ${name}`, 'postgres');
      return cluster.url.replace('/candor?', `/${name}?`);
    },
    async stop() {
      await cluster.stop('immediate');
      rmSync(cluster.dir, { recursive: true, force: true });
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
