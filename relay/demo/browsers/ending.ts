/** Closing a browser for certain: its processes are gone when this returns. */
import type { Browser } from 'puppeteer-core';

const CLOSE_SECONDS = 15;

/** Asks the browser to close, waits for its process, and kills it when that takes too long. */
export async function closeBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const gone = new Promise<void>((done) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
  const limit = setTimeout(() => child?.kill('SIGKILL'), CLOSE_SECONDS * 1000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  await gone;
  clearTimeout(limit);
}
