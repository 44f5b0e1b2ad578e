import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../../shared/bytes.ts';
import { decodeMessage, encodeMessage, openEnvelope, sealEnvelope } from '../../../shared/message.ts';
import { boxKeyPairOf, seal } from '../../../shared/sealed-box.ts';
import { BODY, ENVELOPE, MESSAGE } from '../../../shared/sizes.ts';
import { peopleKey, safetyKey } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('messages');
const reply = { publicKey: boxKeyPairOf(random(32)).publicKey, tagKey: random(32) };
const message = { type: 'concern', reply, body: utf8('body') } as const;

describe('a message', () => {
  it('reads back whatever its type and body', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('concern' as const, 'follow-up' as const, 'answer' as const),
        fc.uint8Array({ maxLength: BODY, size: 'max' }),
        (type, bytes) => {
          const body = Uint8Array.from(bytes);
          const encoded = encodeMessage({ type, reply, body });
          expect(encoded).toHaveLength(MESSAGE);
          expect(decodeMessage(encoded)).toEqual({ type, reply, body });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is one length for the shortest and the longest body', () => {
    for (const length of [0, 1, BODY]) {
      const envelope = sealEnvelope(safetyKey.publicKey, { ...message, body: random(length) }, random);
      expect(envelope).toHaveLength(ENVELOPE);
      expect(openEnvelope(envelope, safetyKey)?.body).toHaveLength(length);
    }
  });

  it('with a body one byte too long is not made', () => {
    expect(codeOf(() => encodeMessage({ ...message, body: random(BODY + 1) }))).toBe('too-long');
  });

  it('with a reply key of another length is not made', () => {
    expect(codeOf(() => encodeMessage({ ...message, reply: { ...reply, tagKey: random(31) } }))).toBe(
      'bad-length',
    );
  });

  it('for one desk is nothing to another', () => {
    expect(openEnvelope(sealEnvelope(safetyKey.publicKey, message, random), peopleKey)).toBeNull();
  });

  it.each([ENVELOPE - 1, ENVELOPE + 1, 0])('of %i sealed bytes is none', (length) => {
    expect(openEnvelope(new Uint8Array(length), safetyKey)).toBeNull();
  });

  const spoiled = (at: number, value: number): Uint8Array => {
    const encoded = encodeMessage(message);
    encoded[at] = value;
    return encoded;
  };

  it.each([
    ['another marker', spoiled(0, 0x44)],
    ['type 0', spoiled(4, 0)],
    ['a type that does not exist', spoiled(4, 4)],
    ['a flag', spoiled(5, 1)],
    ['a length beyond its end', spoiled(70, 0x0f)],
    ['a length shorter than its body', spoiled(71, 1)],
    ['one dirty byte right after the body', spoiled(76, 1)],
    ['one dirty byte at the very end', spoiled(MESSAGE - 1, 1)],
    ['a byte too few', encodeMessage(message).subarray(1)],
    ['a byte too many', concat(encodeMessage(message), new Uint8Array(1))],
    ['nothing in it', new Uint8Array(0)],
  ])('with %s cannot be read, and says so instead of being lost', (_, bytes) => {
    expect(codeOf(() => decodeMessage(bytes))).toBe('could-not-read');
    if (bytes.length === MESSAGE) {
      const envelope = seal(safetyKey.publicKey, bytes, random);
      expect(codeOf(() => openEnvelope(envelope, safetyKey))).toBe('could-not-read');
    }
  });
});
