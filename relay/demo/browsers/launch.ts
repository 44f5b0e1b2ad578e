/** Starting either browser by name. */
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserName, LaunchedBrowser, LaunchOptions } from './launched.ts';

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<LaunchedBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
