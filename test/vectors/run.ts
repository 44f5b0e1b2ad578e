import { fromBase64url } from '../../shared/base64url.ts';
import { type Bytes, concat, utf8 } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import type { VectorApi } from './api.ts';
import { fromHex, toHex } from './hex.ts';
import blake2b from './published/blake2b.json' with { type: 'json' };
import ed25519 from './published/ed25519.json' with { type: 'json' };
import smallOrder from './published/ed25519-small-order.json' with { type: 'json' };
import hkdf from './published/hkdf.json' with { type: 'json' };
import hmac from './published/hmac.json' with { type: 'json' };
import httpSignature from './published/http-signature.json' with { type: 'json' };
import scrypt from './published/scrypt.json' with { type: 'json' };
import sealedBox from './published/sealed-box.json' with { type: 'json' };
import wycheproofEd25519 from './published/wycheproof-ed25519.json' with { type: 'json' };
import wycheproofX25519 from './published/wycheproof-x25519.json' with { type: 'json' };
import x25519 from './published/x25519.json' with { type: 'json' };
import lowOrder from './published/x25519-low-order.json' with { type: 'json' };

/** What became of one published vector. */
export interface Result {
  readonly set: string;
  readonly name: string;
  readonly ok: boolean;
}

type Sets = Readonly<Record<string, (api: VectorApi) => AsyncIterable<readonly [name: string, ok: boolean]>>>;

const SETS: Sets = {
  'X25519, RFC 7748': x25519Vectors,
  'X25519, points of low order': lowOrderVectors,
  'X25519, Wycheproof': wycheproofX25519Vectors,
  'Ed25519, RFC 8032': ed25519Vectors,
  'Ed25519, points of small order': smallOrderVectors,
  'Ed25519, Wycheproof': wycheproofEd25519Vectors,
  'Sealed box, PyNaCl': sealedBoxVectors,
  'BLAKE2b, RFC 7693': blake2bVectors,
  'HMAC-SHA-256, RFC 4231': hmacVectors,
  'HKDF-SHA-256, RFC 5869': hkdfVectors,
  'scrypt, RFC 7914': scryptVectors,
  'HTTP message signature, RFC 9421': httpSignatureVectors,
};

/** Sets that another way of opening boxes has to pass. */
export const OPENS_BOXES: readonly string[] = [
  'X25519, points of low order',
  'X25519, Wycheproof',
  'Sealed box, PyNaCl',
];

/**
 * Runs every published vector, or those of some sets, against an implementation. Needs nothing of Node, so that it runs
 * in a browser page alike.
 */
export async function runVectors(
  api: VectorApi,
  wanted: (set: string) => boolean = () => true,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [set, vectors] of Object.entries(SETS)) {
    if (!wanted(set)) continue;
    for await (const [name, ok] of vectors(api)) results.push({ set, name, ok });
  }
  return results;
}

async function* x25519Vectors(api: VectorApi) {
  for (const vector of x25519.cases) {
    if (vector.iterations !== undefined) {
      yield [vector.name, iterated(api, vector.iterations) === vector.result] as const;
      continue;
    }
    const secretKey = fromHex(vector.secret ?? '');
    const shared = toHex(api.x25519(secretKey, fromHex(vector.public ?? '')));
    const own = toHex(api.boxKeyPairOf(secretKey).publicKey);
    yield [
      vector.name,
      shared === vector.shared && (vector.own === undefined || own === vector.own),
    ] as const;
  }
}

/** RFC 7748 §5.2: the result becomes the scalar, the scalar becomes the point, again and again. */
function iterated(api: VectorApi, times: number): string {
  let scalar: Uint8Array = fromHex(`09${'00'.repeat(31)}`);
  let point = scalar;
  for (let i = 0; i < times; i++) [scalar, point] = [api.x25519(scalar, point), scalar];
  return toHex(scalar);
}

async function* lowOrderVectors(api: VectorApi) {
  for (const vector of lowOrder.cases) {
    for (const topBit of [0, 0x80]) {
      const point = fromHex(vector.public);
      point[31] = (point[31] ?? 0) | topBit;
      yield [`${vector.name}, top bit ${topBit}`, await refusesPoint(api, fill(32, 7), point)] as const;
    }
  }
}

async function* wycheproofX25519Vectors(api: VectorApi) {
  for (const vector of wycheproofX25519.cases) {
    const secretKey = fromHex(vector.secret);
    const point = fromHex(vector.public);
    const ok = vector.flags.includes('ZeroSharedSecret')
      ? await refusesPoint(api, secretKey, point)
      : await opensUnderShared(api, secretKey, point, fromHex(vector.shared));
    yield [`tcId ${vector.id}`, ok] as const;
  }
}

/** Sealing to the point fails, and so does opening what somebody sealed from it under the all-zero shared secret. */
async function refusesPoint(api: VectorApi, secretKey: Bytes, point: Bytes): Promise<boolean> {
  let refusedToSeal = false;
  try {
    api.seal(point, utf8('hello'), (length) => fill(length, 9));
  } catch (error) {
    refusedToSeal = error instanceof CandorError && error.code === 'unknown-key';
  }
  return refusedToSeal && !(await opensUnderShared(api, secretKey, point, fill(32, 0)));
}

/** Whether our wrapper opens a sealed box that was made from the shared secret of the vector. */
async function opensUnderShared(
  api: VectorApi,
  secretKey: Bytes,
  point: Bytes,
  shared: Bytes,
): Promise<boolean> {
  const keyPair = api.boxKeyPairOf(secretKey);
  const message = utf8('what the vector says');
  const nonce = api.blake2bHash(24, point, keyPair.publicKey);
  const opened = await api.openSealed(keyPair, concat(point, api.boxUnder(shared, nonce, message)));
  return opened !== null && toHex(opened) === toHex(message);
}

async function* ed25519Vectors(api: VectorApi) {
  for (const vector of ed25519.cases) {
    const seed = fromHex(vector.seed);
    const message = fromHex(vector.message);
    const signature = api.sign(seed, message);
    const verified = await api.isSigned(fromHex(vector.public), message, fromHex(vector.signature));
    const sameKey = toHex(api.signingKeyPairOf(seed).publicKey) === vector.public;
    yield [vector.name, verified && sameKey && toHex(signature) === vector.signature] as const;
  }
}

async function* smallOrderVectors(api: VectorApi) {
  for (const point of smallOrder.cases) {
    for (const signBit of [0, 0x80]) {
      const publicKey = fromHex(point.public);
      publicKey[31] = ((publicKey[31] ?? 0) & 0x7f) | signBit;
      let accepted = 0;
      for (let i = 0; i < 32; i++) {
        if (await api.isSigned(publicKey, utf8(`message ${i}`), fromHex(smallOrder.forgery))) accepted++;
      }
      yield [`${point.name}, sign bit ${signBit}`, accepted === 0] as const;
    }
  }
}

async function* wycheproofEd25519Vectors(api: VectorApi) {
  for (const vector of wycheproofEd25519.cases) {
    const verified = await api.isSigned(
      fromHex(vector.public),
      fromHex(vector.message),
      fromHex(vector.signature),
    );
    yield [`tcId ${vector.id}, ${vector.result}`, verified === (vector.result === 'valid')] as const;
  }
}

async function* sealedBoxVectors(api: VectorApi) {
  for (const vector of sealedBox.cases) {
    const keyPair = api.boxKeyPairOf(fromHex(vector.secret));
    const opened = await api.openSealed(keyPair, fromHex(vector.sealed));
    const sameKey = toHex(keyPair.publicKey) === vector.public;
    yield [vector.name, sameKey && opened !== null && toHex(opened) === vector.message] as const;
  }
}

async function* blake2bVectors(api: VectorApi) {
  for (const vector of blake2b.cases) {
    const hash =
      vector.message === undefined
        ? grandHash(api, vector.lengths ?? [], vector.inputs ?? [])
        : api.blake2bHash(vector.bytes ?? 0, fromHex(vector.message));
    yield [vector.name, toHex(hash) === vector.hash] as const;
  }
}

/** The self-test of RFC 7693 Appendix E: a hash over the hashes of many inputs. */
function grandHash(api: VectorApi, lengths: readonly number[], inputs: readonly number[]): Uint8Array {
  const hashes = lengths.flatMap((length) =>
    inputs.flatMap((size) => {
      const input = selfTestSequence(size);
      return [api.blake2bHash(length, input), api.blake2bKeyed(length, selfTestSequence(length), input)];
    }),
  );
  return api.blake2bHash(32, ...hashes);
}

/** Deterministic bytes seeded by their own number: Fibonacci from 0xDEAD4BAD times it, top byte of 32 bits. */
function selfTestSequence(length: number): Bytes {
  let a = Math.imul(0xdead4bad, length) >>> 0;
  let b = 1;
  return Uint8Array.from({ length }, () => {
    const next = (a + b) >>> 0;
    [a, b] = [b, next];
    return next >>> 24;
  });
}

async function* hmacVectors(api: VectorApi) {
  for (const vector of hmac.cases) {
    const mac = toHex(api.hmacSha256(fromHex(vector.key), fromHex(vector.message)));
    yield [vector.name, mac.startsWith(vector.mac)] as const;
  }
}

async function* hkdfVectors(api: VectorApi) {
  for (const vector of hkdf.cases) {
    const salt = vector.salt === '' ? undefined : fromHex(vector.salt);
    const output = api.hkdfSha256(fromHex(vector.input), fromHex(vector.info), vector.bytes, salt);
    yield [vector.name, toHex(output) === vector.output] as const;
  }
}

async function* scryptVectors(api: VectorApi) {
  for (const { name, password, salt, N, r, p, output } of scrypt.cases) {
    const made = await api.scrypt(fromHex(password), fromHex(salt), { N, r, p, dkLen: output.length / 2 });
    yield [name, toHex(made) === output] as const;
  }
}

async function* httpSignatureVectors(api: VectorApi) {
  for (const vector of httpSignature.cases) {
    const { name, signature: _, input: __, seed, public: publicKey, ...request } = vector;
    const made = api.httpSignature({ label: 'sig-b26', ...request }, fromBase64url(seed));
    const sameKey =
      toHex(api.signingKeyPairOf(fromBase64url(seed)).publicKey) === toHex(fromBase64url(publicKey));
    yield [
      name,
      sameKey && made.signature === vector.signature && made.signatureInput === vector.input,
    ] as const;
  }
}

function fill(length: number, byte: number): Bytes {
  return new Uint8Array(length).fill(byte);
}
