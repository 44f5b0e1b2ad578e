import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const LAUNCHER = join(new URL('../..', import.meta.url).pathname, 'relay/admin/candor.mjs');
const READY_MS = 60_000;

/** One `candor serve` process that can be killed and started again. */
export interface Running {
  readonly url: string;
  /** Everything it has said, over all its lives. */
  said(): string;
  /** `shellPrefix` is put before the command, such as a limit for it. */
  start(shellPrefix?: string): Promise<void>;
  isRunning(): boolean;
  /** Of the process; 0 where there is none. */
  pid(): number;
  /** As a power cut ends it: nothing is finished first. */
  kill(): Promise<void>;
  /** As an admin ends it. Resolves with the exit status. */
  stop(): Promise<number | null>;
}

export function candorServe(
  role: 'mailroom' | 'relay',
  settingsFile: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Running {
  let child: ChildProcess | null = null;
  let said = '';
  const ended = (signal: NodeJS.Signals) =>
    new Promise<number | null>((resolve) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve(null);
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said,
    pid: () => child?.pid ?? 0,
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
    start(shellPrefix = '') {
      const from = said.length;
      const own = { [`CANDOR_${role.toUpperCase()}_PORT`]: String(port) };
      const command = [process.execPath, LAUNCHER, 'serve', role, '--settings', settingsFile];
      const process_ = spawn('/bin/sh', ['-c', `${shellPrefix} exec "$0" "$@"`, ...command], {
        env: { ...process.env, ...env, ...own },
      });
      child = process_;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`not ready: ${said.slice(from)}`)), READY_MS);
        const hear = (data: Buffer) => {
          said += data;
          if (!said.slice(from).includes('Listening on')) return;
          clearTimeout(timer);
          resolve();
        };
        process_.stdout.on('data', hear);
        process_.stderr.on('data', hear);
        process_.once('exit', () => {
          clearTimeout(timer);
          reject(new Error(`ended: ${said.slice(from)}`));
        });
      });
    },
    async kill() {
      await ended('SIGKILL');
    },
    stop: () => ended('SIGTERM'),
  };
}

/** A port of this computer that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
