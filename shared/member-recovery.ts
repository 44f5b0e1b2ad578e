import { combine, split } from 'shamir-secret-sharing';
import nacl from 'tweetnacl';
import * as v from 'valibot';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { sha256 } from './hash.ts';
import { blobField, jsonBytes, kidField, parseJson, shortText, tidied } from './json-fields.ts';
import type { Member } from './keyring.ts';
import { kidOf } from './kid.ts';
import type { MemberKeys } from './member-keys.ts';
import { type BoxKeyPair, boxKeyPairOf, openSealed, seal } from './sealed-box.ts';
import { signingKeyPairOf } from './signing.ts';
import { KEY, KID, MAGIC } from './sizes.ts';

/*
 * For a forgotten passphrase. A random key closes the member's keys; it is split by Shamir's method (GF(2^8)), and each
 * part is sealed to one colleague: SB(colleague's box key, "CDp1" ‖ kid of the member(4) ‖ part). The file alone opens
 * nothing, and neither does one colleague; two of them, with the file, do. The library takes the line's slope from
 * `crypto.getRandomValues` by itself; everything else here gets its randomness handed in.
 */

const PART_MAGIC = utf8('CDp1');
const INSIDE_MAGIC = utf8('CDb1');
const NONCE = 24;
/** The library writes where on the line a part lies behind it, in one byte. */
const PART = KEY + 1;
const CHECK = 3;
/** So many colleagues are enough. */
export const PARTS_NEEDED = 2;
/** And so many may be asked. */
export const MOST_HELPERS = 5;

const recoverySchema = v.strictObject({
  v: v.literal(1),
  what: v.literal('candor member recovery'),
  /** Whose it is, for people. */
  label: shortText,
  kid: kidField,
  nonce: blobField,
  sealed: blobField,
  parts: v.pipe(
    v.array(v.strictObject({ to: kidField, label: shortText, sealed: blobField })),
    v.minLength(PARTS_NEEDED),
    v.maxLength(MOST_HELPERS),
  ),
});
export type MemberRecovery = v.InferOutput<typeof recoverySchema>;

/**
 * The file that brings a member's keys back with two of these colleagues. Throws `bad-request` for fewer than two
 * or more than five.
 */
export async function makeRecovery(
  keys: MemberKeys,
  label: string,
  helpers: readonly Member[],
  random: RandomBytes,
): Promise<Bytes> {
  if (helpers.length < PARTS_NEEDED || helpers.length > MOST_HELPERS) {
    throw new CandorError('bad-request', `${PARTS_NEEDED} to ${MOST_HELPERS} colleagues`);
  }
  const key = random(KEY);
  const nonce = random(NONCE);
  const kid = kidOf(keys.signing.publicKey);
  const inside = concat(INSIDE_MAGIC, keys.signing.seed, keys.box.secretKey);
  const sealed = slice(nacl.secretbox(inside, nonce, key), 0);
  const parts = await split(key, helpers.length, PARTS_NEEDED);
  key.fill(0);
  return jsonBytes({
    v: 1,
    what: 'candor member recovery',
    label,
    kid: toBase64url(kid),
    nonce: toBase64url(nonce),
    sealed: toBase64url(sealed),
    parts: helpers.map((helper, at) => ({
      to: toBase64url(kidOf(helper.sign)),
      label: helper.label,
      sealed: toBase64url(seal(helper.box, concat(PART_MAGIC, kid, parts[at] ?? new Uint8Array(0)), random)),
    })),
  });
}

/** Reads a recovery file. Throws `bad-public-file`. */
export function parseRecovery(bytes: Uint8Array): MemberRecovery {
  return parseJson(recoverySchema, tidied(bytes, 'recovery file'), 'recovery file');
}

/**
 * A colleague's part, as a word of 48 letters to hand over; `null` when the file holds none for this member. Throws
 * `could-not-read` when it is not what it should be.
 */
export function partFor(
  recovery: MemberRecovery,
  helper: { signing: Bytes; box: BoxKeyPair },
): string | null {
  const mine = recovery.parts.find(({ to }) => equalBytes(to, kidOf(helper.signing)));
  if (mine === undefined) return null;
  const inside = openSealed(helper.box, mine.sealed);
  if (
    inside === null ||
    inside.length !== MAGIC + KID + PART ||
    !equalBytes(inside.subarray(0, MAGIC), PART_MAGIC) ||
    !equalBytes(inside.subarray(MAGIC, MAGIC + KID), recovery.kid)
  ) {
    throw new CandorError('could-not-read');
  }
  const part = slice(inside, MAGIC + KID, inside.length);
  return toBase64url(concat(part, sha256(part).subarray(0, CHECK)));
}

/**
 * The member's keys from the file and two colleagues' words. Throws `could-not-read` for a word that is none, for the
 * same word twice, and for words that do not belong to this file.
 */
export async function recoverKeys(recovery: MemberRecovery, words: readonly string[]): Promise<MemberKeys> {
  const parts = words.map(partOf);
  const places = new Set(parts.map((part) => part[PART - 1]));
  if (parts.length < PARTS_NEEDED || places.size !== parts.length) throw new CandorError('could-not-read');
  const key = await combine(parts);
  const inside =
    recovery.nonce.length === NONCE ? nacl.secretbox.open(recovery.sealed, recovery.nonce, key) : null;
  key.fill(0);
  if (
    inside === null ||
    inside.length !== MAGIC + 2 * KEY ||
    !equalBytes(inside.subarray(0, MAGIC), INSIDE_MAGIC)
  ) {
    throw new CandorError('could-not-read');
  }
  const signing = signingKeyPairOf(inside.subarray(MAGIC, MAGIC + KEY));
  if (!equalBytes(kidOf(signing.publicKey), recovery.kid)) throw new CandorError('could-not-read');
  return { signing, box: boxKeyPairOf(inside.subarray(MAGIC + KEY)) };
}

function partOf(word: string): Bytes {
  let bytes: Bytes;
  try {
    bytes = fromBase64url(word.replace(/\s/g, ''));
  } catch {
    throw new CandorError('could-not-read');
  }
  const part = slice(bytes, 0, Math.min(PART, bytes.length));
  if (bytes.length !== PART + CHECK || !equalBytes(bytes.subarray(PART), sha256(part).subarray(0, CHECK))) {
    throw new CandorError('could-not-read');
  }
  return part;
}
