import { blake2b } from '@noble/hashes/blake2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concat, slice } from './bytes.ts';

/*
 * Hashes come from @noble/hashes rather than WebCrypto because they are then synchronous: a cell is made and
 * opened in one go, with no await between cover and real that could tell them apart.
 */

export function sha256(...parts: Uint8Array[]): Bytes {
  return slice(nobleSha256(concat(...parts)), 0);
}

/** HMAC-SHA-256 (RFC 2104) over the parts, one after the other. */
export function hmacSha256(key: Uint8Array, ...parts: Uint8Array[]): Bytes {
  return slice(hmac(nobleSha256, key, concat(...parts)), 0);
}

/** HKDF-SHA-256 (RFC 5869) with an empty salt unless one is given. */
export function hkdfSha256(
  input: Uint8Array,
  info: Uint8Array,
  lengthBytes: number,
  salt?: Uint8Array,
): Bytes {
  return slice(hkdf(nobleSha256, input, salt, info, lengthBytes), 0);
}

/** BLAKE2b (RFC 7693) of the parts, `lengthBytes` long, unkeyed. */
export function blake2bHash(lengthBytes: number, ...parts: Uint8Array[]): Bytes {
  return slice(blake2b(concat(...parts), { dkLen: lengthBytes }), 0);
}

/** The hashes over whole cells. A server may bring native ones that give the same. */
export interface Hashing {
  sha256(...parts: Uint8Array[]): Bytes;
  hmacSha256(key: Uint8Array, ...parts: Uint8Array[]): Bytes;
}

export const HASHING: Hashing = { sha256, hmacSha256 };
