import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { UNBAKED } from '../../extension/policy/build.ts';
import { buildExtension } from '../../relay/admin/build-extension.ts';
import type { LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import { flag } from '../../relay/demo/steps.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * What an install lives through: a background that is ended, a browser that is closed, settings that are not there yet,
 * a relay that says nothing, a profile that must keep nothing.
 */

const QUICK = { floorSeconds: 0.5, meanSeconds: 1, rewriteSeconds: 1 };

interface Extension {
  readonly storage: {
    readonly session: {
      get(): Promise<{ session: { storedSeconds?: number } }>;
      set(items: object): Promise<void>;
    };
  };
  readonly contextMenus: { readonly onClicked: { dispatch(info: object): void } };
}

/** How many bytes the outbox on disk has; 0 without one. */
function outboxOnDisk(browser: LaunchedBrowser): Promise<number> {
  return browser.background(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('candor-outbox');
        request.onsuccess = () => {
          const db = request.result;
          const read = db.objectStoreNames.contains('outbox')
            ? db.transaction('outbox').objectStore('outbox').get('outbox')
            : null;
          const done = (bytes: number): void => {
            db.close();
            resolve(bytes);
          };
          if (read === null) done(0);
          else read.onsuccess = () => done((read.result as Uint8Array | undefined)?.length ?? 0);
        };
      }),
  );
}

/** Says that nothing was stored after `since`. False where a tick has just written over it. */
function storedSince(browser: LaunchedBrowser, since: number): Promise<boolean> {
  return browser.background(async (storedSeconds) => {
    const { browser: api, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
    const { session: memory } = (api ?? chrome).storage;
    const { session } = await memory.get();
    await memory.set({ session: { ...session, storedSeconds } });
    await new Promise((later) => setTimeout(later, 300));
    return (await memory.get()).session.storedSeconds === storedSeconds;
  }, since);
}

describe.each(BROWSERS)('an install in %s', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async () => {
    const relay = await stubRelay(all);
    const browser = await startBrowser(all, name, {
      extensionDir: await extensionFor(all, relay, name, QUICK),
    });
    await until('public files', () => relay.cells().length >= 3, 60);
    return { relay, browser };
  });

  test('goes on after its background was ended', async () => {
    const { relay, browser } = await started();
    for (let i = 0; i < 3; i++) {
      await browser.stopBackground();
      const cells = relay.cells().length;
      await until('another cell', () => relay.cells().length > cells, 60);
    }
  });

  test('puts what is picked after the click into the same envelope', async () => {
    const { relay, browser } = await started();
    const before = relay.concerns().length;
    const panel = await browser.openPanel();
    await flag(panel, 'incident');
    await pause(400);
    await panel.click('.card .chip:not(.more)');
    await pause(400);
    await panel.close();
    await until('the concern', () => relay.concerns().length > before, 60);
    const cells = relay.cells().length;
    await until('four more cells', () => relay.cells().length >= cells + 4, 60);
    expect(relay.concerns().slice(before)).toEqual([
      { v: 1, tax: '1.0.0', kind: 'incident', category: 'medication' },
    ]);
  });

  test('says so when the concern has left before something was added', async () => {
    const { relay, browser } = await started();
    const before = relay.concerns().length;
    const panel = await browser.openPanel();
    await flag(panel, 'near_miss');
    // Something is open, so the panel stays; but nobody adds anything for so long that the concern leaves.
    await pause(400);
    await panel.evaluate(() => document.querySelector<HTMLElement>('footer nav button')?.click());
    await until('the concern', () => relay.concerns().length > before, 60);
    await pause(1_500);
    await panel.evaluate(() => document.querySelector<HTMLElement>('footer nav button')?.click());
    await panel.waitForSelector('.card .chip', { visible: true });
    // Whatever moves on the screen has come to rest before a hand is there.
    await pause(400);
    await panel.click('.card .chip');
    const said = await panel.waitForSelector('.banner');
    expect(await said?.evaluate((element) => element.textContent)).toMatch(/already left/);
    await panel.close();
  });

  test('says since when nothing has left, and goes on sending', async () => {
    const { relay, browser } = await started();
    relay.answering = false;
    // What was answered before is written down by the tick that asked, which is over when the next one has asked.
    const cells = relay.cells().length;
    await until('two cells without an answer', () => relay.cells().length >= cells + 2, 60);
    const since = Math.floor(Date.now() / 1000) - 3 * 3600;
    await until('the background to have the time of three hours ago', () => storedSince(browser, since));
    const panel = await browser.openPanel();
    const banner = await panel.waitForSelector('.banner', { timeout: 20_000 });
    const said = await banner?.evaluate((element) => element.textContent);
    relay.answering = true;
    expect(said).toMatch(/Nothing has left this computer since/);
    expect(said).toContain('4411');
    await panel.close();
  });
});

describe.each(BROWSERS)('a profile that is wiped at log-off, %s', (name) => {
  const all = endingsOfAllTests();

  test('keeps no outbox on disk, asks to stay signed in, and sends all the same', async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, QUICK, { profile: 'wiped' });
    const browser = await startBrowser(all, name, { extensionDir });
    await until('public files', () => relay.cells().length >= 3, 60);
    const panel = await browser.openPanel();
    await panel.waitForSelector('.facts');
    expect(await panel.$eval('.facts', (facts) => facts.textContent)).toMatch(/stay signed in/);
    await flag(panel, 'hazard');
    await panel.close();
    await until('the concern', () => relay.concerns().length > 0, 60);
    expect(await outboxOnDisk(browser)).toBe(0);
  });
});

describe.each(BROWSERS)('a build without pins in %s', (name) => {
  const all = endingsOfAllTests();

  test('waits calmly for a policy', async () => {
    const extensionDir = await buildExtension(UNBAKED, freshFolder(all, 'build'), name);
    const browser = await startBrowser(all, name, { extensionDir });
    const panel = await browser.openPanel();
    const title = await panel.waitForSelector('.not-ready h1');
    expect(await title?.evaluate((element) => element.textContent)).toMatch(/Waiting for your organisation/);
    await panel.close();
    const status = await browser.openPage('options.html');
    await status.waitForSelector('.status section');
    expect(await status.$eval('main', (main) => main.textContent)).toMatch(/Waiting for a policy/);
    await status.close();
  });
});

describe('the context menu', () => {
  const all = endingsOfAllTests();

  test('flags with one action, and the panel opens to confirm it', async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, 'chromium', QUICK);
    const browser = await startBrowser(all, 'chromium', { extensionDir });
    await until('public files', () => relay.cells().length >= 3, 60);
    // What a click on the entry does, with everything that a browser tells about the page.
    await browser.background(() => {
      const { chrome } = globalThis as unknown as { chrome: Extension };
      chrome.contextMenus.onClicked.dispatch({
        menuItemId: 'near_miss',
        pageUrl: 'https://emr.example/patient/4711',
        selectionText: 'a selected secret',
      });
    });
    const popup = await browser.browser.waitForTarget((target) => target.url().endsWith('/popup.html'), {
      timeout: 20_000,
    });
    const panel = await popup.asPage();
    const thanks = await panel.waitForSelector('.card h1');
    expect(await thanks?.evaluate((element) => element.textContent)).toMatch(/Thank you/);
    await until('the concern', () => relay.concerns().length > 0, 60);
    expect(relay.concerns()).toEqual([{ v: 1, tax: '1.0.0', kind: 'near_miss' }]);
  });
});
