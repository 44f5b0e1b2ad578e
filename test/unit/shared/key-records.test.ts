import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, compareBytes, utf8 } from '../../../shared/bytes.ts';
import {
  encodeKeysFile,
  type KeyRecord,
  keyInUse,
  signKeyRecord,
  splitKeysFile,
  verifyKeyRecord,
  verifyKeysFile,
} from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { signBlob } from '../../../shared/signing.ts';
import {
  amal,
  berit,
  chidi,
  intakeRecord,
  keyring,
  keyringBlob,
  mailroom,
  NOW,
  PEOPLE,
  peopleRecord,
  root,
  SAFETY,
  safetyKey,
  safetyRecord,
  signedRecords,
  stranger,
  WEEK,
} from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { laterCodeOf } from './code-of.ts';

const verified = (record: KeyRecord, signer: { publicKey: Bytes; seed: Bytes }): Promise<KeyRecord> =>
  verifyKeyRecord(signKeyRecord(record, signer), keyring);

describe('a key record', () => {
  it('of the mailroom or a member of the desk reads back', async () => {
    expect(await verified(intakeRecord, mailroom)).toEqual(intakeRecord);
    expect(await verified(safetyRecord, berit.signing)).toEqual(safetyRecord);
    expect(await verified(peopleRecord, chidi.signing)).toEqual(peopleRecord);
  });

  it.each([
    ['the intake key by a desk member', intakeRecord, amal.signing],
    ['a desk key by the mailroom', safetyRecord, mailroom],
    ['a desk key by a member of another desk', peopleRecord, berit.signing],
    ['a desk key by a stranger', safetyRecord, stranger.signing],
    ['a desk that does not exist', { ...safetyRecord, desk: 77 }, amal.signing],
  ] as const)('for %s is not theirs to sign', async (_, record, signer) => {
    expect(await laterCodeOf(verified(record, signer))).toBe('not-yours');
  });

  it('in the name of a colleague has a bad signature', async () => {
    const { blob } = signKeyRecord(safetyRecord, stranger.signing);
    const claimed = { by: kidOf(berit.signing.publicKey), blob };
    expect(await laterCodeOf(verifyKeyRecord(claimed, keyring))).toBe('bad-signature');
  });

  it('that ends before it starts is refused', async () => {
    const backwards = { ...safetyRecord, from: WEEK.until, until: WEEK.from };
    expect(await laterCodeOf(verified(backwards, berit.signing))).toBe('bad-public-file');
    expect(await laterCodeOf(verified({ ...safetyRecord, until: WEEK.from }, berit.signing))).toBe(
      'bad-public-file',
    );
  });

  it.each(['{"v":1}', '{"v":1,"desk":1,"key":"AA","from":1,"until":2}', 'not JSON'])(
    'that says %s is refused',
    async (json) => {
      const blob = signBlob('candor key record 1', berit.signing.seed, utf8(json));
      const record = { by: kidOf(berit.signing.publicKey), blob };
      expect(await laterCodeOf(verifyKeyRecord(record, keyring))).toBe('bad-public-file');
    },
  );
});

describe('the keys file', () => {
  it('reads back down to every record', async () => {
    const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
    expect(keys.keyring).toEqual(keyring);
    expect(keys.keyringBlob).toEqual(keyringBlob);
    expect(keys.records).toEqual([intakeRecord, safetyRecord, peopleRecord]);
  });

  it('can be split before the root is known', () => {
    const { keyringBlob: blob, records } = splitKeysFile(encodeKeysFile(keyringBlob, signedRecords));
    expect(blob).toEqual(keyringBlob);
    expect(records).toEqual(signedRecords);
  });

  it('is refused whole for one record that is not right', async () => {
    const wrong = signKeyRecord(peopleRecord, berit.signing);
    const file = encodeKeysFile(keyringBlob, [...signedRecords, wrong]);
    expect(await laterCodeOf(verifyKeysFile(file, root.publicKey))).toBe('not-yours');
  });

  it('by another root is refused', async () => {
    const file = encodeKeysFile(keyringBlob, signedRecords);
    expect(await laterCodeOf(verifyKeysFile(file, stranger.signing.publicKey))).toBe('bad-signature');
  });
});

describe('the key in use', () => {
  const random = seededRandom('weekly keys');
  const record = (desk: number, from: number, until: number): KeyRecord => ({
    v: 1,
    desk,
    key: newBoxKeyPair(random).publicKey,
    from,
    until,
  });

  it('is the one of its desk and time', () => {
    const records = [intakeRecord, safetyRecord, peopleRecord];
    expect(keyInUse(records, SAFETY, NOW)).toBe(safetyRecord);
    expect(keyInUse(records, PEOPLE, NOW)).toBe(peopleRecord);
    expect(keyInUse(records, 0, NOW)).toBe(intakeRecord);
    expect(keyInUse(records, 9, NOW)).toBeUndefined();
  });

  it('begins with its first second and is over with its last', () => {
    expect(keyInUse([safetyRecord], SAFETY, WEEK.from - 1)).toBeUndefined();
    expect(keyInUse([safetyRecord], SAFETY, WEEK.from)).toBe(safetyRecord);
    expect(keyInUse([safetyRecord], SAFETY, WEEK.until - 1)).toBe(safetyRecord);
    expect(keyInUse([safetyRecord], SAFETY, WEEK.until)).toBeUndefined();
  });

  it('of two that members made for one week is the one with the lowest kid, in whatever order they come', () => {
    const records = Array.from({ length: 6 }, () => record(SAFETY, 100, 200));
    const kids = records.map(({ key }) => kidOf(key)).sort(compareBytes);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 6 }), (shuffled) => {
        expect(kidOf(keyInUse(shuffled, SAFETY, 150)?.key ?? safetyKey.publicKey)).toEqual(kids[0]);
      }),
      { numRuns: 20 },
    );
  });

  it('of two that overlap is the one that began later', () => {
    const [earlier, later] = [record(SAFETY, 100, 200), record(SAFETY, 150, 250)];
    expect(keyInUse([earlier, later], SAFETY, 160)).toBe(later);
    expect(keyInUse([later, earlier], SAFETY, 140)).toBe(earlier);
  });
});
