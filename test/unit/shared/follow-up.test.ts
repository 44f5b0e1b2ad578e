import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBody } from '../../../shared/body.ts';
import { TEXT_LIMIT } from '../../../shared/concern.ts';
import { decodeFollowUp, encodeFollowUp, followUpRoom } from '../../../shared/follow-up.ts';
import { BODY } from '../../../shared/sizes.ts';
import { codeOf } from './code-of.ts';

describe('a follow-up', () => {
  it('reads back whole, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (words) => {
        const text = `${words}x`;
        const body = encodeFollowUp(text);
        expect(body.length).toBeLessThanOrEqual(BODY);
        expect(decodeFollowUp(body)).toEqual({ v: 1, text });
        expect(followUpRoom(text)).toBe(BODY - body.length);
      }),
    );
  });

  it('has words, and no more than a concern may have', () => {
    for (const nothing of ['', ' \n\t']) expect(codeOf(() => encodeFollowUp(nothing))).toBe('bad-request');
    expect(codeOf(() => encodeFollowUp('x'.repeat(TEXT_LIMIT + 1)))).toBe('too-long');
    expect(decodeFollowUp(encodeFollowUp('x'.repeat(TEXT_LIMIT))).text.length).toBe(TEXT_LIMIT);
  });

  it.each<[string, unknown]>([
    ['another version', { v: 2, text: 'x' }],
    ['an unknown field', { v: 1, text: 'x', who: 'me' }],
    ['no words', { v: 1, text: '  ' }],
    ['too many words', { v: 1, text: 'x'.repeat(TEXT_LIMIT + 1) }],
    ['the body of a concern', { v: 1, tax: '1.0.0', kind: 'hazard' }],
    ['a list', ['x']],
  ])('with %s could not be read', (_, value) => {
    expect(codeOf(() => decodeFollowUp(encodeBody(value)))).toBe('could-not-read');
  });

  it('of garbage could not be read', () => {
    expect(codeOf(() => decodeFollowUp(new Uint8Array([1, 2, 3])))).toBe('could-not-read');
  });
});
