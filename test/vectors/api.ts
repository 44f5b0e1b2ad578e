import { blake2b } from '@noble/hashes/blake2.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { createSignatureSync } from 'http-message-sig';
import nacl from 'tweetnacl';
import type { Bytes } from '../../shared/bytes.ts';
import { blake2bHash, hkdfSha256, hmacSha256 } from '../../shared/hash.ts';
import { boxKeyPairOf, openSealed, seal } from '../../shared/sealed-box.ts';
import { isSigned, sign, signingKeyPairOf } from '../../shared/signing.ts';

/** A request as RFC 9421 signs it, with the components and parameters of a published example. */
export interface SignableRequest {
  readonly label: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly components: readonly string[];
  readonly created: number;
  readonly keyid: string;
}

/** tweetnacl's inner functions, which its type declarations leave out. */
const { lowlevel } = nacl as unknown as {
  lowlevel: {
    crypto_core_hsalsa20(out: Uint8Array, input: Uint8Array, key: Uint8Array, constant: Uint8Array): void;
  };
};

/**
 * The primitives under test, as the product calls them. X25519 alone, keyed BLAKE2b and free scrypt parameters are not
 * reached through `shared/`, so those come from the same library functions that `shared/` uses.
 */
export const productApi = {
  boxKeyPairOf,
  seal,
  openSealed,
  sign,
  signingKeyPairOf,
  isSigned,
  hkdfSha256,
  hmacSha256,
  blake2bHash,
  blake2bKeyed: (length: number, key: Uint8Array, message: Uint8Array): Uint8Array =>
    blake2b(message, { dkLen: length, key }),
  x25519: (secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array => nacl.scalarMult(secretKey, publicKey),
  /** A box under a shared secret that a vector gives, so that opening it shows what the wrapper computed. */
  boxUnder: (shared: Uint8Array, nonce: Uint8Array, message: Uint8Array): Uint8Array => {
    const boxKey = new Uint8Array(32);
    lowlevel.crypto_core_hsalsa20(boxKey, new Uint8Array(16), shared, SIGMA);
    return nacl.secretbox(message, nonce, boxKey);
  },
  scrypt: (
    password: Uint8Array,
    salt: Uint8Array,
    cost: { N: number; r: number; p: number; dkLen: number },
  ): Promise<Uint8Array> => scryptAsync(password, salt, cost),
  httpSignature: (
    request: SignableRequest,
    seed: Uint8Array,
  ): { signature: string; signatureInput: string } =>
    createSignatureSync(
      {
        kind: 'request',
        method: request.method,
        targetUri: request.url,
        fields: Object.entries(request.headers).map(([name, value]) => ({ name, value })),
      },
      {
        label: request.label,
        components: request.components,
        parameters: { created: request.created, keyid: request.keyid },
        signer: { algorithm: 'ed25519', sign: (data) => sign(seed, data) },
      },
    ),
};

/** What a second implementation of `openSealed` gives may come later. */
export type VectorApi = Omit<typeof productApi, 'openSealed'> & {
  openSealed(...of: Parameters<typeof openSealed>): Bytes | null | Promise<Bytes | null>;
};

const SIGMA = new TextEncoder().encode('expand 32-byte k');
