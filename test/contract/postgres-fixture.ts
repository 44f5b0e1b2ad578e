import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePostgres } from '../../relay/demo/machine/postgres.ts';
import { type PostgresCluster, startPostgresCluster } from '../../relay/demo/machine/postgres-cluster.ts';

/** A real PostgreSQL for tests: a cluster of its own, behind a socket, gone afterwards. */
export interface TestPostgres {
  readonly cluster: PostgresCluster;
  /** The URL of a new, empty database. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Installs PostgreSQL when it is missing. Durable as in production unless `settings` say otherwise. */
export async function startTestPostgres(settings: Record<string, string> = {}): Promise<TestPostgres> {
  const binDir = await ensurePostgres(() => {});
  const folder = mkdtempSync(join(tmpdir(), 'candor-test-pg-'));
  const cluster = await startPostgresCluster(folder, { binDir, settings });
  let databases = 0;
  return {
    cluster,
    async freshDatabase() {
      const name = `test_${++databases}`;
      await cluster.query(`CREATE DATABASE ${name}`, 'postgres');
      return cluster.url.replace('/candor?', `/${name}?`);
    },
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(cluster.dir, { recursive: true, force: true });
    },
  };
}
