/** A PostgreSQL of our own in a folder: reached through a socket only, run by a user without rights. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CandorError } from '../../../shared/errors.ts';
import { type CommandResult, runCommand } from './command.ts';
import { findPostgres } from './postgres.ts';
import { folderFor, ownedFolder, type ServerUser, serverUser } from './postgres-user.ts';
import { type ConnectionOptions, psql } from './psql.ts';

export interface PostgresCluster {
  readonly connectionOptions: ConnectionOptions;
  /** The same as one URL: `postgresql://candor@/candor?host=…`. */
  readonly url: string;
  /** Of the server's first process, for tests that kill it. */
  readonly pid: number;
  /** Where the files really are; see `startPostgresCluster`. */
  readonly dir: string;
  readonly binDir: string;
  /** Runs SQL through `psql` and gives back rows of tab-separated text. */
  query(sql: string, database?: string): Promise<string>;
  /** `fast` finishes cleanly; `immediate` is a crash that the next start recovers from. Idempotent. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface ClusterOptions {
  readonly binDir?: string;
  /** Server settings, such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

const START_SECONDS = 60;
const STOP_SECONDS = 60;
const NAME = 'candor';
// Any number does: it only names the socket's file. The folder is ours alone.
const PORT = 5432;
// What fails would otherwise be written to the log, statement and values and all.
const SILENT_ABOUT_DATA = {
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

/**
 * Starts the cluster in `dir`, making it at the first time; a later start finds the same data. Needs no rights:
 * when we are root, which PostgreSQL refuses, it runs as `postgres` or `nobody`. When that user cannot reach `dir`
 * (a checkout under /root), the data lie in the system's folder for lasting temporary files and `dir` of the
 * answer says where. Throws `CandorError('not-found')` without PostgreSQL, `'unreachable'` when it does not start.
 */
export async function startPostgresCluster(
  dir: string,
  options: ClusterOptions = {},
): Promise<PostgresCluster> {
  const binDir = options.binDir ?? findPostgres();
  if (binDir === null) throw new CandorError('not-found', 'PostgreSQL was not found.');
  const user = await serverUser();
  const home = await folderFor(resolve(dir), user);
  const data = join(home, 'data');
  const log = join(home, 'server.log');
  const as = user === null ? {} : { as: user };
  const program = (name: string, args: string[], seconds: number) =>
    runCommand(join(binDir, name), args, { seconds, ...as });

  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    const made = await program(
      'initdb',
      ['-D', data, '-U', NAME, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-k'],
      120,
    );
    if (made.status !== 0) throw failed('initdb', made);
  }
  // Left behind when our own process was killed: two servers on one folder would refuse to start.
  if (existsSync(join(data, 'postmaster.pid'))) {
    await program('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w'], STOP_SECONDS);
  }

  const sockets = ownedFolder(mkdtempSync(join(tmpdir(), 'candor-pg-')), user);
  const settings = {
    ...SILENT_ABOUT_DATA,
    listen_addresses: '',
    unix_socket_directories: sockets,
    port: String(PORT),
    ...options.settings,
  };
  const server = startServer(binDir, data, log, settings, user);
  const connectionOptions = { host: sockets, port: PORT, user: NAME, database: NAME };

  const query = async (sql: string, database: string = NAME) => {
    const result = await psql(binDir, { ...connectionOptions, database }, sql);
    if (result.status !== 0) throw failed('psql', result);
    return result.output.trimEnd();
  };
  // When our process ends without stopping it (a failing test), the server should not stay behind.
  const last = () => {
    server.kill('SIGINT');
    rmSync(sockets, { recursive: true, force: true });
  };
  process.once('exit', last);
  const stop = async (mode: 'fast' | 'immediate' = 'fast') => {
    process.off('exit', last);
    await ended(server, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    rmSync(sockets, { recursive: true, force: true });
  };

  try {
    await answering(
      server,
      () => psql(binDir, { ...connectionOptions, database: 'postgres' }, 'SELECT 1'),
      log,
    );
    if ((await query(`SELECT 1 FROM pg_database WHERE datname = '${NAME}'`, 'postgres')) !== '1') {
      await query(`CREATE DATABASE ${NAME}`, 'postgres');
    }
  } catch (error) {
    await stop('immediate');
    throw error;
  }
  const url = `postgresql://${NAME}@/${NAME}?host=${encodeURIComponent(sockets)}&port=${PORT}`;
  return { connectionOptions, url, pid: server.pid ?? 0, dir: home, binDir, query, stop };
}

function startServer(
  binDir: string,
  data: string,
  log: string,
  settings: Record<string, string>,
  user: ServerUser | null,
): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binDir, 'postgres'), ['-D', data, ...flags], {
    stdio: ['ignore', output, output],
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  closeSync(output);
  server.on('error', () => {});
  return server;
}

async function answering(
  server: ChildProcess,
  ask: () => Promise<CommandResult>,
  log: string,
): Promise<void> {
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until; await pause(100)) {
    if (hasEnded(server)) break;
    if ((await ask()).status === 0) return;
  }
  const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : '';
  throw new CandorError('unreachable', `PostgreSQL did not start.\n${said}`);
}

async function ended(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (hasEnded(server)) return;
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill(signal);
  const limit = setTimeout(() => server.kill('SIGKILL'), STOP_SECONDS * 1000);
  await gone;
  clearTimeout(limit);
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

function failed(program: string, { output, errors }: CommandResult): CandorError {
  return new CandorError(
    'unreachable',
    `${program}: ${(errors.trim() || output.trim()).split('\n').slice(-3).join(' ')}`,
  );
}
