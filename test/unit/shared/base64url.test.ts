import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import { codeOf } from './code-of.ts';

describe('base64url', () => {
  it('writes what Node writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64url(text)]).toEqual([...bytes]);
      }),
    );
  });

  it('has one text for one value: whatever it reads, it writes again letter by letter', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...'AQgwZz019-_=+/ é'), maxLength: 12 });
    fc.assert(
      fc.property(anyText, (text) => {
        let read: Uint8Array;
        try {
          read = fromBase64url(text);
        } catch {
          return;
        }
        expect(toBase64url(read)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['padding', 'AA=='],
    ['the other alphabet', '+/+/'],
    ['a space', 'AA AA'],
    ['a line end', 'AAAA\n'],
    ['a lone letter', 'A'],
    ['a lone letter after a group', 'AAAAA'],
    ['stray bits in the last of two letters', 'AB'],
    ['stray bits in the last of three letters', 'AAB'],
    ['letters outside ASCII', 'ÄÄÄÄ'],
    ['a letter of two UTF-16 units', '😀AA'],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => fromBase64url(text))).toBe('bad-request');
  });
});
