import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clopperPearson,
  poisson,
  rateRatio,
  shareDifference,
  wilson,
} from '../../../extension/inbox/trends/intervals.ts';

describe('intervals against published worked examples', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score, without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('share %d of %d', (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 4);
    expect(wilson(count, of).high).toBeCloseTo(high, 4);
  });

  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10: contrasts 56/70 − 48/80 and 9/10 − 3/10.
  it.each([
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
  ])('difference of %d of %d and %d of %d', (a, ofA, b, ofB, low, high) => {
    const found = shareDifference({ count: a, of: ofA }, { count: b, of: ofB });
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  // Garwood, Biometrika 28 (1936) 437–442, as every table of exact Poisson limits has it.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [100, 81.364, 121.627],
  ])('a count of %d', (count, low, high) => {
    expect(poisson(count).low).toBeCloseTo(low, 2);
    expect(poisson(count).high).toBeCloseTo(high, 2);
  });

  it('the ratio of two rates: the example of poisson.test in R (Danish lung cancer, Fredericia against three cities)', () => {
    const found = rateRatio({ count: 6 + 8 + 7, time: 1083 + 1050 + 878 }, { count: 11, time: 800 });
    expect(found?.ratio).toBeCloseTo(1.971488, 6);
    expect(found?.low).toBeCloseTo(0.8584264, 6);
    expect(found?.high).toBeCloseTo(4.2772659, 6);
  });

  // Clopper and Pearson's own kind of interval for 10 of 100: 4.90 % to 17.62 % (Brown, Cai and DasGupta 2001).
  it('an exact share', () => {
    expect(clopperPearson(10, 100).low).toBeCloseTo(0.049, 4);
    expect(clopperPearson(10, 100).high).toBeCloseTo(0.1762, 4);
  });
});

describe('any interval', () => {
  it('holds what was counted, and is narrower for more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (a, extra) => {
        const share = wilson(a, a + extra);
        expect(share.low).toBeLessThanOrEqual(a / (a + extra));
        expect(share.high).toBeGreaterThanOrEqual(a / (a + extra));
        const ten = wilson(10 * a, 10 * (a + extra));
        expect(ten.high - ten.low).toBeLessThan(share.high - share.low + 1e-12);
        const { low, high } = poisson(a);
        expect(low).toBeLessThanOrEqual(a);
        expect(high).toBeGreaterThan(a);
      }),
      { numRuns: 60 },
    );
  });

  it('covers the true share at least 19 times out of 20, nearly, over all shares together', () => {
    let covered = 0;
    let all = 0;
    for (let n = 0; n <= 40; n++) {
      const p = (n + 0.5) / 41;
      for (let count = 0; count <= 30; count++) {
        const { low, high } = wilson(count, 30);
        let ways = 1;
        for (let k = 0; k < count; k++) ways *= (30 - k) / (k + 1);
        const chance = ways * p ** count * (1 - p) ** (30 - count);
        all += chance;
        if (low <= p && p <= high) covered += chance;
      }
    }
    expect(covered / all).toBeGreaterThan(0.945);
  });

  it('refuses what is no share and no count', () => {
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(0, 0)).toThrow(RangeError);
    expect(() => poisson(-1)).toThrow(RangeError);
    expect(rateRatio({ count: 0, time: 1 }, { count: 3, time: 1 })).toBeNull();
  });
});
