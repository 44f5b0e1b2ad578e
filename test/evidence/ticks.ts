import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { ANSWER, CELL } from '../../shared/sizes.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { figure, hold, plannedAt, tellingApart } from './stage.ts';
import { areaUnderCurve, sameDistribution } from './statistics.ts';

/*
 * Cells with and without a concern from one real browser, in an order that coins decide, as anybody on the way sees
 * them: sizes, headers, and how late each came after it was planned.
 */

export interface TickFigures {
  readonly concerns: number;
  readonly cover: number;
  readonly bodySizes: readonly number[];
  readonly answerSizes: readonly number[];
  /** Different sets of header names (as spelled and ordered on the wire) and values, each as JSON. */
  readonly headerSets: readonly string[];
  readonly namesOfPerson: readonly string[];
  /**
   * By the lateness after the alarm's own time, and by the gap to the next cell. The gap before would not do: whatever
   * somebody does at a time of their own falls into long gaps more often than into short ones.
   */
  readonly late: { readonly p: number; readonly auc: number };
  readonly gaps: { readonly p: number; readonly auc: number };
}

const PACE = { floorSeconds: 0.3, meanSeconds: 0.55, rewriteSeconds: 1 };
const ALPHABETS = ['the same two pens again ', 'نفس القلمين مرة أخرى ', '同じ二本のペン ', 'ß€𝄞 '];

/** Sends until there are `each` cells of both sorts. */
export async function tickFigures(all: Endings, name: BrowserName, each: number): Promise<TickFigures> {
  const relay = await stubRelay(all);
  const told = tellingApart(relay);
  const browser = await startBrowser(all, name, { extensionDir: await extensionFor(all, relay, name, PACE) });
  const page = await browser.openPage('options.html');
  await until('six cells', () => relay.cells().length >= 6, 60);
  const rows: { concern: boolean; late: number; index: number }[] = [];
  const count = (concern: boolean) => rows.filter((row) => row.concern === concern).length;
  let held = 0;
  const end = Date.now() + each * 2 * 4_000 + 60_000;
  while ((count(true) < each || count(false) < each) && Date.now() < end) {
    const index = relay.cells().length;
    const planned = await plannedAt(page);
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
    if (
      cell === undefined ||
      before === undefined ||
      another ||
      !Number.isFinite(planned) ||
      planned <= before.at
    )
      continue;
    rows.push({ concern: tell.what === 'concern', late: cell.at - planned, index });
  }
  const posts = relay.cells();
  await browser.close();
  const seen = rows.flatMap(({ index, ...row }) => {
    const [cell, after] = [posts[index], posts[index + 1]];
    return cell === undefined || after === undefined ? [] : [{ ...row, gap: after.at - cell.at }];
  });
  const compared = (of: 'gap' | 'late') => {
    const valuesOf = (concern: boolean) =>
      seen.filter((row) => row.concern === concern).map((row) => row[of]);
    const [real, cover] = [valuesOf(true), valuesOf(false)];
    return { p: sameDistribution(real, cover), auc: areaUnderCurve(real, cover) };
  };
  const person = new RegExp(
    `cookie|referer|authorization|sec-ch-ua${name === 'firefox' ? `|${browser.extensionId}` : ''}`,
    'i',
  );
  const figures: TickFigures = {
    concerns: count(true),
    cover: count(false),
    bodySizes: [...new Set(posts.map(({ body }) => body.length))],
    answerSizes: [...new Set(told.map(({ answerBytes }) => answerBytes))],
    headerSets: [...new Set(posts.map(({ headers, headerNames }) => JSON.stringify([headerNames, headers])))],
    namesOfPerson: relay.server.seen
      .map(({ headers }) => JSON.stringify(headers))
      .filter((line) => person.test(line)),
    late: compared('late'),
    gaps: compared('gap'),
  };
  const { headerSets, namesOfPerson, ...rest } = figures;
  figure(`ticks.${name}`, {
    ...rest,
    headerSets: headerSets.length,
    namesOfPerson: namesOfPerson.length,
    medianLateMs: median(rows.map(({ late }) => late)),
  });
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
export const EXPECTED = { bodySizes: [CELL], answerSizes: [ANSWER] };
