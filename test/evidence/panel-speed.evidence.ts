import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../relay/demo/steps.ts';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS, startBrowser, startOnce } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';

/*
 * How long a person waits. Times are taken inside the page, from the click to the painted confirmation.
 */

/** Only the first cells are quick, so that public files are there soon; then nothing disturbs. */
const PACE = { floorSeconds: 1, meanSeconds: 1.5, rewriteSeconds: 30 };
const CLICKS = 100;
const LOOKING_MS = 500;
const LONGEST_P95_MS = 100;

/** One click, and Undo so that each is the first of its session, as it is for a person. */
function clickAndUndo(kind: string): Promise<number> {
  const painted = (): Promise<number> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const appears = (selector: string): Promise<Element> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        const found = document.querySelector(selector);
        if (found !== null) resolve(found);
        return found !== null;
      };
      if (look()) return;
      const observer = new MutationObserver(() => look() && observer.disconnect());
      observer.observe(document.body, { childList: true, subtree: true });
    });
  return (async () => {
    const tile = (await appears(`button[data-kind="${kind}"]`)) as HTMLButtonElement;
    const from = performance.now();
    tile.click();
    const undo = (await appears('.card .undo')) as HTMLButtonElement;
    const took = (await painted()) - from;
    undo.click();
    await appears('.tiles');
    return took;
  })();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

describe.each(BROWSERS)('the panel in %s', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, PACE);
    const browser = await startBrowser(all, name, { extensionDir });
    await until('public files', () => relay.cells().length >= 3, 60);
    return { browser };
  });

  test(`says "sealed" within ${LONGEST_P95_MS} ms of the click`, async () => {
    const { browser } = await started();
    const panel: Page = await browser.openPage('popup.html');
    await panel.waitForSelector('.tiles', { timeout: PATIENCE_MS });
    const times: number[] = [];
    for (let i = 0; i < CLICKS; i++) {
      // A person looks before she clicks; meanwhile the receipt is made ahead.
      await pause(LOOKING_MS);
      times.push(await panel.evaluate(clickAndUndo, 'near_miss'));
    }
    await panel.close();
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    console.log(
      JSON.stringify({ name: `panel.click-to-sealed.${name}`, p50, p95, unit: 'ms', clicks: CLICKS }),
    );
    expect(p95).toBeLessThan(LONGEST_P95_MS);
  });

  test('is there soon after it is opened', async () => {
    const { browser } = await started();
    const times: number[] = [];
    for (let i = 0; i < 12; i++) {
      const panel = await browser.openPage('popup.html');
      await panel.waitForSelector('.tiles');
      times.push(await panel.evaluate(() => performance.now()));
      await panel.close();
    }
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    console.log(JSON.stringify({ name: `panel.interactive.${name}`, p50, p95, unit: 'ms' }));
    expect(p95).toBeLessThan(2_000);
  });
});
