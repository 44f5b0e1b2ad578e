import { afterEach, describe, expect, it } from 'vitest';
import { fromBase64url } from '../../../shared/base64url.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { encodeKeysFile, signKeyRecord } from '../../../shared/key-records.ts';
import { type Keyring, signKeyring } from '../../../shared/keyring.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { amal, keyring, keyringBlob, NOW, root, signedRecords } from '../../vectors/cast.ts';
import { KEYS_FILE, random, type Stage, stage } from './relay-stage.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

let one: Stage;
afterEach(() => one.dispose());

const renamed = (serial: number, name: string, previous: Bytes = keyringBlob): Bytes => {
  const next: Keyring = { ...keyring, serial, previous: sha256(previous), org: { ...keyring.org, name } };
  return signKeyring(next, root.seed);
};
const fileOf = (blob: Bytes) => encodeKeysFile(blob, signedRecords);
const SECOND = renamed(2, 'Second');

async function published(): Promise<Bytes> {
  return new Uint8Array(await (await one.app.request('/v1/keys')).arrayBuffer());
}

async function announced(): Promise<{ due: number; keys: Bytes } | null> {
  const response = await one.app.request('/v1/announced');
  if (response.status === 404) return null;
  const { due, keys } = (await response.json()) as { due: number; keys: string };
  return { due, keys: fromBase64url(keys) };
}

describe('another keyring', () => {
  it('is announced for a day, for everybody to see, before it takes the place of the known one', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    const before = (await one.manifest()).manifest.files.keys;
    const answer = await one.publish('keys', fileOf(SECOND));
    expect(answer.status).toBe(202);
    const standing = await announced();
    expect(standing?.keys).toEqual(fileOf(SECOND));
    expect(standing?.due).toBeGreaterThanOrEqual(one.now + DAY);
    expect(standing?.due).toBeLessThan(one.now + DAY + HOUR);
    expect(await answer.json()).toEqual({ due: standing?.due });

    await one.pass(DAY - 1);
    expect(await published()).toEqual(KEYS_FILE);
    expect((await one.manifest()).manifest.files.keys).toEqual(before);
    await one.pass(HOUR + 1);
    expect(await published()).toEqual(fileOf(SECOND));
    expect((await one.manifest()).manifest.files.keys).toEqual(sha256(fileOf(SECOND)));
    expect(await announced()).toBeNull();
    expect(one.log.join('\n')).toContain('keyring.published');
  });

  it('keeps its day when it is announced again, with other weekly keys; what is published is the last', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    await one.publish('keys', fileOf(SECOND));
    const due = (await announced())?.due;
    one.now += 20 * HOUR;
    const record = signKeyRecord(
      { desk: 1, key: newBoxKeyPair(random).publicKey, from: NOW + 30 * DAY, until: NOW + 37 * DAY },
      amal.signing,
    );
    const longer = encodeKeysFile(SECOND, [...signedRecords, record]);
    expect((await one.publish('keys', longer)).status).toBe(202);
    expect(await announced()).toEqual({ due, keys: longer });
    await one.pass(5 * HOUR);
    expect(await published()).toEqual(longer);
  });

  it('changes at most once a day: yet another one begins a day of its own', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    await one.publish('keys', fileOf(SECOND));
    one.now += 23 * HOUR;
    const third = fileOf(renamed(3, 'Third', SECOND));
    expect((await one.publish('keys', third)).status).toBe(202);
    await one.pass(23 * HOUR);
    expect(await published()).toEqual(KEYS_FILE);
    await one.pass(2 * HOUR);
    expect(await published()).toEqual(third);
  });

  it('is not put off by one of the same serial or a lower', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    const third = fileOf(renamed(3, 'Third'));
    await one.publish('keys', third);
    for (const serial of [2, 3]) {
      const response = await one.publish('keys', fileOf(renamed(serial, 'Other')));
      expect([response.status, await response.json()]).toEqual([409, { error: 'stale' }]);
    }
    expect((await announced())?.keys).toEqual(third);
  });

  it('is checked as an install would check it before it is announced', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    const forged = signKeyring({ ...keyring, serial: 2, previous: sha256(keyringBlob) }, random(32));
    expect((await one.publish('keys', fileOf(forged))).status).toBe(422);
    expect(await announced()).toBeNull();
  });

  it('does not keep new weekly keys under the known keyring waiting', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    await one.publish('keys', fileOf(SECOND));
    const record = signKeyRecord(
      { desk: 1, key: newBoxKeyPair(random).publicKey, from: NOW + 30 * DAY, until: NOW + 37 * DAY },
      amal.signing,
    );
    const weekly = encodeKeysFile(keyringBlob, [...signedRecords, record]);
    expect((await one.publish('keys', weekly)).status).toBe(200);
    expect(await published()).toEqual(weekly);
    await one.pass(DAY + HOUR);
    expect(await published()).toEqual(fileOf(SECOND));
  });

  it('comes once, whichever of two copies is faster, and not much later when a clock was ahead', async () => {
    one = await stage({ keyringNoticeSeconds: DAY });
    const other = await one.copy();
    one.now += 40 * DAY;
    await one.publish('keys', fileOf(SECOND));
    one.now -= 40 * DAY;
    await Promise.all([one.tick(), other.tick()]);
    expect((await announced())?.due).toBeLessThan(one.now + DAY + HOUR);
    one.now += DAY + HOUR;
    await Promise.all([one.tick(), other.tick()]);
    await Promise.all([one.tick(), other.tick()]);
    expect(await published()).toEqual(fileOf(SECOND));
    expect(one.log.filter((line) => line.includes('keyring.published')).length).toBe(1);
    expect(one.log.join('')).not.toContain('refused');
  });

  it('comes at once to a relay that knows none, and where no notice is set', async () => {
    one = await stage({ keyringNoticeSeconds: DAY }, { empty: true });
    expect((await one.publish('keys', KEYS_FILE)).status).toBe(200);
    await one.dispose();
    one = await stage();
    expect((await one.publish('keys', fileOf(SECOND))).status).toBe(200);
    expect(await published()).toEqual(fileOf(SECOND));
  });
});
