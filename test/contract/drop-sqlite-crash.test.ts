import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Drop } from '../../relay/drop/drop.ts';
import { openSqliteDrop } from '../../relay/drop/sqlite.ts';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import {
  closeWindows,
  forgetAll,
  HOUR,
  hashesOf,
  intakeFor,
  learnKey,
  packedIntakes,
  random,
  releaseAll,
  START,
} from './drop-fixture.ts';

/* Whatever was answered "stored" is in exactly one pack, whatever happens to the process or the file. */

const CHILD = new URL('./drop-crash-child.ts', import.meta.url).pathname;
const KILLS = 6;

describe('a SQLite drop', () => {
  const wrapKey = random(32);
  let folder: string;
  let path: string;
  let kid: Bytes;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'candor-crash-'));
    path = join(folder, 'drop.db');
    const drop = await open();
    kid = await learnKey(drop);
    await closeWindows(drop, START, releaseAll);
    await drop.close();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (): Promise<Drop> => openSqliteDrop(path, { wrapKey, random });
  const start = (most: number, shellPrefix = ''): ChildProcess => {
    const args = [CHILD, path, toBase64url(wrapKey), toBase64url(kid), String(most)];
    return spawn('/bin/sh', ['-c', `${shellPrefix} exec "$0" "$@"`, process.execPath, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  };
  const openedAgain = async (): Promise<string[]> => {
    const drop = await open();
    await closeWindows(drop, START + HOUR, releaseAll);
    const hashes = hashesOf((await packedIntakes(drop)).flat());
    await drop.close();
    return hashes;
  };

  test(`killed ${KILLS} times under load, has everything it answered for exactly once`, async () => {
    const answered = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(1e6);
      const lines = linesOf(child);
      await lines.until((seen) => seen.length > 1 + kill * 37);
      await pause(Math.random() * 60);
      child.kill('SIGKILL');
      for (const hash of (await lines.ended()).slice(1)) answered.add(hash);
    }
    const packed = await openedAgain();
    expect(new Set(packed).size).toBe(packed.length);
    expect(answered.size).toBeGreaterThan(KILLS * 30);
    expect([...answered].filter((hash) => !packed.includes(hash))).toEqual([]);
  });

  test('with a torn end of its log, has everything it answered for', async () => {
    const drop = await open();
    const intakes = Array.from({ length: 50 }, () => intakeFor(kid));
    await Promise.all(intakes.map((intake) => drop.accept(intake, START)));
    const torn = join(folder, 'torn.db');
    copyFileSync(path, torn);
    copyFileSync(`${path}-wal`, `${torn}-wal`);
    await drop.close();
    // What a power cut leaves of a group that nobody was answered for: a frame's header and half of a page.
    appendFileSync(`${torn}-wal`, random(24 + 2048));
    path = torn;
    expect(new Set(await openedAgain())).toEqual(new Set(hashesOf(intakes)));
  });

  test('on a full disk, answers for nothing it does not have, and goes on when there is room', async () => {
    const sizeBlocks = Math.ceil(statSync(path).size / 512);
    // The log cannot grow beyond two megabytes.
    const child = start(1e6, `trap '' XFSZ; ulimit -f ${sizeBlocks + 4096};`);
    const lines = linesOf(child);
    const answered = (await lines.ended()).slice(1);
    expect(child.exitCode).toBe(3);
    expect(answered.length).toBeGreaterThan(50);

    const drop = await open();
    const later = intakeFor(kid);
    expect(await drop.accept(later, START)).toBe('stored');
    await drop.close();
    const packed = await openedAgain();
    expect(new Set(packed).size).toBe(packed.length);
    expect(packed).toEqual(expect.arrayContaining([...answered, ...hashesOf([later])]));
  });

  test('interrupted while a window closes, goes on where it stopped', async () => {
    const first = await open();
    const intakes = Array.from({ length: 700 }, () => intakeFor(kid));
    await Promise.all(intakes.map((intake) => first.accept(intake, START)));
    // Turn the window and make some of its cells ready, then leave the rest to another process.
    for (let step = 0; step < 2; step++) await first.closeWindow(START + HOUR, HOUR, releaseAll);
    await first.close();
    const packed = await openedAgain();
    expect(packed.length).toBe(intakes.length);
    expect(new Set(packed)).toEqual(new Set(hashesOf(intakes)));
  });

  test('is readable by its owner only, and zeroes what it deletes', async () => {
    const drop = await open();
    const intakes = Array.from({ length: 40 }, () => intakeFor(kid));
    await Promise.all(intakes.map((intake) => drop.accept(intake, START)));
    await closeWindows(drop, START + HOUR, releaseAll);
    for (const { id } of await drop.packs()) await drop.confirmPack(id);
    await forgetAll(drop, START + HOUR);
    await closeWindows(drop, START + 2 * HOUR, releaseAll);
    for (const name of ['drop.db', 'drop.db-wal', 'drop.db-shm']) {
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    }
    expect(statSync(`${path}-wal`).size).toBe(0);
    await drop.close();
    const { readFileSync } = await import('node:fs');
    const file = readFileSync(path);
    for (const intake of intakes) expect(file.includes(intake.subarray(2000, 2032))).toBe(false);
  });
});

/** The lines that a process says, as they come. */
function linesOf(child: ChildProcess) {
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  // The last one may be cut short.
  const lines = () => said.split('\n').slice(0, -1);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    async until(enough: (lines: readonly string[]) => boolean) {
      while (!enough(lines())) {
        if (child.exitCode !== null) throw new TypeError(`the child ended with ${child.exitCode}`);
        await pause(5);
      }
    },
    async ended() {
      await gone;
      return lines();
    },
  };
}
