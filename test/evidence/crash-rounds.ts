import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserName, LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { type StubRelay, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { ask, builtInTurn, figure, hold } from './stage.ts';

/*
 * One profile through many ends that nobody chose: the background ended in the middle of ticks and writes, the browser
 * killed with SIGKILL, every fourth answer of the relay spoiled on its way. What the install had on its disk must come
 * to the desk once, whatever happened; what was only in memory when the browser died may be lost, as the panel says.
 */

export interface CrashRow {
  readonly browserKills: number;
  readonly workerKills: number;
  readonly spoiledAnswers: number;
  readonly concerns: number;
  /** Known to be on disk, or handed over to a background alone that was ended: never arrived. */
  readonly lost: number;
  /** Still in memory when the browser was killed, and did not arrive. */
  readonly lostInMemory: number;
  /** Came in two INTAKEs. */
  readonly doubled: number;
}

const PACE = { floorSeconds: 0.4, meanSeconds: 0.7, rewriteSeconds: 1 };
/** Longer than a concern is held, so that some are in memory, some on disk and some on their way. */
const LONGEST_ROUND_MS = 3_500;
const ENDINGS_OF_WORKER = 2;

interface Sent {
  readonly id: string;
  readonly name: string;
  safe: boolean;
}

/** So many kills of the browser, with endings of its background between them, and then what arrived. */
export async function crashRounds(all: Endings, name: BrowserName, kills: number): Promise<CrashRow> {
  const relay = await stubRelay(all);
  const spoiled = spoilEveryFourth(relay);
  const extensionDir = await builtInTurn(all, relay, name, PACE);
  const profileDir = freshFolder(all, name);
  const start = () => startBrowser(all, name, { extensionDir, profileDir });
  const sent: Sent[] = [];
  let workerKills = 0;
  for (let kill = 0; kill < kills; kill++) {
    const browser = await start();
    const page = await browser.openPage('options.html');
    await until('public files', async () => (await stored(page)) !== null, 30);
    const here: Sent[] = [];
    for (let i = 0; i < 2; i++) {
      const number = sent.length;
      const one = { id: `evidence-${number}`, name: await hold(page, relay, '', number), safe: false };
      sent.push(one);
      here.push(one);
    }
    const end = Date.now() + Math.random() * LONGEST_ROUND_MS;
    const endWorkerAt = Array.from({ length: ENDINGS_OF_WORKER }, () => Date.now() + Math.random() * 2_500);
    while (Date.now() < end) {
      if (endWorkerAt.some((at) => at <= Date.now())) {
        endWorkerAt.splice(0, 1);
        await inTheMiddleOfATick(relay);
        await browser.stopBackground();
        workerKills++;
      }
      // A background that has just been ended does not answer.
      for (const one of here) one.safe ||= await isOnDisk(page, one.id).catch(() => false);
      await pause(40);
    }
    await killed(browser);
  }
  const last = await start();
  const page = await last.openPage('options.html');
  // An outbox is through when it has sent four places, and four more for answers that were spoiled.
  await until('public files', async () => (await stored(page)) !== null, 30);
  const cells = relay.cells().length;
  await until('what was on disk', () => relay.cells().length >= cells + 9, 60);
  await last.close();
  const timesOf = (one: Sent) => relay.site.arrived().filter((arrived) => arrived === one.name).length;
  const row: CrashRow = {
    browserKills: kills,
    workerKills,
    spoiledAnswers: spoiled(),
    concerns: sent.length,
    lost: sent.filter((one) => one.safe && timesOf(one) === 0).length,
    lostInMemory: sent.filter((one) => !one.safe && timesOf(one) === 0).length,
    doubled: sent.filter((one) => timesOf(one) > 1).length,
  };
  figure(`crashes.${name}`, { ...row });
  return row;
}

/** Every fourth answer comes with a bit changed: the relay has the cell, and the install cannot know. */
function spoilEveryFourth({ site }: StubRelay): () => number {
  let count = 0;
  const post = site.post;
  site.post = (cell) => {
    const answer = post(cell);
    count++;
    if (count % 4 === 0) answer[5] = (answer[5] ?? 0) ^ 1;
    return answer;
  };
  return () => Math.floor(count / 4);
}

/** Right after the relay has got a cell, before or while its answer is read and written down. */
async function inTheMiddleOfATick(relay: StubRelay): Promise<void> {
  const cells = relay.cells().length;
  for (const end = Date.now() + 2_000; Date.now() < end && relay.cells().length === cells; ) await pause(2);
  await pause(Math.random() * 15);
}

/** Whether the install says that a concern stands in the outbox on disk, or has left. */
async function isOnDisk(page: Page, id: string): Promise<boolean> {
  const state = await ask<{ sending: { whereabouts: string } | null }>(page, { type: 'panel-state', id });
  const where = state.sending?.whereabouts;
  return where === 'placed' || where === 'leaving' || where === 'gone';
}

async function stored(page: Page): Promise<number | null> {
  const state = await ask<{ sending: { storedSeconds: number | null } | null }>(page, {
    type: 'panel-state',
    id: null,
  });
  return state.sending?.storedSeconds ?? null;
}

async function killed({ browser }: LaunchedBrowser): Promise<void> {
  const child = browser.process();
  const gone = new Promise((done) => child?.once('exit', done));
  child?.kill('SIGKILL');
  await gone;
  // Its other processes notice that they are alone a moment later, and let go of the profile.
  await pause(300);
}
