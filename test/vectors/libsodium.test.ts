import sodium from 'libsodium-wrappers-sumo';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { openSealedFast } from '../../relay/sealed-box-fast.ts';
import { blake2bHash } from '../../shared/hash.ts';
import { type BoxKeyPair, boxKeyPairOf, openSealed, seal } from '../../shared/sealed-box.ts';
import { isSigned, sign, signingKeyPairOf } from '../../shared/signing.ts';
import { nativeOpenBox } from '../../shared/x25519.ts';
import { productApi } from './api.ts';
import { fromHex } from './hex.ts';
import wycheproofEd25519 from './published/wycheproof-ed25519.json' with { type: 'json' };
import wycheproofX25519 from './published/wycheproof-x25519.json' with { type: 'json' };
import { OPENS_BOXES, runVectors } from './run.ts';
import { seededRandom } from './seeded-random.ts';

await sodium.ready;
const native = await nativeOpenBox();

const LENGTHS = [0, 1, 15, 16, 17, 63, 64, 65, 3903, 3961, 4042, 10_000];

describe('a live cross-check with libsodium', { timeout: 60_000 }, () => {
  it.each(LENGTHS)(
    'opens what libsodium sealed, and libsodium opens what we sealed: %i bytes',
    async (length) => {
      const random = seededRandom(`libsodium ${length}`);
      for (let i = 0; i < 4; i++) {
        const pair = boxKeyPairOf(random(32));
        const message = random(length);
        const theirs = sodium.crypto_box_seal(message, pair.publicKey);
        expect(openSealed(pair, theirs)).toEqual(message);
        expect(openSealedFast(pair, theirs)).toEqual(message);
        expect(await native?.(pair, theirs)).toEqual(message);
        const ours = seal(pair.publicKey, message, random);
        expect(sodium.crypto_box_seal_open(ours, pair.publicKey, pair.secretKey)).toEqual(message);
        expect(openSealedFast(pair, ours)).toEqual(message);
      }
    },
  );

  it.each(LENGTHS)('agrees on signatures of %i bytes, both ways', async (length) => {
    const random = seededRandom(`libsodium signs ${length}`);
    const seed = random(32);
    const message = random(length);
    const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
    expect(signingKeyPairOf(seed).publicKey).toEqual(publicKey);
    expect(sign(seed, message)).toEqual(sodium.crypto_sign_detached(message, privateKey));
    expect(await isSigned(publicKey, message, sodium.crypto_sign_detached(message, privateKey))).toBe(true);
  });

  it('agrees on BLAKE2b for every length a nonce or hash has', () => {
    for (const length of [16, 24, 32, 64]) {
      const message = seededRandom('blake2b')(length * 7);
      expect(blake2bHash(length, message)).toEqual(sodium.crypto_generichash(length, message, null));
    }
  });

  it.each([
    ["the servers' opener", async (pair: BoxKeyPair, sealed: Uint8Array) => openSealedFast(pair, sealed)],
    ["the platform's own X25519", native],
  ])('%s passes every published vector that opens boxes', async (_, openSealed) => {
    if (openSealed === null) throw new Error('Node has X25519');
    const results = await runVectors({ ...productApi, openSealed }, (set) => OPENS_BOXES.includes(set));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(results).toHaveLength(14 + 518 + 3);
  });
});

describe('what tweetnacl alone would let pass, which is why the wrappers check', { timeout: 60_000 }, () => {
  it('31 public keys of low order and 5 malformed signatures of Wycheproof', () => {
    const zero = new Uint8Array(32);
    const passes = wycheproofX25519.cases.filter(
      ({ secret, public: point }) =>
        Buffer.compare(nacl.scalarMult(fromHex(secret), fromHex(point)), zero) === 0,
    );
    expect(passes).toHaveLength(31);
    const accepted = wycheproofEd25519.cases.filter(
      ({ result, message, signature, public: key }) =>
        result === 'invalid' &&
        signature.length === 128 &&
        nacl.sign.detached.verify(fromHex(message), fromHex(signature), fromHex(key)),
    );
    expect(accepted).toHaveLength(5);
  });
});
