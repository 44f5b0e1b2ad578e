import type { CDPSession, Page } from 'puppeteer-core';
import { windowOf } from '../../../relay/demo/browsers/firefox-window.ts';
import type { LaunchedBrowser } from '../../../relay/demo/browsers/launched.ts';

/** How a person has set up their computer. What is left out is as the browser has it. */
export interface Appearance {
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** Chromium only: Firefox cannot be told from outside. */
  readonly moreContrast?: boolean;
  /** The browser's zoom, such as 200. */
  readonly zoomPercent?: number;
  /** CSS px at 100 %. Default: as it is, or 1280 × 800 with `zoomPercent`. */
  readonly width?: number;
  readonly height?: number;
}

const sessions = new WeakMap<Page, CDPSession>();

/** Makes `page` look that way, from now on, in either browser. */
export async function appear(
  { name, browser }: LaunchedBrowser,
  page: Page,
  wanted: Appearance,
): Promise<void> {
  const { width = 1280, height = 800, zoomPercent = 100 } = wanted;
  // A popup measures itself: leave it alone unless a size is wanted.
  const sized = wanted.width !== undefined || wanted.height !== undefined || wanted.zoomPercent !== undefined;
  if (name === 'chromium') {
    // Zooming in means fewer CSS px, each made of more dots: what a person's Ctrl + does to a page.
    const scale = zoomPercent / 100;
    const dots = {
      width: Math.round(width / scale),
      height: Math.round(height / scale),
      deviceScaleFactor: scale,
    };
    if (sized) await page.setViewport(dots);
    // Overrides last as long as the session that made them.
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send('Emulation.setEmulatedMedia', { features: features(wanted) });
    await page.evaluate(atRest);
    return;
  }
  if (wanted.moreContrast === true) throw new Error('Firefox cannot be told to want more contrast.');
  if (sized) await page.setViewport({ width, height });
  await page.bringToFront();
  await windowOf(browser)(setUpTab, {
    scheme: wanted.scheme ?? 'none',
    forced: wanted.forcedColors === true ? 'active' : 'none',
    motion: wanted.reducedMotion === true ? 'reduce' : 'none',
    zoom: zoomPercent / 100,
  });
  await page.evaluate(atRest);
}

/** In the page: ends when no colour is on its way to another any more. Self-contained. */
async function atRest(): Promise<void> {
  await new Promise((painted) => setTimeout(painted, 50));
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  // One that is cancelled has ended too.
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

function features({
  scheme,
  forcedColors,
  reducedMotion,
  moreContrast,
}: Appearance): { name: string; value: string }[] {
  return [
    { name: 'prefers-color-scheme', value: scheme ?? '' },
    { name: 'forced-colors', value: forcedColors === true ? 'active' : '' },
    { name: 'prefers-reduced-motion', value: reducedMotion === true ? 'reduce' : '' },
    { name: 'prefers-contrast', value: moreContrast === true ? 'more' : '' },
  ];
}

interface TabSetting {
  scheme: string;
  forced: string;
  motion: string;
  zoom: number;
}
declare const gBrowser: {
  selectedBrowser: {
    browsingContext: {
      prefersColorSchemeOverride: string;
      forcedColorsOverride: string;
      prefersReducedMotionOverride: string;
      fullZoom: number;
    };
  };
};

/** In Firefox's window. Self-contained. */
function setUpTab({ scheme, forced, motion, zoom }: TabSetting): void {
  const context = gBrowser.selectedBrowser.browsingContext;
  context.prefersColorSchemeOverride = scheme;
  context.forcedColorsOverride = forced;
  context.prefersReducedMotionOverride = motion;
  context.fullZoom = zoom;
}
