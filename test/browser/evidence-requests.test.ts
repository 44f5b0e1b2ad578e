import { describe, expect, test } from 'vitest';
import { actionFigures, actionRows } from '../evidence/actions.ts';
import { areaUnderCurve, atLeast, neighbourScores, sameDistribution } from '../evidence/statistics.ts';
import { EXPECTED, tickFigures, tickRows } from '../evidence/ticks.ts';
import { endingsOfAllTests } from './harness/endings.ts';

/*
 * The short form of test/evidence: the same figures from fewer cells and profiles, with margins as wide as so few make
 * chance. `npm run evidence` has the long form, and the history of the disk, of which four profiles would say nothing.
 */

describe('the measures', () => {
  const row = (from: number) => Array.from({ length: 40 }, (_, index) => from + (index % 20));

  test('find a difference where there is one, and none where there is none', () => {
    expect(sameDistribution(row(0), row(8))).toBeLessThan(0.01);
    expect(sameDistribution(row(0), row(0))).toBe(1);
    expect(areaUnderCurve(row(8), row(0))).toBeGreaterThan(0.7);
    expect(areaUnderCurve(row(0), row(0))).toBe(0.5);
    expect(atLeast(8, 1.2)).toBeLessThan(0.001);
    expect(atLeast(2, 1.2)).toBeGreaterThan(0.2);
    const classes = [0, 1, 0, 1, 0, 1, 0, 1] as const;
    const scores = neighbourScores(
      classes.map((one, index) => [one * 3 + index / 10, index]),
      classes,
    );
    const of = (wanted: 0 | 1) => scores.filter((_, index) => classes[index] === wanted);
    expect(areaUnderCurve(of(1), of(0))).toBeGreaterThan(0.9);
  });
});

describe.each([
  ['chromium', 11, 0.4],
  ['firefox', 11, 0.4],
] as const)('cells with and without a concern from %s', (name, each, margin) => {
  const all = endingsOfAllTests();

  test('are alike in size, headers and lateness', async () => {
    const figures = tickFigures(name, await tickRows(all, name, each));
    expect(figures).toMatchObject(EXPECTED);
    // The last one has no next cell, so no gap.
    expect(Math.min(figures.concerns, figures.cover)).toBeGreaterThanOrEqual(each - 1);
    for (const { p, auc } of [figures.late, figures.gaps]) {
      // Two samples of one distribution fall below this once in a thousand runs.
      expect(p).toBeGreaterThan(0.001);
      expect(Math.abs(auc - 0.5)).toBeLessThan(margin);
    }
  });
});

describe('what a person does at the panel', () => {
  const all = endingsOfAllTests();

  test('starts no request', async () => {
    const rows = await actionRows(all, 'chromium', { rounds: 1, quick: true });
    const figures = actionFigures('chromium', rows);
    expect(figures.actions).toBe(8);
    // A request for each action would come beside those that are foretold.
    expect(figures.p).toBeGreaterThan(0.001);
    expect(figures.atOnceP).toBeGreaterThan(0.001);
  });
});
