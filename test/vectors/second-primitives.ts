import { createHash, createHmac, hkdfSync, scryptSync } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

/*
 * What the second implementation is built from: libsodium and Node's own crypto, nothing of shared/ and none of its
 * libraries. Everything takes and gives hexadecimal or Buffers.
 */

await sodium.ready;

export const sha256 = (...parts: Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

export const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest();

export const hkdf = (input: Uint8Array, info: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', input, Buffer.alloc(0), info, length));

export const scrypt = (password: Uint8Array, salt: Uint8Array, N: number): Buffer =>
  scryptSync(password, salt, 32, { N, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });

export const publicOf = (secret: Uint8Array): Buffer => Buffer.from(sodium.crypto_scalarmult_base(secret));

/** `null` where libsodium does not open it. */
export function openSealedBox(secret: Uint8Array, sealed: Uint8Array): Buffer | null {
  try {
    return Buffer.from(sodium.crypto_box_seal_open(sealed, publicOf(secret), secret));
  } catch {
    return null;
  }
}

export function openSecretBox(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Buffer {
  return Buffer.from(sodium.crypto_secretbox_open_easy(sealed, nonce, key));
}

/** Throws unless the signature is good. */
export function verify(publicKey: Uint8Array, signature: Uint8Array, ...message: Uint8Array[]): void {
  if (!sodium.crypto_sign_verify_detached(signature, Buffer.concat(message), publicKey)) {
    throw new Error('libsodium finds the signature wrong');
  }
}

const IV = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
const SIGMA = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
];
const MASK = (1n << 64n) - 1n;

/**
 * BLAKE2b straight from RFC 7693 §3 with big integers: libsodium does not give fewer than 16 bytes, and a shorter
 * BLAKE2b is not a longer one cut off.
 */
export function blake2b(length: number, ...parts: Uint8Array[]): Buffer {
  const message = Buffer.concat(parts);
  const h = IV.map((word, at) => (at === 0 ? word ^ 0x01010000n ^ BigInt(length) : word));
  const blocks = Math.max(1, Math.ceil(message.length / 128));
  for (let at = 0; at < blocks; at++) {
    const block = Buffer.alloc(128);
    message.copy(block, 0, at * 128);
    compress(h, block, BigInt(Math.min(message.length, (at + 1) * 128)), at === blocks - 1);
  }
  const out = Buffer.alloc(64);
  h.forEach((word, at) => {
    out.writeBigUInt64LE(word, at * 8);
  });
  return out.subarray(0, length);
}

function compress(h: bigint[], block: Buffer, hashed: bigint, last: boolean): void {
  const m = Array.from({ length: 16 }, (_, at) => block.readBigUInt64LE(at * 8));
  const v = [...h, ...IV];
  v[12] = (v[12] ?? 0n) ^ hashed;
  if (last) v[14] = (v[14] ?? 0n) ^ MASK;
  for (let round = 0; round < 12; round++) {
    const s = [...(SIGMA[round % 10] ?? '')].map((digit) => m[Number.parseInt(digit, 16)] ?? 0n);
    for (let i = 0; i < 4; i++) mix(v, i, i + 4, i + 8, i + 12, s[2 * i] ?? 0n, s[2 * i + 1] ?? 0n);
    for (let i = 0; i < 4; i++) {
      const [b, c, d] = [((i + 1) % 4) + 4, ((i + 2) % 4) + 8, ((i + 3) % 4) + 12];
      mix(v, i, b, c, d, s[8 + 2 * i] ?? 0n, s[9 + 2 * i] ?? 0n);
    }
  }
  for (let i = 0; i < 8; i++) h[i] = (h[i] ?? 0n) ^ (v[i] ?? 0n) ^ (v[i + 8] ?? 0n);
}

function mix(v: bigint[], a: number, b: number, c: number, d: number, x: bigint, y: bigint): void {
  const at = (index: number): bigint => v[index] ?? 0n;
  const turn = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (64n - by))) & MASK;
  v[a] = (at(a) + at(b) + x) & MASK;
  v[d] = turn(at(d) ^ at(a), 32n);
  v[c] = (at(c) + at(d)) & MASK;
  v[b] = turn(at(b) ^ at(c), 24n);
  v[a] = (at(a) + at(b) + y) & MASK;
  v[d] = turn(at(d) ^ at(a), 16n);
  v[c] = (at(c) + at(d)) & MASK;
  v[b] = turn(at(b) ^ at(c), 63n);
}
