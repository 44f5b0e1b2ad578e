import { type Bytes, readU32, utf8 } from './bytes.ts';
import { blake2bHash } from './hash.ts';
import { KID } from './sizes.ts';

/**
 * Names a public key in 4 bytes: BLAKE2b-32("candor kid 1" ‖ key). A receiver picks its key by kid and never tries
 * several keys on one ciphertext, since NaCl boxes do not commit to their key.
 */
export function kidOf(publicKey: Uint8Array): Bytes {
  return blake2bHash(KID, utf8('candor kid 1'), publicKey);
}

/** A kid as a number, to serve as the key of a map. */
export function kidNumber(kid: Uint8Array): number {
  return readU32(kid, 0);
}
