import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, equalBytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { dayField, hashField, jsonBytes, keyField, kidField, parseJson, shortText } from './json-fields.ts';
import { kidNumber, kidOf } from './kid.ts';
import { openSignedBlob, signBlob } from './signing.ts';
import { KINDS } from './taxonomy.ts';

const CONTEXT = 'candor keyring 1';

const memberSchema = v.strictObject({
  /** How colleagues know the member: a role, not necessarily a name. Everyone can read it. */
  label: shortText,
  /** Ed25519: signs requests, log events and answers. */
  sign: keyField,
  /** X25519: the desks' weekly secrets are sealed to it. */
  box: keyField,
  /** Membership lapses after this day unless a colleague renews it. */
  until: dayField,
});

const formerSchema = v.strictObject({
  label: shortText,
  /** What they signed while they were a member still counts. */
  sign: keyField,
  /** Ids of the desks they were on. */
  desks: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255))), v.maxLength(32)),
  /** Their last day. */
  left: dayField,
});

const deskSchema = v.strictObject({
  id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  slug: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  name: shortText,
  /** Kinds that go here unless the person chooses another desk. */
  kinds: v.array(v.picklist(KINDS)),
  /** Independent of HR. */
  independent: v.boolean(),
  /** Kids of the members' signing keys. */
  members: v.array(kidField),
});

const keyringSchema = v.strictObject({
  v: v.literal(1),
  /** Never falls. */
  serial: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of the signed keyring before this one; `null` for the first. */
  previous: v.nullable(hashField),
  issued: dayField,
  org: v.strictObject({ id: shortText, name: shortText }),
  /** Who runs the relay; `own` when the hospital does, and the split is then a promise, not mathematics. */
  operator: v.strictObject({ name: shortText, own: v.boolean() }),
  /** Ed25519 identity of the mailroom: signs intake keys and its requests to the relay. */
  mailroom: keyField,
  members: v.array(memberSchema),
  desks: v.pipe(v.array(deskSchema), v.minLength(1), v.maxLength(32)),
  /** Members who have left: without them their part of the team log could not be told from a forgery. */
  former: v.optional(v.pipe(v.array(formerSchema), v.maxLength(500))),
});

/** The root's word on who is who: organisation, operator, mailroom, desks and their members. */
export type Keyring = v.InferOutput<typeof keyringSchema>;
export type Desk = v.InferOutput<typeof deskSchema>;
export type Member = v.InferOutput<typeof memberSchema>;
export type FormerMember = v.InferOutput<typeof formerSchema>;

/**
 * Signs a keyring with the offline root: signature(64) ‖ JSON. Throws `bad-public-file` for one that nobody could
 * verify afterwards.
 */
export function signKeyring(keyring: Keyring, rootSeed: Uint8Array): Bytes {
  const payload = jsonBytes(asJson(keyring));
  checkReferences(parseJson(keyringSchema, payload, 'keyring'));
  return signBlob(CONTEXT, rootSeed, payload);
}

/** Reads and verifies a signed keyring. Throws `bad-signature` or `bad-public-file`. */
export async function verifyKeyring(blob: Uint8Array, rootPublicKey: Uint8Array): Promise<Keyring> {
  const keyring = parseJson(keyringSchema, await openSignedBlob(CONTEXT, rootPublicKey, blob), 'keyring');
  checkReferences(keyring);
  return keyring;
}

/**
 * Whether `next` may take the place of `known`: the same bytes, or a higher serial of the same organisation; and where
 * the serial is the very next one, it must name the known one as its predecessor. Throws `stale` or `bad-public-file`.
 */
export function checkSuccession(
  known: { keyring: Keyring; blob: Uint8Array },
  next: { keyring: Keyring; blob: Uint8Array },
): void {
  if (equalBytes(known.blob, next.blob)) return;
  if (next.keyring.serial <= known.keyring.serial) {
    throw new CandorError(
      'stale',
      `keyring ${next.keyring.serial} is not newer than ${known.keyring.serial}`,
    );
  }
  if (next.keyring.org.id !== known.keyring.org.id) {
    // Receipts are stretched with the organisation's id, so another id would make every one of them worthless.
    throw new CandorError('bad-public-file', 'the keyring is of another organisation');
  }
  if (next.keyring.serial !== known.keyring.serial + 1) return;
  if (next.keyring.previous === null || !equalBytes(next.keyring.previous, sha256(known.blob))) {
    throw new CandorError('bad-public-file', 'the keyring does not continue the one before it');
  }
}

export function deskOf(keyring: Keyring, id: number): Desk | undefined {
  return keyring.desks.find((desk) => desk.id === id);
}

export function memberOf(keyring: Keyring, kid: Uint8Array): Member | undefined {
  return keyring.members.find((member) => equalBytes(kidOf(member.sign), kid));
}

/** Somebody who was on any desk, or on this one, and has left. */
export function formerMemberOf(keyring: Keyring, kid: Uint8Array, desk?: Desk): FormerMember | undefined {
  return keyring.former?.find(
    ({ sign, desks }) => equalBytes(kidOf(sign), kid) && (desk === undefined || desks.includes(desk.id)),
  );
}

/** The members of a desk whose membership has not lapsed on `day`. */
export function activeMembers(keyring: Keyring, desk: Desk, day: string): Member[] {
  return keyring.members.filter(
    (member) => member.until >= day && desk.members.some((kid) => equalBytes(kid, kidOf(member.sign))),
  );
}

function checkReferences(keyring: Keyring): void {
  refuseRepeats(
    'desks with one id',
    keyring.desks.map((desk) => desk.id),
  );
  refuseRepeats(
    'desks with one slug',
    keyring.desks.map((desk) => desk.slug),
  );
  // A kid has 32 bits, so two keys can be made to share one; whoever signs must be told apart by it.
  const gone = (keyring.former ?? []).map((member) => member.sign);
  const signers = [keyring.mailroom, ...keyring.members.map((member) => member.sign), ...gone];
  refuseRepeats(
    'signing keys with one kid',
    signers.map((key) => kidNumber(kidOf(key))),
  );
  for (const desk of keyring.desks) {
    refuseRepeats(`mentions of one member in desk "${desk.slug}"`, desk.members.map(kidNumber));
    for (const kid of desk.members) {
      if (memberOf(keyring, kid) === undefined) {
        throw new CandorError(
          'bad-public-file',
          `keyring: desk "${desk.slug}" names a member that is not there`,
        );
      }
    }
  }
}

function refuseRepeats(what: string, values: readonly (string | number)[]): void {
  if (new Set(values).size !== values.length)
    throw new CandorError('bad-public-file', `keyring: two ${what}`);
}

function asJson(keyring: Keyring): unknown {
  return {
    ...keyring,
    previous: keyring.previous === null ? null : toBase64url(keyring.previous),
    mailroom: toBase64url(keyring.mailroom),
    members: keyring.members.map((member) => ({
      ...member,
      sign: toBase64url(member.sign),
      box: toBase64url(member.box),
    })),
    desks: keyring.desks.map((desk) => ({ ...desk, members: desk.members.map(toBase64url) })),
    former: keyring.former?.map((member) => ({ ...member, sign: toBase64url(member.sign) })),
  };
}
