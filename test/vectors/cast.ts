import { type KeyRecord, type SignedKeyRecord, signKeyRecord } from '../../shared/key-records.ts';
import { type Keyring, type Member, signKeyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { type MemberKeys, newMemberKeys } from '../../shared/member-keys.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { newSigningKeyPair } from '../../shared/signing.ts';
import { keyWeekAt } from '../../shared/weeks.ts';
import { seededRandom } from './seeded-random.ts';

/*
 * The people and keys of every vector and of many tests: one organisation with its root, relay, mailroom, three
 * members and two desks, in one week. Everything is made from seeds, so everybody meets the same ones.
 */

/** 2026-11-25 12:00 UTC, a Wednesday. */
export const NOW = 1_795_608_000;
export const TODAY = '2026-11-25';
export const WEEK = keyWeekAt(NOW);

export const root = newSigningKeyPair(seededRandom('root'));
export const relay = newSigningKeyPair(seededRandom('relay'));
export const mailroom = newSigningKeyPair(seededRandom('mailroom'));
export const stranger = newMemberKeys(seededRandom('stranger'));
export const hop = newBoxKeyPair(seededRandom('hop'));
export const nextHop = newBoxKeyPair(seededRandom('next hop'));
export const intake = newBoxKeyPair(seededRandom('intake'));
export const staffKey = seededRandom('staff')(32);

export const SAFETY = 1;
export const PEOPLE = 2;
export const safetyKey = newBoxKeyPair(seededRandom('desk 1'));
export const peopleKey = newBoxKeyPair(seededRandom('desk 2'));

/** Sits on both desks. */
export const amal = newMemberKeys(seededRandom('amal'));
/** Sits on patient safety only. */
export const berit = newMemberKeys(seededRandom('berit'));
/** Sits on people only, and her membership has lapsed. */
export const chidi = newMemberKeys(seededRandom('chidi'));

export const keyring: Keyring = {
  v: 1,
  serial: 1,
  previous: null,
  issued: '2026-11-23',
  org: { id: 'st-elsewhere', name: 'St Elsewhere' },
  operator: { name: 'Quiet Carriers', own: false },
  mailroom: mailroom.publicKey,
  members: [
    memberOf('Amal, safety and people', amal, '2027-02-20'),
    memberOf('Berit, patient safety', berit, '2027-02-20'),
    memberOf('Chidi, people', chidi, '2026-11-24'),
  ],
  desks: [
    {
      id: SAFETY,
      slug: 'patient-safety',
      name: 'Patient safety',
      kinds: ['near_miss', 'incident', 'hazard', 'good_care'],
      independent: true,
      members: [kidOf(amal.signing.publicKey), kidOf(berit.signing.publicKey)],
    },
    {
      id: PEOPLE,
      slug: 'people',
      name: 'People (HR)',
      kinds: ['staff', 'culture'],
      independent: false,
      members: [kidOf(amal.signing.publicKey), kidOf(chidi.signing.publicKey)],
    },
  ],
};
export const keyringBlob = signKeyring(keyring, root.seed);

export const intakeRecord: KeyRecord = { v: 1, desk: 0, key: intake.publicKey, ...WEEK };
export const safetyRecord: KeyRecord = { v: 1, desk: SAFETY, key: safetyKey.publicKey, ...WEEK };
export const peopleRecord: KeyRecord = { v: 1, desk: PEOPLE, key: peopleKey.publicKey, ...WEEK };

export const signedRecords: readonly SignedKeyRecord[] = [
  signKeyRecord(intakeRecord, mailroom),
  signKeyRecord(safetyRecord, berit.signing),
  signKeyRecord(peopleRecord, amal.signing),
];

function memberOf(label: string, keys: MemberKeys, until: string): Member {
  return { label, sign: keys.signing.publicKey, box: keys.box.publicKey, until };
}
