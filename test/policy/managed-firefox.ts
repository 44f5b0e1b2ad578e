import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import { closeBrowser } from '../../relay/demo/browsers/ending.ts';
import { uuidFor } from '../../relay/demo/browsers/extension-identity.ts';
import { isButtonPinned } from '../../relay/demo/browsers/firefox-button.ts';
import { firefoxPreferences } from '../../relay/demo/browsers/firefox-profile.ts';
import { type CallInWindow, windowOf } from '../../relay/demo/browsers/firefox-window.ts';
import { policyWrapper } from '../../relay/demo/browsers/policy-wrapper.ts';
import { findFirefox } from '../../relay/demo/machine/browsers.ts';
import type { Endings } from '../browser/harness/endings.ts';
import type { Authority } from './authority.ts';

const INSTALL_MS = 60_000;

/** A Firefox that holds no extension but what its policy makes it install. */
export interface ManagedFirefox {
  /** Opens a page of the extension, such as `options.html`; waits until the extension is there. */
  openPage(path: string): Promise<Page>;
  isPinned(): Promise<boolean>;
  /** The version that is installed, `null` without one: also where its pages are out of reach. */
  version(): Promise<string | null>;
  /** Does what Firefox does by itself once a day: looks for updates and installs them. */
  lookForUpdates(): Promise<void>;
  close(): Promise<void>;
}

/** `policies` is the value of that name in policies.json, as generated; only the hospital's own authority is added. */
export async function managedFirefox(
  { ending }: Endings,
  profileDir: string,
  geckoId: string,
  policies: object,
  authority: Authority,
): Promise<ManagedFirefox> {
  const executable = findFirefox();
  if (executable === null) throw new Error('Firefox was not found.');
  const program = await policyWrapper(executable, {
    firefox: { ...policies, Certificates: { Install: [authority.file] } },
  });
  const uuid = uuidFor(profileDir);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program.executable,
    headless: true,
    userDataDir: profileDir,
    defaultViewport: null,
    extraPrefsFirefox: {
      ...firefoxPreferences({ geckoId, uuid }),
      // Off in every driven browser, on in everybody's.
      'extensions.update.enabled': true,
      'extensions.update.autoUpdateDefault': true,
      // What an extension leaves behind is part of what is tried.
      'extensions.webextensions.keepStorageOnUninstall': false,
    },
    args: ['--remote-allow-system-access'],
  });
  const close = async () => {
    await closeBrowser(browser);
    program.remove();
  };
  ending(close, (end) => end());
  const call = windowOf(browser);
  const version = () => call(versionOf, geckoId);
  return {
    close,
    version,
    lookForUpdates: () => call(updateAddons),
    isPinned: () => isButtonPinned(call, geckoId),
    openPage: async (path) => {
      for (const end = Date.now() + INSTALL_MS; (await version()) === null; await pause(50)) {
        if (Date.now() > end) throw new Error(`Firefox did not install it: ${await complaints(call)}`);
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

/** What Firefox's console says about add-ons and policies: the reason why nothing was installed stands there. */
function complaints(call: CallInWindow): Promise<string> {
  return call(() =>
    Services.console
      .getMessageArray()
      .map((one) => String(one.message ?? one))
      .filter((line) => /polic|addon|install/i.test(line))
      .slice(-5)
      .join('\n'),
  );
}

// In Firefox's window, self-contained. The names that they find there:
declare const WebExtensionPolicy: {
  getByID(id: string): { extension?: { version: string }; active: boolean } | null;
};
declare const Services: { console: { getMessageArray(): { message?: string }[] } };
declare const ChromeUtils: {
  importESModule(url: string): { AddonManagerPrivate: { backgroundUpdateCheck(): Promise<void> } };
};

function versionOf(geckoId: string): string | null {
  return WebExtensionPolicy.getByID(geckoId)?.extension?.version ?? null;
}

async function updateAddons(): Promise<void> {
  const { AddonManagerPrivate } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await AddonManagerPrivate.backgroundUpdateCheck();
}
