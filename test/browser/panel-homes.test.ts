import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inPage } from '../../relay/demo/browsers/firefox-content.ts';
import { windowOf } from '../../relay/demo/browsers/firefox-window.ts';
import type { LaunchedBrowser, Panel } from '../../relay/demo/browsers/launched.ts';
import { searchFolder } from '../evidence/disk-search.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * Where a draft may be, and for how long: in memory while its panel is open, on a personal profile for a quarter of an
 * hour more, and nowhere else. Both homes of the panel, in both browsers.
 */

const QUICK = { floorSeconds: 0.3, meanSeconds: 0.6, rewriteSeconds: 2 };
const WORDS = 'zarqhome two pens alike';
const GECKO_ID = 'candor@candor.example';
const QUARTER_MS = 15 * 60_000;
/** Whatever moves has come to rest before a hand is there. */
const REST_MS = 400;

interface Storage {
  readonly session: {
    get(): Promise<Record<string, { readonly at?: number } | undefined>>;
    set(items: object): Promise<void>;
  };
  readonly local: { set(items: object): Promise<void> };
}
type Global = Record<'browser' | 'chrome', { readonly storage: Storage } | undefined>;

/** The names under which something waits in the memory of the browser. */
function waiting(browser: LaunchedBrowser): Promise<string[]> {
  return browser.background(async () => {
    const { browser: api, chrome } = globalThis as unknown as Global;
    const kept = await (api ?? chrome)?.storage.session.get();
    return Object.keys(kept ?? {}).filter((name) => name === 'draft' || name === 'flagged');
  });
}

/** Waits until the draft is kept with everything that was typed. */
async function untilKept(browser: LaunchedBrowser): Promise<void> {
  const kept = (): Promise<string> =>
    browser.background(async () => {
      const { browser: api, chrome } = globalThis as unknown as Global;
      return JSON.stringify((await (api ?? chrome)?.storage.session.get())?.draft ?? null);
    });
  await until('the draft in memory', async () => (await kept()).includes(WORDS), 5);
}

/** As if the draft had been kept so much earlier. */
function ageDraft(browser: LaunchedBrowser, milliseconds: number): Promise<void> {
  return browser.background(async (by) => {
    const { browser: api, chrome } = globalThis as unknown as Global;
    const memory = (api ?? chrome)?.storage.session;
    const draft = (await memory?.get())?.draft;
    await memory?.set({ draft: { ...draft, at: (draft?.at ?? 0) - by } });
  }, milliseconds);
}

/** A tile, and words that are not added yet. */
async function write(panel: Panel): Promise<void> {
  await panel.waitFor('button[data-kind="near_miss"]', 60);
  await panel.click('button[data-kind="near_miss"]');
  await panel.waitFor('.card');
  await pause(REST_MS);
  await panel.click('.card > .buttons button:nth-of-type(2)');
  await panel.waitFor('.words-box textarea');
  await panel.type('.words-box textarea', WORDS);
  await until('the words in the box', async () => (await written(panel)) === WORDS, 5);
}

/** In the panel, as a person does it. */
async function speak(panel: Panel, language: string): Promise<void> {
  await panel.waitFor('.tiles', 60);
  await panel.click('footer .language');
  await panel.waitFor('.languages');
  await panel.click(`.languages button[lang="${language}"]`);
  await until('the language', async () => (await spoken(panel)) === language, 5);
}

function spoken(panel: Pick<Panel, 'evaluate'>): Promise<string> {
  return panel.evaluate(() => document.documentElement.lang);
}

function written(panel: Pick<Panel, 'evaluate'>): Promise<string> {
  return panel.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('.words-box textarea')?.value ?? '',
  );
}

/** The side panel or sidebar that stands open beside the page. */
async function besideOf(browser: LaunchedBrowser): Promise<Pick<Panel, 'evaluate'>> {
  if (browser.name === 'firefox') {
    const call = windowOf(browser.browser);
    return { evaluate: (run, ...args) => inPage(call, GECKO_ID, 'sidebar', run, args) };
  }
  const target = await browser.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'), {
    timeout: 10_000,
  });
  const page = await target.asPage();
  return { evaluate: (run, ...args) => page.evaluate(run as never, ...(args as unknown as never[])) };
}

describe.each(BROWSERS)('in %s, on a personal profile', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, QUICK, { profile: 'personal' });
    return startBrowser(all, name, { extensionDir });
  });

  test('a draft waits for a quarter of an hour, and is then gone', async () => {
    const browser = await started();
    const panel = await browser.pressButton();
    await write(panel);
    await untilKept(browser);
    await panel.close();

    await ageDraft(browser, QUARTER_MS - 30_000);
    const again = await browser.pressButton();
    await again.waitFor('.words-box textarea');
    expect(await written(again)).toBe(WORDS);
    await untilKept(browser);
    await again.close();

    await ageDraft(browser, QUARTER_MS + 1_000);
    await until('nothing in memory, though nobody opened a panel', async () => {
      return (await waiting(browser)).length === 0;
    });
    const late = await browser.pressButton();
    await late.waitFor('.tiles');
    await late.close();
  });

  test('a chosen language stays until the browser closes', async () => {
    const browser = await started();
    const panel = await browser.pressButton();
    await speak(panel, 'de');
    await panel.close();
    const again = await browser.pressButton();
    await again.waitFor('.tiles');
    expect(await spoken(again)).toBe('de');
    await again.close();
  });

  test('Esc clears it at once', async () => {
    const browser = await started();
    const panel = await browser.pressButton();
    await write(panel);
    await untilKept(browser);
    // What presses the key closes with the panel, and has nobody to answer to.
    void panel.press('Escape').catch(() => {});
    await until('nothing in memory', async () => (await waiting(browser)).length === 0, 5);
    await until('a closed panel', async () => !(await panel.isOpen()), 5);
  });
});

describe.each(BROWSERS)('in %s, on a shared profile', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, QUICK);
    const profileDir = freshFolder(all, name);
    return { profileDir, browser: await startBrowser(all, name, { extensionDir, profileDir }) };
  });

  test('nothing outlives the closing of the panel', async () => {
    const { browser } = await started();
    const panel = await browser.pressButton();
    await speak(panel, 'ar');
    await write(panel);
    await pause(REST_MS);
    await panel.close();
    expect(await waiting(browser)).toEqual([]);
    const again = await browser.pressButton();
    await again.waitFor('.tiles');
    expect(await spoken(again)).toBe('en');
    expect(await again.evaluate(() => document.body.innerText)).not.toContain('zarqhome');
    await again.close();
  });

  test('words move beside the page and are nowhere else: not in memory, not on disk', async () => {
    const { browser, profileDir } = await started();
    await browser.background(async () => {
      const { browser: api, chrome } = globalThis as unknown as Global;
      await (api ?? chrome)?.storage.local.set({ control: 'zarqcontrol' });
    });
    const panel = await browser.pressButton();
    await speak(panel, 'de');
    await write(panel);
    await panel.click('.words .aside button');
    const beside = await besideOf(browser);
    await until('the words beside the page', async () => (await written(beside)) === WORDS);
    expect(await spoken(beside)).toBe('de');
    await until('a closed popup', async () => !(await panel.isOpen()), 5);
    expect(await waiting(browser)).toEqual([]);
    await pause(1_000);
    await browser.close();
    const { hits } = searchFolder(profileDir, ['zarqhome', 'zarqcontrol']);
    expect(hits.filter((hit) => hit.startsWith('zarqcontrol'))).not.toEqual([]);
    expect(hits.filter((hit) => hit.startsWith('zarqhome'))).toEqual([]);
  });
});
