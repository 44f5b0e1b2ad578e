/** Starting Chromium with the extension in it, over CDP. */
import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { CandorError } from '../../../shared/errors.ts';
import { findChromium } from '../machine/browsers.ts';
import { prepareChromiumProfile } from './chromium-profile.ts';
import { closeBrowser } from './ending.ts';
import { identityOf } from './extension-identity.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched.ts';
import { pagePanel } from './page-panel.ts';
import { policyWrapper } from './policy-wrapper.ts';
import { openStartTabs } from './start-tabs.ts';

const WAIT_MS = 20_000;

/** Nothing but this machine can be reached: no look-up, no download, no ping leaves it. */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];
const NO_QUESTIONS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--disable-search-engine-choice-screen',
];

/** Starts Chromium. Throws `CandorError('not-found')` without a browser or extension, `'unreachable'` when it does not load. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const executable = options.executable ?? findChromium();
  if (executable === null) throw new CandorError('not-found', 'Chromium was not found.');
  const extension = identityOf(options.extensionDir);
  const id = extension.chromiumId;
  mkdirSync(options.profileDir, { recursive: true });
  const profileDir = realpathSync(options.profileDir);
  prepareChromiumProfile(profileDir, id, options.pinned ?? true);
  const program = await policyWrapper(executable, options.policies ? { chromium: options.policies } : null);
  const browser = await puppeteer
    .launch({
      executablePath: program.executable,
      headless: options.headless,
      pipe: true,
      userDataDir: profileDir,
      enableExtensions: [extension.dir],
      // The page fills its window; an emulated size would also be forced upon the popup.
      defaultViewport: null,
      // No "controlled by automated test software" bar in a window that a person looks at.
      ignoreDefaultArgs: ['--enable-automation'],
      env: { ...process.env, ...options.env },
      args: flags(options),
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((error: Error) => {
      program.remove();
      throw new CandorError('unreachable', `Chromium did not start: ${error.message}`);
    });

  const close = async () => {
    await closeBrowser(browser);
    program.remove();
  };
  const open = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  };
  const origin = `chrome-extension://${id}`;
  const popupUrl = `${origin}/${extension.popupPath}`;
  const openPanel = () => pressed(browser, id, popupUrl);
  try {
    await openStartTabs(browser, options.startUrls ?? []);
    await worker(browser, origin);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: 'chromium',
    browser,
    extensionId: id,
    extensionOrigin: origin,
    profileDir,
    openPanel,
    pressButton: async () => pagePanel(await openPanel()),
    openPage: (path) => open(`${origin}/${path}`),
    newTab: open,
    background: async (run, ...args) =>
      (await worker(browser, origin)).evaluate(run as never, ...(args as unknown as never[])),
    stopBackground: () => stopped(browser, origin),
    isPinned: async () => {
      const settings = await (await worker(browser, origin)).evaluate('chrome.action.getUserSettings()');
      return (settings as { isOnToolbar?: boolean }).isOnToolbar === true;
    },
    close,
  };
}

function flags({
  headless,
  locale,
  windowSize = { width: 1280, height: 800 },
  args = [],
}: LaunchOptions): string[] {
  const root = process.getuid?.() === 0;
  return [
    ...NO_NETWORK,
    ...NO_QUESTIONS,
    `--window-size=${windowSize.width},${windowSize.height}`,
    '--window-position=0,0',
    ...(locale === undefined ? [] : [`--lang=${locale}`, `--accept-lang=${locale}`]),
    // Chromium refuses to sandbox itself for root; `--test-type` takes away the bar that says so.
    ...(root ? ['--no-sandbox', ...(headless ? [] : ['--test-type'])] : []),
    ...args,
  ];
}

function isWorkerOf(target: Target, origin: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(`${origin}/`);
}

/** The background's worker, started when it sleeps. While puppeteer is attached it never falls asleep by itself. */
async function worker(browser: Browser, origin: string): Promise<WebWorker> {
  const isWorker = (target: Target) => isWorkerOf(target, origin);
  const soon = (timeout: number) => browser.waitForTarget(isWorker, { timeout }).catch(() => null);
  let target = browser.targets().find(isWorker) ?? (await soon(300));
  if (target === null) {
    await wake(browser, origin);
    target = await soon(WAIT_MS);
  }
  const found = await target?.worker();
  if (!found) throw new CandorError('unreachable', 'The background of the extension did not start.');
  return found;
}

/** Ends the worker and waits until it is off the list, so that the next look does not find what is gone. */
async function stopped(browser: Browser, origin: string): Promise<void> {
  const running = await worker(browser, origin);
  const target = browser.targets().find((one) => isWorkerOf(one, origin));
  await running.close();
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(20)) {
    if (target === undefined || !browser.targets().includes(target)) return;
  }
  throw new CandorError('unreachable', 'The background of the extension did not end.');
}

async function wake(browser: Browser, origin: string): Promise<void> {
  const [page] = await browser.pages();
  const session = await (page ?? (await browser.newPage())).createCDPSession();
  try {
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
  } finally {
    await session.detach();
  }
}

/** Presses the toolbar's button on the tab in front and gives the popup; the one that is open already, if so. */
async function pressed(browser: Browser, id: string, popupUrl: string): Promise<Page> {
  const tabs = await browser.pages();
  const isPopup = (target: Target) =>
    target.url().split(/[?#]/)[0] === popupUrl && !tabs.some((tab) => tab.target() === target);
  const already = browser.targets().find(isPopup);
  if (already) return already.asPage();
  const front = await frontOf(tabs);
  const extension = await listed(browser, id);
  await front.triggerExtensionAction(extension).catch(async () => {
    // Browsers before Extensions.triggerAction: ask the way the extension's own menu does.
    await (await worker(browser, new URL(popupUrl).origin)).evaluate('chrome.action.openPopup()');
  });
  const target = await browser.waitForTarget(isPopup, { timeout: WAIT_MS }).catch(() => null);
  if (target === null) throw new CandorError('unreachable', 'The panel did not open.');
  const page = await target.asPage();
  await page.waitForFunction('document.readyState === "complete"', { timeout: WAIT_MS });
  return page;
}

async function frontOf(tabs: readonly Page[]): Promise<Page> {
  for (const tab of tabs)
    if ((await tab.evaluate('document.visibilityState').catch(() => '')) === 'visible') return tab;
  throw new CandorError('unreachable', 'No tab is in front.');
}

/** The list fills a moment after the start. */
async function listed(browser: Browser, id: string) {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(50)) {
    const extension = (await browser.extensions()).get(id);
    if (extension) return extension;
  }
  throw new CandorError('unreachable', 'The extension did not load.');
}
