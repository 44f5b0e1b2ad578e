import { toBase64url } from '../../shared/base64url.ts';
import { type Bulletin, signBulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { type Bytes, utf8 } from '../../shared/bytes.ts';
import { type CaseCard, encodeCaseCard, readCaseCard } from '../../shared/case-card.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { sha256 } from '../../shared/hash.ts';
import {
  encodeKeysFile,
  type KeyRecord,
  signKeyRecord,
  verifyKeyRecord,
  verifyKeysFile,
} from '../../shared/key-records.ts';
import { type Keyring, signKeyring, verifyKeyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { approvePulse, encodePulse, type Pulse } from '../../shared/pulse.ts';
import { signReplyIndex, verifyReplyIndex } from '../../shared/reply-index.ts';
import { signingKeyPairOf } from '../../shared/signing.ts';
import * as cast from './cast.ts';
import { fromHex, toHex } from './hex.ts';
import { kind } from './kind.ts';
import { seededRandom } from './seeded-random.ts';

export const bulletin: Bulletin = {
  v: 1,
  serial: 3,
  issued: '2026-11-24',
  language: 'en-GB',
  emergency: { label: 'Cardiac arrest', number: '2222' },
  fallback: { phone: '01632 960001', paper: 'Box beside the canteen' },
  incidentSystem: { label: 'Incident report', url: 'https://incidents.example/new' },
  places: [
    { code: 'north', label: 'North wing', staff: 240 },
    { code: 'ward-7', label: 'Ward 7', parent: 'north', staff: 38 },
    { code: 'clinic-2', label: 'Small clinic', parent: 'north', staff: 4 },
  ],
  support: [{ kind: 'phone', label: 'Someone to talk to', detail: '01632 960002', hours: 'day and night' }],
  stories: [{ said: 'Pumps look alike', did: 'Labels have colours now', week: '2026-W47' }],
  promises: [{ desk: 1, week: '2026-W47', acknowledged: 95, answered: 80 }],
  pledge: {
    desk: 1,
    name: 'Amara Osei',
    role: 'Chief nurse',
    answersBy: '2026-12-18',
    words: 'I was silent once.',
  },
  notices: [{ title: 'Winter', text: 'Flu jabs on Tuesdays. Grüße, شكرا.' }],
};

const pulse: Pulse = {
  v: 1,
  id: 'k3Jd_8a-',
  desk: 1,
  from: '2026-11-23',
  until: '2026-12-06',
  language: 'en',
  title: 'Speaking up here',
  items: [
    { text: 'I could report a safety worry here without it being held against me.', scale: 'agree5' },
    { text: 'Wie geht es dir? كيف حالك؟', scale: 'burnout5', reversed: true, wellbeing: true },
  ],
  reasons: true,
};
const pulseBytes = encodePulse(pulse);

/** The same a week later, with what desks ask everybody. */
const asking: Bulletin = {
  ...bulletin,
  serial: 4,
  issued: '2026-12-01',
  pulses: [
    {
      pulse: toBase64url(pulseBytes),
      approvals: [approvePulse(pulseBytes, cast.amal.signing), approvePulse(pulseBytes, cast.berit.signing)],
    },
  ],
  supportRequests: [{ desk: 1, quarter: '2026-Q3', requests: 14 }],
};

const card: CaseCard = {
  from: 'Grünau District Hospital',
  happened:
    'Two pumps that look alike were taken for each other during a night shift.\nA check at handover found it.',
  learnt: 'Colour helps where a label is read in the dark. مضختان متشابهتان.',
  changed: 'Each kind of pump has a colour of its own, and a place of its own on the shelf.',
};

/** A week later again, with what another hospital learned. */
const learning: Bulletin = {
  ...bulletin,
  serial: 5,
  issued: '2026-12-08',
  cases: [{ ...card, week: '2026-W50' }],
};

export const caseCardKind = kind({
  name: 'case-card',
  about: 'JSON with hash = SHA-256("candor case card 1" ‖ JSON of the fields before it), in base64url.',
  inputs: [{ name: 'two pumps', card }],
  encode: (input) => encodeCaseCard(input.card),
  decode: (bytes) => readCaseCard(bytes),
});

const secondKeyring: Keyring = {
  ...cast.keyring,
  serial: 2,
  previous: sha256(cast.keyringBlob),
  issued: '2026-11-25',
  desks: cast.keyring.desks.slice(0, 1),
  former: [
    { label: 'Guardian until spring', sign: cast.stranger.signing.publicKey, desks: [1], left: '2026-11-20' },
  ],
};

export const keyringKind = kind({
  name: 'keyring',
  about:
    'signature(64) ‖ JSON, signed by rootSeed over "candor keyring 1" ‖ JSON. Keys, kids and hashes in base64url.',
  inputs: [cast.keyring, secondKeyring].map((keyring) => ({
    name: `serial ${keyring.serial}`,
    keyring: asPlain(keyring),
    rootSeed: toHex(cast.root.seed),
    rootPublic: toHex(cast.root.publicKey),
  })),
  encode: (input) => {
    const keyring = [cast.keyring, secondKeyring].find(({ serial }) => `serial ${serial}` === input.name);
    return signKeyring(keyring ?? cast.keyring, fromHex(input.rootSeed));
  },
  decode: async (bytes, input) => asPlain(await verifyKeyring(bytes, fromHex(input.rootPublic))),
});

export const keyRecordKind = kind({
  name: 'key-record',
  about:
    'signature(64) ‖ JSON, signed over "candor key record 1" ‖ JSON by the mailroom (desk 0) or a member.',
  inputs: [
    recordInput('intake', cast.intakeRecord, cast.mailroom.seed),
    recordInput('patient safety', cast.safetyRecord, cast.berit.signing.seed),
    recordInput('people', cast.peopleRecord, cast.amal.signing.seed),
  ],
  encode: (input) => recordOf(input).blob,
  decode: async (bytes, input) => {
    const record = await verifyKeyRecord({ by: fromHex(input.by), blob: bytes as Bytes }, cast.keyring);
    return { desk: record.desk, key: toHex(record.key), from: record.from, until: record.until };
  },
});

function recordInput(name: string, { desk, key, from, until }: KeyRecord, seed: Bytes) {
  const signer = signingKeyPairOf(seed);
  return {
    name,
    record: { desk, key: toHex(key), from, until },
    by: toHex(kidOf(signer.publicKey)),
    signerSeed: toHex(seed),
    signerPublic: toHex(signer.publicKey),
  };
}

function recordOf(input: ReturnType<typeof recordInput>) {
  const { record, signerSeed } = input;
  return signKeyRecord({ ...record, key: fromHex(record.key) }, signingKeyPairOf(fromHex(signerSeed)));
}

export const keysFileKind = kind({
  name: 'keys-file',
  about: 'The public file keys: JSON with the signed keyring and the signed key records, blobs in base64url.',
  inputs: [{ name: 'three records', rootPublic: toHex(cast.root.publicKey) }],
  encode: () => encodeKeysFile(cast.keyringBlob, cast.signedRecords),
  decode: async (bytes, input) => {
    const keys = await verifyKeysFile(bytes, fromHex(input.rootPublic));
    return {
      serial: keys.keyring.serial,
      records: keys.records.map(({ desk, key, from, until }) => ({ desk, key: toHex(key), from, until })),
    };
  },
});

export const bulletinKind = kind({
  name: 'bulletin',
  about:
    'JSON: by, and blob = signature(64) ‖ JSON, signed over "candor bulletin 1" ‖ JSON by a desk member.',
  inputs: [
    { name: 'a week', bulletin },
    { name: 'with a pulse', bulletin: asking },
    { name: 'with a case', bulletin: learning },
  ].map((input) => ({
    ...input,
    memberSeed: toHex(cast.berit.signing.seed),
    memberPublic: toHex(cast.berit.signing.publicKey),
  })),
  encode: (input) => signBulletin(input.bulletin, signingKeyPairOf(fromHex(input.memberSeed))),
  decode: (bytes) => verifyBulletin(bytes, cast.keyring),
});

export const replyIndexKind = kind({
  name: 'reply-index',
  about: 'JSON: blob = signature(64) ‖ JSON, signed over "candor reply index 1" ‖ JSON by the mailroom.',
  inputs: [
    {
      name: 'two days',
      serial: 9,
      days: ['2026-11-25', '2026-11-24'].map((day) => ({
        day,
        packs: [0, 1].map((at) => toHex(seededRandom(`reply pack ${day} ${at}`)(32))),
      })),
      mailroomSeed: toHex(cast.mailroom.seed),
      mailroomPublic: toHex(cast.mailroom.publicKey),
    },
  ],
  encode: (input) =>
    signReplyIndex(
      {
        serial: input.serial,
        days: input.days.map(({ day, packs }) => ({ day, packs: packs.map(fromHex) })),
      },
      fromHex(input.mailroomSeed),
    ),
  decode: async (bytes, input) => {
    const index = await verifyReplyIndex(bytes, fromHex(input.mailroomPublic));
    return {
      serial: index.serial,
      days: index.days.map(({ day, packs }) => ({ day, packs: packs.map(toHex) })),
    };
  },
});

export const fingerprintKind = kind({
  name: 'fingerprint',
  about: 'Four words for root, relay identity and signed keyring, as UTF-8 text.',
  inputs: [
    {
      name: 'the organisation',
      rootPublic: toHex(cast.root.publicKey),
      relayPublic: toHex(cast.relay.publicKey),
      keyring: toHex(cast.keyringBlob),
    },
  ],
  encode: (input) => utf8(wordsFor(input)),
  decode: (_, input) => wordsFor(input).split(' '),
});

function wordsFor(input: { rootPublic: string; relayPublic: string; keyring: string }): string {
  return fingerprint(fromHex(input.rootPublic), fromHex(input.relayPublic), fromHex(input.keyring));
}

export const kidKind = kind({
  name: 'kid',
  about: 'Key ids: BLAKE2b with 4 bytes of output over "candor kid 1" ‖ key.',
  inputs: [cast.hop, cast.intake, cast.safetyKey, cast.amal.signing].map(({ publicKey }, at) => ({
    name: ['hop', 'intake', 'desk', 'member'][at],
    publicKey: toHex(publicKey),
  })),
  encode: (input) => kidOf(fromHex(input.publicKey)),
  decode: (_, input) => toHex(kidOf(fromHex(input.publicKey))),
});

/** A keyring as its JSON says it, bytes in base64url. */
function asPlain(keyring: Keyring): unknown {
  return JSON.parse(
    JSON.stringify(keyring, (_, value) => (value instanceof Uint8Array ? toBase64url(value) : value)),
  );
}
