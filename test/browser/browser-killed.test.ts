import { expect, test } from 'vitest';
import { crashRounds } from '../evidence/crash-rounds.ts';
import { endingsOfAllTests } from './harness/endings.ts';

/*
 * The short form of test/evidence/browser-crash.evidence.ts: a browser that is killed, a background that is ended in the
 * middle of a tick, answers that are spoiled.
 */

const KILLS = 2;
const all = endingsOfAllTests();

test('what Chromium had on its disk comes to the desk once, whoever kills it', async () => {
  const row = await crashRounds(all, 'chromium', KILLS);
  expect(row).toMatchObject({ browserKills: KILLS, lost: 0, doubled: 0 });
});
