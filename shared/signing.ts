import nacl from 'tweetnacl';
import { type Bytes, concat, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { KEY, SIGNATURE } from './sizes.ts';

/** An Ed25519 key pair (RFC 8032): the 32-byte public key and the 32-byte seed it comes from. */
export interface SigningKeyPair {
  readonly publicKey: Bytes;
  readonly seed: Bytes;
}

/**
 * The points of order 1, 2, 4 and 8 as they can be written, canonically or not, sign bit aside (the list of libsodium's
 * ge25519_has_small_order). Under such a "public key" signatures can be forged without any secret, and engines differ
 * on whether they refuse it.
 */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

export function newSigningKeyPair(random: RandomBytes): SigningKeyPair {
  return signingKeyPairOf(random(KEY));
}

export function signingKeyPairOf(seed: Uint8Array): SigningKeyPair {
  return { publicKey: slice(nacl.sign.keyPair.fromSeed(seed).publicKey, 0), seed: slice(seed, 0) };
}

/** Ed25519 signature, 64 bytes, deterministic. */
export function sign(seed: Uint8Array, message: Uint8Array): Bytes {
  return slice(nacl.sign.detached(message, nacl.sign.keyPair.fromSeed(seed).secretKey), 0);
}

/**
 * Verifies with WebCrypto: tweetnacl accepts malformed Ed25519 signatures that WebCrypto refuses (5 of Wycheproof's
 * 151). A public key that is no point, or one of small order, counts as a bad signature.
 */
export async function isSigned(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== KEY || signature.length !== SIGNATURE || isOfSmallOrder(publicKey)) return false;
  try {
    const key = await crypto.subtle.importKey('raw', slice(publicKey, 0), { name: 'Ed25519' }, false, [
      'verify',
    ]);
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, slice(signature, 0), slice(message, 0));
  } catch {
    return false;
  }
}

/** signature(64) ‖ payload, where the signature covers the context's label too, so that no blob passes for another. */
export function signBlob(context: string, seed: Uint8Array, payload: Uint8Array): Bytes {
  return concat(sign(seed, concat(utf8(context), payload)), payload);
}

/** The payload of a blob that `signBlob` made. Throws `bad-signature`. */
export async function openSignedBlob(
  context: string,
  publicKey: Uint8Array,
  blob: Uint8Array,
): Promise<Bytes> {
  const payload = slice(blob, SIGNATURE);
  if (!(await isSigned(publicKey, concat(utf8(context), payload), blob.subarray(0, SIGNATURE)))) {
    throw new CandorError('bad-signature', `not signed as "${context}"`);
  }
  return payload;
}

function isOfSmallOrder(publicKey: Uint8Array): boolean {
  const hex = Array.from(publicKey, (byte, at) =>
    (at === KEY - 1 ? byte & 0x7f : byte).toString(16).padStart(2, '0'),
  );
  return SMALL_ORDER.includes(hex.join(''));
}
