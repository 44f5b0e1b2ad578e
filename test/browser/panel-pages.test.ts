import { expect, test } from 'vitest';
import { told, violationsOf } from './harness/accessibility.ts';
import { appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { BROWSERS, startBrowser } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * The pages as they are packed, with the settings and files that a site would have.
 */

const QUICK = { floorSeconds: 0.5, meanSeconds: 1, rewriteSeconds: 1 };
const all = endingsOfAllTests();

test.each(BROWSERS)(
  'axe finds nothing on the panel, the side panel and the Status page in %s',
  async (name) => {
    const stub = await stubRelay(all);
    const extensionDir = await extensionFor(all, stub, name, QUICK, { sitePatterns: ['ST-[0-9]{5}', '('] });
    const browser = await startBrowser(all, name, { extensionDir });
    await until('public files', () => stub.cells().length >= 3, 60);
    for (const [path, there] of [
      ['popup.html', '.tiles'],
      ['sidepanel.html', '.tiles'],
      ['options.html', '.status section'],
    ] as const) {
      const page = await browser.openPage(path);
      await page.waitForSelector(there);
      for (const look of [{ scheme: 'light' }, { scheme: 'dark' }, { forcedColors: true }] as const) {
        await appear(browser, page, look);
        expect(told(await violationsOf(page)), `${path} ${JSON.stringify(look)}`).toBe('');
      }
      await page.close();
    }
  },
);

test('the Status page tells an admin what is wrong, and nothing of what anybody did', async () => {
  const stub = await stubRelay(all);
  const settings = { sitePatterns: ['ST-[0-9]{5}', '('], relayURL: 'x', profile: 'kiosk' };
  const extensionDir = await extensionFor(all, stub, 'chromium', QUICK, settings);
  const browser = await startBrowser(all, 'chromium', { extensionDir });
  await until('public files', () => stub.cells().length >= 3, 60);
  const page = await browser.openPage('options.html');
  await page.waitForSelector('.status section');
  const said = await page.$eval('main', (main) => main.textContent);
  for (const words of [
    /Item 2 was left out/,
    /relayURL\s+is not a setting/,
    /profile\s+is none of the values/,
    /Northgate/,
  ]) {
    expect(said).toMatch(words);
  }
  expect(said).not.toMatch(/kiosk|held|waiting for its place|concern/);
  await page.close();
});
