import nacl from 'tweetnacl';
import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { blake2bHash } from './hash.ts';
import { KEY, SEAL_OVERHEAD } from './sizes.ts';

/** An X25519 key pair (RFC 7748), 32 bytes each. */
export interface BoxKeyPair {
  readonly publicKey: Bytes;
  readonly secretKey: Bytes;
}

const NONCE = 24;

/** tweetnacl's inner functions, which its type declarations leave out; `nacl.box.before` is made of this one. */
const { lowlevel } = nacl as unknown as {
  lowlevel: {
    crypto_core_hsalsa20(out: Uint8Array, input: Uint8Array, key: Uint8Array, constant: Uint8Array): void;
  };
};
/** The constant of Salsa20 for keys of 32 bytes. */
const SIGMA = utf8('expand 32-byte k');

/**
 * The box key that any secret key makes with a public key of low order: HSalsa20 of the all-zero X25519 result.
 * tweetnacl does not refuse it (31 Wycheproof cases), so we do.
 */
const LOW_ORDER_BOX_KEY = nacl.box.before(new Uint8Array(KEY), new Uint8Array(KEY).fill(1));

export function newBoxKeyPair(random: RandomBytes): BoxKeyPair {
  return boxKeyPairOf(random(KEY));
}

export function boxKeyPairOf(secretKey: Uint8Array): BoxKeyPair {
  const pair = nacl.box.keyPair.fromSecretKey(secretKey);
  return { publicKey: slice(pair.publicKey, 0), secretKey: slice(pair.secretKey, 0) };
}

/**
 * libsodium's `crypto_box_seal`: epk(32) ‖ box(message, BLAKE2b-192(epk ‖ pk), pk, esk); 48 bytes longer than the
 * message. Throws `unknown-key` for a public key of low order or a wrong length.
 */
export function seal(publicKey: Uint8Array, message: Uint8Array, random: RandomBytes): Bytes {
  if (publicKey.length !== KEY) throw new CandorError('unknown-key', 'a public key has 32 bytes');
  const ephemeral = newBoxKeyPair(random);
  const boxKey = boxKeyOf(publicKey, ephemeral.secretKey);
  if (boxKey === null) throw new CandorError('unknown-key', 'the public key is of low order');
  const nonce = blake2bHash(NONCE, ephemeral.publicKey, publicKey);
  return concat(ephemeral.publicKey, nacl.box.after(message, nonce, boxKey));
}

/** Opens what `seal` made. `null` for anything that was not sealed to this key, without saying why. */
export function openSealed(keyPair: BoxKeyPair, sealed: Uint8Array): Bytes | null {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const ephemeralPublicKey = sealed.subarray(0, KEY);
  return openUnder(keyPair.publicKey, sealed, boxKeyOf(ephemeralPublicKey, keyPair.secretKey));
}

/**
 * `openSealed` where the X25519 result of the secret key and the box's first 32 bytes is known already. `null` like it,
 * also for a result of zeros.
 */
export function openSealedUnder(publicKey: Uint8Array, sealed: Uint8Array, shared: Uint8Array): Bytes | null {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const boxKey = new Uint8Array(KEY);
  lowlevel.crypto_core_hsalsa20(boxKey, new Uint8Array(16), shared, SIGMA);
  return openUnder(publicKey, sealed, usable(boxKey));
}

function openUnder(publicKey: Uint8Array, sealed: Uint8Array, boxKey: Uint8Array | null): Bytes | null {
  if (boxKey === null) return null;
  const nonce = blake2bHash(NONCE, sealed.subarray(0, KEY), publicKey);
  const message = nacl.box.open.after(sealed.subarray(KEY), nonce, boxKey);
  return message === null ? null : slice(message, 0);
}

function boxKeyOf(publicKey: Uint8Array, secretKey: Uint8Array): Uint8Array | null {
  return usable(nacl.box.before(publicKey, secretKey));
}

function usable(boxKey: Uint8Array): Uint8Array | null {
  return equalBytes(boxKey, LOW_ORDER_BOX_KEY) ? null : boxKey;
}
