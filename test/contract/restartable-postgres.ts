import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePostgres } from '../../relay/demo/machine/postgres.ts';
import { type PostgresCluster, startPostgresCluster } from '../../relay/demo/machine/postgres-cluster.ts';

/** A PostgreSQL that comes back at the same address. */
export interface RestartablePostgres {
  /** Where its files are. */
  readonly folder: () => string;
  /** Runs SQL in the nth database, and gives rows of tab-separated text. */
  query(sql: string, database: number): Promise<string>;
  /** The URL of a new, empty database; the first is number 1. */
  freshDatabase(): Promise<string>;
  /** `immediate` is a crash. */
  down(mode: 'fast' | 'immediate'): Promise<void>;
  up(): Promise<void>;
  end(): Promise<void>;
}

export async function restartablePostgres(folder: string): Promise<RestartablePostgres> {
  const binDir = await ensurePostgres(() => {});
  const data = join(folder, 'postgres');
  const sockets = join(folder, 'sockets');
  let cluster: PostgresCluster | null = null;
  let dir = data;
  let databases = 0;
  const up = async () => {
    const started = await startPostgresCluster(data, { binDir });
    cluster = started;
    dir = started.dir;
    // Its socket has another folder at every start; this name stays.
    symlinkSync(started.connectionOptions.host, `${sockets}.new`);
    renameSync(`${sockets}.new`, sockets);
  };
  await up();
  return {
    up,
    folder: () => dir,
    async query(sql, database) {
      if (cluster === null) throw new TypeError('the database is down');
      return cluster.query(sql, `site_${database}`);
    },
    async freshDatabase() {
      const name = `site_${++databases}`;
      await cluster?.query(`CREATE DATABASE ${name}`, 'postgres');
      return `postgresql://candor@/${name}?host=${encodeURIComponent(sockets)}`;
    },
    async down(mode) {
      await cluster?.stop(mode);
      cluster = null;
    },
    async end() {
      await cluster?.stop('immediate');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
