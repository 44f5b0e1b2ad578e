/*
 * What the inbox bench does and measures inside the page. Each function is sent there as it is, so it names nothing that
 * is outside of it. Times are milliseconds of `performance.now`.
 */

export interface Watch {
  /** Tasks of the page's own thread that took over 50 ms, as the browser tells them. */
  readonly longTasks: { readonly at: number; readonly ms: number }[];
  /** When the open desk was first drawn, and when the first row and all concerns were in the list. */
  desk: number | null;
  firstRow: number | null;
  all: number | null;
}

/** Notes from now on when the desk opens and when it lists `count` concerns, and every long task. */
export function watch(count: number): void {
  const seen: Watch = { longTasks: [], desk: null, firstRow: null, all: null };
  (globalThis as { benchWatch?: Watch }).benchWatch = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask' });
  const look = (): void => {
    const now = performance.now();
    if (seen.desk === null && document.querySelector('.desk') !== null) seen.desk = now;
    if (seen.firstRow === null && document.querySelector('.row') !== null) seen.firstRow = now;
    const shown = document.querySelector('[data-entry="folder-new"] .count')?.textContent ?? '';
    if (Number(shown.replace(/\D/g, '')) >= count) seen.all = now;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export function watched(): Watch | undefined {
  return (globalThis as { benchWatch?: Watch }).benchWatch;
}

/** Types each query letter by letter; gives the time from each letter to the frame that shows what it found. */
export async function search(queries: readonly string[]): Promise<{ took: number[]; found: number[] }> {
  const box = document.querySelector<HTMLInputElement>('#search');
  const list = document.querySelector('.middle');
  if (box === null || list === null) throw new Error('there is no search');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const took: number[] = [];
  const found: number[] = [];
  const type = async (text: string): Promise<void> => {
    const shown = new Promise<void>((resolve) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        resolve();
      });
      watcher.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const from = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // A letter that finds the same as the one before it changes nothing to wait for.
    const same = new Promise<void>((resolve) => setTimeout(resolve, 400, undefined));
    const changed = await Promise.race([shown.then(() => true), same.then(() => false)]);
    await frame();
    if (changed && text !== '') took.push(performance.now() - from);
    // As fast as quick fingers.
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) await type(query.slice(0, length));
    found.push(Number((document.querySelector('.queue-head p')?.textContent ?? '').replace(/\D/g, '')));
    await type('');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { took, found };
}

/** Scrolls the list by so many px at each of so many frames; gives the time from each frame to the next. */
export async function scroll(frames: number, px: number): Promise<number[]> {
  const list = document.querySelector('#queue');
  if (list === null) throw new Error('there is no list');
  const took: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let i = 0; i < frames; i++) {
    list.scrollTop += px;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    took.push(now - last);
    last = now;
  }
  return took;
}
