import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { historyFigures } from './disk-history.ts';

describe('profiles of Chromium', () => {
  const all = endingsOfAllTests();

  test('are the same with and without a concern, 60 of each', { timeout: 5_400_000 }, async () => {
    const { auc, tellingFiles } = await historyFigures(all, 'chromium', 60);
    expect(tellingFiles).toEqual([]);
    expect(Math.abs(auc - 0.5)).toBeLessThan(0.1);
  });

  test('show by no file whether the panel was ever opened, 20 of each', { timeout: 5_400_000 }, async () => {
    const { tellingFiles } = await historyFigures(all, 'chromium', 20, ['panel', 'untouched']);
    expect(tellingFiles).toEqual([]);
  });
});
