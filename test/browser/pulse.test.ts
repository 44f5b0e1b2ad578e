import { expect, test } from 'vitest';
import { PATIENCE_MS } from '../../relay/demo/steps.ts';
import { expectAtTheDesk, PULSE, shapesOfCells, siteThatAsks } from '../evidence/answering-a-pulse.ts';
import { kept } from '../evidence/seven-words.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { until } from './harness/until.ts';

const QUICK = { floorSeconds: 0.5, meanSeconds: 0.5, rewriteSeconds: 0.5 };
const all = endingsOfAllTests();

// In both browsers, and how long it takes by hand: npm run evidence.
test('a pulse is answered in a few taps, leaves like a concern, and nothing here remembers it', async () => {
  const { relay, browser } = await siteThatAsks(all, 'chromium', QUICK);
  const panel = await browser.openPanel();
  const tap = (selector: string) => panel.locator(selector).setTimeout(PATIENCE_MS).click();
  await tap('[data-kind="near_miss"]');
  await tap('.card .done');
  await tap('.pulse-card');
  for (const at of PULSE.items.keys())
    await tap(`.pulse[data-at="${at}"] .pulse-options button:nth-child(4)`);
  await tap('.pulse-options[data-scale="reasons"] button:nth-child(2)');
  await panel.waitForSelector('.pulse-options [aria-pressed="true"]');
  expect(told(await violationsOf(panel))).toBe('');
  await tap('.pulse .primary');
  await tap('.pulse-options[data-scale="group"] button:nth-child(2)');
  await panel.waitForSelector('.pulse-undo');
  expect(told(await violationsOf(panel))).toBe('');
  await panel.close();
  expect(await kept(browser)).not.toMatch(/zarqpulse|no-benefit/);

  await until('both at the desk', () => relay.messages().length === 2, 60);
  expectAtTheDesk(relay);
  expect(shapesOfCells(relay)).toBe(1);
  expect(await kept(browser)).not.toMatch(/zarqpulse|no-benefit/);

  const again = await browser.openPanel();
  await again.waitForSelector('.pulse-card');
  await again.locator('footer .plain').click();
  await again.waitForSelector('.sheet');
  expect(await again.$eval('.sheet', (sheet) => sheet.textContent)).toContain('14 requests for support');
});
