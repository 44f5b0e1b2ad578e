import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../shared/bytes.ts';
import { blake2bHash, hmacSha256, sha256 } from '../../../shared/hash.ts';

describe('hashes', () => {
  it('of parts are hashes of the whole', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.uint8Array({ maxLength: 80 }), (pieces, key) => {
        const whole = concat(...pieces);
        expect(sha256(...pieces)).toEqual(new Uint8Array(createHash('sha256').update(whole).digest()));
        expect(blake2bHash(24, ...pieces)).toEqual(blake2bHash(24, whole));
        expect(hmacSha256(key, ...pieces)).toEqual(hmacSha256(key, whole));
      }),
    );
  });

  it('of another length are other hashes, not the same one cut off', () => {
    const long = blake2bHash(32, new Uint8Array(3));
    expect(blake2bHash(4, new Uint8Array(3))).not.toEqual(long.subarray(0, 4));
  });
});
