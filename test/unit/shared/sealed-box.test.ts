import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../shared/bytes.ts';
import { boxKeyPairOf, newBoxKeyPair, openSealed, seal } from '../../../shared/sealed-box.ts';
import { SEAL_OVERHEAD } from '../../../shared/sizes.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('sealed box');
const pair = newBoxKeyPair(random);

describe('a sealed box', () => {
  it('opens to what was sealed, 48 bytes longer on the way', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        const sealed = seal(pair.publicKey, message, random);
        expect(sealed.length).toBe(message.length + SEAL_OVERHEAD);
        expect([...(openSealed(pair, sealed) ?? [])]).toEqual([...message]);
      }),
      { numRuns: 30 },
    );
  });

  it('is never the same twice', () => {
    const message = new Uint8Array(10);
    expect(seal(pair.publicKey, message, random)).not.toEqual(seal(pair.publicKey, message, random));
  });

  it('does not open with another key, and says only null', () => {
    expect(openSealed(newBoxKeyPair(random), seal(pair.publicKey, new Uint8Array(5), random))).toBeNull();
  });

  it('does not open with the right secret under another public key, which the nonce binds', () => {
    const sealed = seal(pair.publicKey, new Uint8Array(5), random);
    const crossed = { publicKey: newBoxKeyPair(random).publicKey, secretKey: pair.secretKey };
    expect(openSealed(crossed, sealed)).toBeNull();
  });

  it.each([0, 1, 31, 32, 47])('of %i bytes is too short to be one', (length) => {
    expect(openSealed(pair, new Uint8Array(length))).toBeNull();
  });

  it('with bytes after the end does not open', () => {
    const sealed = seal(pair.publicKey, new Uint8Array(5), random);
    expect(openSealed(pair, concat(sealed, new Uint8Array(1)))).toBeNull();
  });

  it.each([0, 31, 33, 64])('is not made for a public key of %i bytes', (length) => {
    expect(codeOf(() => seal(new Uint8Array(length).fill(9), new Uint8Array(1), random))).toBe('unknown-key');
  });

  it('has keys that stand on their own: changing the secret afterwards changes nothing', () => {
    const secret = random(32);
    const made = boxKeyPairOf(secret);
    secret.fill(0);
    const sealed = seal(made.publicKey, new Uint8Array(3), random);
    expect(openSealed(made, sealed)).toHaveLength(3);
  });
});
