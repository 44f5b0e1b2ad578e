import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName, LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { recordingServer } from '../browser/harness/recording-server.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { type Left, whatIsLeft } from './left-on-disk.ts';
import { builtInTurn, figure } from './stage.ts';
import { areaUnderCurve, neighbourScores } from './statistics.ts';

/*
 * Many profiles of one kind of shift, half of them with a concern sent, compared by what lies on their disks
 * afterwards. The classifier has every advantage: it is given all others with their answers, and leaves one out.
 */

/** concern: the panel was opened and one was sent. panel: it was opened. untouched: neither. All read ordinary pages. */
export type Shift = 'concern' | 'panel' | 'untouched';

export interface HistoryRow extends Left {
  readonly shift: Shift;
}

export interface HistoryFigures {
  readonly profiles: number;
  /** Of a leave-one-out nearest-neighbour classifier over sizes, writes and bytes of the extension's databases. */
  readonly auc: number;
  /** Names of files, and of values in the browser's own settings, that one kind of profile has and the other has not. */
  readonly tellingNames: readonly string[];
  /** Files that all have, by whose size the two kinds are told apart better than chance does, with the AUC. */
  readonly tellingSizes: readonly string[];
}

const PACE = { floorSeconds: 0.4, meanSeconds: 1, rewriteSeconds: 1.5 };
/** Long enough for a concern to be held for Undo, placed and sent; the same for all. */
const SHIFT_MS = 24_000;
/** At least one is closed again, as a panel is. */
const LEAST_ORDINARY_PAGES = 2;
const MOST_ORDINARY_PAGES = 4;
const ORDINARY_SCRIPT = `let sum = 0;\n${'sum += Math.sqrt(sum + 1);\n'.repeat(80)}`;

export interface Ward {
  /**
   * One profile of each of these shifts, all at once, so that a machine that grows slower does not tell them apart. All
   * of them are thrown away, once, where a concern did not leave in time.
   */
  together(shifts: readonly Shift[]): Promise<readonly HistoryRow[]>;
}

/** One relay, one build, and an ordinary site of the intranet for all profiles. */
export async function ward(all: Endings, name: BrowserName): Promise<Ward> {
  const relay = await stubRelay(all);
  const extensionDir = await builtInTurn(all, relay, name, PACE);
  const intranet = await recordingServer(all, ({ path }) =>
    path.endsWith('.js')
      ? { headers: { 'Content-Type': 'text/javascript' }, body: ORDINARY_SCRIPT }
      : {
          headers: { 'Content-Type': 'text/html' },
          body: `<!doctype html><title>Intranet</title><script src="${path}.js"></script><p>Rota`,
        },
  );
  let late = 0;
  return {
    async together(shifts) {
      const before = relay.site.arrived().length;
      const left = await Promise.all(
        shifts.map(async (shift) => {
          const left = await shiftOf(all, name, { extensionDir, site: intranet.origin }, shift);
          return { shift, ...left };
        }),
      );
      const arrived = relay.site.arrived().length - before;
      const sent = shifts.filter((shift) => shift === 'concern').length;
      if (arrived === sent) return left;
      if (arrived > sent || ++late > 1) throw new Error(`${arrived} concerns arrived, not ${sent}`);
      return [];
    },
  };
}

interface Place {
  readonly extensionDir: string;
  readonly site: string;
}

async function shiftOf(
  all: Endings,
  name: BrowserName,
  { extensionDir, site }: Place,
  shift: Shift,
): Promise<Left> {
  const profileDir = freshFolder(all, name);
  const browser = await startBrowser(all, name, { extensionDir, profileDir });
  await until('a cell', () => hasStored(browser), 60);
  const end = Date.now() + SHIFT_MS;
  // Chromium counts closed pages, whose they were it does not say: the panel is to look like one page more.
  await readOrdinaryPages(browser, site, shift === 'untouched' ? 1 : 0);
  if (shift !== 'untouched') {
    const panel = await browser.pressButton();
    await panel.waitFor('.tiles');
    if (shift === 'concern') {
      await panel.click('button[data-kind="near_miss"]');
      await panel.waitFor('.card');
    }
    await panel.close();
  }
  await pause(Math.max(0, end - Date.now()));
  await browser.close();
  return whatIsLeft(profileDir, browser.extensionId);
}

/** Asked of the background's memory, which leaves nothing anywhere. */
async function hasStored(browser: LaunchedBrowser): Promise<boolean> {
  const session = await browser.background(async () => {
    type Api = { storage: { session: { get(): Promise<{ session?: { storedSeconds?: number } }> } } };
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
    return (await ((browser ?? chrome) as Api).storage.session.get()).session?.storedSeconds ?? 0;
  });
  return session > 0;
}

/** A few, at random: the browser's own records of pages say nothing of the panel's. */
async function readOrdinaryPages(browser: LaunchedBrowser, site: string, besides: number): Promise<void> {
  const more = MOST_ORDINARY_PAGES - LEAST_ORDINARY_PAGES + 1;
  const pages = LEAST_ORDINARY_PAGES + Math.floor(Math.random() * more) + besides;
  for (let page = 0; page < pages; page++) {
    const tab = await browser.newTab(`${site}/rota-${page}`);
    await pause(300);
    if (page < pages - 1) await tab.close();
    else await tab.bringToFront();
  }
}

/** Compares `one` kind of profile with the other, and prints the figures. */
export function historyFigures(name: BrowserName, rows: readonly HistoryRow[], one: Shift): HistoryFigures {
  const classes = rows.map(({ shift }): 0 | 1 => (shift === one ? 1 : 0));
  const of = <T>(values: readonly T[], wanted: 0 | 1) =>
    values.filter((_, index) => classes[index] === wanted);
  const scores = neighbourScores(
    rows.map(({ features }) => features),
    classes,
  );
  const names = [...new Set(rows.flatMap((row) => row.names))];
  const share = (name: string, wanted: 0 | 1) => {
    const having = of(rows, wanted);
    return having.filter((row) => row.names.includes(name)).length / having.length;
  };
  // Four standard deviations of an AUC of nothing (Hanley and McNeil 1982): none of a hundred files by chance.
  const [ones, others] = [of(rows, 1).length, of(rows, 0).length];
  const chance = 4 * Math.sqrt((ones + others + 1) / (12 * ones * others));
  const files = [...new Set(rows.flatMap((row) => Object.keys(row.sizes)))];
  const inAll = files.filter((file) => rows.every((row) => row.sizes[file] !== undefined));
  const figures: HistoryFigures = {
    profiles: rows.length,
    auc: areaUnderCurve(of(scores, 1), of(scores, 0)),
    tellingNames: names.filter((name) => Math.abs(share(name, 1) - share(name, 0)) > 0.5).sort(),
    tellingSizes: inAll.flatMap((file) => {
      const sizes = rows.map((row) => row.sizes[file] ?? 0);
      const auc = areaUnderCurve(of(sizes, 1), of(sizes, 0));
      return Math.abs(auc - 0.5) > chance ? [`${file} (${auc.toFixed(2)})`] : [];
    }),
  };
  figure(`history.${[...new Set(rows.map(({ shift }) => shift))].sort().join('-or-')}.${name}`, {
    ...figures,
  });
  return figures;
}
