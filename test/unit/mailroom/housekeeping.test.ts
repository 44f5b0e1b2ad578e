import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { addDays } from '../../../shared/weeks.ts';
import {
  asMember,
  count,
  DAY,
  fetchQueue,
  type Hospital,
  makeWeek,
  newEnvelope,
  newHospital,
  post,
  send,
  signed,
} from './hospital.ts';

let hospital: Hospital;
let deskKid: Bytes;
beforeEach(async () => {
  hospital = await newHospital({ settings: { retentionDays: 120 } });
  await hospital.keeper.tick();
  deskKid = await makeWeek(hospital, hospital.members.ann, 1);
});
afterEach(() => hospital.close());

/** To 12:00 UTC on the day so many days on, the last half hour as time passes and not as a jump. */
async function liveTo(days: number) {
  const noon = Date.UTC(2026, 10, 24 + days, 12) / 1000;
  for (const step of [noon - 1800, noon]) {
    hospital.now = step;
    await hospital.keeper.tick();
  }
}

const release = async (envelopes: Bytes[]) => {
  for (const envelope of envelopes) {
    await post(hospital, [{ desk: 1, deskKid, envelope }], 0);
    hospital.now += 60;
    await hospital.keeper.tick();
  }
};
/** A part that is in one piece wherever SQLite has broken a row into pages. */
const traceOf = (envelope: Bytes) => envelope.subarray(1500, 1700);
const disk = () =>
  Buffer.concat(readdirSync(hospital.folder).map((name) => readFileSync(join(hospital.folder, name))));
/** What anybody can ask who has the keys to the database. */
const ask = (statement: string) => {
  const db = new DatabaseSync(join(hospital.folder, 'mailroom.sqlite'), { readOnly: true });
  const rows = db.prepare(statement).all();
  db.close();
  return rows;
};

describe('retention', () => {
  test('deletes an envelope once more than its days have passed, from the disk too', async () => {
    const envelope = newEnvelope();
    await release([envelope]);
    await liveTo(120);
    expect((await hospital.deps.store.queuePage(1, null, 10)).items.length).toBe(1);
    expect(disk().includes(traceOf(envelope))).toBe(true);
    await liveTo(121);
    expect((await hospital.deps.store.queuePage(1, null, 10)).items.length).toBe(0);
    expect(disk().includes(traceOf(envelope))).toBe(false);
    expect(count(hospital, 'envelopes.deleted')).toBe(1);
  });

  test('deletes desk shares and records when no envelope of their week can be left', async () => {
    const ann = hospital.members.ann.signing.publicKey;
    expect(ann.length).toBe(32);
    // The week ends on 1 December; its intake key lives 28 days on, envelopes 120 days from then.
    await liveTo(7 + 28 + 120);
    expect((await hospital.deps.store.deskWeeks()).length).toBe(1);
    await liveTo(7 + 28 + 120 + 1);
    expect(await hospital.deps.store.deskWeeks()).toEqual([]);
    expect(await hospital.deps.store.shareHolders(0)).toEqual([]);
  });

  test('waits while the clock has just jumped', async () => {
    await release([newEnvelope()]);
    const right = hospital.now;
    hospital.now += 1000 * DAY;
    await hospital.keeper.tick();
    hospital.now += 600;
    await hospital.keeper.tick();
    hospital.now = right;
    await hospital.keeper.tick();
    expect((await hospital.deps.store.queuePage(1, null, 10)).items.length).toBe(1);
  });

  test('reminds once a day of envelopes that nobody can open, until they go', async () => {
    await post(hospital, [{ desk: 9, deskKid, envelope: newEnvelope() }], 0);
    await liveTo(1);
    await liveTo(2);
    expect(hospital.logged.filter((line) => line.event === 'alarm.strays-waiting')).toEqual([
      { event: 'alarm.strays-waiting', fields: { envelopes: 1 } },
      { event: 'alarm.strays-waiting', fields: { envelopes: 1 } },
    ]);
    await liveTo(123);
    await liveTo(124);
    expect(count(hospital, 'alarm.strays-waiting')).toBe(2);
  });

  test('writes the files anew an hour later when that failed', async () => {
    const envelope = newEnvelope();
    await release([envelope]);
    await liveTo(120);
    const { store } = hospital.deps;
    const scrub = store.scrub;
    let scrubs = 0;
    store.scrub = async () => {
      if (++scrubs === 1) throw new Error('the disk is full');
      return scrub();
    };
    await liveTo(121);
    expect(count(hospital, 'housekeeping.failed')).toBe(1);
    hospital.now += 3600;
    await hospital.keeper.tick();
    expect(scrubs).toBe(2);
    expect(disk().includes(traceOf(envelope))).toBe(false);
  });

  test('forgets nonces whose time is over', async () => {
    for (let i = 0; i < 3; i++) await fetchQueue(hospital, hospital.members.ann, 1);
    expect(ask('SELECT count(*) AS count FROM nonces')).toEqual([{ count: 4 }]);
    await liveTo(1);
    expect(ask('SELECT count(*) AS count FROM nonces')).toEqual([{ count: 0 }]);
  });
});

describe('what the database tells', () => {
  test('it is readable by its owner only', async () => {
    for (const name of readdirSync(hospital.folder)) {
      expect(statSync(join(hospital.folder, name)).mode & 0o077).toBe(0);
    }
  });

  test('no table has a hidden order of arrival', () => {
    const tables = ask(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table).toMatchObject({ wr: 1 });
  });

  test('of a past day neither rows, nor pages of the file, nor a reader tell the order of arrival', async () => {
    const envelopes = Array.from({ length: 12 }, newEnvelope);
    await release(envelopes);
    const arrival = envelopes.map(toBase64url);
    await liveTo(1);
    const items = await fetchQueue(hospital, hospital.members.ann, 1);
    const byId = [...items].sort((a, b) =>
      Buffer.from(a.id, 'base64url').compare(Buffer.from(b.id, 'base64url')),
    );
    expect(items).toEqual(byId);
    expect(new Set(ask('SELECT round FROM queue').map((row) => row.round)).size).toBe(1);
    // Where each envelope lies in the file: in the order of hashes, not in that of arrival.
    const bytes = disk();
    for (const envelope of envelopes) expect(bytes.includes(traceOf(envelope))).toBe(true);
    const places = [...envelopes]
      .sort((a, b) => bytes.indexOf(traceOf(a)) - bytes.indexOf(traceOf(b)))
      .map(toBase64url);
    expect(places).not.toEqual(arrival);
    expect(places).toEqual(byId.map((item) => item.envelope));
  }, 30_000);

  test('no time finer than the day, no header and no address is in it', async () => {
    await release([newEnvelope()]);
    const parts = signed(hospital.members.ann, 'GET', '/v1/desks/1/queue', hospital.now);
    await send(hospital.app, {
      ...parts,
      headers: {
        ...parts.headers,
        'user-agent': 'canary-agent',
        'x-forwarded-for': '192.0.2.77',
        cookie: 'canary-cookie',
      },
    });
    await asMember(hospital, hospital.members.ann, 'GET', '/v1/desks/1/queue');
    const bytes = disk();
    for (const canary of [
      'canary-agent',
      '192.0.2.77',
      'canary-cookie',
      'st-elsewhere.example',
      'mailroom.example',
    ]) {
      expect(bytes.includes(canary)).toBe(false);
      expect(JSON.stringify(hospital.logged)).not.toContain(canary);
    }
    const row = ask('SELECT * FROM queue')[0] ?? {};
    expect(Object.keys(row).sort()).toEqual(['desk', 'desk_kid', 'envelope', 'id', 'release_day', 'round']);
    expect(row.release_day).toBe(addDays('2026-11-24', 0));
    expect(row.round).toBeLessThan(10);
  });
});
