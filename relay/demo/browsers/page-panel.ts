/** The panel's shape over a puppeteer page: in Chromium the popup is a page like any other. */
import type { Page } from 'puppeteer-core';
import { CandorError } from '../../../shared/errors.ts';
import type { Panel } from './launched.ts';

export function pagePanel(page: Page): Panel {
  return {
    evaluate: (run, ...args) => page.evaluate(run as never, ...(args as unknown as never[])),
    waitFor: async (selector, seconds = 10) => {
      const found = page.waitForSelector(selector, { visible: true, timeout: seconds * 1000 });
      await found.catch(() => {
        throw new CandorError('unreachable', `${selector} did not show within ${seconds} s.`);
      });
    },
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    press: (key) => page.keyboard.press(key as never),
    text: (selector) => page.$eval(selector, (element) => element.textContent ?? ''),
    picture: () => page.screenshot({ type: 'png' }),
    isOpen: async () => !page.isClosed(),
    close: async () => {
      if (!page.isClosed()) await page.close().catch(() => {});
    },
  };
}
