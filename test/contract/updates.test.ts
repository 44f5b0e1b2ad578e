import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './running.ts';

/*
 * The update server as a process, asked over a real socket: also in ways that no browser would ask.
 */

const LAUNCHER = join(new URL('../..', import.meta.url).pathname, 'relay/admin/candor.mjs');
const NAMES = ['candor.crx', 'candor.xpi', 'update.xml', 'updates.json'];

let folder: string;
let port: number;
let server: ChildProcess;
let said = '';

/** A path as it stands: `fetch` would tidy it first. */
function get(path: string, method = 'GET') {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-updates-'));
  const packages = join(folder, 'packages');
  mkdirSync(join(packages, 'build'), { recursive: true });
  for (const name of NAMES) writeFileSync(join(packages, name), `this is ${name}`);
  writeFileSync(join(packages, 'pack.json'), 'secret');
  writeFileSync(join(folder, 'candor.toml'), 'secret');
  port = await freePort();
  server = spawn(process.execPath, [LAUNCHER, 'serve', 'updates', '--dir', packages, '--port', String(port)]);
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data;
      if (said.includes('Listening on')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => reject(new Error(said)));
  });
});
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('candor serve updates', () => {
  it('gives each file with the media type that its browser wants', async () => {
    const types = await Promise.all(NAMES.map((name) => get(`/${name}`)));
    expect(types).toEqual([
      { status: 200, type: 'application/x-chrome-extension', body: 'this is candor.crx' },
      { status: 200, type: 'application/x-xpinstall', body: 'this is candor.xpi' },
      { status: 200, type: 'text/xml; charset=utf-8', body: 'this is update.xml' },
      { status: 200, type: 'application/json; charset=utf-8', body: 'this is updates.json' },
    ]);
    expect(await get('/update.xml', 'HEAD')).toMatchObject({ status: 200, body: '' });
    // Chromium asks with its own facts in the query.
    expect(await get('/update.xml?os=linux&x=id%3Dabc')).toMatchObject({ status: 200 });
  });

  it('serves a new pack without a restart', async () => {
    writeFileSync(join(folder, 'packages/update.xml'), 'a newer one');
    expect(await get('/update.xml')).toMatchObject({ status: 200, body: 'a newer one' });
  });

  it('gives nothing else: no listing, no other file, no way up, no other method', async () => {
    for (const path of [
      '/',
      '/build',
      '/build/',
      '/pack.json',
      '/../candor.toml',
      '/%2e%2e/candor.toml',
      '/..%2fcandor.toml',
      '/build/../pack.json',
      '/candor.crx/../pack.json',
      '//candor.crx',
      '/candor.crx%00',
      '/__proto__',
    ]) {
      expect(await get(path), path).toMatchObject({ status: 404, body: 'Not found.\n' });
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect(await get('/update.xml', method), method).toMatchObject({ status: 404 });
    }
  });

  it('writes down nothing about who asked, and stops when told', async () => {
    expect(said).toBe(`Listening on http://127.0.0.1:${port}\n`);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  it('says what is missing rather than serve half of it', () => {
    rmSync(join(folder, 'packages/candor.crx'));
    const dir = join(folder, 'packages');
    const run = (...argv: string[]) =>
      spawnSync(process.execPath, [LAUNCHER, 'serve', 'updates', ...argv], {
        encoding: 'utf8',
        timeout: 20_000,
      });
    expect(run('--dir', dir)).toMatchObject({ status: 2, stderr: expect.stringContaining('candor.crx') });
    expect(run('--dir', dir, '--port', '0')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage'),
    });
    expect(run('--port', '8482', 'x').status).toBe(2);
  });
});
