import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readU32 } from '../../../shared/bytes.ts';
import { kidNumber, kidOf } from '../../../shared/kid.ts';
import { KID } from '../../../shared/sizes.ts';

describe('kid', () => {
  it('names a key in four bytes, always the same', () => {
    const key = new Uint8Array(32).fill(3);
    expect(kidOf(key)).toHaveLength(KID);
    expect(kidOf(key)).toEqual(kidOf(Uint8Array.from(key)));
  });

  it('changes with any bit of the key', () => {
    const key = new Uint8Array(32);
    const names = new Set([kidNumber(kidOf(key))]);
    for (let bit = 0; bit < 256; bit++) {
      const other = Uint8Array.from(key);
      other[bit >> 3] = 1 << (bit & 7);
      names.add(kidNumber(kidOf(other)));
    }
    expect(names.size).toBe(257);
  });

  it('as a number is unsigned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (kid) => {
        expect(kidNumber(kid)).toBe(readU32(kid, 0));
        expect(kidNumber(kid)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
