/** Starting Firefox with the extension in it, over BiDi. */
import { mkdirSync, realpathSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { CandorError } from '../../../shared/errors.ts';
import { findFirefox } from '../machine/browsers.ts';
import { closeBrowser } from './ending.ts';
import { identityOf, uuidFor } from './extension-identity.ts';
import { isButtonPinned, pinButton, pressFirefoxButton } from './firefox-button.ts';
import { inPage } from './firefox-content.ts';
import { firefoxPreferences } from './firefox-profile.ts';
import { windowOf } from './firefox-window.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched.ts';
import { policyWrapper } from './policy-wrapper.ts';
import { openStartTabs } from './start-tabs.ts';

const WAIT_MS = 30_000;

/** Starts Firefox. Throws `CandorError('not-found')` without a browser or extension, `'unreachable'` when it does not start. */
export async function launchFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
  const executable = options.executable ?? findFirefox();
  if (executable === null) throw new CandorError('not-found', 'Firefox was not found.');
  const { dir, geckoId, popupPath } = identityOf(options.extensionDir);
  if (geckoId === null) throw new CandorError('not-found', `The extension in ${dir} has no id for Firefox.`);
  mkdirSync(options.profileDir, { recursive: true });
  const profileDir = realpathSync(options.profileDir);
  const uuid = uuidFor(profileDir);
  const { width, height } = options.windowSize ?? { width: 1280, height: 800 };
  const program = await policyWrapper(executable, options.policies ? { firefox: options.policies } : null);
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath: program.executable,
      headless: options.headless,
      userDataDir: profileDir,
      defaultViewport: null,
      extraPrefsFirefox: firefoxPreferences({
        geckoId,
        uuid,
        ...(options.locale === undefined ? {} : { locale: options.locale }),
      }),
      env: { ...process.env, ...options.env },
      // Since 153, addresses of extensions may only be opened from outside with system access.
      args: [
        '--remote-allow-system-access',
        '--width',
        `${width}`,
        '--height',
        `${height}`,
        ...(options.args ?? []),
      ],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((error: Error) => {
      program.remove();
      throw new CandorError('unreachable', `Firefox did not start: ${error.message}`);
    });

  const call = windowOf(browser);
  const close = async () => {
    await closeBrowser(browser);
    program.remove();
  };
  const origin = `moz-extension://${uuid}`;
  const openPage = async (path: string) => arriveAt(await browser.newPage(), `${origin}/${path}`);
  try {
    await openStartTabs(browser, options.startUrls ?? []);
    await browser.installExtension(dir);
    await pinButton(call, geckoId, options.pinned ?? true);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: 'firefox',
    browser,
    extensionId: uuid,
    extensionOrigin: origin,
    profileDir,
    openPanel: () => openPage(popupPath),
    pressButton: () => pressFirefoxButton(call, geckoId),
    openPage,
    newTab: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    background: (run, ...args) => inPage(call, geckoId, 'background', run, args),
    stopBackground: async () => {
      await call(endBackground, geckoId);
    },
    isPinned: () => isButtonPinned(call, geckoId),
    close,
  };
}

/** Waiting for `load` of an extension's page never ends in Firefox 153, so we ask the page itself. */
async function arriveAt(page: Page, url: string): Promise<Page> {
  await page.goto(url, { waitUntil: [] });
  const there =
    'location.href.split("#")[0] === ' +
    JSON.stringify(url.split('#')[0]) +
    ' && document.readyState === "complete"';
  await page.waitForFunction(there, { timeout: WAIT_MS, polling: 50 });
  return page;
}

declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { terminateBackground(how: object): Promise<void> } } | null;
};

/** In Firefox's window. Self-contained. */
async function endBackground(geckoId: string): Promise<void> {
  await WebExtensionPolicy.getByID(geckoId)?.extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}
