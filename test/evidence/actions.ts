import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { addWords, flag } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { figure } from './stage.ts';
import { atLeast } from './statistics.ts';

/*
 * What a person does at the panel against what leaves the computer: requests in the seconds after each action, beside
 * requests in seconds in which nobody did anything.
 */

export interface ActionFigures {
  readonly actions: number;
  readonly after: number;
  /** What the quiet seconds foretell for as much time. */
  readonly expected: number;
  readonly ratio: number;
  /** Requests until half a second after an action's end, where its own would be, and what is foretold for the time. */
  readonly atOnce: number;
  readonly atOnceExpected: number;
  /** Probability of so many or more by chance, requests coming by themselves. */
  readonly p: number;
  readonly atOnceP: number;
}

const AT_ONCE_MS = 500;
/** What is looked at after each action, in milliseconds, with as many requests to expect in it at either pace. */
const AT_LEISURE = { windowMs: 5_000, pace: { floorSeconds: 1, meanSeconds: 2.5, rewriteSeconds: 2 } };
const QUICK = { windowMs: 2_500, pace: { floorSeconds: 0.5, meanSeconds: 1.25, rewriteSeconds: 1 } };

type Action = readonly [name: string, act: (panel: Page) => Promise<unknown>];

/** In the order of a person who looks into everything once. */
const ACTIONS: readonly Action[] = [
  ['open a sheet', (panel) => panel.click('footer nav button')],
  ['go back', (panel) => panel.click('.sheet .back')],
  ['flag', (panel) => flag(panel, 'near_miss')],
  ['undo', undo],
  ['flag again', (panel) => flag(panel, 'hazard')],
  ['add words', (panel) => addWords(panel, 'two pens that look alike')],
  ['close', (panel) => panel.close()],
  ['open the panel', async () => undefined],
];

export async function actionFigures(
  all: Endings,
  name: BrowserName,
  { rounds, quick = false }: { readonly rounds: number; readonly quick?: boolean },
): Promise<ActionFigures> {
  const { windowMs, pace } = quick ? QUICK : AT_LEISURE;
  const relay = await stubRelay(all);
  const browser = await startBrowser(all, name, { extensionDir: await extensionFor(all, relay, name, pace) });
  // The first cells of a session and the public files come by a pace of their own.
  await until('five cells', () => relay.cells().length >= 5, 90);
  const requests = () => relay.server.seen.map(({ at }) => at);
  const quietFrom = Date.now();
  await pause(rounds * ACTIONS.length * windowMs * QUIET_SHARE);
  const quietTo = Date.now();
  const acted: number[] = [];
  const done: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let panel = await browser.openPanel();
    await panel.waitForSelector('.tiles');
    for (const [what, act] of ACTIONS) {
      // At once after the action, not after what the browser shows of it.
      acted.push(Date.now());
      if (what === 'open the panel') panel = await browser.openPanel();
      else await act(panel);
      done.push(Date.now());
      await pause(Math.max(0, windowMs - (Date.now() - (acted.at(-1) ?? 0))));
    }
    await panel.close();
  }
  await browser.close();
  const within = (from: number, milliseconds: number) =>
    requests().filter((at) => at >= from && at < from + milliseconds).length;
  const rate = within(quietFrom, quietTo - quietFrom) / (quietTo - quietFrom);
  const took = acted.map((from, index) => (done[index] ?? from) - from + AT_ONCE_MS);
  const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
  const after = total(acted.map((from) => within(from, windowMs)));
  const atOnce = total(acted.map((from, index) => within(from, took[index] ?? 0)));
  const expected = rate * windowMs * acted.length;
  const atOnceExpected = rate * total(took);
  const figures: ActionFigures = {
    actions: acted.length,
    after,
    expected,
    ratio: after / expected,
    atOnce,
    atOnceExpected,
    p: atLeast(after, expected),
    atOnceP: atLeast(atOnce, atOnceExpected),
  };
  figure(`requests.after-action.${name}`, { ...figures });
  return figures;
}

const QUIET_SHARE = 0.5;

async function undo(panel: Page): Promise<void> {
  // The card grows for a moment; a hand is slower than that.
  await pause(400);
  await panel.click('.card header button');
  await panel.waitForSelector('.tiles');
}
