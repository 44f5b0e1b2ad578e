/** The tabs that a browser starts with. Not on the command line: headless Chromium refuses more than one there. */
import type { Browser } from 'puppeteer-core';

/** Opens `urls` in tabs, in this order, the first of them in front. */
export async function openStartTabs(browser: Browser, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) return;
  const first = (await browser.pages())[0] ?? (await browser.newPage());
  for (const [index, url] of urls.entries()) {
    const page = index === 0 ? first : await browser.newPage();
    await page.goto(url);
  }
  await first.bringToFront();
}
