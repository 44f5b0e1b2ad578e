import type { Page } from 'puppeteer-core';
import type { InstallState } from '../../extension/browser/messages.ts';

interface ExtensionApi {
  alarms: { getAll(): Promise<{ name: string }[]> };
  action: { getUserSettings(): Promise<{ isOnToolbar?: boolean }> };
  management: { getSelf(): Promise<{ installType: string; mayDisable: boolean; version: string }> };
  runtime: {
    sendMessage(message: object): Promise<InstallState>;
    onUpdateAvailable: { addListener(heard: (details: { version: string }) => void): void };
    requestUpdateCheck(): Promise<{ status: string }>;
  };
  storage: { managed: { get(): Promise<Record<string, unknown>> } };
}
declare const browser: ExtensionApi;

/** What the browser says about how the extension came here. */
export function installedAs(
  page: Page,
): Promise<{ installType: string; mayDisable: boolean; version: string }> {
  return page.evaluate(async () => {
    const { installType, mayDisable, version } = await browser.management.getSelf();
    return { installType, mayDisable, version };
  });
}

export function isPinned(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await browser.action.getUserSettings()).isOnToolbar === true);
}

export function managedSettings(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => browser.storage.managed.get());
}

/** What the background tells its pages. */
export function installState(page: Page): Promise<InstallState> {
  return page.evaluate(() => browser.runtime.sendMessage({ type: 'panel-state', id: null }));
}

/** Asks the update server now. The version that was fetched and waits for a restart; `null` after `seconds` without one. */
export function fetchUpdate(page: Page, seconds: number): Promise<string | null> {
  return page.evaluate(
    (milliseconds) =>
      new Promise<string | null>((resolve) => {
        setTimeout(() => resolve(null), milliseconds);
        browser.runtime.onUpdateAvailable.addListener(({ version }) => resolve(version));
        void browser.runtime.requestUpdateCheck();
      }),
    seconds * 1000,
  );
}

/** The clocks that go: without `send`, nothing leaves and nothing is fetched. */
export function alarmNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await browser.alarms.getAll()).map(({ name }) => name).sort());
}

/** What the update server has for this install: `no_update`, or `update_available`. */
export function askForUpdate(page: Page): Promise<string> {
  return page.evaluate(async () => (await browser.runtime.requestUpdateCheck()).status);
}

/** The code that runs, as it was packed. */
export function backgroundCode(page: Page): Promise<string> {
  return page.evaluate(async () => (await fetch('/background.js')).text());
}

/** What the panel says in big letters, and whether there is anything to press for flagging. */
export async function panelSays(page: Page): Promise<{ title: string; tiles: number }> {
  const title = await page.waitForSelector('main h1');
  return {
    title: (await title?.evaluate((element) => element.textContent)) ?? '',
    tiles: (await page.$$('button[data-kind]')).length,
  };
}

/** The rows of the Status page that want to be looked at, by the name of their setting. */
export async function faultsOnStatusPage(page: Page): Promise<Record<string, string>> {
  const rows = await page.$$eval('.row[data-tone="look"], .row[data-tone="stop"]', (elements) =>
    elements.map((element) => [
      element.querySelector('dt code')?.textContent ?? '',
      element.querySelector('dd bdi')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(rows.filter(([name]) => name !== ''));
}
