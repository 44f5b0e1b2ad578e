import { describe, expect, test } from 'vitest';
import { endingsOfEachTest } from '../browser/harness/endings.ts';
import { collected } from './piecewise.ts';
import { EXPECTED, type TickRow, tickFigures, tickRows } from './ticks.ts';

/** Cells of either sort from one start of a browser. */
const AT_A_TIME = 60;

describe.each([
  ['chromium', 500, 0.05, 4],
  ['firefox', 100, 0.1, 2],
] as const)('cells with and without a concern from %s', (name, each, margin, beside) => {
  const endings = endingsOfEachTest();
  const enough = (rows: readonly TickRow[]) => {
    const concerns = rows.filter(({ concern }) => concern).length;
    return Math.min(concerns, rows.length - concerns) >= each;
  };

  test(`are alike in size, headers and lateness, ${each} of each`, { timeout: 5_400_000 }, async (test) => {
    // Several browsers at once, as many as two cores leave undisturbed: they mostly wait.
    const rows = await collected<TickRow>(`ticks.${name}`, enough, async () => {
      const browsers = Array.from({ length: beside }, () => tickRows(endings, name, AT_A_TIME, 200));
      return (await Promise.all(browsers)).flat();
    });
    const figures = tickFigures(name, rows);
    expect(figures).toMatchObject(EXPECTED);
    test.skip(!enough(rows), 'goes on in the next run');
    for (const { p, auc } of [figures.late, figures.gaps]) {
      expect(p).toBeGreaterThan(0.01);
      expect(Math.abs(auc - 0.5)).toBeLessThan(margin);
    }
  });
});
