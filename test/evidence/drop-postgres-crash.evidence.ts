import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { ensurePostgres } from '../../relay/demo/machine/postgres.ts';
import { startPostgresCluster } from '../../relay/demo/machine/postgres-cluster.ts';
import { openPostgresDrop } from '../../relay/drop/postgres.ts';
import {
  closeWindows,
  HOUR,
  hashesOf,
  intakeFor,
  learnKey,
  packedIntakes,
  random,
  releaseAll,
  START,
} from '../contract/drop-fixture.ts';

const CRASHES = 3;
const folder = mkdtempSync(join(tmpdir(), 'candor-crash-pg-'));
const folders = new Set([folder]);
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

test(`over a PostgreSQL that crashed ${CRASHES} times under load, everything answered for is there exactly once`, async () => {
  const binDir = await ensurePostgres(() => {});
  const wrapKey = random(32);
  const answered = new Set<string>();
  let kid: Awaited<ReturnType<typeof learnKey>> | null = null;

  for (let crash = 0; crash <= CRASHES; crash++) {
    const cluster = await startPostgresCluster(folder, { binDir });
    folders.add(cluster.dir);
    const drop = await openPostgresDrop(cluster.url, { wrapKey, random });
    kid ??= await learnKey(drop);
    const known = kid;
    if (crash < CRASHES) {
      await closeWindows(drop, START, releaseAll);
      let up = true;
      const sender = async () => {
        while (up) {
          const intake = intakeFor(known);
          const answer = await drop.accept(intake, START).catch(() => 'failed');
          if (answer === 'stored') answered.add(hashesOf([intake])[0] ?? '');
          if (answer === 'failed') return;
        }
      };
      const senders = Array.from({ length: 16 }, sender);
      await pause(150 + Math.random() * 200);
      await cluster.stop('immediate');
      up = false;
      await Promise.all(senders);
      await drop.close().catch(() => {});
    } else {
      await closeWindows(drop, START + HOUR, releaseAll);
      const packed = hashesOf((await packedIntakes(drop)).flat());
      await drop.close();
      await cluster.stop();
      expect(new Set(packed).size).toBe(packed.length);
      expect(answered.size).toBeGreaterThan(CRASHES * 10);
      expect([...answered].filter((hash) => !packed.includes(hash))).toEqual([]);
    }
  }
}, 120_000);
