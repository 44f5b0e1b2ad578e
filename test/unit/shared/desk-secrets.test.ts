import { describe, expect, it } from 'vitest';
import { concat, slice, u32, utf8 } from '../../../shared/bytes.ts';
import {
  type DeskShare,
  makeDeskWeek,
  openShare,
  openUnpublishedShare,
  shareFor,
} from '../../../shared/desk-secrets.ts';
import { type KeyRecord, verifyKeyRecord } from '../../../shared/key-records.ts';
import type { Member } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { newBoxKeyPair, seal } from '../../../shared/sealed-box.ts';
import { amal, berit, keyring, PEOPLE, SAFETY, safetyKey, safetyRecord, WEEK } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('shares');
const [amalThere, beritThere] = keyring.members as [Member, Member];
const week = { desk: SAFETY, ...WEEK };
const share = shareFor(amalThere, week, safetyKey, random);

/** A share around any bytes, as anybody can make it who knows the member's public key. */
function around(inside: Uint8Array): DeskShare {
  return { ...share, sealed: seal(amal.box.publicKey, inside, random) };
}

describe("a desk's weekly key", () => {
  it('comes as a record for everyone and a share for each member', async () => {
    const made = makeDeskWeek(SAFETY, WEEK, [amalThere, beritThere], berit.signing, random);
    const record = await verifyKeyRecord(made.record, keyring);
    expect(record).toMatchObject({ desk: SAFETY, ...WEEK });
    expect(made.shares.map(({ memberKid }) => memberKid)).toEqual([
      kidOf(amal.signing.publicKey),
      kidOf(berit.signing.publicKey),
    ]);
    const [forAmal, forBerit] = made.shares as [DeskShare, DeskShare];
    expect(openShare(forAmal, amal.box, record)?.publicKey).toEqual(record.key);
    expect(openShare(forBerit, berit.box, record)).toEqual(openShare(forAmal, amal.box, record));
  });

  it('stays closed to a colleague whose share it is not', () => {
    expect(openShare(share, berit.box, safetyRecord)).toBeNull();
  });

  it.each<[string, KeyRecord]>([
    ['key', { ...safetyRecord, key: newBoxKeyPair(random).publicKey }],
    ['desk', { ...safetyRecord, desk: PEOPLE }],
    ['first second', { ...safetyRecord, from: WEEK.from + 1 }],
    ['last second', { ...safetyRecord, until: WEEK.until + 1 }],
  ])('that does not fit the published %s raises an alarm', (_, record) => {
    expect(codeOf(() => openShare(share, amal.box, record))).toBe('unknown-key');
  });

  const inside = concat(
    utf8('CDs1'),
    new Uint8Array([SAFETY]),
    u32(WEEK.from),
    u32(WEEK.until),
    safetyKey.secretKey,
  );

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a byte less', slice(inside, 0, inside.length - 1)],
    ['a byte more', concat(inside, new Uint8Array(1))],
    ['another marker', concat(utf8('CDb1'), inside.subarray(4))],
  ])('of %s raises an alarm and breaks nothing', (_, wrong) => {
    expect(codeOf(() => openShare(around(wrong), amal.box, safetyRecord))).toBe('unknown-key');
    expect(codeOf(() => openUnpublishedShare(around(wrong), amal.box, SAFETY))).toBe('unknown-key');
  });

  it('without a published record opens by its name alone, for its own desk', () => {
    expect(openUnpublishedShare(share, amal.box, SAFETY)).toEqual({ pair: safetyKey, until: WEEK.until });
    expect(openUnpublishedShare(share, berit.box, SAFETY)).toBeNull();
    expect(codeOf(() => openUnpublishedShare(share, amal.box, PEOPLE))).toBe('unknown-key');
    const renamed = { ...share, deskKid: new Uint8Array(4) };
    expect(codeOf(() => openUnpublishedShare(renamed, amal.box, SAFETY))).toBe('unknown-key');
  });

  it('is not shared with a member whose key cannot keep a secret', () => {
    const lowOrder = { ...amalThere, box: new Uint8Array(32) };
    expect(codeOf(() => shareFor(lowOrder, week, safetyKey, random))).toBe('unknown-key');
  });
});
