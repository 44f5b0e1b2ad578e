import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { flag } from '../../relay/demo/steps.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';
import { BROWSERS, startBrowser } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * What an install keeps on disk while the browser is away.
 */

/** Time to be placed on disk before the next cell leaves. */
const UNHURRIED = { floorSeconds: 15, meanSeconds: 15, rewriteSeconds: 1 };

describe.each(BROWSERS)('a browser that is closed, %s', (name) => {
  const all = endingsOfAllTests();

  test('keeps a concern that a rewrite has put on disk, and sends it when it is back', async () => {
    const relay = await stubRelay(all);
    const extensionDir = await extensionFor(all, relay, name, UNHURRIED);
    const profileDir = freshFolder(all, 'profile');
    const first = await startBrowser(all, name, { extensionDir, profileDir });
    await until('the first cell', () => relay.cells().length >= 1, 60);
    const panel = await first.openPanel();
    await flag(panel, 'good_care');
    await panel.close();
    // Undo, a rewrite, and a little: well before the next cell.
    await pause(9_000);
    expect(relay.concerns()).toEqual([]);
    await first.close();
    expect(relay.cells().length).toBe(1);
    await startBrowser(all, name, { extensionDir, profileDir });
    await until('the concern', () => relay.concerns().length > 0, 90);
    expect(relay.concerns()).toEqual([{ v: 1, tax: '1.0.0', kind: 'good_care' }]);
  });
});
