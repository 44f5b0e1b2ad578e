import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { flag } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { filesBelow } from './disk-search.ts';
import { figure } from './stage.ts';
import { areaUnderCurve, neighbourScores } from './statistics.ts';

/*
 * Many profiles of one kind of shift, half of them with a concern sent, compared by what lies on their disks
 * afterwards. The classifier has every advantage: it is given all others with their answers, and leaves one out.
 */

export interface HistoryFigures {
  readonly profiles: number;
  /** Of a leave-one-out nearest-neighbour classifier over sizes, writes and bytes of the extension's databases. */
  readonly auc: number;
  /** Names of files that only profiles with a concern have, all or most of them; numbers in names left out. */
  readonly tellingFiles: readonly string[];
}

export type Shift = 'concern' | 'panel' | 'untouched';

const PACE = { floorSeconds: 0.3, meanSeconds: 0.5, rewriteSeconds: 1 };
const CELLS = 8;

interface Left {
  readonly names: ReadonlySet<string>;
  readonly features: readonly number[];
}

/** `each` profiles of `shift` beside as many in which the panel was opened (or, for it, never was). */
export async function historyFigures(
  all: Endings,
  name: BrowserName,
  each: number,
  [one, other]: readonly [Shift, Shift] = ['concern', 'panel'],
): Promise<HistoryFigures> {
  const left: Left[] = [];
  const classes: (0 | 1)[] = [];
  for (let i = 0; i < each * 2; i++) {
    // In pairs, of which a coin decides the first: a machine that grows slower must not tell them apart.
    const first = i % 2 === 0 ? (Math.random() < 0.5 ? 1 : 0) : classes[i - 1] === 1 ? 0 : 1;
    classes.push(first);
    left.push(await shiftOf(all, name, first === 1 ? one : other));
  }
  const scores = neighbourScores(
    left.map(({ features }) => features),
    classes,
  );
  const of = (wanted: 0 | 1) => scores.filter((_, index) => classes[index] === wanted);
  const figures: HistoryFigures = {
    profiles: left.length,
    auc: areaUnderCurve(of(1), of(0)),
    tellingFiles: tellingNames(left, classes),
  };
  figure(`history.${one}-or-${other}.${name}`, { ...figures });
  return figures;
}

async function shiftOf(all: Endings, name: BrowserName, shift: Shift): Promise<Left> {
  const relay = await stubRelay(all);
  const profileDir = freshFolder(all, name);
  const browser = await startBrowser(all, name, {
    extensionDir: await extensionFor(all, relay, name, PACE),
    profileDir,
  });
  await until('three cells', () => relay.cells().length >= 3, 60);
  if (shift !== 'untouched') {
    const panel = await browser.openPanel();
    await panel.waitForSelector('.tiles');
    if (shift === 'concern') await flag(panel, 'near_miss');
    await panel.close();
  }
  // Held for Undo first, so that both kinds of shift run until a concern would have gone.
  await until('the rest of the shift', () => relay.cells().length >= 3 + CELLS, 60);
  await pause(6_500);
  if (shift === 'concern') await until('the concern', () => relay.concerns().length === 1, 30);
  await browser.close();
  const left = whatIsLeft(profileDir, browser.extensionId);
  await relay.server.close();
  return left;
}

/** Sizes of what the extension writes and how its bytes are spread; other files by their names. */
function whatIsLeft(folder: string, extensionId: string): Left {
  const paths = filesBelow(folder);
  const names = new Set(
    paths.map((path) => path.replaceAll(extensionId, 'EXTENSION').replace(/[0-9a-f]{6,}|\d+/gi, '#')),
  );
  const own = paths.filter(
    (path) => path.includes(extensionId) || /Extension (State|Rules|Scripts)/.test(path),
  );
  const histogram = new Array<number>(16).fill(0);
  let bytes = 0;
  let tables = 0;
  let writes = 0;
  for (const path of own) {
    const file = readFileSync(join(folder, path));
    bytes += statSync(join(folder, path)).size;
    if (/\.(ldb|log)$/.test(path)) tables++;
    for (const byte of file) histogram[byte >>> 4] = (histogram[byte >>> 4] ?? 0) + 1;
    for (let at = file.indexOf('outbox'); at >= 0; at = file.indexOf('outbox', at + 1)) writes++;
  }
  const total = histogram.reduce((sum, one) => sum + one, 0) || 1;
  return {
    names,
    features: [own.length, bytes, tables, writes, paths.length, ...histogram.map((one) => one / total)],
  };
}

/** Names that nearly all profiles of one class have and hardly any of the other. */
function tellingNames(left: readonly Left[], classes: readonly (0 | 1)[]): string[] {
  const all = new Set(left.flatMap(({ names }) => [...names]));
  const share = (name: string, wanted: 0 | 1) => {
    const of = left.filter((_, index) => classes[index] === wanted);
    return of.filter(({ names }) => names.has(name)).length / of.length;
  };
  return [...all].filter((name) => Math.abs(share(name, 1) - share(name, 0)) > 0.9);
}
