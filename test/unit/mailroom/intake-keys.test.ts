import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteMailroomStore } from '../../../relay/mailroom/store/sqlite.ts';
import { unwrap } from '../../../relay/mailroom/store/wrapping.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, slice } from '../../../shared/bytes.ts';
import { openIntake, sealIntake } from '../../../shared/intake.ts';
import { keyInUse, verifyKeysFile } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { keyWeekAt, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { packOf } from './fake-relay.ts';
import {
  count,
  DAY,
  fetchQueue,
  type Hospital,
  intakeKeyNow,
  newEnvelope,
  newHospital,
  random,
} from './hospital.ts';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await newHospital({ settings: { keyWeeksAhead: 8 } });
  await hospital.keeper.tick();
});
afterEach(() => hospital.close());

const published = async () => {
  const { records } = await verifyKeysFile(
    (await hospital.deps.store.file('keys')) as Bytes,
    hospital.root.publicKey,
  );
  return records.filter((record) => record.desk === 0);
};

/** Lets time pass as it does, in steps that are no jumps. */
async function live(seconds: number) {
  const until = hospital.now + seconds;
  for (const step of [until - 1800, until - 900, until]) {
    hospital.now = step;
    await hospital.keeper.tick();
  }
}

/** Every byte that the mailroom has on its disk. */
const disk = () =>
  Buffer.concat(readdirSync(hospital.folder).map((name) => readFileSync(join(hospital.folder, name))));

describe('intake keys', () => {
  test('are made for this week and eight weeks ahead, signed, one a week', async () => {
    const records = await published();
    const weeks = Array.from({ length: 9 }, (_, ahead) => keyWeekAt(hospital.now + ahead * WEEK_SECONDS));
    expect(records.map(({ from, until }) => ({ from, until }))).toEqual(weeks);
    expect(new Set(records.map((record) => toBase64url(record.key))).size).toBe(9);
  });

  test('stay as they are, and one is added when a week begins', async () => {
    const before = await published();
    hospital.now += 60;
    await hospital.keeper.tick();
    expect(await published()).toEqual(before);
    hospital.now = keyWeekAt(hospital.now).until;
    await hospital.keeper.tick();
    const after = await published();
    expect(after.slice(0, 8)).toEqual(before.slice(1));
    expect(after.length).toBe(9);
  });

  test('survive a restart', async () => {
    const before = await published();
    hospital = await hospital.restart();
    await hospital.keeper.tick();
    expect(await published()).toEqual(before);
  });

  test('lie on the disk only under the wrapping key', async () => {
    const weeks = await hospital.deps.store.intakeWeeks();
    const secrets: Bytes[] = [];
    for (const { kid } of weeks) {
      const pair = await hospital.deps.store.intakeKey(kid);
      if (pair !== null) secrets.push(pair.secretKey);
    }
    expect(secrets.length).toBe(9);
    const bytes = disk();
    for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes(hospital.wrapKey)).toBe(false);
  });

  test('under another wrapping key keep the mailroom from starting', async () => {
    const stranger = await newHospital({
      open: () =>
        openSqliteMailroomStore(join(hospital.folder, 'mailroom.sqlite'), { wrapKey: random(32), random }),
    });
    const { keepMailroom } = await import('../../../relay/mailroom/keeper.ts');
    const keeper = keepMailroom({ ...hospital.deps, store: stranger.deps.store });
    // The stranger's keyring, which was offered as well, is not the root's and is passed over.
    await expect(keeper.tick()).rejects.toMatchObject({ code: 'bad-settings' });
    await stranger.close();
  });

  test('open a recorded INTAKE until they are destroyed, and never after', async () => {
    const envelope = newEnvelope();
    const key = await intakeKeyNow(hospital);
    const recorded = sealIntake(key, { desk: 1, deskKid: random(4), envelope }, random);
    const stolenDisk = async () => {
      const row = (await hospital.deps.store.intakeKey(kidOf(key))) ?? null;
      return row === null ? null : openIntake(recorded, row);
    };
    const end = keyWeekAt(hospital.now).until + 28 * DAY;

    await live(end - 1 - hospital.now);
    expect(await stolenDisk()).toMatchObject({ desk: 1, envelope });
    hospital.relay.add(packOf(kidOf(key), [recorded], hospital.now));
    hospital.now += 1;

    await live(3600);
    expect(count(hospital, 'intake-key.destroyed')).toBe(1);
    expect(await stolenDisk()).toBeNull();
    // Fetched in the last second of its key, the recorded cell was read; a replay of it is not, now.
    expect((await fetchQueue(hospital, hospital.members.ann, 1)).length).toBe(1);
    hospital.relay.add(packOf(kidOf(key), [recorded, recorded], hospital.now));
    await live(3600);
    expect((await fetchQueue(hospital, hospital.members.ann, 1)).length).toBe(1);
  });

  test('that are destroyed are not in any file any more, even for who has the wrapping key', async () => {
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(join(hospital.folder, 'mailroom.sqlite'), { readOnly: true });
    const kid = kidOf(await intakeKeyNow(hospital));
    const row = db.prepare('SELECT wrapped FROM intake_keys WHERE kid = ?').get(kid);
    db.close();
    const wrapped = slice(row?.wrapped as Uint8Array, 0);
    expect(unwrap(hospital.wrapKey, wrapped)).toEqual((await hospital.deps.store.intakeKey(kid))?.secretKey);
    expect(disk().includes(wrapped)).toBe(true);
    await live(keyWeekAt(hospital.now).until + 28 * DAY + 3600 - hospital.now);
    expect(await hospital.deps.store.intakeKey(kid)).toBeNull();
    expect(disk().includes(wrapped)).toBe(false);
  });

  test('are not destroyed by a clock that jumps ahead and is set right again', async () => {
    const key = await intakeKeyNow(hospital);
    const right = hospital.now;
    hospital.now += 400 * DAY;
    for (let second = 0; second < 5; second++) {
      hospital.now += 60;
      await hospital.keeper.tick();
    }
    hospital.now = right + 400;
    await hospital.keeper.tick();
    await live(3600);
    expect(await hospital.deps.store.intakeKey(kidOf(key))).not.toBeNull();
    expect(count(hospital, 'intake-key.destroyed')).toBe(0);
    const records = await published();
    expect(records.length).toBe(9);
    expect(keyInUse(records, 0, hospital.now)?.key).toEqual(key);
  });
});
