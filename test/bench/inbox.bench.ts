import { parseArgs } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import type { Page } from 'puppeteer-core';
import { folded } from '../../extension/inbox/search.ts';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { chooseBackup, unlock } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { startInboxDesk } from '../browser/inbox-desk.ts';
import { fillDesk } from './full-desk.ts';
import { scroll, search, type Watch, watch, watched } from './inbox-in-page.ts';
import { figuresOf, type ProcessFigures } from './process-figures.ts';

/*
 * The inbox page as it is built, in real Chromium, against a real mailroom: how long a desk with very many concerns takes
 * to open them all from disk, index and list them; how long a search takes to show what it found; how evenly the list
 * scrolls. Beside the first, in the same run, libsodium opening as many boxes in one thread, and nothing else.
 *
 * Run: node test/bench/inbox.bench.ts [--concerns 100000]
 */

const { values } = parseArgs({ options: { concerns: { type: 'string', default: '10000' } } });
const concerns = Number(values.concerns);
const BASELINE_BOXES = 3000;
const FRAMES = 240;
const PX = 90;
const PATIENCE_SECONDS = 420;
const QUERIES = ['infusion', 'pump alarm', 'wristband', 'schicht', 'patient', 'number 4711', 'zzz'];
const TOO_LONG_MS = 50;
const FRAME_MS = 1000 / 60;
/** A frame that comes later than this came after the next one was due. */
const MISSED_MS = 1.5 * FRAME_MS;

const todo: (() => unknown)[] = [];
const endings: Endings = {
  ending: (thing, end) => {
    todo.push(() => end(thing));
    return thing;
  },
  endAll: async () => {
    for (const end of todo.splice(0).reverse()) await end();
  },
};

/** Unlocks the page and waits until everything is in the list. */
async function opened(page: Page): Promise<Watch & { cpuSeconds: number }> {
  await page.evaluate(watch, concerns);
  if (!(await unlock(page, DEMO_PASSPHRASE))) throw new Error('the inbox stayed locked');
  const before = (await rendererOf(page)).cpuSeconds;
  for (const end = Date.now() + PATIENCE_SECONDS * 1000; Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const seen = await page.evaluate(watched);
    if (seen?.all != null) {
      const cpuSeconds = (await rendererOf(page)).cpuSeconds - before;
      return { ...seen, cpuSeconds };
    }
  }
  throw new Error('not everything was opened in time');
}

/** The process that holds the page and its workers. */
async function rendererOf(page: Page): Promise<ProcessFigures> {
  const client = await page.browser().target().createCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => figuresOf(id));
  const [largest] = renderers.sort((a, b) => b.nowMiB - a.nowMiB);
  return largest ?? { nowMiB: 0, peakMiB: 0, cpuSeconds: 0 };
}

/** libsodium's `crypto_box_seal_open` alone, boxes of the same size, in milliseconds for all concerns. */
async function libsodiumAlone(): Promise<number> {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const boxes = Array.from({ length: BASELINE_BOXES }, () =>
    sodium.crypto_box_seal(sodium.randombytes_buf(3903), publicKey),
  );
  const from = performance.now();
  for (const box of boxes) sodium.crypto_box_seal_open(box, publicKey, privateKey);
  return ((performance.now() - from) * concerns) / BASELINE_BOXES;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const rounded = (value: number): number => Number(value.toFixed(1));
const share = (times: readonly number[], over: number): number =>
  Number((times.filter((ms) => ms > over).length / times.length).toFixed(3));
const print = (figure: object): void => console.log(JSON.stringify(figure));

try {
  const desk = await startInboxDesk(endings);
  const { words } = await fillDesk(desk, concerns);
  const browser = await startBrowser(endings, 'chromium', { extensionDir: await desk.extension('chromium') });

  // The first time everything comes from the mailroom; then it lies sealed on disk, as on any other morning.
  const page = await browser.openPage('inbox.html');
  await chooseBackup(page, desk.demo.partnerBackupFile);
  const first = await opened(page);
  print({
    name: 'inbox.fetch',
    value: rounded(((first.all ?? 0) - (first.desk ?? 0)) / 1000),
    unit: 's',
    ratio: null,
    baseline: 'none: the same concerns, fetched page by page from the mailroom, kept, opened and listed',
    concerns,
    longestTaskMs: rounded(Math.max(0, ...first.longTasks.map(({ ms }) => ms))),
  });
  await page.reload({ waitUntil: [] });
  await page.waitForSelector('#passphrase');
  const seen = await opened(page);
  const alone = await libsodiumAlone();
  const ms = (seen.all ?? 0) - (seen.desk ?? 0);
  const during = seen.longTasks.filter(({ at }) => at >= (seen.desk ?? 0)).map(({ ms: took }) => took);
  const memory = await rendererOf(page);
  const { JSHeapUsedSize: heap = 0 } = await page.metrics();
  print({
    name: 'inbox.open',
    value: rounded(ms / 1000),
    unit: 's',
    ratio: Number((alone / ms).toFixed(2)),
    baseline: `libsodium crypto_box_seal_open of as many boxes in one thread, ${rounded(alone / 1000)} s`,
    concerns,
    // Of the page and its workers together, which a busy machine does not change: on two idle cores, half of it.
    cpuSeconds: rounded(seen.cpuSeconds),
    cpuRatio: Number((alone / 1000 / seen.cpuSeconds).toFixed(2)),
    perSecond: Math.round((1000 * concerns) / ms),
    firstRowMs: rounded((seen.firstRow ?? 0) - (seen.desk ?? 0)),
    longestTaskMs: rounded(Math.max(0, ...during)),
    tasksOver50Ms: during.filter((took) => took > TOO_LONG_MS).length,
    rendererMiB: memory.nowMiB,
    rendererPeakMiB: memory.peakMiB,
    heapMiB: Math.round(heap / 1024 ** 2),
  });

  const before = (await page.evaluate(watched))?.longTasks.length ?? 0;
  const { took, found } = await page.evaluate(search, QUERIES);
  const plain = words.map(folded);
  const from = performance.now();
  for (const query of QUERIES) plain.filter((text) => text.includes(query)).length;
  const scan = (performance.now() - from) / QUERIES.length;
  const searching = (await page.evaluate(watched))?.longTasks.slice(before) ?? [];
  print({
    name: 'inbox.search',
    value: rounded(quantile(took, 0.5)),
    unit: 'ms from a letter to the frame that shows what it found, median',
    ratio: Number((quantile(took, 0.5) / scan).toFixed(2)),
    baseline: `String.includes over the same words in Node, ${rounded(scan)} ms`,
    concerns,
    p95: rounded(quantile(took, 0.95)),
    slowest: rounded(Math.max(...took)),
    longestTaskMs: rounded(Math.max(0, ...searching.map(({ ms: task }) => task))),
    letters: took.length,
    found,
  });

  const still = await page.evaluate(scroll, FRAMES, 0);
  const scrolling = await page.evaluate(scroll, FRAMES, PX);
  print({
    name: 'inbox.scroll',
    value: rounded(quantile(scrolling, 0.5)),
    unit: 'ms from frame to frame, median',
    ratio: Number((quantile(scrolling, 0.5) / quantile(still, 0.5)).toFixed(2)),
    baseline: `the same page standing still, ${rounded(quantile(still, 0.5))} ms`,
    concerns,
    p95: rounded(quantile(scrolling, 0.95)),
    over16ms: share(scrolling, MISSED_MS),
    over50ms: share(scrolling, TOO_LONG_MS),
    stillP95: rounded(quantile(still, 0.95)),
    stillOver16ms: share(still, MISSED_MS),
    pxPerFrame: PX,
  });
} finally {
  await endings.endAll();
}
