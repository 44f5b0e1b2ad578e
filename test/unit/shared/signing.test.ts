import { readdirSync, readFileSync } from 'node:fs';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { slice, utf8 } from '../../../shared/bytes.ts';
import { isSigned, newSigningKeyPair, openSignedBlob, sign, signBlob } from '../../../shared/signing.ts';
import { fromHex } from '../../vectors/hex.ts';
import smallOrder from '../../vectors/published/ed25519-small-order.json' with { type: 'json' };
import { seededRandom } from '../../vectors/seeded-random.ts';
import { laterCodeOf } from './code-of.ts';

const random = seededRandom('signing');
const signer = newSigningKeyPair(random);
const message = utf8('what was agreed');

describe('a signature', () => {
  it('is good for its key and message only', async () => {
    const signature = sign(signer.seed, message);
    expect(await isSigned(signer.publicKey, message, signature)).toBe(true);
    expect(await isSigned(signer.publicKey, utf8('what was not'), signature)).toBe(false);
    expect(await isSigned(newSigningKeyPair(random).publicKey, message, signature)).toBe(false);
  });

  it.each([0, 31, 33])('under a public key of %i bytes is bad, not an error', async (length) => {
    expect(await isSigned(new Uint8Array(length), message, sign(signer.seed, message))).toBe(false);
  });

  it.each([0, 63, 65])('of %i bytes is bad, not an error', async (length) => {
    expect(await isSigned(signer.publicKey, message, new Uint8Array(length))).toBe(false);
  });

  it('forged under a point of small order is refused, and is one that other libraries let pass', async () => {
    const neutral = fromHex(smallOrder.cases[1]?.public ?? '');
    const forgery = fromHex(smallOrder.forgery);
    expect(nacl.sign.detached.verify(message, forgery, neutral)).toBe(true);
    expect(await isSigned(neutral, message, forgery)).toBe(false);
  });
});

describe('a signed blob', () => {
  it('gives its payload back to whoever knows the signer', async () => {
    const blob = signBlob('candor test 1', signer.seed, message);
    expect(await openSignedBlob('candor test 1', signer.publicKey, blob)).toEqual(message);
  });

  it('of one kind does not pass for another', async () => {
    const blob = signBlob('candor keyring 1', signer.seed, message);
    expect(await laterCodeOf(openSignedBlob('candor bulletin 1', signer.publicKey, blob))).toBe(
      'bad-signature',
    );
  });

  it.each([0, 10, 63])('of %i bytes is a bad signature', async (length) => {
    const blob = slice(signBlob('candor test 1', signer.seed, message), 0, length);
    expect(await laterCodeOf(openSignedBlob('candor test 1', signer.publicKey, blob))).toBe('bad-signature');
  });

  it('has a label in front that is no beginning of another label in shared/', () => {
    const folder = new URL('../../../shared/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const labels = sources.flatMap((source) =>
      [...source.matchAll(/CONTEXT = (?:utf8\()?'([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(labels.length).toBeGreaterThanOrEqual(6);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) {
      // RFC 9421 signs lines that begin with a quotation mark, so a request is no blob either.
      expect(label).toMatch(/^candor [a-z ]+ 1$/);
      expect(labels.filter((other) => other !== label && other.startsWith(label))).toEqual([]);
    }
  });
});
