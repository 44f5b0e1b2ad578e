import { describe, expect, it } from 'vitest';
import { productApi } from './api.ts';
import { runVectors } from './run.ts';

describe('published vectors in Node', { timeout: 60_000 }, async () => {
  const results = await runVectors(productApi);
  const sets = new Map(results.map(({ set }) => [set, results.filter((result) => result.set === set)]));

  it.each([...sets])('%s: every vector comes out as published', (_, inSet) => {
    expect(inSet.filter(({ ok }) => !ok)).toEqual([]);
    expect(inSet.length).toBeGreaterThan(0);
  });

  it('runs as many as were published', () => {
    expect(Object.fromEntries([...sets].map(([set, inSet]) => [set, inSet.length]))).toEqual({
      'X25519, RFC 7748': 6,
      'X25519, points of low order': 14,
      'X25519, Wycheproof': 518,
      'Ed25519, RFC 8032': 5,
      'Ed25519, points of small order': 14,
      'Ed25519, Wycheproof': 151,
      'Sealed box, PyNaCl': 3,
      'BLAKE2b, RFC 7693': 2,
      'HMAC-SHA-256, RFC 4231': 7,
      'HKDF-SHA-256, RFC 5869': 3,
      'scrypt, RFC 7914': 3,
      'HTTP message signature, RFC 9421': 1,
    });
  });

  it.each([
    ['X25519, points of low order', { seal: () => new Uint8Array(48) }],
    ['Ed25519, RFC 8032', { sign: () => new Uint8Array(64) }],
    ['Ed25519, points of small order', { isSigned: async () => true }],
    ['Ed25519, Wycheproof', { isSigned: async () => true }],
    ['Sealed box, PyNaCl', { openSealed: () => new Uint8Array(0) }],
    ['BLAKE2b, RFC 7693', { blake2bHash: (length: number) => new Uint8Array(length) }],
    ['HMAC-SHA-256, RFC 4231', { hmacSha256: () => new Uint8Array(32) }],
    ['HKDF-SHA-256, RFC 5869', { hkdfSha256: () => new Uint8Array(42) }],
    ['scrypt, RFC 7914', { scrypt: async () => new Uint8Array(64) }],
    ['HTTP message signature, RFC 9421', { httpSignature: () => ({ signature: '', signatureInput: '' }) }],
  ])('%s: notices a primitive that is wrong', async (set, wrong) => {
    const outcome = await runVectors({ ...productApi, ...wrong }, (name) => name === set);
    expect(outcome.some(({ ok }) => !ok)).toBe(true);
  });
});
