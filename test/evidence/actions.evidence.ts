import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { actionFigures } from './actions.ts';

describe.each(BROWSERS)('what a person does at the panel in %s', (name) => {
  const all = endingsOfAllTests();

  test('starts no request, 200 times', { timeout: 5_400_000 }, async () => {
    const figures = await actionFigures(all, name, { rounds: 25 });
    expect(figures.actions).toBe(200);
    expect(figures.ratio).toBeGreaterThan(0.8);
    expect(figures.ratio).toBeLessThan(1.2);
    expect(figures.p).toBeGreaterThan(0.001);
    expect(figures.atOnceP).toBeGreaterThan(0.001);
  });
});
