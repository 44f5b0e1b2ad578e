import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { acknowledge, chooseBackup, readConcern, unlock } from '../../relay/demo/steps.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { type Appearance, appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { picture } from './harness/pictures.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { until } from './harness/until.ts';
import { type InboxDesk, startInboxDesk, textOf } from './inbox-desk.ts';

/*
 * The inbox page in real browsers against the real mailroom: a desk's morning, what axe says, how a long queue feels.
 */

const LOOKS: readonly (Appearance & { look: string })[] = [
  { look: 'light', scheme: 'light', reducedMotion: true },
  { look: 'dark', scheme: 'dark', reducedMotion: true },
  { look: 'forced colours', forcedColors: true, reducedMotion: true },
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 800 },
  { width: 600, height: 800 },
] as const;

describe.each(BROWSERS)('the inbox in %s', (name) => {
  const all = endingsOfAllTests();
  let desk: InboxDesk;
  let extensionDir: string;
  beforeAll(async () => {
    desk = await startInboxDesk(all);
    extensionDir = await desk.extension(name);
  });
  const started = startOnce(() => startBrowser(all, name, { extensionDir }));

  /** A fresh page at the size of a desk. */
  async function fresh(browser: LaunchedBrowser): Promise<Page> {
    const page = await browser.openPage('inbox.html');
    await appear(browser, page, SIZES[0]);
    await page.waitForSelector('#backup-file');
    return page;
  }

  /** A fresh, unlocked page; the browser keeps the sealed key from the first time on. */
  async function open(browser: LaunchedBrowser): Promise<Page> {
    const page = await fresh(browser);
    if ((await page.$('#passphrase')) === null) await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    return page;
  }

  test('a wrong passphrase, the right one, a concern read and acknowledged, and still so after a reload', async () => {
    const sentence = 'The fridge alarm on the ward was muted, and nobody knew since when.';
    await desk.send([
      { kind: 'hazard', category: 'device', unit: 'MED-W7', t: { what: sentence } },
      { kind: 'near_miss' },
    ]);
    await desk.sendBroken();
    const page = await fresh(await started());
    await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await unlock(page, 'not the passphrase')).toBe(false);
    expect(await textOf(page, '#refusal')).toBe('That passphrase does not open this key.');
    expect(await textOf(page, '.desk')).toBeNull();
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    expect(await readConcern(page, sentence)).toBe(true);
    expect(await textOf(page, '.queue')).toContain('Could not be read');
    expect(await textOf(page, '.signals-line')).toContain('1 signal waits');
    await acknowledge(page);
    // With it goes what the person is told by itself.
    await until('the event to be at the mailroom', async () => (await desk.events()) >= 1);

    await page.reload({ waitUntil: [] });
    await page.waitForSelector('#passphrase');
    expect(await page.content()).not.toContain('fridge alarm');
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    await page.click('[data-entry="folder-acknowledged"]');
    await until('the acknowledged concern', async () =>
      (await textOf(page, '.queue'))?.includes('fridge alarm'),
    );

    await page.click('#lock');
    await page.waitForSelector('#passphrase');
    expect(await page.content()).not.toContain('fridge alarm');
    await page.close();
  });

  test('works on while the mailroom is away, and posts what was done when it is back', async () => {
    const sentence = 'The lift to theatre stops between the floors.';
    await desk.send([{ kind: 'hazard', t: { what: sentence } }]);
    const page = await open(await started());
    expect(await readConcern(page, sentence)).toBe(true);
    // Reading it is told as well, and then nothing else happens by itself.
    await page.waitForSelector('[data-said="opened"][data-waiting="false"]');
    await desk.mailroomAway();
    const before = await desk.events();
    await page.waitForSelector('#sync[data-state="offline"]');
    await page.type('#note', 'Facilities have been told.');
    await page.click('[data-action="note"]');
    await page.waitForSelector('[data-event="noted"]');
    await desk.mailroomBack();
    await until('the note to be at the mailroom', async () => (await desk.events()) > before);
    await page.close();
  });

  test('axe finds nothing, in any look, at any size, and nothing is cut off', async () => {
    await desk.send([
      {
        kind: 'staff',
        category: 'assault',
        worry: 'very',
        whenP: 'week',
        whenB: 'night',
        t: { what: 'No panic button.' },
      },
    ]);
    const browser = await started();
    const page = await browser.openPage('inbox.html');
    await page.waitForSelector('#passphrase');
    const found: string[] = [];
    const look = async (state: string): Promise<void> => {
      for (const { look: called, ...appearance } of LOOKS) {
        for (const size of called === 'light' ? SIZES : SIZES.slice(0, 1)) {
          await appear(browser, page, { ...appearance, ...size });
          const violations = await violationsOf(page);
          if (violations.length > 0) found.push(`${state} ${called} ${size.width}: ${told(violations)}`);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) found.push(`${state} ${called} ${size.width}: ${over} px too wide`);
          await picture(`inbox-${name}-${state}-${called.replace(' ', '-')}-${size.width}`, page);
        }
      }
      await appear(browser, page, { scheme: 'light', ...SIZES[0] });
    };
    await look('locked');
    await unlock(page, 'not the passphrase');
    await look('refused');
    await unlock(page, DEMO_PASSPHRASE);
    await page.waitForSelector('.row');
    await look('queue');
    await readConcern(page, 'No panic button.');
    await look('concern');
    await acknowledge(page);
    await page.click('[data-action="close"]');
    await look('closing');
    await page.keyboard.press('Escape');
    await page.click('[data-entry="signals"]');
    await page.waitForSelector('.tally');
    await look('signals');
    await page.click('[data-entry="folder-closed"]');
    await page.waitForSelector('.empty');
    await look('empty');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await look('keys');
    expect(found.join('\n')).toBe('');
    const fields = await page.$$eval('input:not([type="file"]), textarea, select', (inputs) =>
      inputs.map((input) => `${input.id} ${input.getAttribute('autocomplete')}`),
    );
    expect(fields.filter((field) => /(search|note|closing-line|passphrase) (?!off)/.test(field))).toEqual([]);
    await page.close();
  });

  test('speaks Arabic from right to left', async () => {
    const browser = await startBrowser(all, name, { extensionDir, locale: 'ar' });
    const page = await fresh(browser);
    await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ]);
    const lockedFinds = told(await violationsOf(page));
    await unlock(page, DEMO_PASSPHRASE);
    const row = await page.waitForSelector('.row');
    await row?.click();
    await page.waitForSelector('article');
    const finds = [lockedFinds, told(await violationsOf(page))].join('');
    await picture(`inbox-${name}-arabic`, page);
    expect(finds).toBe('');
    const filters = await page.$eval('.filters', (part) => part.getBoundingClientRect().left);
    const reading = await page.$eval('.reading', (part) => part.getBoundingClientRect().left);
    expect(filters).toBeGreaterThan(reading);
    await browser.close();
  });

  test.runIf(name === 'chromium')('prints the concern and nothing of the team’s', async () => {
    const sentence = 'The oxygen cylinder in the lift was empty.';
    await desk.send([{ kind: 'near_miss', unit: 'MED-W7', t: { what: sentence } }]);
    const page = await open(await started());
    expect(await readConcern(page, sentence)).toBe(true);
    await page.type('#note', 'Only for the team.');
    await page.click('[data-action="note"]');
    await page.waitForSelector('[data-event="noted"]');
    await page.emulateMediaType('print');
    // innerText, since it leaves out what is not printed.
    const printed = await page.evaluate(() => document.body.innerText);
    expect(printed).toContain(sentence);
    expect(printed).toContain('From the inbox of Patient Safety');
    expect(printed).toContain('Keep this page as you would keep a patient’s record');
    for (const other of ['Only for the team.', 'Team log', 'Looked after by', 'To acknowledge', 'Search']) {
      expect(printed).not.toContain(other);
    }
    expect((await page.pdf()).length).toBeGreaterThan(1000);
    await page.close();
  });

  test('stays at hand with two hundred concerns', async () => {
    const words = 'The infusion pump lost its settings after the battery was changed. '.repeat(8);
    const many = Array.from({ length: 200 }, (_, i) => ({
      kind: 'incident' as const,
      t: { what: `Number ${i}. ${words}` },
    }));
    for (let from = 0; from < many.length; from += 50) await desk.send(many.slice(from, from + 50), 3);
    const page = await fresh(await started());
    await page.waitForSelector('#passphrase');
    await page.evaluate(watchTasks);
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    await until('all concerns to be opened', () =>
      page.evaluate(() => {
        const count = document.querySelector('[data-entry="folder-new"] .count')?.textContent ?? '0';
        return Number(count.replace(/\D/g, '')) >= 200;
      }),
    );
    const rows = await page.$$eval('.row', (found) => found.length);
    expect(rows).toBeLessThan(40);
    const steps: number[] = [];
    await page.focus('#queue');
    for (let i = 0; i < 30; i++) {
      steps.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const from = performance.now();
              document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
            }),
        ),
      );
    }
    await page.type('#search', 'number 199');
    await until('the search to find one', async () => (await textOf(page, '.queue-head p')) === '1 concern');
    const longest = await page.evaluate(() => (globalThis as { longestTaskMs?: number }).longestTaskMs ?? 0);
    const typical = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
    process.stdout.write(
      `inbox ${name}: longest pause ${Math.round(longest)} ms, a step with j ${Math.round(typical)} ms (median)\n`,
    );
    // Two frames and a rendering, with room for a busy machine; the aim is in the bench.
    expect(typical).toBeLessThan(150);
    await page.close();
  });
});

/** In the page: remembers the longest time in which it could do nothing else. */
function watchTasks(): void {
  const page = globalThis as { longestTaskMs?: number };
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    page.longestTaskMs = Math.max(page.longestTaskMs ?? 0, now - last);
    last = now;
    setTimeout(beat, 0);
  };
  beat();
}
