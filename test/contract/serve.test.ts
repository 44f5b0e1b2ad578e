import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../relay/admin/doctor/finding.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { encodeMemberCard } from '../../shared/member-card.ts';
import { newMemberKeys } from '../../shared/member-keys.ts';
import { freePort } from './running.ts';

/*
 * An admin's first afternoon, with the real command, real processes and real sockets.
 */

const PROJECT = new URL('../..', import.meta.url).pathname;
const LAUNCHER = join(PROJECT, 'relay/admin/candor.mjs');
const READY_MS = 20_000;

let folder: string;
let relayUrl: string;
let server: ChildProcess;
let said = '';
const site = () => join(folder, 'site');

function candor(...argv: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...argv], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function doctor(): { status: number | null; findings: Finding[] } {
  const { status, out } = candor('doctor', '--json', '--site', site());
  return {
    status,
    findings: out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  };
}

function start(): Promise<void> {
  said = '';
  server = spawn(process.execPath, [LAUNCHER, 'serve', 'all', '--settings', join(site(), 'candor.toml')]);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready: ${said}`)), READY_MS);
    server.stdout?.on('data', (data) => {
      said += data;
      if (said.split('Listening on').length < 3) return;
      clearTimeout(timer);
      resolve();
    });
    server.stderr?.on('data', (data) => {
      said += data;
    });
    server.on('exit', () => reject(new Error(`ended: ${said}`)));
  });
}

function stop(): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('exit', (code) => resolve(code));
    server.kill('SIGTERM');
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-serve-'));
  const [relayPort, mailroomPort] = [await freePort(), await freePort()];
  relayUrl = `http://127.0.0.1:${relayPort}`;
  const answers = join(folder, 'answers.toml');
  writeFileSync(
    answers,
    `relayUrl = "${relayUrl}"\nmailroomUrl = "http://127.0.0.1:${mailroomPort}"\n[organisation]\nid = "n"\nname = "Northgate"\n[operator]\nname = "Council"\nown = false\n`,
  );
  expect(candor('init', '--answers', answers, '--out', site())).toMatchObject({ status: 0, err: '' });
  const toml = join(site(), 'candor.toml');
  writeFileSync(
    toml,
    readFileSync(toml, 'utf8')
      .replace('port = 8480', `port = ${relayPort}`)
      .replace('port = 8481', `port = ${mailroomPort}`),
  );
});
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('candor serve and candor doctor', () => {
  it('says that nothing answers before the servers run', () => {
    const { status, findings } = doctor();
    expect(status).toBe(2);
    expect(findings.find(({ check }) => check === 'manifest')).toMatchObject({ level: 'problem' });
  });

  it('starts relay and mailroom from what "candor init" wrote, and finds all that is still missing', async () => {
    for (const slug of ['people', 'patient-safety', 'guardian']) {
      for (const label of ['One', 'Two']) {
        const card = join(folder, `${slug}-${label}.json`);
        writeFileSync(card, encodeMemberCard(`${label} of ${slug}`, newMemberKeys(systemRandom)));
        expect(candor('keyring', 'add', '--desk', slug, '--card', card, '--site', site()).status).toBe(0);
      }
    }
    await start();
    const deadline = Date.now() + READY_MS;
    let { status, findings } = doctor();
    while (
      Date.now() < deadline &&
      !findings.some(({ check, level }) => check === 'keys' && level === 'ok')
    ) {
      ({ status, findings } = doctor());
    }
    const levels = (check: string) =>
      findings.filter((finding) => finding.check === check).map(({ level }) => level);
    expect(levels('manifest')).toEqual(['ok']);
    expect(levels('clock')).toEqual(['ok']);
    expect(levels('sizes')).toEqual(['ok']);
    expect(levels('fingerprint')).toEqual(['ok']);
    expect(levels('headers')).toEqual([]);
    expect(levels('members')).toEqual(['ok', 'ok', 'ok']);
    expect(levels('rate')).toEqual(['ok']);
    expect(levels('tls')).toEqual(['warning']);
    // No inbox has been opened yet, so the mailroom has keys and the desks have none.
    expect(levels('key')).toEqual(['ok', 'problem', 'problem', 'problem']);
    expect(levels('crowd')).toEqual(['warning']);
    expect(status).toBe(2);
    expect(findings.every(({ level, remedy }) => level === 'ok' || (remedy ?? '').length > 10)).toBe(true);
  });

  it('refuses to call a one-ward start safe', () => {
    const toml = join(site(), 'candor.toml');
    writeFileSync(toml, readFileSync(toml, 'utf8').replace('panel = "hidden"', 'panel = "on"'));
    const crowd = doctor().findings.find(({ check }) => check === 'crowd');
    expect(crowd).toMatchObject({ level: 'problem' });
    expect(crowd?.remedy).toContain('not safe');
  });

  it('notices when somebody changed the keyring behind the servers', () => {
    expect(candor('keyring', 'remove', '--member', 'One of people', '--site', site()).status).toBe(0);
    const words = doctor().findings.find(({ check }) => check === 'fingerprint');
    expect(words).toMatchObject({ level: 'problem' });
  });

  it('stops when asked, starts again, and announces the new keyring before everyone gets it', async () => {
    expect(await stop()).toBe(0);
    expect((await fetch(`${relayUrl}/v1/health`).catch(() => null))?.status).toBeUndefined();
    await start();
    const deadline = Date.now() + READY_MS;
    const words = () => doctor().findings.find(({ check }) => check === 'fingerprint');
    while (Date.now() < deadline && words()?.level !== 'ok') await pause(200);
    expect(words()).toMatchObject({ level: 'ok', says: expect.stringContaining('is announced') });
    expect(await stop()).toBe(0);
  });

  it('refuses to start on a missing key and says which', () => {
    rmSync(join(site(), 'relay/staff.key'));
    const { status, err } = candor('serve', 'all', '--settings', join(site(), 'candor.toml'));
    expect(status).toBe(2);
    expect(err).toContain('staff.key');
  });

  it('logs event names, numbers and hours, and nothing else', () => {
    const lines = said.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      for (const [key, value] of Object.entries(JSON.parse(line))) {
        if (key === 'event') expect(value).toMatch(/^[a-z.-]+$/);
        else if (key === 'hour') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}$/);
        else expect(['number', 'boolean']).toContain(typeof value);
      }
    }
  });
});
