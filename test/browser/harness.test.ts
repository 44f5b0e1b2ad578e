import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identityOf } from '../../relay/demo/browsers/extension-identity.ts';
import { whyNoPolicies } from '../../relay/demo/browsers/policies.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { appear } from './harness/appearance.ts';
import { endingsOfAllTests, endingsOfEachTest } from './harness/endings.ts';
import { fixtureExtension } from './harness/fixture.ts';
import { picture } from './harness/pictures.ts';
import { freshFolder } from './harness/profiles.ts';
import { recordingServer } from './harness/recording-server.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { until } from './harness/until.ts';

/*
 * What the harness promises to the other browser tests, tried with an extension as small as can be.
 */

interface ExtensionApi {
  storage: Record<
    'local' | 'managed',
    { get(key?: string): Promise<object>; set(values: object): Promise<void> }
  >;
}
declare const browser: ExtensionApi;

describe.each(BROWSERS)('%s', (name) => {
  const all = endingsOfAllTests();
  const each = endingsOfEachTest();
  const started = startOnce(() => startBrowser(all, name, { extensionDir: fixtureExtension(all) }));

  test('starts with the button in the toolbar, and without it when asked', async () => {
    expect(await (await started()).isPinned()).toBe(true);
    const other = await startBrowser(each, name, { extensionDir: fixtureExtension(each), pinned: false });
    expect(await other.isPinned()).toBe(false);
  });

  test('a press of the button opens the real popup, which takes keys and presses as from a hand', async () => {
    const panel = await (await started()).pressButton();
    await panel.waitFor('#words');
    await panel.type('#words', 'Grüße from bed 9');
    await panel.click('#send');
    expect(await panel.text('#said')).toBe('pressed: Grüße from bed 9');
    await panel.press('Tab');
    expect(await panel.evaluate('innerWidth')).toBeGreaterThan(300);
    await picture(`harness-panel-${name}`, await panel.picture());
    expect(await panel.isOpen()).toBe(true);
    await panel.close();
    await until('the popup to close', async () => !(await panel.isOpen()));
  });

  test('the popup is a new page each time', async () => {
    const first = await (await started()).pressButton();
    await first.type('#words', 'not kept');
    await first.close();
    await until('the popup to close', async () => !(await first.isOpen()));
    const second = await (await started()).pressButton();
    await second.waitFor('#words');
    expect(await second.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
    await second.close();
    await expect(second.waitFor('#nothing', 0.2)).rejects.toThrow();
  });

  test('the panel can be driven with puppeteer, and so can other pages of the extension', async () => {
    const it = await started();
    for (const open of [() => it.openPanel(), () => it.openPage('popup.html')]) {
      const page = await open();
      await page.waitForSelector('#words');
      await page.type('#words', 'driven');
      await page.click('#send');
      expect(await page.$eval('#said', (element) => element.textContent)).toBe('pressed: driven');
      expect(await page.evaluate(() => location.origin)).toBe(it.extensionOrigin);
      await page.close();
    }
  });

  test('the background answers, also after it was ended', async () => {
    const it = await started();
    await it.background(() => {
      (globalThis as { mark?: number }).mark = 1;
    });
    expect(
      await it.background((add: number) => ((globalThis as { mark?: number }).mark ?? 0) + add, 41),
    ).toBe(42);
    await it.stopBackground();
    expect(await it.background(() => (globalThis as { mark?: number }).mark ?? 'born again')).toBe(
      'born again',
    );
  });

  test('the same profile folder brings back the same extension and what it stored', async () => {
    const profileDir = freshFolder(each, name);
    const extensionDir = fixtureExtension(each);
    const first = await startBrowser(each, name, { extensionDir, profileDir });
    await first.background(() => browser.storage.local.set({ kept: 'yes' }));
    const page = await first.openPage('popup.html');
    await page.evaluate(() => localStorage.setItem('kept', 'yes'));
    await first.close();
    const second = await startBrowser(each, name, { extensionDir, profileDir });
    expect(second.extensionId).toBe(first.extensionId);
    expect(await second.isPinned()).toBe(true);
    expect(await second.background(() => browser.storage.local.get('kept'))).toEqual({ kept: 'yes' });
    const again = await second.openPage('popup.html');
    expect(await again.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
  });

  test('opens the start pages in order and speaks the language asked for', async () => {
    const { origin } = await recordingServer(each, ({ path }) => ({
      body: `<title>${path}</title>`,
      headers: { 'Content-Type': 'text/html' },
    }));
    const startUrls = [`${origin}/first`, `${origin}/second`];
    const it = await startBrowser(each, name, {
      extensionDir: fixtureExtension(each),
      startUrls,
      locale: 'de',
    });
    const pages = await it.browser.pages();
    expect(await Promise.all(pages.map((page) => page.title()))).toEqual(['/first', '/second']);
    expect(await pages[0]?.evaluate(() => navigator.language)).toBe('de');
    expect(await pages[0]?.evaluate(() => document.visibilityState)).toBe('visible');
  });

  test('reaches nothing but this machine', async () => {
    const { origin } = await recordingServer(each, () => ({
      headers: { 'Access-Control-Allow-Origin': '*' },
    }));
    const page = await (await started()).newTab(origin);
    const reached = (url: string) =>
      page.evaluate(
        (to) =>
          fetch(to, { mode: 'no-cors', signal: AbortSignal.timeout(5_000) }).then(() => 'reached', String),
        url,
      );
    expect(await reached(`${origin}/near`)).toBe('reached');
    for (const far of ['http://example.com/', 'http://192.0.2.1/', 'http://[2001:db8::1]/']) {
      expect(await reached(far), far).toMatch(/TypeError/);
    }
    await page.close();
  });

  test('shows dark, forced colours, reduced motion, contrast and 200 % zoom', async () => {
    const it = await started();
    const page = await it.openPage('popup.html');
    const media = (query: string) => page.evaluate((text) => matchMedia(text).matches, query);
    await appear(it, page, { scheme: 'dark', zoomPercent: 200, width: 1280, height: 800 });
    expect(await media('(prefers-color-scheme: dark)')).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(16, 25, 27)',
    );
    expect(await page.evaluate(() => innerWidth)).toBe(640);
    await picture(`harness-dark-200-${name}`, page);
    await appear(it, page, {
      scheme: 'light',
      forcedColors: true,
      reducedMotion: true,
      moreContrast: name === 'chromium',
      width: 1280,
    });
    expect(await media('(prefers-color-scheme: dark)')).toBe(false);
    expect(await media('(forced-colors: active)')).toBe(true);
    expect(await media('(prefers-reduced-motion: reduce)')).toBe(true);
    expect(await media('(prefers-contrast: more)')).toBe(name === 'chromium');
    expect(await page.evaluate(() => innerWidth)).toBe(1280);
    await appear(it, page, {});
    expect(await media('(forced-colors: active)')).toBe(false);
    expect(await media('(prefers-reduced-motion: reduce)')).toBe(false);
    await page.close();
  });

  test('axe finds nothing wrong with the fixture, and finds what is then broken, in a tab and in the popup', async () => {
    const it = await started();
    const breakLabel = () => document.querySelector('label')?.remove();
    const page = await it.openPage('popup.html');
    expect(told(await violationsOf(page))).toBe('');
    await page.evaluate(breakLabel);
    expect((await violationsOf(page)).map(({ rule }) => rule)).toEqual(['label']);
    await page.close();
    const panel = await it.pressButton();
    await panel.waitFor('#words');
    expect(told(await violationsOf(panel))).toBe('');
    await panel.evaluate(breakLabel);
    expect((await violationsOf(panel)).map(({ rule }) => rule)).toEqual(['label']);
    await panel.close();
  });

  test('managed settings reach the unpacked extension, and the machine keeps its own', async (context) => {
    const why = await whyNoPolicies();
    if (why !== null) return context.skip(why);
    const settings = { site: 'Northgate', minutes: 40 };
    const extensionDir = fixtureExtension(each);
    const policies = (id: string) =>
      name === 'chromium'
        ? { '3rdparty': { extensions: { [id]: settings } } }
        : { '3rdparty': { Extensions: { [id]: settings } } };
    const id = name === 'chromium' ? identityOf(extensionDir).chromiumId : 'fixture@candor.test';
    const it = await startBrowser(each, name, { extensionDir, policies: policies(id) });
    const managed = () => it.background(() => browser.storage.managed.get());
    await until('managed settings', async () => 'site' in (await managed()));
    expect(await managed()).toEqual(settings);
    for (const file of [
      '/etc/chromium/policies/managed/candor.json',
      '/etc/firefox/policies/policies.json',
    ]) {
      expect(existsSync(file), file).toBe(false);
    }
  });
});

test('waiting ends with what was awaited and what was seen instead', async () => {
  await expect(until('a sunny day', () => 0, 0.2)).rejects.toThrow(
    'Waited 0.2 s for a sunny day; the last answer was 0.',
  );
  const failing = () => Promise.reject(new Error('rain'));
  await expect(until('a sunny day', failing, 0.2)).rejects.toThrow('the last answer was rain.');
});
