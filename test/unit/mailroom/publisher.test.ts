import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepMailroom } from '../../../relay/mailroom/keeper.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { verifyKeysFile } from '../../../shared/key-records.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { verifyReplyIndex } from '../../../shared/reply-index.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { count, type Hospital, makeWeek, newHospital, random } from './hospital.ts';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await newHospital();
});
afterEach(() => hospital.close());

const tick = () => hospital.keeper.tick();
const pushes = (name: string) =>
  hospital.relay.requests.filter((line) => line === `PUT /v1/files/${name}`).length;

describe('public files', () => {
  test('reach an empty relay in the first tick: keys that verify and an index', async () => {
    await tick();
    const keys = await verifyKeysFile(hospital.relay.files.get('keys') as Bytes, hospital.root.publicKey);
    expect(keys.keyring).toEqual(hospital.keyring);
    expect(keys.records.length).toBe(3);
    const index = await verifyReplyIndex(
      hospital.relay.files.get('index') as Bytes,
      hospital.keyring.mailroom,
    );
    const packs = [...hospital.relay.replies.values()].map((pack) => sha256(pack));
    expect(packs.length).toBe(1);
    expect(index).toEqual({ v: 1, serial: 1, days: [{ day: '2026-11-24', packs }] });
    expect(hospital.relay.files.has('bulletin')).toBe(false);
  });

  test('are pushed once, and not again while nothing changes, restarts included', async () => {
    await tick();
    for (let i = 0; i < 3; i++) {
      hospital.now += 60;
      await tick();
    }
    hospital = await hospital.restart();
    await tick();
    expect([pushes('keys'), pushes('index')]).toEqual([1, 1]);
  });

  test('are pushed at the next tick when a desk makes its key', async () => {
    await tick();
    await makeWeek(hospital, hospital.members.ann, 1);
    hospital.now += 1;
    await tick();
    expect(pushes('keys')).toBe(2);
    expect(hospital.relay.files.get('keys')).toEqual(await hospital.deps.store.file('keys'));
  });

  test('come back to a relay that lost them, or has others', async () => {
    await tick();
    const keys = hospital.relay.files.get('keys');
    hospital.relay.files.clear();
    hospital.now += 60;
    await tick();
    expect(hospital.relay.files.get('keys')).toEqual(keys);
    expect(hospital.relay.files.size).toBe(2);
    hospital.relay.files.set('index', random(5000));
    hospital.now += 60;
    await tick();
    expect(hospital.relay.files.get('index')).toEqual(await hospital.deps.store.file('index'));
  });

  test('wait for a relay that is away, asking no oftener than every minute', async () => {
    hospital.relay.faults.down = true;
    let asked = 0;
    const fetch = hospital.relay.fetch;
    const keeper = keepMailroom({
      ...hospital.deps,
      relayFetch: (request) => {
        asked++;
        return fetch(request);
      },
    });
    for (let second = 0; second < 60; second++) {
      await keeper.tick();
      hospital.now += 1;
    }
    expect(asked).toBe(1);
    hospital.relay.faults.down = false;
    await keeper.tick();
    expect(hospital.relay.files.size).toBe(2);
  });

  test('that are refused are reported, and tried again a minute later', async () => {
    hospital.relay.faults.refuseFiles = true;
    await tick();
    await tick();
    expect(hospital.logged.filter((line) => line.event === 'file.refused')).toEqual([
      { event: 'file.refused', fields: { status: 409 } },
    ]);
    expect(hospital.relay.files.size).toBe(0);
    hospital.relay.faults.refuseFiles = false;
    hospital.now += 60;
    await tick();
    expect(hospital.relay.files.size).toBe(2);
  });

  test('are the same bytes from two copies on one store', async () => {
    await tick();
    const copy = keepMailroom(hospital.deps);
    await copy.tick();
    hospital.now += 60;
    await copy.tick();
    await tick();
    expect([pushes('keys'), pushes('index')]).toEqual([1, 1]);
  });
});

describe('the keyring', () => {
  const next = (blob: Bytes, serial: number, given: object = {}) =>
    signKeyring({ ...hospital.keyring, serial, previous: sha256(blob), ...given }, hospital.root.seed);
  const inForce = () => hospital.deps.store.keyringBlob();

  test('that was handed over is in force and published after a tick', async () => {
    await tick();
    const second = next(hospital.keyringBlob, 2);
    await hospital.deps.store.putKeyring(second);
    hospital.now += 1;
    await tick();
    expect(await inForce()).toEqual(second);
    const { keyringBlob } = await verifyKeysFile(
      hospital.relay.files.get('keys') as Bytes,
      hospital.root.publicKey,
    );
    expect(keyringBlob).toEqual(second);
    expect(await hospital.deps.store.keyringOffers()).toEqual([]);
  });

  test('is followed through several handed over at once, in whatever order', async () => {
    const second = next(hospital.keyringBlob, 2);
    const third = next(second, 3);
    await hospital.deps.store.putKeyring(third);
    await hospital.deps.store.putKeyring(second);
    await tick();
    expect(await inForce()).toEqual(third);
    expect(count(hospital, 'keyring.in-force')).toBe(3);
  });

  test('never goes back to an older one, and says nothing about it', async () => {
    const second = next(hospital.keyringBlob, 2);
    await hospital.deps.store.putKeyring(second);
    await tick();
    hospital.logged.length = 0;
    await hospital.deps.store.putKeyring(hospital.keyringBlob);
    await tick();
    expect(await inForce()).toEqual(second);
    expect(count(hospital, 'keyring.refused')).toBe(0);
  });

  test.each([
    [
      'by another root',
      () => signKeyring({ ...hospital.keyring, serial: 2 }, newSigningKeyPair(random).seed),
    ],
    ['that does not continue the one in force', () => next(random(100), 2)],
    ['that is no keyring', () => random(300)],
  ])('%s is refused and reported, and the one in force stays', async (_, forged) => {
    await tick();
    await hospital.deps.store.putKeyring(forged());
    await tick();
    expect(await inForce()).toEqual(hospital.keyringBlob);
    expect(count(hospital, 'keyring.refused')).toBe(1);
    await tick();
    expect(count(hospital, 'keyring.refused')).toBe(1);
  });

  test('that is wrong keeps a mailroom from starting which has none yet', async () => {
    const fresh = await newHospital();
    for (const blob of await fresh.deps.store.keyringOffers())
      await fresh.deps.store.forgetKeyringOffer(blob);
    await fresh.deps.store.putKeyring(hospital.keyringBlob);
    await expect(fresh.keeper.tick()).rejects.toMatchObject({ code: 'bad-signature' });
    await fresh.close();
  });

  test('with another mailroom identity makes this one stop publishing and pulling, and alarm', async () => {
    await tick();
    const other = newSigningKeyPair(random);
    await hospital.deps.store.putKeyring(next(hospital.keyringBlob, 2, { mailroom: other.publicKey }));
    const before = hospital.relay.requests.length;
    hospital.now += 60;
    await tick();
    await tick();
    expect(hospital.relay.requests.length).toBe(before);
    expect(count(hospital, 'alarm.identity-not-in-keyring')).toBe(1);
  });

  test('with a new mailroom identity: the new one signs new intake keys and the index, and opens old packs', async () => {
    await tick();
    const before = await hospital.deps.store.intakeWeeks();
    const identity = newSigningKeyPair(random);
    await hospital.deps.store.putKeyring(next(hospital.keyringBlob, 2, { mailroom: identity.publicKey }));
    const keeper = keepMailroom({ ...hospital.deps, identity });
    hospital.now += 600;
    await keeper.tick();
    const { records } = await verifyKeysFile(
      hospital.relay.files.get('keys') as Bytes,
      hospital.root.publicKey,
    );
    expect(records.length).toBe(3);
    const index = await verifyReplyIndex(hospital.relay.files.get('index') as Bytes, identity.publicKey);
    expect(index.serial).toBe(2);
    for (const { kid } of before) expect(await hospital.deps.store.intakeKey(kid)).not.toBeNull();
  });
});
