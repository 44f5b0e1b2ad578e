import { describe, expect, test } from 'vitest';
import { endingsOfEachTest } from '../browser/harness/endings.ts';
import { collected } from './piecewise.ts';
import { EXPECTED, type TickRow, tickFigures, tickRows } from './ticks.ts';

/** Cells of either sort from one start of the browser. */
const AT_A_TIME = 60;

describe.each([
  ['chromium', 500, 0.05],
  ['firefox', 100, 0.1],
] as const)('cells with and without a concern from %s', (name, each, margin) => {
  const endings = endingsOfEachTest();
  const enough = (rows: readonly TickRow[]) => {
    const concerns = rows.filter(({ concern }) => concern).length;
    return Math.min(concerns, rows.length - concerns) >= each;
  };

  test(`are alike in size, headers and lateness, ${each} of each`, { timeout: 5_400_000 }, async (test) => {
    const rows = await collected<TickRow>(`ticks.${name}`, enough, () =>
      tickRows(endings, name, AT_A_TIME, 120),
    );
    const figures = tickFigures(name, rows);
    expect(figures).toMatchObject(EXPECTED);
    test.skip(!enough(rows), 'goes on in the next run');
    for (const { p, auc } of [figures.late, figures.gaps]) {
      expect(p).toBeGreaterThan(0.01);
      expect(Math.abs(auc - 0.5)).toBeLessThan(margin);
    }
  });
});
