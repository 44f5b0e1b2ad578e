import { afterEach } from 'vitest';
import { launchBrowser } from '../../../relay/demo/browsers/launch.ts';
import type { BrowserName, LaunchedBrowser, LaunchOptions } from '../../../relay/demo/browsers/launched.ts';
import type { Endings } from './endings.ts';
import { freshFolder } from './profiles.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

type Options = Omit<LaunchOptions, 'profileDir' | 'headless'> &
  Partial<Pick<LaunchOptions, 'profileDir' | 'headless'>>;

/** A headless browser with a fresh profile unless told otherwise, closed at the end. */
export async function startBrowser(
  endings: Endings,
  name: BrowserName,
  options: Options,
): Promise<LaunchedBrowser> {
  const profileDir = options.profileDir ?? freshFolder(endings, name);
  const browser = await launchBrowser(name, { headless: true, ...options, profileDir });
  return endings.ending(browser, ({ close }) => close());
}

/**
 * Starts at the first use and then gives the same browser to every test of the `describe`. After a test that failed,
 * the next one gets a new browser: whatever stumbled there is nobody else's trouble, nor that of the second try.
 */
export function startOnce<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') started = undefined;
  });
  return () => {
    started ??= start();
    return started;
  };
}
