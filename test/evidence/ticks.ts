import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { ANSWER, CELL } from '../../shared/sizes.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { builtInTurn, figure, hold, plannedAt, tellingApart } from './stage.ts';
import { areaUnderCurve, sameDistribution } from './statistics.ts';

/*
 * Cells with and without a concern from one real browser, in an order that coins decide, as anybody on the way sees
 * them: sizes, headers, and how late each came after it was planned.
 */

/** One cell as it was seen on the way, and what it was. */
export interface TickRow {
  readonly concern: boolean;
  /** Milliseconds after the alarm's own time. */
  readonly late: number;
  /**
   * Milliseconds to the next cell. The gap before would not do: whatever somebody does at a time of their own falls
   * into long gaps more often than into short ones.
   */
  readonly gap: number;
  readonly bodyBytes: number;
  readonly answerBytes: number;
  /** Header names (as spelled and ordered on the wire) and values as JSON, without the relay's own port. */
  readonly headers: string;
  /** Whether a header names a person or a profile. */
  readonly names: boolean;
}

export interface TickFigures {
  readonly concerns: number;
  readonly cover: number;
  readonly bodySizes: readonly number[];
  readonly answerSizes: readonly number[];
  readonly headerSets: number;
  readonly namesOfPerson: number;
  readonly late: { readonly p: number; readonly auc: number };
  readonly gaps: { readonly p: number; readonly auc: number };
}

/** Cells leave half a second after their ticks begin (extension/outbox/pace.ts). */
const PACE = { floorSeconds: 1.5, meanSeconds: 1.8, rewriteSeconds: 1 };
/** Far longer than handing over a concern takes on a machine with nothing else to do. */
const HAND_OVER_MS = 700;
const ALPHABETS = ['the same two pens again ', 'نفس القلمين مرة أخرى ', '同じ二本のペン ', 'ß€𝄞 '];

/** Cells of one browser until there are `each` of both sorts, or the time is over. */
export async function tickRows(
  all: Endings,
  name: BrowserName,
  each: number,
  seconds = each * 8 + 60,
): Promise<readonly TickRow[]> {
  const relay = await stubRelay(all);
  const told = tellingApart(relay);
  const extensionDir = await builtInTurn(all, relay, name, PACE);
  const browser = await startBrowser(all, name, { extensionDir });
  const page = await browser.openPage('options.html');
  await until('six cells', () => relay.cells().length >= 6, 60);
  const found: { concern: boolean; late: number; index: number }[] = [];
  const count = (concern: boolean) => found.filter((row) => row.concern === concern).length;
  let held = 0;
  const end = Date.now() + seconds * 1000;
  while ((count(true) < each || count(false) < each) && Date.now() < end) {
    const index = relay.cells().length;
    const planned = await plannedAt(page);
    // A tick that comes while a concern is still being handed over would count for neither sort alone: both wait.
    if (planned - Date.now() < HAND_OVER_MS) {
      while (relay.cells().length <= index && Date.now() < end) await pause(10);
      continue;
    }
    const wanted = count(false) >= each || (count(true) < each && Math.random() < 0.5);
    // More would only wait: there are four places, and one may be frozen.
    if (wanted && held - relay.site.arrived().length < 3) {
      await hold(page, relay, wordsOf(held), held);
      held++;
    }
    while (relay.cells().length <= index && Date.now() < end) await pause(10);
    const [before, cell, tell] = [relay.cells()[index - 1], relay.cells()[index], told[index]];
    // A cell that came while the concern was handed over is neither planned nor decided by this turn.
    const another = relay.cells().length > index + 1 || tell === undefined || tell.what === 'again';
    if (cell === undefined || before === undefined || another) continue;
    if (!Number.isFinite(planned) || planned <= before.at) continue;
    found.push({ concern: tell.what === 'concern', late: cell.at - planned, index });
  }
  const posts = relay.cells();
  await browser.close();
  const person = new RegExp(
    `cookie|referer|authorization|sec-ch-ua${name === 'firefox' ? `|${browser.extensionId}` : ''}`,
    'i',
  );
  return found.flatMap(({ index, ...row }) => {
    const [cell, after, tell] = [posts[index], posts[index + 1], told[index]];
    if (cell === undefined || after === undefined || tell === undefined) return [];
    const headers = JSON.stringify([cell.headerNames, cell.headers]).replace(/127\.0\.0\.1:\d+/g, 'RELAY');
    return {
      ...row,
      gap: after.at - cell.at,
      bodyBytes: cell.body.length,
      answerBytes: tell.answerBytes,
      headers,
      names: person.test(headers),
    };
  });
}

/** Compares the cells that were a concern with those that were cover, and prints the figures. */
export function tickFigures(name: BrowserName, rows: readonly TickRow[]): TickFigures {
  const valuesOf = (concern: boolean, of: 'gap' | 'late') =>
    rows.filter((row) => row.concern === concern).map((row) => row[of]);
  const compared = (of: 'gap' | 'late') => {
    const [real, cover] = [valuesOf(true, of), valuesOf(false, of)];
    return { p: sameDistribution(real, cover), auc: areaUnderCurve(real, cover) };
  };
  const concerns = valuesOf(true, 'late').length;
  const figures: TickFigures = {
    concerns,
    cover: rows.length - concerns,
    bodySizes: [...new Set(rows.map(({ bodyBytes }) => bodyBytes))],
    answerSizes: [...new Set(rows.map(({ answerBytes }) => answerBytes))],
    headerSets: new Set(rows.map(({ headers }) => headers)).size,
    namesOfPerson: rows.filter(({ names }) => names).length,
    late: compared('late'),
    gaps: compared('gap'),
  };
  figure(`ticks.${name}`, { ...figures, medianLateMs: median(rows.map(({ late }) => late)) });
  return figures;
}

/** From no words at all to as many as fit, in four scripts. */
function wordsOf(number: number): string {
  return (ALPHABETS[number % ALPHABETS.length] ?? '').repeat((number * 7) % 40).trim();
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What must hold of them, however many there are. */
export const EXPECTED = { bodySizes: [CELL], answerSizes: [ANSWER], headerSets: 1, namesOfPerson: 0 };
