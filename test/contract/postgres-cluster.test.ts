import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type PostgresCluster, startPostgresCluster } from '../../relay/demo/machine/postgres-cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-cluster-test-'));
const MODULE = new URL('../../relay/demo/machine/postgres-cluster.ts', import.meta.url).href;
let running: PostgresCluster | null = null;

async function start(): Promise<PostgresCluster> {
  running = await startPostgresCluster(folder);
  return running;
}

afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('starts, answers, stops, and finds its data at the next start', async () => {
  const first = await start();
  expect(await first.query('SELECT 1')).toBe('1');
  await first.query('CREATE TABLE kept (word text)');
  await first.query("INSERT INTO kept VALUES ('lamp')");
  await first.stop();
  await first.stop();
  const second = await start();
  expect(await second.query('SELECT word FROM kept')).toBe('lamp');
  await second.stop();
});

test('listens on its socket only, whose folder nobody else may enter, and never as root', async () => {
  const cluster = await start();
  expect(await cluster.query('SHOW listen_addresses')).toBe('');
  const { host } = cluster.connectionOptions;
  expect(readdirSync(host)).toContain('.s.PGSQL.5432');
  expect(statSync(host).mode & 0o077).toBe(0);
  const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${cluster.pid}/status`, 'utf8'))?.[1];
  expect(uid).not.toBe('0');
  await cluster.stop();
  expect(() => readdirSync(host)).toThrow();
});

test('comes back after a crash of the server with what was committed', async () => {
  const cluster = await start();
  await cluster.query("INSERT INTO kept VALUES ('chair')");
  process.kill(cluster.pid, 'SIGKILL');
  await cluster.stop();
  const again = await start();
  expect(await again.query('SELECT count(*) FROM kept')).toBe('2');
  await again.stop('immediate');
  expect(await (await start()).query('SELECT count(*) FROM kept')).toBe('2');
  await running?.stop();
});

test('takes over from a server that was left behind by a killed process', async () => {
  const script = `const { startPostgresCluster } = await import(${JSON.stringify(MODULE)});
    console.log((await startPostgresCluster(${JSON.stringify(folder)})).pid); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const orphan = await new Promise<number>((said) => child.stdout.once('data', (text) => said(Number(text))));
  child.kill('SIGKILL');
  expect(orphan).toBeGreaterThan(1);
  const cluster = await start();
  expect(cluster.pid).not.toBe(orphan);
  expect(await cluster.query('SELECT count(*) FROM kept')).toBe('2');
  await cluster.stop();
});

test('a statement that meets a value already there leaves neither itself nor the value in the log', async () => {
  const cluster = await start();
  await cluster.query('CREATE UNIQUE INDEX once ON kept (word)');
  await expect(cluster.query("INSERT INTO kept VALUES ('lamp')")).rejects.toMatchObject({
    code: 'unreachable',
  });
  await cluster.stop();
  const log = readFileSync(join(cluster.dir, 'server.log'), 'utf8');
  expect(log).toContain('ERROR:  duplicate key value');
  expect(log).not.toContain('INSERT');
  expect(log).not.toContain('lamp');
});
