import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { closeBrowser } from '../../relay/demo/browsers/ending.ts';
import { uuidFor } from '../../relay/demo/browsers/extension-identity.ts';
import { isButtonPinned } from '../../relay/demo/browsers/firefox-button.ts';
import { inPage } from '../../relay/demo/browsers/firefox-content.ts';
import { firefoxPreferences } from '../../relay/demo/browsers/firefox-profile.ts';
import { windowOf } from '../../relay/demo/browsers/firefox-window.ts';
import { policyWrapper } from '../../relay/demo/browsers/policy-wrapper.ts';
import { findFirefox } from '../../relay/demo/machine/browsers.ts';
import type { Endings } from '../browser/harness/endings.ts';

const INSTALL_MS = 60_000;

export interface ManagedFirefox {
  openPage(path: string): Promise<Page>;
  /** Runs a self-contained function in the background. JSON in, JSON out. */
  background<T>(run: () => T | Promise<T>): Promise<T>;
  isPinned(): Promise<boolean>;
  /** Whether Firefox knows the extension, also with its pages out of reach. */
  isInstalled(): Promise<boolean>;
  close(): Promise<void>;
}

declare const WebExtensionPolicy: { getByID(id: string): object | null };

/** `policies` is the value of that name in policies.json, exactly as generated. */
export async function managedFirefox(
  { ending }: Endings,
  profileDir: string,
  geckoId: string,
  policies: object,
): Promise<ManagedFirefox> {
  const executable = findFirefox();
  if (executable === null) throw new Error('Firefox was not found.');
  const program = await policyWrapper(executable, { firefox: policies });
  const uuid = uuidFor(profileDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program.executable,
    headless: true,
    userDataDir: profileDir,
    defaultViewport: null,
    extraPrefsFirefox: firefoxPreferences({ geckoId, uuid }),
    args: ['--remote-allow-system-access'],
  });
  const close = async () => {
    await closeBrowser(browser);
    program.remove();
  };
  ending(close, (end) => end());
  const call = windowOf(browser);
  const isInstalled = () => call((id) => WebExtensionPolicy.getByID(id) !== null, geckoId);
  return {
    close,
    isInstalled,
    background: (run) => inPage(call, geckoId, 'background', run, []),
    isPinned: () => isButtonPinned(call, geckoId),
    openPage: async (path) => {
      for (const end = Date.now() + INSTALL_MS; !(await isInstalled()); await pause(50)) {
        if (Date.now() > end) throw new Error('Firefox did not install the extension.');
      }
      const page = await browser.newPage();
      const url = `moz-extension://${uuid}/${path}`;
      // Waiting for "load" of an extension's page never ends in Firefox 153.
      await page.goto(url, { waitUntil: [] });
      await page.waitForFunction(
        `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`,
        { timeout: 30_000, polling: 50 },
      );
      return page;
    },
  };
}
