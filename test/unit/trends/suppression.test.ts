import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_COUNT, shownAlone, suppressed } from '../../../extension/inbox/trends/suppression.ts';

const HIDDEN = null;

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

describe('a partition beside its total', () => {
  it.each([
    { counts: [30, 20, 0], shown: [30, 20, 0] },
    { counts: [30, 20, 4], shown: [30, HIDDEN, HIDDEN] },
    // 3 and 12 would leave the small one no room (15 < 10 + 11), and 40 makes it.
    { counts: [50, 3, 40, 12], shown: [50, HIDDEN, HIDDEN, HIDDEN] },
    { counts: [12, 3, 40, 50], shown: [12, HIDDEN, 40, HIDDEN] },
    { counts: [40, 6, 6], shown: [HIDDEN, HIDDEN, HIDDEN] },
    // Two hidden that add up to 2 would each be 1.
    { counts: [90, 40, 1, 1], shown: [90, HIDDEN, HIDDEN, HIDDEN] },
    { counts: [4, 4, 4, 0], shown: [HIDDEN, HIDDEN, HIDDEN, 0] },
    { counts: [4, 4, 3, 0], shown: [HIDDEN, HIDDEN, HIDDEN, HIDDEN] },
    { counts: [11, 0], shown: [11, 0] },
    // 5 + 6 can be any two numbers from 1 to 10; 7 + 6 cannot be 1 + 12.
    { counts: [40, 5, 6], shown: [40, HIDDEN, HIDDEN] },
    { counts: [90, 7, 6], shown: [HIDDEN, HIDDEN, HIDDEN] },
    { counts: [40, 2, 9, 4, 0, 3], shown: [40, HIDDEN, HIDDEN, HIDDEN, 0, HIDDEN] },
  ])('$counts is shown as $shown', ({ counts, shown }) => {
    expect(suppressed(counts, sum(counts))).toEqual(shown);
  });

  it('hides everything under a hidden total', () => {
    expect(suppressed([4, 3, 0], null)).toEqual([HIDDEN, HIDDEN, HIDDEN]);
  });

  it('takes a larger smallest count, and no smaller one', () => {
    expect(suppressed([50, 15, 40], 105, 20)).toEqual([50, HIDDEN, HIDDEN]);
    expect(suppressed([50, 8, 40], 98, 2)).toEqual([50, HIDDEN, HIDDEN]);
  });

  it('a count alone is hidden with its counterpart', () => {
    expect(shownAlone(20, 60)).toBe(20);
    expect(shownAlone(5, 60)).toBe(HIDDEN);
    expect(shownAlone(55, 60)).toBe(HIDDEN);
    expect(shownAlone(60, 60)).toBe(60);
    expect(shownAlone(0, 60)).toBe(0);
    expect(shownAlone(0, 6)).toBe(HIDDEN);
  });
});

describe('whoever knows how this works', () => {
  /*
   * Every table of three rows: what is shown for it is shown for others too, and no hidden count is the same in all of
   * them. Tables with a total beyond 60 are left out, since not all that may stand behind them is looked at here.
   */
  it('finds no hidden count, in any table of three rows', () => {
    const behind = new Map<string, Set<number>[]>();
    for (let total = SMALLEST_COUNT; total <= 60; total++) {
      for (let a = 0; a <= total; a++) {
        for (let b = 0; b <= total - a; b++) {
          const counts = [a, b, total - a - b];
          const key = `${suppressed(counts, total).map(String).join()} of ${total}`;
          const values = behind.get(key) ?? counts.map(() => new Set<number>());
          counts.forEach((count, at) => {
            values[at]?.add(count);
          });
          behind.set(key, values);
        }
      }
    }
    const open = [...behind].flatMap(([key, values]) =>
      key
        .replace(/ of .*/, '')
        .split(',')
        .flatMap((count, at) => (count === 'null' ? [{ key, possible: values[at]?.size ?? 0 }] : [])),
    );
    expect(open.length).toBeGreaterThan(500);
    // With a single small count and two larger ones hidden, all but 10 are possible.
    expect(open.filter(({ possible }) => possible < 9)).toEqual([]);
  });

  it('finds room for every small count to be anything from 1 to 10', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 26 }), (counts) => {
        const total = sum(counts);
        fc.pre(total === 0 || total >= SMALLEST_COUNT);
        const shown = suppressed(counts, total);
        for (const count of shown) expect(count === HIDDEN || count === 0 || count >= 11).toBe(true);
        if (shown.every((count) => count === HIDDEN)) return;
        const hidden = counts.filter((_, at) => shown[at] === HIDDEN);
        const small = hidden.filter((count) => count < SMALLEST_COUNT).length;
        if (hidden.length === 0) return;
        if (hidden.length === small) {
          expect(sum(hidden)).toBeGreaterThanOrEqual(small + 9);
          expect(sum(hidden)).toBeLessThanOrEqual(10 * small - 9);
        } else expect(sum(hidden)).toBeGreaterThanOrEqual(10 * small + 11 * (hidden.length - small));
      }),
      { numRuns: 300 },
    );
  });
});
