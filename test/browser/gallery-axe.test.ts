import type { Page } from 'puppeteer-core';
import { createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import type { LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import { STATES } from '../gallery/states.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { type Appearance, appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { fixtureExtension } from './harness/fixture.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { until } from './harness/until.ts';

/*
 * Every state of the panel in real browsers: axe finds nothing, nothing is cut off or hidden, and the first screen needs
 * no scrolling.
 */

const POPUP = { width: 380, height: 560 } as const;
/** A side panel so high that nothing has to be scrolled to, of which axe would measure only what shows. */
const TALL = { width: 380, height: 1800 } as const;
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk'];
const LOOKS: readonly (Appearance & { look: string; lang: string })[] = [
  { look: 'light', lang: 'en', scheme: 'light', ...TALL },
  { look: 'dark', lang: 'de', scheme: 'dark', ...TALL },
  { look: 'forced colours', lang: 'en', forcedColors: true, ...TALL },
  { look: 'right to left', lang: 'ar', scheme: 'light', ...TALL },
];

describe.each(BROWSERS)('the panel in %s', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async (): Promise<{ it: LaunchedBrowser; page: Page; origin: string }> => {
    const configFile = new URL('../gallery/vite.config.ts', import.meta.url).pathname;
    const server = await createServer({
      configFile,
      server: { host: '127.0.0.1', port: 0 },
      logLevel: 'error',
    });
    all.ending(server, () => server.close());
    await server.listen();
    const it = await startBrowser(all, name, { extensionDir: fixtureExtension(all) });
    const page = await it.browser.newPage();
    const origin = server.resolvedUrls?.local[0] ?? '';
    await page.goto(`${origin}panel.html`);
    return { it, page, origin };
  });

  async function show(page: Page, state: string, lang: string, surface = '&beside'): Promise<void> {
    const hash = `#state=${state}&lang=${lang}${surface}`;
    await page.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
    await until(hash, () =>
      page.evaluate((wanted) => document.documentElement.dataset.shown === wanted, hash),
    );
  }

  test.each(LOOKS)('has nothing for axe to find in $look', async ({ lang, look: _, ...appearance }) => {
    const { it, page } = await started();
    await appear(it, page, appearance);
    const found: string[] = [];
    for (const state of Object.keys(STATES)) {
      await show(page, state, lang);
      const violations = await violationsOf(page);
      if (violations.length > 0) found.push(`${state}: ${told(violations)}`);
    }
    expect(found.join('\n')).toBe('');
  });

  test('needs no scrolling on the first screen', async () => {
    const { it, page } = await started();
    await appear(it, page, POPUP);
    for (const [state, lang] of [
      ...LANGUAGES.map((lang) => ['first', lang] as const),
      ['first-demo-own-relay', 'en'],
      ['relay-silent', 'en'],
    ] as const) {
      await show(page, state, lang, '');
      const scrolled = await page.evaluate(() => {
        const { scrollHeight = 0, clientHeight = 0 } = document.querySelector('main') ?? {};
        return { page: document.documentElement.scrollHeight, hidden: scrollHeight - clientHeight };
      });
      expect({ state, lang, ...scrolled }).toEqual({ state, lang, page: POPUP.height, hidden: 0 });
    }
  });

  test('keeps what is typed from spell checkers, and the focus out from under the footer', async () => {
    const { it, page } = await started();
    await appear(it, page, POPUP);
    await show(page, 'words', 'en', '');
    const boxes = await page.$$eval('textarea', (areas) =>
      areas.map((area) => area.getAttribute('spellcheck')),
    );
    expect(boxes).toEqual(['false', 'false', 'false']);
    const covered: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused?.closest('main')) return null;
        const footer = document.querySelector('footer')?.getBoundingClientRect().top ?? innerHeight;
        return focused.getBoundingClientRect().top >= footer ? focused.textContent : null;
      });
      if (hidden !== null) covered.push(hidden);
    }
    expect(covered).toEqual([]);
  });

  test.each([
    ['320 px', { width: 320, height: 560 }],
    ['200 % zoom', { width: 640, height: 800, zoomPercent: 200 }],
  ] as const)('cuts nothing off at %s', async (_, appearance) => {
    const { it, page } = await started();
    await appear(it, page, appearance);
    const cut: string[] = [];
    for (const state of Object.keys(STATES)) {
      for (const lang of ['en', 'ar']) {
        await show(page, state, lang);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) cut.push(`${state} ${lang}: ${over} px`);
      }
    }
    expect(cut).toEqual([]);
  });
});
