import { scryptAsync } from '@noble/hashes/scrypt.js';
import nacl from 'tweetnacl';
import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { blobField, jsonBytes, kidField, parseJson, shortText, tidied } from './json-fields.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, boxKeyPairOf, newBoxKeyPair } from './sealed-box.ts';
import { newSigningKeyPair, type SigningKeyPair, signingKeyPairOf } from './signing.ts';
import { KEY, MAGIC } from './sizes.ts';

/*
 * A member's backup is JSON: label, kid, salt(16), nonce(24) and
 * secretbox(scrypt(passphrase, salt), "CDb1" ‖ Ed25519 seed(32) ‖ X25519 secret key(32)).
 */

const BACKUP_MAGIC = utf8('CDb1');
const SALT = 16;
const NONCE = 24;
/** About half a second; a passphrase guards a decade of words, a receipt only one thread. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, dkLen: 32 };
export const SHORTEST_PASSPHRASE = 12;

/** A desk member's two key pairs. Made in the member's own inbox, never leaving it unwrapped. */
export interface MemberKeys {
  readonly signing: SigningKeyPair;
  readonly box: BoxKeyPair;
}

const backupSchema = v.strictObject({
  v: v.literal(1),
  what: v.literal('candor member backup'),
  label: shortText,
  kid: kidField,
  salt: blobField,
  nonce: blobField,
  sealed: blobField,
});
export type MemberBackup = v.InferOutput<typeof backupSchema>;

export function newMemberKeys(random: RandomBytes): MemberKeys {
  return { signing: newSigningKeyPair(random), box: newBoxKeyPair(random) };
}

/** Wraps a member's keys with a passphrase (NFKC). Throws `bad-request` for one under 12 characters. */
export async function wrapMemberKeys(
  keys: MemberKeys,
  label: string,
  passphrase: string,
  random: RandomBytes,
): Promise<Bytes> {
  if (passphrase.normalize('NFKC').length < SHORTEST_PASSPHRASE) {
    throw new CandorError('bad-request', `a passphrase has at least ${SHORTEST_PASSPHRASE} characters`);
  }
  const salt = random(SALT);
  const nonce = random(NONCE);
  const inside = concat(BACKUP_MAGIC, keys.signing.seed, keys.box.secretKey);
  const sealed = slice(nacl.secretbox(inside, nonce, await stretched(passphrase, salt)), 0);
  return jsonBytes({
    v: 1,
    what: 'candor member backup',
    label,
    kid: toBase64url(kidOf(keys.signing.publicKey)),
    salt: toBase64url(salt),
    nonce: toBase64url(nonce),
    sealed: toBase64url(sealed),
  });
}

/** Reads a backup file without opening it. Throws `bad-public-file` when it is not one. */
export function parseMemberBackup(bytes: Uint8Array): MemberBackup {
  return parseJson(backupSchema, tidied(bytes, 'backup file'), 'backup file');
}

/**
 * Opens a backup. Throws `wrong-passphrase` and nothing else when it does not open, or holds other keys than it says.
 * Its label is only a name for people and is not protected.
 */
export async function unwrapMemberKeys(backup: MemberBackup, passphrase: string): Promise<MemberKeys> {
  const inside =
    backup.nonce.length === NONCE && backup.salt.length === SALT
      ? nacl.secretbox.open(backup.sealed, backup.nonce, await stretched(passphrase, backup.salt))
      : null;
  if (
    inside === null ||
    inside.length !== MAGIC + 2 * KEY ||
    !equalBytes(inside.subarray(0, MAGIC), BACKUP_MAGIC)
  ) {
    throw new CandorError('wrong-passphrase');
  }
  const signing = signingKeyPairOf(inside.subarray(MAGIC, MAGIC + KEY));
  if (!equalBytes(kidOf(signing.publicKey), backup.kid)) throw new CandorError('wrong-passphrase');
  return { signing, box: boxKeyPairOf(inside.subarray(MAGIC + KEY)) };
}

async function stretched(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return scryptAsync(utf8(passphrase.normalize('NFKC')), salt, { ...SCRYPT, asyncTick: 20 });
}
