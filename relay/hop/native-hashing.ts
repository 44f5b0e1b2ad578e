import { createHash, createHmac } from 'node:crypto';
import type { Bytes } from '../../shared/bytes.ts';
import type { Hashing } from '../../shared/hash.ts';

/** The hashes of shared/hash.ts by OpenSSL: the same results, five times as fast over a cell. */
export const NATIVE_HASHING: Hashing = {
  sha256(...parts) {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return ownBytes(hash.digest());
  },
  hmacSha256(key, ...parts) {
    const mac = createHmac('sha256', key);
    for (const part of parts) mac.update(part);
    return ownBytes(mac.digest());
  },
};

function ownBytes(digest: Buffer): Bytes {
  return new Uint8Array(digest);
}
