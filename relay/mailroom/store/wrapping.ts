import nacl from 'tweetnacl';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from '../../../shared/bytes.ts';
import { type BoxKeyPair, boxKeyPairOf } from '../../../shared/sealed-box.ts';
import { KEY, MAGIC } from '../../../shared/sizes.ts';

/*
 * WRAPPED = nonce(24) ‖ secretbox(wrapping key, "CDw1" ‖ secret key(32))
 */

const WRAPPED_MAGIC = utf8('CDw1');
const NONCE = 24;

/** Wraps a secret key under a key that is kept outside the database (XSalsa20-Poly1305). */
export function wrap(wrapKey: Uint8Array, secretKey: Uint8Array, random: RandomBytes): Bytes {
  const nonce = random(NONCE);
  return concat(nonce, nacl.secretbox(concat(WRAPPED_MAGIC, secretKey), nonce, wrapKey));
}

/** The key pair of a wrapped secret, or `null` when it was wrapped under another key or is damaged. */
export function unwrap(wrapKey: Uint8Array, wrapped: Uint8Array): BoxKeyPair | null {
  if (wrapped.length < NONCE) return null;
  const inside = nacl.secretbox.open(wrapped.subarray(NONCE), wrapped.subarray(0, NONCE), wrapKey);
  if (inside === null || inside.length !== MAGIC + KEY) return null;
  if (!equalBytes(inside.subarray(0, MAGIC), WRAPPED_MAGIC)) return null;
  return boxKeyPairOf(slice(inside, MAGIC));
}
