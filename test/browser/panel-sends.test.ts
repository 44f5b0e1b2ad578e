import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { flag } from '../../relay/demo/steps.ts';
import { CELL } from '../../shared/sizes.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { BROWSERS, startBrowser, startOnce } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * The real extension in real browsers against a relay that opens everything it gets: what arrives, and what anybody on
 * the way can see of it.
 */

interface Storages {
  readonly storage: Readonly<Record<'local' | 'session', { get(): Promise<object> }>>;
}

const QUICK = { floorSeconds: 0.5, meanSeconds: 1, rewriteSeconds: 1 };
/** So slow that nothing but a click could cause a request in between. */
const SLOW = { floorSeconds: 16, meanSeconds: 16, rewriteSeconds: 2 };

describe.each(BROWSERS)('the extension in %s', (name) => {
  const all = endingsOfAllTests();
  const started = startOnce(async () => {
    const relay = await stubRelay(all);
    const browser = await startBrowser(all, name, {
      extensionDir: await extensionFor(all, relay, name, QUICK),
    });
    return { relay, browser };
  });

  test('sends cover before anybody does anything', async () => {
    const { relay } = await started();
    await until('three cells', () => relay.cells().length >= 3, 60);
    expect(relay.concerns()).toEqual([]);
    expect([...relay.site.drop.values()].every((found) => found === 'cover')).toBe(true);
  });

  test('brings one click on a tile to the desk, once, and says that it is sealed', async () => {
    const { relay, browser } = await started();
    const panel = await browser.openPanel();
    await flag(panel, 'near_miss');
    expect(await panel.$eval('.card h1', (title) => title.textContent)).toMatch(/Thank you/);
    await panel.close();
    await until('the concern', () => relay.concerns().length > 0, 60);
    const cells = relay.cells().length;
    await until('four more cells', () => relay.cells().length >= cells + 4, 60);
    expect(relay.concerns()).toEqual([{ v: 1, tax: '1.0.0', kind: 'near_miss' }]);
  });

  test('lets a click be undone', async () => {
    const { relay, browser } = await started();
    const before = relay.concerns().length;
    const panel = await browser.openPanel();
    await flag(panel, 'hazard');
    // The card grows for a moment; a hand is slower than that.
    await pause(400);
    await panel.click('.card header button');
    await panel.waitForSelector('.tiles');
    await panel.close();
    const cells = relay.cells().length;
    await until('six more cells', () => relay.cells().length >= cells + 6, 60);
    expect(relay.concerns().length).toBe(before);
  });

  test('sends the same headers and sizes whatever a cell says, and none that names the person or the profile', async () => {
    const { relay, browser } = await started();
    const posts = relay.cells();
    expect(posts.length).toBeGreaterThan(8);
    expect(new Set(posts.map(({ path }) => path))).toEqual(new Set(['/v1/cells']));
    expect(new Set(posts.map(({ body }) => body.length))).toEqual(new Set([CELL]));
    expect(new Set(posts.map(({ headers }) => JSON.stringify(headers))).size).toBe(1);
    for (const { headers } of relay.server.seen) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('sec-ch-ua');
      expect(JSON.stringify(headers)).not.toContain(
        name === 'firefox' ? browser.extensionId : 'moz-extension',
      );
    }
    const [{ headers }] = posts as [(typeof posts)[0]];
    expect(headers).not.toHaveProperty('content-type');
    expect(headers.origin).toBe(name === 'firefox' ? 'null' : browser.extensionOrigin);
    expect(headers['content-length']).toBe(String(CELL));
  });

  test('stores only sealed bytes: no word of a concern, not even its kind', async () => {
    const { browser } = await started();
    const kept = await browser.background(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Storages | undefined>;
      const { storage } = (browser ?? chrome) as Storages;
      return JSON.stringify([await storage.local.get(), await storage.session.get()]);
    });
    expect(kept).not.toMatch(/near_miss|hazard/);
  });
});

describe.each(BROWSERS)('a click in %s', (name) => {
  const all = endingsOfAllTests();

  test('starts no request: the seconds after it are as quiet as all others', async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, SLOW);
    const browser = await startBrowser(all, name, { extensionDir });
    await until('the first cell', () => relay.cells().length >= 1, 60);
    const panel = await browser.openPanel();
    const before = relay.server.seen.length;
    await flag(panel, 'near_miss');
    // Five seconds of Undo, and a rewrite.
    await pause(7_000);
    expect(relay.server.seen.length).toBe(before);
  });
});
