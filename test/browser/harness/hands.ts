import type { Page } from 'puppeteer-core';

/*
 * What hands, eyes and a keyboard meet on a page: measured in the page itself.
 */

/** Where the focus is, and whether a person can see that it is there. */
export interface Stop {
  readonly name: string;
  /** Place in the document's order, so that stops can be told to follow each other. */
  readonly place: number;
  /** A ring around it, or around the box it stands in. */
  readonly ringed: boolean;
  /** All of it within the window, and nothing over its middle. */
  readonly seen: boolean;
}

export function stopNow(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const ring = (element: Element | null): boolean => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    return {
      name: (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim() || focused.tagName,
      place: [...document.querySelectorAll('*')].indexOf(focused),
      ringed: ring(focused) || ring(focused.parentElement),
      seen:
        top !== null &&
        (focused.contains(top) || top.contains(focused)) &&
        box.top >= -1 &&
        box.bottom <= innerHeight + 1,
    };
  });
}

/** Presses Tab until the focus is on what begins with `name`; gives every stop on the way. Throws after `most`. */
export async function tabTo(page: Page, name: string, most = 40): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await stopNow(page);
    stops.push(stop);
    if (stop.name.startsWith(name)) return stops;
  }
  throw new Error(`No "${name}" within ${most} stops: ${stops.map((stop) => stop.name).join(' | ')}`);
}

export interface Target {
  readonly what: string;
  readonly width: number;
  readonly height: number;
}

/** Everything that can be pressed and is smaller than `least` px in a direction; links inside a sentence are exempt. */
export function smallTargets(page: Page, least: number): Promise<Target[]> {
  return page.evaluate((smallest) => {
    const pressable = document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea');
    return [...pressable]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('p a, li a') === null)
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return { what: one.textContent?.trim() || one.tagName, width, height };
      })
      .filter(({ width, height }) => width < smallest || height < smallest);
  }, least);
}

export interface Reach {
  /** How far the page can be pushed sideways, in px. */
  readonly sideways: number;
  /** What cannot be brought to where a hand reaches it. */
  readonly lost: readonly string[];
  readonly targets: number;
}

/** Brings everything that can be pressed into the window, one after the other, and looks whether it is there. */
export function reach(page: Page): Promise<Reach> {
  return page.evaluate(() => {
    const pressable = [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }),
    );
    const lost = pressable.filter((one) => {
      one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top, width, height, right } = one.getBoundingClientRect();
      const met = document.elementFromPoint(left + width / 2, top + height / 2);
      return left < 0 || right > innerWidth || met === null || !(one.contains(met) || met.contains(one));
    });
    const page = document.scrollingElement ?? document.documentElement;
    const scrollers = [page, ...document.querySelectorAll('main')];
    return {
      sideways: Math.max(...scrollers.map((one) => one.scrollWidth - one.clientWidth)),
      lost: lost.map((one) => one.textContent?.trim() || one.tagName),
      targets: pressable.length,
    };
  });
}

/** Runs `act` and gives the longest time in which the page answered nothing, in milliseconds. */
export async function longestSilence(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    Object.assign(globalThis, { watch });
    const look = (): void => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) setTimeout(look, 4);
    };
    look();
  });
  await act();
  return page.evaluate(() => {
    const { watch } = globalThis as unknown as { watch: { longest: number; last: number; on: boolean } };
    watch.on = false;
    return Math.max(watch.longest, performance.now() - watch.last);
  });
}
