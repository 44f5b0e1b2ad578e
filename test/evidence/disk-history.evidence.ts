import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { startOnce } from '../browser/harness/start-browser.ts';
import { type HistoryRow, historyFigures, type Shift, ward } from './disk-history.ts';
import { collected } from './piecewise.ts';

/** Chromium notes when an extension was installed until its button is pressed for the first time. SECURITY.md says so. */
const SAID = ['Default/Preferences#/extensions/settings/EXTENSION/install_time_for_action_metric'];
/** Pairs of profiles at once. */
const PAIRS = 3;

describe.each([
  ['chromium', 60, 20],
  ['firefox', 20, 10],
] as const)('profiles of %s', (name, each, eachOpened) => {
  const all = endingsOfAllTests();
  const started = startOnce(() => ward(all, name));

  async function rowsOf(shifts: readonly [Shift, Shift], wanted: number): Promise<readonly HistoryRow[]> {
    const beside = Array.from({ length: PAIRS }, () => shifts).flat();
    return collected<HistoryRow>(
      `history.${shifts.join('-')}.${name}`,
      (rows) => rows.length >= wanted * 2,
      async () => (await started()).together(beside),
    );
  }

  test(`are the same with and without a concern, ${each} of each`, { timeout: 5_400_000 }, async (test) => {
    const rows = await rowsOf(['concern', 'panel'], each);
    const { auc, tellingNames, tellingSizes } = historyFigures(name, rows, 'concern');
    test.skip(rows.length < each * 2, 'goes on in the next run');
    expect(tellingNames).toEqual([]);
    expect(tellingSizes).toEqual([]);
    // Of 60 and 60 a guess is within 0.1 in 19 of 20 runs; fewer need as much more.
    expect(Math.abs(auc - 0.5)).toBeLessThan(each < 60 ? 0.2 : 0.1);
  });

  test(`do not show whether the panel was ever opened, ${eachOpened} of each`, {
    timeout: 5_400_000,
  }, async (test) => {
    const rows = await rowsOf(['panel', 'untouched'], eachOpened);
    const { tellingNames, tellingSizes } = historyFigures(name, rows, 'panel');
    test.skip(rows.length < eachOpened * 2, 'goes on in the next run');
    expect(tellingNames).toEqual(name === 'chromium' ? SAID : []);
    expect(tellingSizes).toEqual([]);
  });
});
