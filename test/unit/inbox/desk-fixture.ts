import { toBase64url } from '../../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../../shared/bytes.ts';
import { type Concern, encodeConcern } from '../../../shared/concern.ts';
import { type DeskShare, makeDeskWeek } from '../../../shared/desk-secrets.ts';
import { sha256 } from '../../../shared/hash.ts';
import {
  encodeKeysFile,
  keyInUse,
  type SignedKeyRecord,
  verifyKeyRecord,
} from '../../../shared/key-records.ts';
import { type Keyring, signKeyring, verifyKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type MemberKeys, newMemberKeys, wrapMemberKeys } from '../../../shared/member-keys.ts';
import { sealEnvelope } from '../../../shared/message.ts';
import { newBoxKeyPair } from '../../../shared/sealed-box.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { dayAt, keyWeekAt } from '../../../shared/weeks.ts';

/*
 * A small organisation to test the inbox against: one desk with two members, another desk with one.
 */

/** Tuesday 24 November 2026, noon UTC: the day of the clock vectors. */
export const NOON = Date.parse('2026-11-24T12:00:00Z') / 1000;
export const TODAY = dayAt(NOON, 'UTC');
export const PASSPHRASE = 'quiet lamps help nobody';

export interface Organisation {
  readonly root: ReturnType<typeof newSigningKeyPair>;
  readonly relayKey: Bytes;
  readonly mailroom: ReturnType<typeof newSigningKeyPair>;
  readonly keyring: Keyring;
  readonly keyringBlob: Bytes;
  readonly ada: MemberKeys;
  readonly ben: MemberKeys;
  readonly backupOf: (keys: MemberKeys, label?: string) => Promise<Bytes>;
  readonly random: RandomBytes;
}

/** Numbers that look random and are the same in every run. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0 || 1;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      bytes[i] = state & 0xff;
    }
    return bytes;
  };
}

/** Desk 1 "people": Ada and Ben. Desk 2 "guardian": Ben alone. */
export function newOrganisation(seed = 7): Organisation {
  const random = seededRandom(seed);
  const root = newSigningKeyPair(random);
  const mailroom = newSigningKeyPair(random);
  const ada = newMemberKeys(random);
  const ben = newMemberKeys(random);
  const card = (label: string, keys: MemberKeys) => ({
    label,
    sign: keys.signing.publicKey,
    box: keys.box.publicKey,
    until: '2027-02-01',
  });
  const kids = { ada: kidOf(ada.signing.publicKey), ben: kidOf(ben.signing.publicKey) };
  const keyring: Keyring = {
    v: 1,
    serial: 1,
    previous: null,
    issued: TODAY,
    org: { id: 'test', name: 'Northgate General Hospital' },
    operator: { name: 'North Region Patient Council', own: false },
    mailroom: mailroom.publicKey,
    members: [card('HR partner', ada), card('Guardian', ben)],
    desks: [
      {
        id: 1,
        slug: 'people',
        name: 'People Team',
        kinds: ['staff'],
        independent: false,
        members: [kids.ada, kids.ben],
      },
      {
        id: 2,
        slug: 'guardian',
        name: 'Guardian',
        kinds: ['culture'],
        independent: true,
        members: [kids.ben],
      },
    ],
  };
  return {
    root,
    relayKey: newSigningKeyPair(random).publicKey,
    mailroom,
    keyring,
    keyringBlob: signKeyring(keyring, root.seed),
    ada,
    ben,
    backupOf: (keys, label = 'HR partner') => wrapMemberKeys(keys, label, PASSPHRASE, random),
    random,
  };
}

/** A successor of the organisation's keyring, signed by the same root. */
export function nextKeyring(org: Organisation, change: Partial<Keyring>): { keyring: Keyring; blob: Bytes } {
  const keyring = {
    ...org.keyring,
    serial: org.keyring.serial + 1,
    previous: sha256(org.keyringBlob),
    ...change,
  };
  return { keyring, blob: signKeyring(keyring, org.root.seed) };
}

/** A week's key of a desk, made by one member for everyone on it. */
export function deskWeek(
  org: Organisation,
  desk: number,
  nowSeconds = NOON,
): { record: SignedKeyRecord; shares: DeskShare[] } {
  const described = org.keyring.desks.find(({ id }) => id === desk);
  if (described === undefined) throw new TypeError('no such desk');
  const members = org.keyring.members.filter(({ sign }) =>
    described.members.some((kid) => toBase64url(kid) === toBase64url(kidOf(sign))),
  );
  return makeDeskWeek(desk, keyWeekAt(nowSeconds), members, org.ben.signing, org.random);
}

export async function keysFile(
  org: Organisation,
  records: readonly SignedKeyRecord[],
  blob = org.keyringBlob,
): Promise<Bytes> {
  return encodeKeysFile(blob, records);
}

/** The public key that concerns for a desk are sealed to now. */
export async function deskKey(
  org: Organisation,
  desk: number,
  records: readonly SignedKeyRecord[],
): Promise<Bytes> {
  const keyring = await verifyKeyring(org.keyringBlob, org.root.publicKey);
  const parsed = await Promise.all(records.map((record) => verifyKeyRecord(record, keyring)));
  const record = keyInUse(parsed, desk, NOON);
  if (record === undefined) throw new TypeError('the desk has no key');
  return record.key;
}

/** A sealed concern as the mailroom queues it. */
export function sealedConcern(
  deskPublicKey: Bytes,
  concern: Omit<Concern, 'v' | 'tax'>,
  random: RandomBytes,
): { id: string; deskKid: string; envelope: string } {
  const reply = { publicKey: newBoxKeyPair(random).publicKey, tagKey: random(32) };
  return envelopeOf(
    sealEnvelope(deskPublicKey, { type: 'concern', reply, body: encodeConcern(concern) }, random),
    deskPublicKey,
  );
}

/** Any message body, sealed as a concern: for what an honest panel would never make. */
export function sealedBody(deskPublicKey: Bytes, body: Bytes, random: RandomBytes) {
  const reply = { publicKey: newBoxKeyPair(random).publicKey, tagKey: random(32) };
  return envelopeOf(sealEnvelope(deskPublicKey, { type: 'concern', reply, body }, random), deskPublicKey);
}

export function envelopeOf(envelope: Bytes, deskPublicKey: Bytes) {
  return {
    id: toBase64url(sha256(envelope)),
    deskKid: toBase64url(kidOf(deskPublicKey)),
    envelope: toBase64url(envelope),
  };
}
