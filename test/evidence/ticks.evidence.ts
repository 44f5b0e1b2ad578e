import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { EXPECTED, tickFigures } from './ticks.ts';

describe.each([
  ['chromium', 500, 0.05],
  ['firefox', 50, 0.15],
] as const)('cells with and without a concern from %s', (name, each, margin) => {
  const all = endingsOfAllTests();

  test(`are alike in size, headers and lateness, ${each} of each`, { timeout: 5_400_000 }, async () => {
    const figures = await tickFigures(all, name, each);
    expect(figures).toMatchObject({ ...EXPECTED, namesOfPerson: [] });
    expect(Math.min(figures.concerns, figures.cover)).toBeGreaterThanOrEqual(each);
    expect(figures.headerSets).toHaveLength(1);
    for (const { p, auc } of [figures.late, figures.gaps]) {
      expect(p).toBeGreaterThan(0.01);
      expect(Math.abs(auc - 0.5)).toBeLessThan(margin);
    }
  });
});
