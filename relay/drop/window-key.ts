import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, slice, utf8 } from '../../shared/bytes.ts';
import { hmacSha256 } from '../../shared/hash.ts';
import { cellHash } from './cell-hash.ts';

/*
 * Databases keep the order in which rows came whether one wants it or not: in page numbers, row versions and logs.
 * So while a window is open, its cells lie in the drop under a key of that window, and that key is destroyed when the
 * window closes. What the order then belongs to is unreadable: it cannot be matched with what leaves in the pack.
 *
 * id   = HMAC-SHA-256(id key, SHA-256(INTAKE)), 16 bytes: the same INTAKE has the same id, so it is stored once
 * cell = AES-256-CTR(cell key, counter = id, INTAKE)
 *
 * The counter is a keyed hash of what is encrypted, which is the SIV construction (RFC 5297 §2.6 has the same shape):
 * it never repeats for two texts, and whoever decrypts checks it.
 */

export const CELL_ID = 16;
const CIPHER = 'aes-256-ctr';

export interface WindowKey {
  idOf(hash: Bytes): Bytes;
  seal(intake: Bytes, id: Bytes): Bytes;
  /** The INTAKE with its hash, or `null` for a row that this key did not make. */
  open(cell: Bytes, id: Bytes): { readonly intake: Bytes; readonly hash: Bytes } | null;
}

/** `secret` is 32 random bytes. */
export function windowKey(secret: Bytes): WindowKey {
  const idKey = hmacSha256(secret, utf8('candor window id 1'));
  const cellKey = hmacSha256(secret, utf8('candor window cell 1'));
  const idOf = (hash: Bytes) => slice(createHmac('sha256', idKey).update(hash).digest(), 0, CELL_ID);
  return {
    idOf,
    seal: (intake, id) => slice(createCipheriv(CIPHER, cellKey, id).update(intake), 0),
    open(cell, id) {
      const intake = slice(createDecipheriv(CIPHER, cellKey, id).update(cell), 0);
      const hash = cellHash(intake);
      return timingSafeEqual(idOf(hash), id) ? { intake, hash } : null;
    },
  };
}
