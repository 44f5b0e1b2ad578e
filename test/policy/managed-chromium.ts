import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { closeBrowser } from '../../relay/demo/browsers/ending.ts';
import { policyFiles } from '../../relay/demo/browsers/policies.ts';
import { policyWrapper } from '../../relay/demo/browsers/policy-wrapper.ts';
import { findChromium } from '../../relay/demo/machine/browsers.ts';
import type { Endings } from '../browser/harness/endings.ts';

const INSTALL_MS = 60_000;

/** A browser that holds no extension but what its policy makes it install. */
export interface ManagedBrowser {
  /** Opens a page of the extension, such as `options.html`; waits until the extension is there. */
  openPage(path: string): Promise<Page>;
  /** Writes another policy over the one that the browser runs under. */
  setPolicy(policy: object): void;
  close(): Promise<void>;
}

/** Without this, a browser lets nobody drive what a policy installed. It is the only line that is not generated. */
const DRIVABLE = { DeveloperToolsAvailability: 1 };

export async function managedChromium(
  { ending }: Endings,
  profileDir: string,
  id: string,
  policy: object,
): Promise<ManagedBrowser> {
  const executable = findChromium();
  if (executable === null) throw new Error('Chromium was not found.');
  const program = await policyWrapper(executable, { chromium: { ...policy, ...DRIVABLE } });
  const browser = await puppeteer.launch({
    executablePath: program.executable,
    headless: true,
    pipe: true,
    userDataDir: profileDir,
    enableExtensions: true,
    defaultViewport: null,
    // Both would keep it from asking the update server.
    ignoreDefaultArgs: [
      '--enable-automation',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  const close = async () => {
    await closeBrowser(browser);
    program.remove();
  };
  ending(close, (end) => end());
  return {
    close,
    setPolicy: (next) => {
      for (const file of policyFiles(program.workDir ?? '', 'chromium'))
        writeFileSync(file, JSON.stringify({ ...next, ...DRIVABLE }));
    },
    openPage: async (path) => {
      const page = await browser.newPage();
      for (const end = Date.now() + INSTALL_MS; ; await pause(50)) {
        try {
          await page.goto(`chrome-extension://${id}/${path}`);
          return page;
        } catch (error) {
          if (Date.now() > end) throw error;
        }
      }
    },
  };
}
