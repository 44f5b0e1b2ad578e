/** One shape for both browsers: what a story or a test can do with a browser that has the extension in it. */
import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The built extension, unpacked: the folder with manifest.json. */
  readonly extensionDir: string;
  /** Made when missing. The same folder brings back the same profile, extension id and storage. */
  readonly profileDir: string;
  readonly headless: boolean;
  /** Whether the toolbar shows the extension's button. Default true. */
  readonly pinned?: boolean;
  /** BCP 47, such as `ar`: the browser's language and what pages are told. Default English. */
  readonly locale?: string;
  /** The whole contents of a policy file; needs root, see policies.ts. */
  readonly policies?: object;
  /** Opened as tabs, in this order, the first in front. Default one blank tab. */
  readonly startUrls?: readonly string[];
  /** Path of the browser's program. Default: the one found on this machine. */
  readonly executable?: string;
  /** Outer size of the window in px. Default 1280 × 800. */
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** More environment, such as `{ DISPLAY: ':77' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** More command-line flags. */
  readonly args?: readonly string[];
}

export interface LaunchedBrowser {
  readonly name: BrowserName;
  /** Puppeteer's own object, over CDP in Chromium and over BiDi in Firefox. */
  readonly browser: Browser;
  /** The host part of the extension's addresses: an id in Chromium, a UUID in Firefox. */
  readonly extensionId: string;
  readonly extensionOrigin: string;
  readonly profileDir: string;
  /** The panel, for driving with puppeteer. Chromium: the real popup. Firefox: the popup's page in a tab. */
  openPanel(): Promise<Page>;
  /** Presses the toolbar's button and gives the real popup, in both browsers. */
  pressButton(): Promise<Panel>;
  /** A page of the extension in a new tab, such as `inbox.html`. */
  openPage(path: string): Promise<Page>;
  newTab(url: string): Promise<Page>;
  /** Runs a self-contained function in the background (worker or event page), waking it first. JSON in, JSON out. */
  background<A extends unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Ends the background as the browser does after idling; an event starts it again. */
  stopBackground(): Promise<void>;
  isPinned(): Promise<boolean>;
  /** Closes the browser and waits until its processes are gone. Idempotent. */
  close(): Promise<void>;
}

/** The popup below the toolbar's button. Presses and keys are trusted events, as from a hand. */
export interface Panel {
  /** Runs a self-contained function, or an expression as text, in the page. JSON in, JSON out. */
  evaluate<A extends unknown[], T>(run: string | ((...args: A) => T | Promise<T>), ...args: A): Promise<T>;
  /** Waits until `selector` is there and has a size. Throws `CandorError('unreachable')` after `seconds` (default 10). */
  waitFor(selector: string, seconds?: number): Promise<void>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** One key by its name: `Tab`, `Enter`, `Escape`. */
  press(key: string): Promise<void>;
  text(selector: string): Promise<string>;
  /** A PNG of the popup. */
  picture(): Promise<Uint8Array>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}
