import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { fromBase64url } from '../../shared/base64url.ts';
import { type Bytes, textOf, utf8 } from '../../shared/bytes.ts';
import { encodeConcern } from '../../shared/concern.ts';
import { openShare, shareFor } from '../../shared/desk-secrets.ts';
import { sha256 } from '../../shared/hash.ts';
import { kidOf } from '../../shared/kid.ts';
import { encodeMemberCard, verifyMemberCard } from '../../shared/member-card.ts';
import { parseMemberBackup, unwrapMemberKeys, wrapMemberKeys } from '../../shared/member-keys.ts';
import { approvePulse, encodePulse } from '../../shared/pulse.ts';
import { receiptOfWords, replySecretFor, stretchReceipt, wordsOfReceipt } from '../../shared/receipt.ts';
import { signRequest, verifyRequest } from '../../shared/request-signature.ts';
import { boxKeyPairOf } from '../../shared/sealed-box.ts';
import { signingKeyPairOf } from '../../shared/signing.ts';
import type { TeamAction } from '../../shared/team-actions.ts';
import { openTeamEvent, sealTeamEvent } from '../../shared/team-log.ts';
import * as cast from './cast.ts';
import { fromHex, toHex } from './hex.ts';
import { kind } from './kind.ts';
import { seededRandom } from './seeded-random.ts';

/** The BIP39 lists whose words a receipt can be written in. */
export const WORDLISTS: Readonly<Record<string, readonly string[]>> = {
  english,
  czech,
  french,
  italian,
  japanese,
  korean,
  portuguese,
  spanish,
};

export const receiptKind = kind({
  name: 'receipt',
  about:
    'Seven words of 9 bytes of seed (70 bits, the last two zero) in several BIP39 languages, then the reply keys for a desk.',
  inputs: Object.keys(WORDLISTS).map((language, at) => ({
    name: language,
    seed: toHex(seedAt(at)),
    organisation: 'st-elsewhere',
    desk: at + 1,
  })),
  encode: (input) => utf8(wordsOfReceipt(fromHex(input.seed), listOf(input.name)).join(' ')),
  decode: async (bytes, input) => {
    const seed = receiptOfWords(textOf(bytes).split(' '), listOf(input.name));
    const secret = replySecretFor(await stretchReceipt(seed, input.organisation), input.desk);
    return {
      seed: toHex(seed),
      replySecret: toHex(secret.keyPair.secretKey),
      replyPublic: toHex(secret.keyPair.publicKey),
      tagKey: toHex(secret.tagKey),
    };
  },
});

function seedAt(at: number): Bytes {
  const seed = seededRandom(`receipt ${at}`)(9);
  seed[8] = (seed[8] ?? 0) & 0xfc;
  return seed;
}

function listOf(language: string): readonly string[] {
  return WORDLISTS[language] ?? [];
}

export const deskShareKind = kind({
  name: 'desk-share',
  about: "A desk's weekly secret key, sealed to one member's box key.",
  inputs: [
    {
      name: 'patient safety for Amal',
      desk: cast.SAFETY,
      ...cast.WEEK,
      deskSecret: toHex(cast.safetyKey.secretKey),
      deskPublic: toHex(cast.safetyKey.publicKey),
      memberSecret: toHex(cast.amal.box.secretKey),
      random: 'share',
    },
  ],
  encode: (input) => {
    const [amal] = cast.keyring.members;
    if (amal === undefined) throw new Error('the cast has lost a member');
    return shareFor(amal, input, boxKeyPairOf(fromHex(input.deskSecret)), seededRandom(input.random)).sealed;
  },
  decode: (bytes, input) => {
    const share = {
      deskKid: kidOf(fromHex(input.deskPublic)),
      memberKid: kidOf(cast.amal.signing.publicKey),
      sealed: bytes as Bytes,
    };
    const pair = openShare(share, boxKeyPairOf(fromHex(input.memberSecret)), cast.safetyRecord);
    return (
      pair && { desk: input.desk, from: input.from, until: input.until, deskSecret: toHex(pair.secretKey) }
    );
  },
});

export const memberBackupKind = kind({
  name: 'member-backup',
  about: 'JSON; sealed = secretbox under scrypt(NFKC passphrase, salt, N = 65,536, r = 8, p = 1).',
  inputs: ['correct horse battery', 'ﬁve wards, zwölf Nächte'].map((passphrase, at) => ({
    name: `backup ${at}`,
    passphrase,
    signingSeed: toHex(cast.amal.signing.seed),
    boxSecret: toHex(cast.amal.box.secretKey),
    label: 'Amal, safety and people',
    random: `backup ${at}`,
  })),
  encode: (input) =>
    wrapMemberKeys(
      { signing: signingKeyPairOf(fromHex(input.signingSeed)), box: boxKeyPairOf(fromHex(input.boxSecret)) },
      input.label,
      input.passphrase,
      seededRandom(input.random),
    ),
  decode: async (bytes, input) => {
    const backup = parseMemberBackup(bytes);
    const keys = await unwrapMemberKeys(backup, input.passphrase);
    return {
      label: backup.label,
      kid: toHex(backup.kid),
      signingSeed: toHex(keys.signing.seed),
      boxSecret: toHex(keys.box.secretKey),
    };
  },
});

export const memberCardKind = kind({
  name: 'member-card',
  about:
    'JSON: sign, and blob = signature(64) ‖ JSON of label, sign and box, signed over "candor member card 1" ‖ JSON.',
  inputs: [
    {
      name: 'Berit',
      label: 'Berit, patient safety',
      signingSeed: toHex(cast.berit.signing.seed),
      signingPublic: toHex(cast.berit.signing.publicKey),
      boxSecret: toHex(cast.berit.box.secretKey),
    },
  ],
  encode: (input) =>
    encodeMemberCard(input.label, {
      signing: signingKeyPairOf(fromHex(input.signingSeed)),
      box: boxKeyPairOf(fromHex(input.boxSecret)),
    }),
  decode: async (bytes) => asHex(await verifyMemberCard(bytes)),
});

const concernId = sha256(utf8('an envelope'));
const askedBytes = encodePulse({
  v: 1,
  id: 'k3Jd_8a-',
  desk: cast.SAFETY,
  from: '2026-11-30',
  until: '2026-12-13',
  language: 'en',
  title: 'Speaking up here',
  items: [{ text: 'I can say what I think.', scale: 'agree5' }],
});
const actions: Record<string, TeamAction> = {
  acknowledged: { type: 'acknowledged' },
  'acknowledged together': { type: 'acknowledged', also: [sha256(utf8('another')), sha256(utf8('a third'))] },
  assigned: { type: 'assigned', to: kidOf(cast.berit.signing.publicKey) },
  noted: { type: 'noted', text: 'Asked the ward. "Two" pumps, Grüße, شكرا.' },
  'in review': { type: 'in-review' },
  closed: { type: 'closed', reason: 'resolved', line: 'Labels have colours now.' },
  replied: {
    type: 'replied',
    index: 2,
    reply: { type: 'status', status: 'planned', day: '2026-12-18', text: 'We talk to the ward next.' },
  },
  'replied with a reason': {
    type: 'replied',
    index: 3,
    reply: { type: 'status', status: 'closed', reason: 'not-safety' },
  },
  graded: { type: 'graded', harm: 'moderate' },
  tagged: { type: 'tagged', tag: 'pumps', on: true },
  merged: { type: 'merged', into: sha256(utf8('another')) },
  recused: { type: 'recused' },
  readmitted: { type: 'readmitted', who: kidOf(cast.berit.signing.publicKey) },
  revealed: { type: 'revealed' },
  moved: { type: 'moved', route: 'safeguarding', name: 'Safeguarding office', reference: 'S-104/26' },
  held: { type: 'held', reason: 'A court has asked for it.' },
  released: { type: 'released', reason: 'The court is done with it.' },
  recorded: { type: 'recorded', summary: 'Two pumps looked alike; labels have colours now.' },
  told: { type: 'told', said: 'Two pumps look alike.', did: 'Labels have colours now.' },
  confirmed: { type: 'confirmed', event: sha256(utf8('an event')) },
  withdrawn: { type: 'withdrawn', event: sha256(utf8('an event')) },
  kept: {
    type: 'kept',
    copy: encodeConcern({ kind: 'near_miss', t: { what: 'Grüße. The labels look alike.' } }),
    released: '2026-11-20',
    reason: 'A court has asked for it.',
  },
  deleted: { type: 'deleted', week: '2026-W20', concerns: 4 },
  learned: {
    type: 'learned',
    happened: 'Two pumps were taken for each other.',
    learnt: 'Labels are read in the dark.',
    changed: 'Each kind has its own colour.',
  },
  'learned elsewhere': {
    type: 'learned',
    from: 'Grünau District Hospital',
    happened: 'A door was locked.',
    learnt: 'Nobody had the key.',
    changed: 'It opens from inside.',
  },
  pledged: {
    type: 'pledged',
    name: 'Amara Osei',
    role: 'Chief nurse',
    answersBy: '2026-12-18',
    words: 'I was silent once.',
  },
  'confirmed with a signature': {
    type: 'confirmed',
    event: sha256(utf8('an event')),
    signature: fromBase64url(approvePulse(askedBytes, cast.berit.signing).signature),
  },
  asked: {
    type: 'asked',
    pulse: askedBytes,
    signature: fromBase64url(approvePulse(askedBytes, cast.amal.signing).signature),
  },
  counted: {
    type: 'counted',
    pulse: 'k3Jd_8a-',
    title: 'Speaking up here',
    from: '2026-11-02',
    until: '2026-11-15',
    answers: 31,
    items: [
      {
        text: 'I can say what I think.',
        scale: 'agree5',
        reversed: true,
        count: { answered: 30, mean: 340, shares: [10, 20, 20, 30, 20] },
      },
      { text: 'Somebody listens.', scale: 'agree5' },
    ],
    reasons: [40, 30, 20, 0, 10, 25, 5],
    fear: 35,
  },
};
/** What is about the desk and not about one concern. */
const OF_DESK: readonly string[] = ['told', 'deleted', 'pledged', 'learned elsewhere', 'asked', 'counted'];

export const teamEventKind = kind({
  name: 'team-event',
  about:
    'kid of the weekly desk key, then a sealed box of "CDe1" ‖ member kid ‖ signature ‖ JSON padded with spaces. Hashes and kids in hexadecimal here, in base64url inside.',
  inputs: Object.keys(actions).map((name, at) => ({
    name,
    desk: cast.SAFETY,
    day: cast.TODAY,
    heads: at === 0 ? [] : [toHex(sha256(utf8(`event ${at - 1}`)))],
    authorSeed: toHex(cast.amal.signing.seed),
    authorPublic: toHex(cast.amal.signing.publicKey),
    deskSecret: toHex(cast.safetyKey.secretKey),
    deskPublic: toHex(cast.safetyKey.publicKey),
    random: `event ${at}`,
  })),
  encode: (input) =>
    sealTeamEvent(
      {
        desk: input.desk,
        heads: input.heads.map(fromHex),
        day: input.day,
        concern: OF_DESK.includes(input.name) ? null : concernId,
        what: actions[input.name] ?? { type: 'in-review' },
      },
      signingKeyPairOf(fromHex(input.authorSeed)),
      fromHex(input.deskPublic),
      seededRandom(input.random),
    ),
  decode: async (bytes, input) => {
    const [desk] = cast.keyring.desks;
    if (desk === undefined) throw new Error('the cast has lost a desk');
    return asHex(await openTeamEvent(bytes, boxKeyPairOf(fromHex(input.deskSecret)), desk, cast.keyring));
  },
});

/** Bytes anywhere in a value, as hexadecimal. */
function asHex(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? toHex(part) : part)));
}

export const requestSignatureKind = kind({
  name: 'request-signature',
  about:
    'RFC 9421 headers as JSON, made with Ed25519 from signerSeed at created; the nonce is the first 16 bytes of the seeded source.',
  inputs: [
    requestInput('GET', 'https://mailroom.example/v1/desks/1/queue?after=abc', '', 'candor-mailroom'),
    requestInput('POST', 'https://mailroom.example/v1/desks/1/events', '{"sealed":"AA"}', 'candor-mailroom'),
    requestInput('PUT', 'http://127.0.0.1:4400/v1/files/keys', 'keys', 'candor-relay'),
  ],
  encode: (input) =>
    utf8(
      JSON.stringify(
        signRequest(
          { method: input.method, url: input.url, body: utf8(input.body) },
          signingKeyPairOf(fromHex(input.signerSeed)),
          { audience: input.audience, nowSeconds: input.created, random: seededRandom(input.random) },
        ),
      ),
    ),
  decode: async (bytes, input) => {
    const headers: Record<string, string> = JSON.parse(textOf(bytes));
    const verified = await verifyRequest(
      {
        method: input.method,
        url: input.url,
        body: utf8(input.body),
        header: (name) => headers[name],
      },
      () => fromHex(input.signerPublic),
      { audience: input.audience, nowSeconds: input.created },
    );
    return { kid: toHex(verified.kid), nonce: verified.nonce };
  },
});

function requestInput(
  method: string,
  url: string,
  body: string,
  audience: 'candor-mailroom' | 'candor-relay',
) {
  const signer = audience === 'candor-relay' ? cast.mailroom : cast.amal.signing;
  return {
    name: `${method} for ${audience}`,
    method,
    url,
    body,
    audience,
    created: cast.NOW,
    signerSeed: toHex(signer.seed),
    signerPublic: toHex(signer.publicKey),
    random: `request ${method}`,
  };
}
