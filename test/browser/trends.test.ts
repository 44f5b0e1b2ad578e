import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { chooseBackup, unlock } from '../../relay/demo/steps.ts';
import type { Concern } from '../../shared/concern.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { picture } from './harness/pictures.ts';
import { BROWSERS, startBrowser } from './harness/start-browser.ts';
import { until } from './harness/until.ts';
import { type InboxDesk, startInboxDesk, textOf } from './inbox-desk.ts';

/* The trends page in real browsers, counted in a worker under the extension's own content security policy. */

/** Twelve alike, from which the limits come, and seven that are a shift. */
const WEEKS = 19;
const A_WEEK: readonly Omit<Concern, 'v' | 'tax'>[] = [
  { kind: 'near_miss', category: 'medication', unit: 'MED-W7', factors: ['staffing'] },
  { kind: 'hazard', category: 'staffing', unit: 'MED-W7', t: { what: 'Two bays for one nurse again.' } },
  { kind: 'good_care' },
];

describe.each(BROWSERS)('trends in %s', (name) => {
  const all = endingsOfAllTests();
  let desk: InboxDesk;
  let extensionDir: string;
  beforeAll(async () => {
    desk = await startInboxDesk(all);
    extensionDir = await desk.extension(name);
    for (let week = 1; week <= WEEKS; week++) {
      await desk.send(week <= 7 ? [...A_WEEK, ...A_WEEK] : A_WEEK, 7 * week);
    }
  });

  test('a chart with its reading, what is stuck, and a quarter to share; axe finds nothing', async () => {
    const browser = await startBrowser(all, name, { extensionDir });
    const page = await browser.openPage('inbox.html');
    await appear(browser, page, { width: 1280, height: 900, scheme: 'light', reducedMotion: true });
    await page.waitForSelector('#backup-file');
    await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    await page.click('[data-entry="trends"]');
    await until('the shift to be read out', async () =>
      (await textOf(page, '[data-series="all"] h3'))?.startsWith('Higher than it used to be, 7 times'),
    );
    expect(await page.$$eval('[data-series="all"] .dot.unusual', (dots) => dots.length)).toBe(7);
    expect(await page.$eval('[data-series="all"] svg title', ({ textContent }) => textContent)).toContain(
      'All concerns and signals',
    );
    expect(await textOf(page, '.trends')).toContain('Staffing or workload');
    await picture(`trends-${name}`, page);
    expect(told(await violationsOf(page))).toBe('');

    await page.click('[data-option="share"]');
    await page.waitForSelector('.exports');
    expect(told(await violationsOf(page))).toBe('');

    // Made in a worker of its own, under the same policy.
    await page.click('[data-option="inspection"]');
    await page.waitForSelector('.inspection-steps .check input');
    await page.click('.inspection-steps .check input');
    await page.waitForSelector('[data-action="make-pack"]:not([disabled])');
    await page.click('[data-action="make-pack"]');
    // In the last days of a quarter the one before can no longer be counted, and the page says so.
    await page.waitForSelector('.inspection-sheet, .inspection-steps .notice');
    expect(told(await violationsOf(page))).toBe('');

    await page.click('[data-option="evidence"]');
    await page.waitForSelector('#evidence-day');
    expect(told(await violationsOf(page))).toBe('');

    await appear(browser, page, { width: 600, height: 800, scheme: 'dark', reducedMotion: true });
    await page.click('[data-option="desk"]');
    await page.waitForSelector('[data-series="all"] svg');
    expect(told(await violationsOf(page))).toBe('');
    const cut = await page.$eval('.trends', (box) => box.scrollWidth - box.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);

    await page.click('#lock');
    await page.waitForSelector('#passphrase');
    expect(await page.content()).not.toContain('Staffing or workload');
    await page.close();
  });
});
