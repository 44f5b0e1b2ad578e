import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { until } from '../browser/harness/until.ts';
import { answeredBy, shapesOfCells, siteThatAsks } from './answering-a-pulse.ts';
import { SOURCE } from './keystroke-level.ts';
import { figure } from './stage.ts';

/*
 * What it costs a person to answer the pulse of three items, with a reason and a group: from the panel in sight to
 * "sealed", in the real popup, by a hand at the pace of the keystroke-level model. Opening the panel is told beside it. And
 * the cells beside all others.
 */

const PACE = { floorSeconds: 1, meanSeconds: 1.5, rewriteSeconds: 30 };
const MOST_SECONDS = 20;

describe.each(BROWSERS)('in %s', (name) => {
  const all = endingsOfAllTests();

  test('a pulse is answered in under 20 seconds without typing', async () => {
    const { relay, browser } = await siteThatAsks(all, name, PACE);
    await (await browser.newTab(`${relay.server.origin}/a-page`)).bringToFront();
    const { panel, answering, opening } = await answeredBy(() => browser.pressButton());
    await panel.close();
    await until('the answer at the desk', () => relay.messages().length === 1, 60);
    const shapes = shapesOfCells(relay);
    figure(`answering a pulse, ${name}`, {
      ...answering,
      openingSeconds: opening.seconds,
      limitSeconds: MOST_SECONDS,
      cells: relay.cells().length,
      shapesOfCells: shapes,
      source: SOURCE,
    });
    expect(answering.keystrokes).toBe(0);
    expect(answering.seconds).toBeLessThan(MOST_SECONDS);
    expect(shapes).toBe(1);
  });
});
