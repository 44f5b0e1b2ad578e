import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { flag } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, type StubRelay, stubRelay } from '../browser/harness/stub-relay.ts';
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
  /** The same among the files of the extension alone, whose names no chance decides. */
  readonly tellingOwn: readonly string[];
}

export type Shift = 'concern' | 'panel' | 'untouched';

const PACE = { floorSeconds: 0.3, meanSeconds: 0.5, rewriteSeconds: 1 };
/** Long enough for a concern to be held for Undo, placed and sent; the same for all. */
const SHIFT_MS = 11_000;

interface Left {
  readonly names: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly features: readonly number[];
}

/** `each` profiles of `shift` beside as many in which the panel was opened (or, for it, never was). */
export async function historyFigures(
  all: Endings,
  name: BrowserName,
  each: number,
  [one, other]: readonly [Shift, Shift] = ['concern', 'panel'],
): Promise<HistoryFigures> {
  const relay = await stubRelay(all);
  const extensionDir = await extensionFor(all, relay, name, PACE);
  const left: Left[] = [];
  const classes: (0 | 1)[] = [];
  for (let i = 0; i < each * 2; i++) {
    // In pairs, of which a coin decides the first: a machine that grows slower must not tell them apart.
    const first = i % 2 === 0 ? (Math.random() < 0.5 ? 1 : 0) : classes[i - 1] === 1 ? 0 : 1;
    classes.push(first);
    left.push(await shiftOf(all, name, relay, extensionDir, first === 1 ? one : other));
  }
  const scores = neighbourScores(
    left.map(({ features }) => features),
    classes,
  );
  const of = (wanted: 0 | 1) => scores.filter((_, index) => classes[index] === wanted);
  const figures: HistoryFigures = {
    profiles: left.length,
    auc: areaUnderCurve(of(1), of(0)),
    tellingFiles: tellingNames(
      left.map(({ names }) => names),
      classes,
    ),
    tellingOwn: tellingNames(
      left.map(({ own }) => own),
      classes,
    ),
  };
  figure(`history.${one}-or-${other}.${name}`, { ...figures });
  return figures;
}

async function shiftOf(
  all: Endings,
  name: BrowserName,
  relay: StubRelay,
  extensionDir: string,
  shift: Shift,
): Promise<Left> {
  const profileDir = freshFolder(all, name);
  const cells = relay.cells().length;
  const concerns = relay.site.arrived().length;
  const browser = await startBrowser(all, name, { extensionDir, profileDir });
  await until('three cells', () => relay.cells().length >= cells + 3, 60);
  const end = Date.now() + SHIFT_MS;
  if (shift !== 'untouched') {
    const panel = await browser.openPanel();
    await panel.waitForSelector('.tiles');
    if (shift === 'concern') await flag(panel, 'near_miss');
    await panel.close();
  }
  await pause(Math.max(0, end - Date.now()));
  const arrived = relay.site.arrived().length - concerns;
  await browser.close();
  if (arrived !== (shift === 'concern' ? 1 : 0))
    throw new Error(`${arrived} concerns in a shift of ${shift}`);
  return whatIsLeft(profileDir, browser.extensionId);
}

/** Sizes of what the extension writes and how its bytes are spread; other files by their names. */
function whatIsLeft(folder: string, extensionId: string): Left {
  const paths = filesBelow(folder);
  const named = (path: string) =>
    path.replaceAll(extensionId, 'EXTENSION').replace(/[0-9a-f]{6,}|\d+/gi, '#');
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
    names: new Set(paths.map(named)),
    own: new Set(own.map(named)),
    features: [own.length, bytes, tables, writes, paths.length, ...histogram.map((one) => one / total)],
  };
}

/** Names that nearly all profiles of one class have and hardly any of the other. */
function tellingNames(left: readonly ReadonlySet<string>[], classes: readonly (0 | 1)[]): string[] {
  const all = new Set(left.flatMap((names) => [...names]));
  const share = (name: string, wanted: 0 | 1) => {
    const of = left.filter((_, index) => classes[index] === wanted);
    return of.filter((names) => names.has(name)).length / of.length;
  };
  return [...all].filter((name) => Math.abs(share(name, 1) - share(name, 0)) > 0.9);
}
