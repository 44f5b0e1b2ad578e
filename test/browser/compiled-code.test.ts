import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { flag } from '../../relay/demo/steps.ts';
import { filesBelow } from '../evidence/disk-search.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';
import { recordingServer } from './harness/recording-server.ts';
import { startBrowser } from './harness/start-browser.ts';
import { extensionFor, stubRelay } from './harness/stub-relay.ts';
import { until } from './harness/until.ts';

/*
 * Chromium dates and names the compiled code of scripts that pages load. Of ours there must be none, or a disk would
 * tell on which day somebody opened the panel for the first time (extension/browser/own-scripts.ts).
 */

const QUICK = { floorSeconds: 0.5, meanSeconds: 1, rewriteSeconds: 1 };
const SCRIPT = `let sum = 0;\n${'sum += Math.sqrt(sum + 1);\n'.repeat(80)}`;

const all = endingsOfAllTests();

test('Chromium keeps no compiled code of any page of the extension, though it does of other pages', async () => {
  const relay = await stubRelay(all);
  const extensionDir = await extensionFor(all, relay, 'chromium', QUICK);
  const intranet = await recordingServer(all, ({ path }) =>
    path.endsWith('.js')
      ? { headers: { 'Content-Type': 'text/javascript' }, body: SCRIPT }
      : { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><script src="/rota.js"></script>' },
  );
  const profileDir = freshFolder(all);
  const browser = await startBrowser(all, 'chromium', { extensionDir, profileDir });
  await until('public files', () => relay.cells().length >= 3, 60);
  const tab = await browser.newTab(`${intranet.origin}/rota`);
  for (let opened = 0; opened < 2; opened++) {
    const panel = await browser.openPanel();
    await flag(panel, 'near_miss');
    await panel.close();
    await tab.bringToFront();
  }
  for (const path of ['popup.html', 'sidepanel.html', 'options.html', 'inbox.html']) {
    // The second time from another process, which has nothing of the first in its memory.
    await (await browser.openPage(path)).close();
    await (await browser.openPage(path)).close();
  }
  // Compiled code is written a moment after a script has run.
  await pause(2_500);
  const id = browser.extensionId;
  await browser.close();
  const cached = filesBelow(join(profileDir, 'Default', 'Code Cache')).map((path) =>
    readFileSync(join(profileDir, 'Default', 'Code Cache', path), 'latin1'),
  );
  expect(cached.filter((file) => file.includes(`${intranet.origin}/rota.js`))).not.toEqual([]);
  expect(cached.filter((file) => file.includes(id)).map((file) => file.slice(24, 160))).toEqual([]);
});
