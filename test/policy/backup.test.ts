import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, contents, fill, placeFor, restore } from '../contract/backup-cycle.ts';
import { startTestPostgres, type TestPostgres } from '../contract/postgres-fixture.ts';

/*
 * What an admin wants to know before she needs it: how long ten thousand envelopes take, and whether they are all there.
 */

const ENVELOPES = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'candor-backup-'));
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 120_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe(`a backup of ${ENVELOPES} envelopes`, () => {
  it.each(['SQLite', 'PostgreSQL'])('from %s and back: every one is there again', async (engine) => {
    const place = async (name: string) =>
      placeFor(
        join(folder, `${engine}-${name}`),
        engine === 'SQLite' ? 'sqlite:mailroom.sqlite' : await postgres.freshDatabase(),
      );
    const [from, to] = [await place('from'), await place('to')];
    const file = join(folder, `${engine}.backup`);
    await fill(from, ENVELOPES);
    const started = performance.now();
    expect(await backUp(from, file)).toMatchObject({ status: 0 });
    const written = performance.now();
    const { status, said } = await restore(to, file);
    const restored = performance.now();
    expect(said).toContain(`${ENVELOPES} envelopes`);
    expect(status).toBe(0);
    const after = await contents(to);
    expect(after.envelopes).toHaveLength(ENVELOPES);
    expect(after).toEqual(await contents(from));
    process.stdout.write(
      `${engine}: ${ENVELOPES} envelopes, ${(statSync(file).size / 1e6).toFixed(0)} MB, ` +
        `backup ${((written - started) / 1000).toFixed(1)} s, restore ${((restored - written) / 1000).toFixed(1)} s\n`,
    );
  });
});
