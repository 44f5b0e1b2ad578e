import { describe, expect, test } from 'vitest';
import { endingsOfEachTest } from '../browser/harness/endings.ts';
import { type CrashRow, crashRounds } from './crash-rounds.ts';
import { collected } from './piecewise.ts';
import { figure } from './stage.ts';

const KILLS_AT_A_TIME = 10;
/** Profiles at once: they mostly wait. */
const BESIDE = 4;

describe.each([
  ['chromium', 60],
  ['firefox', 20],
] as const)('what %s had on its disk', (name, kills) => {
  const endings = endingsOfEachTest();

  test(`comes to the desk once, through ${kills} kills`, { timeout: 5_400_000 }, async (test) => {
    const enough = (rows: readonly CrashRow[]) => rows.length * KILLS_AT_A_TIME >= kills;
    const rows = await collected<CrashRow>(`crashes.${name}`, enough, () =>
      Promise.all(Array.from({ length: BESIDE }, () => crashRounds(endings, name, KILLS_AT_A_TIME))),
    );
    const total = (of: keyof CrashRow) => rows.reduce((sum, row) => sum + row[of], 0);
    figure(`crashes.${name}.all`, {
      browserKills: total('browserKills'),
      workerKills: total('workerKills'),
      spoiledAnswers: total('spoiledAnswers'),
      concerns: total('concerns'),
      lost: total('lost'),
      lostInMemory: total('lostInMemory'),
      doubled: total('doubled'),
    });
    expect(total('lost')).toBe(0);
    expect(total('doubled')).toBe(0);
    test.skip(!enough(rows), 'goes on in the next run');
  });
});
