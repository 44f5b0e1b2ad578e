import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import nacl from 'tweetnacl';
import { describe, expect, test } from 'vitest';
import { fastOpener, openSealedFast } from '../../../relay/sealed-box-fast.ts';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { concat } from '../../../shared/bytes.ts';
import { boxKeyPairOf, newBoxKeyPair, openSealed, seal } from '../../../shared/sealed-box.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** Points whose X25519 result is all zero whatever the secret (RFC 7748 §6.1; the list in libsodium's source). */
const LOW_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((point) => {
  const withHighBit = hex(point);
  withHighBit[31] = (withHighBit[31] ?? 0) | 0x80;
  return [hex(point), withHighBit];
});

describe('the fast way to open a sealed box', () => {
  test('opens what the product seals and what libsodium seals', () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array({ maxLength: 200 }), (secret, message) => {
        const pair = boxKeyPairOf(secret);
        expect(openSealedFast(pair, seal(pair.publicKey, message, random))).toEqual(new Uint8Array(message));
        expect(openSealedFast(pair, sodium.crypto_box_seal(message, pair.publicKey))).toEqual(
          new Uint8Array(message),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('agrees with the slow way on every box with one bit flipped', () => {
    const pair = newBoxKeyPair(random);
    const sealed = seal(pair.publicKey, random(20), random);
    const open = fastOpener(pair);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const spoiled = new Uint8Array(sealed);
      spoiled[bit >> 3] = (spoiled[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(spoiled)).toEqual(openSealed(pair, spoiled));
    }
  });

  test('agrees with the slow way on bytes of any length', () => {
    const pair = newBoxKeyPair(random);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (noise) => {
        expect(openSealedFast(pair, noise)).toBeNull();
        expect(openSealed(pair, new Uint8Array(noise))).toBeNull();
      }),
    );
  });

  test('opens nothing that was sealed to another key', () => {
    const sealed = seal(newBoxKeyPair(random).publicKey, random(20), random);
    expect(openSealedFast(newBoxKeyPair(random), sealed)).toBeNull();
  });

  test.each(LOW_ORDER.map((point) => [toBase64url(point)]))('refuses the low-order key %s', (point) => {
    const ephemeral = fromBase64url(point);
    const pair = newBoxKeyPair(random);
    // What anybody can make without the secret key: the X25519 result with this point is all zero.
    const boxKey = sodium.crypto_core_hsalsa20(new Uint8Array(16), new Uint8Array(32), null);
    const nonce = sodium.crypto_generichash(24, concat(ephemeral, pair.publicKey), null);
    const forged = concat(ephemeral, sodium.crypto_secretbox_easy(random(20), nonce, boxKey));
    expect(nacl.box.open(forged.subarray(32), nonce, ephemeral, pair.secretKey)).not.toBeNull();
    expect(openSealedFast(pair, forged)).toBeNull();
    expect(openSealed(pair, forged)).toBeNull();
  });
});
