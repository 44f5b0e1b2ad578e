import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEYOND_ANY_CURSOR } from '../../relay/mailroom/store/backup.ts';
import {
  backUp,
  contents,
  fill,
  modeOf,
  type Place,
  placeFor,
  readerAtTheEnd,
  restore,
  spoil,
} from './backup-cycle.ts';
import { startTestPostgres, type TestPostgres } from './postgres-fixture.ts';

/*
 * A few hundred envelopes: the ten thousand are in test/policy/backup.test.ts.
 */

const ENVELOPES = 300;

const folder = mkdtempSync(join(tmpdir(), 'candor-backup-'));
let postgres: TestPostgres;
let places = 0;

const ENGINES: Record<string, () => Promise<Place>> = {
  SQLite: async () => placeFor(join(folder, `place-${++places}`), 'sqlite:mailroom.sqlite'),
  PostgreSQL: async () => placeFor(join(folder, `place-${++places}`), await postgres.freshDatabase()),
};

beforeAll(async () => {
  postgres = await startTestPostgres({ fsync: 'off' });
}, 120_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe.each(Object.keys(ENGINES))('a backup of a mailroom in %s', (engine) => {
  const place = ENGINES[engine] as () => Promise<Place>;
  const file = join(folder, `${engine}.backup`);
  let from: Place;
  beforeAll(async () => {
    from = await place();
    await fill(from, ENVELOPES);
    expect(await backUp(from, file)).toMatchObject({ status: 0 });
  });

  test('holds everything, restored into either engine', async () => {
    const before = await contents(from);
    expect(before.envelopes).toHaveLength(ENVELOPES);
    for (const other of Object.values(ENGINES)) {
      const to = await other();
      const { status, said } = await restore(to, file);
      expect(said).toContain(`${ENVELOPES} envelopes, 20 events`);
      expect(status).toBe(0);
      expect(await contents(to)).toEqual(before);
    }
  });

  test('is readable by its owner only, and never written over another one', async () => {
    expect(modeOf(file)).toBe(0o600);
    const before = readFileSync(file);
    expect(await backUp(from, file)).toMatchObject({
      status: 2,
      said: expect.stringContaining('already there'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('hides nothing that comes later from an inbox that had read on after the backup was made', async () => {
    const { queue, event } = await readerAtTheEnd(from);
    // More than was in the backup, as an inbox saw it before the disk died.
    const ahead = { round: queue.round + 500, id: queue.id };
    const to = await place();
    await restore(to, file);
    const store = await to.open();
    const id = new Uint8Array(32).fill(1);
    await store.putEnvelopes([
      { id, desk: 1, deskKid: id.slice(0, 4), releaseDay: '2026-11-25', envelope: id },
    ]);
    await store.appendEvent(1, { id, sealed: id });
    expect((await store.queuePage(1, ahead, 10)).items.map((one) => one.id)).toEqual([id]);
    expect((await store.eventPage(1, event + 500, 10)).items).toHaveLength(1);
    expect((await store.queuePage(1, ahead, 10)).cursor?.round).toBeLessThan(2 ** 32 - BEYOND_ANY_CURSOR);
    await store.close();
  });

  test('is not restored over anything', async () => {
    const { status, said } = await restore(from, file);
    expect(status).toBe(2);
    expect(said).toContain('not empty');
  });

  test.each(Object.keys(spoil))('is not restored at all when the file was %s', async (how) => {
    const other = await place();
    const broken = join(folder, `${engine}-${how}.backup`);
    await backUp(from, broken);
    spoil[how as keyof typeof spoil](broken);
    expect(await restore(other, broken)).toMatchObject({
      status: 2,
      said: expect.stringContaining('no whole backup'),
    });
    expect((await contents(other)).envelopes).toEqual([]);
  });
});
