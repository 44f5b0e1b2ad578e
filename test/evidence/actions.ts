import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { addWords, flag } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { builtInTurn, figure } from './stage.ts';
import { atLeast } from './statistics.ts';

/*
 * What a person does at the panel against what leaves the computer: requests in the seconds after each action, beside
 * requests in seconds in which nobody did anything.
 */

/** One action, or one stretch of quiet for the `quiet` row before the actions of a browser. */
export type ActionRow =
  | { readonly quiet: true; readonly milliseconds: number; readonly requests: number }
  | {
      readonly quiet: false;
      readonly windowMs: number;
      readonly after: number;
      /** Until half a second after the action's end, where its own request would be. */
      readonly atOnceMs: number;
      readonly atOnce: number;
    };

export interface ActionFigures {
  readonly actions: number;
  readonly after: number;
  /** What the quiet seconds foretell for as much time. */
  readonly expected: number;
  readonly ratio: number;
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

/** What one browser does in so many rounds of all actions. */
export async function actionRows(
  all: Endings,
  name: BrowserName,
  { rounds, quick = false }: { readonly rounds: number; readonly quick?: boolean },
): Promise<readonly ActionRow[]> {
  const { windowMs, pace } = quick ? QUICK : AT_LEISURE;
  const relay = await stubRelay(all);
  const extensionDir = await builtInTurn(all, relay, name, pace);
  const browser = await startBrowser(all, name, { extensionDir });
  // The first cells of a session and the public files come by a pace of their own.
  await until('five cells', () => relay.cells().length >= 5, 90);
  const quietFrom = Date.now();
  await pause(rounds * ACTIONS.length * windowMs * QUIET_SHARE);
  const quietTo = Date.now();
  const acted: { from: number; done: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    let panel = await browser.openPanel();
    await panel.waitForSelector('.tiles');
    for (const [what, act] of ACTIONS) {
      // At once after the action, not after what the browser shows of it.
      const from = Date.now();
      if (what === 'open the panel') panel = await browser.openPanel();
      else await act(panel);
      acted.push({ from, done: Date.now() });
      await pause(Math.max(0, windowMs - (Date.now() - from)));
    }
    await panel.close();
  }
  await browser.close();
  const within = (from: number, milliseconds: number) =>
    relay.server.seen.filter(({ at }) => at >= from && at < from + milliseconds).length;
  const quietMs = quietTo - quietFrom;
  return [
    { quiet: true, milliseconds: quietMs, requests: within(quietFrom, quietMs) },
    ...acted.map(({ from, done }) => {
      const atOnceMs = done - from + AT_ONCE_MS;
      const [after, atOnce] = [within(from, windowMs), within(from, atOnceMs)];
      return { quiet: false as const, windowMs, after, atOnceMs, atOnce };
    }),
  ];
}

/** Compares the seconds after actions with quiet ones, and prints the figures. */
export function actionFigures(name: BrowserName, rows: readonly ActionRow[]): ActionFigures {
  const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);
  const quiet = rows.filter((row) => row.quiet);
  const acted = rows.filter((row) => !row.quiet);
  const rate =
    total(quiet.map(({ requests }) => requests)) / total(quiet.map(({ milliseconds }) => milliseconds));
  const after = total(acted.map((row) => row.after));
  const atOnce = total(acted.map((row) => row.atOnce));
  const expected = rate * total(acted.map(({ windowMs }) => windowMs));
  const atOnceExpected = rate * total(acted.map(({ atOnceMs }) => atOnceMs));
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
