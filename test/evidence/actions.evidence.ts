import { describe, expect, test } from 'vitest';
import { endingsOfEachTest } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { type ActionRow, actionFigures, actionRows } from './actions.ts';
import { collected } from './piecewise.ts';

const ACTIONS = 200;
/** Browsers at once: they mostly wait. */
const BESIDE = 13;

describe.each(BROWSERS)('what a person does at the panel in %s', (name) => {
  const endings = endingsOfEachTest();
  const enough = (rows: readonly ActionRow[]) => rows.filter(({ quiet }) => !quiet).length >= ACTIONS;

  test(`starts no request, ${ACTIONS} times`, { timeout: 5_400_000 }, async (test) => {
    const rows = await collected<ActionRow>(`actions.${name}`, enough, async () => {
      const beside = Array.from({ length: BESIDE }, () => actionRows(endings, name, { rounds: 2 }));
      return (await Promise.all(beside)).flat();
    });
    const figures = actionFigures(name, rows);
    test.skip(!enough(rows), 'goes on in the next run');
    expect(figures.ratio).toBeGreaterThan(0.8);
    expect(figures.ratio).toBeLessThan(1.2);
    expect(figures.p).toBeGreaterThan(0.001);
    expect(figures.atOnceP).toBeGreaterThan(0.001);
  });
});
