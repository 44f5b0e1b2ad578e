import type { Bulletin, Place } from '../../../shared/bulletin.ts';
import { KINDS } from '../../../shared/taxonomy.ts';
import { type CountTable, countTable, type Dimension } from './counts.ts';
import { type Change, type Evidence, evidenceOf } from './evidence.ts';
import { type FactTable, isDistressedAt, isSignalAt } from './facts.ts';
import { type Grain, isoDay, type Period, periodAt, periodFinder, wholePeriods } from './periods.ts';
import { placeGroups } from './place-groups.ts';
import { type QuickFixes, quickFixes } from './quick-fixes.ts';
import { type Reading, readingOf } from './reading.ts';
import { lastQuarter, type Release, releaseOf } from './release.ts';
import { type GroupVoice, silenceMap } from './silence.ts';
import { type StuckTopic, stuckTopics } from './stuck.ts';
import { SMALLEST_COUNT } from './suppression.ts';
import { type TeamClocks, teamClocks } from './team-clocks.ts';
import { type Xmr, xmrOf } from './xmr.ts';

/** What a member asks of the page. */
export interface TrendsQuestion {
  /** Days since 1970. */
  readonly today: number;
  readonly grain: Exclude<Grain, 'quarter'>;
  readonly places: readonly Place[];
  /** Pulse answers of the last 90 days by group of places. */
  readonly pulseAnswers: ReadonlyMap<string, number>;
  /** What the desk has told everyone; weeks as `2026-W48`. */
  readonly stories: readonly Story[];
  /** A change that a member marked. */
  readonly change?: Change | null;
}

export type Story = Bulletin['stories'][number];

/** Values over time with what is unusual about them. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly chart: Xmr | null;
  readonly reading: Reading;
}

export interface TrendTable {
  readonly dimension: Dimension;
  readonly rows: readonly (Series & { readonly total: number })[];
}

/** Everything the page shows, as plain data: what this desk sees, and what may be shown beyond it. */
export interface Trends {
  readonly grain: Exclude<Grain, 'quarter'>;
  /** Names and first days (ISO dates), oldest first. */
  readonly periods: readonly { readonly name: string; readonly firstDay: string }[];
  readonly all: Series;
  readonly nearMisses: Series;
  readonly tables: readonly TrendTable[];
  readonly groupLabels: ReadonlyMap<string, string>;
  readonly stuck: readonly StuckTopic[];
  readonly voices: readonly GroupVoice[];
  readonly fixes: QuickFixes;
  readonly clocks: TeamClocks;
  /** Share of the last quarter's concerns with words of distress; `null` under 11 concerns with words. */
  readonly distress: number | null;
  readonly quarter: string;
  readonly release: Release | null;
  /** Those of the quarter. */
  readonly stories: readonly Story[];
  /** Before and after the change that was marked; `null` while none is. */
  readonly evidence: Evidence | null;
}

/** Most whole periods on a chart: half a year of weeks, two years of months. */
const MOST = { week: 26, month: 24 } as const;
const DIMENSIONS = ['kind', 'category', 'factor', 'place'] as const;
/** Clocks, fixes and distress look back so far. */
const LOOK_BACK_DAYS = 90;

export function trendsOf(table: FactTable, question: TrendsQuestion): Trends {
  const { today, grain } = question;
  const groups = placeGroups(question.places);
  const earliest = table.released.reduce((least, day) => Math.min(least, day), today);
  const periods = wholePeriods(earliest, today, grain, MOST[grain]);
  const counts = DIMENSIONS.map((dimension) => countTable(table, dimension, periods, groups));
  const kinds = counts[0];
  const quarter = lastQuarter(today);
  return {
    grain,
    periods: periods.map(({ name, from }) => ({ name, firstDay: isoDay(from) })),
    all: seriesOf('all', kinds?.totals ?? []),
    nearMisses: seriesOf('near_misses', nearMissShares(table, periods), 100),
    tables: counts.map(trendTable),
    groupLabels: new Map([...groups.groups].map(([code, { label }]) => [code, label])),
    stuck: stuckTopics(table, groups, today),
    voices: silenceMap(table, groups, question.pulseAnswers, today),
    fixes: quickFixes(table, today, LOOK_BACK_DAYS),
    clocks: teamClocks(table, today, LOOK_BACK_DAYS),
    distress: distressShare(table, today),
    quarter: quarter.name,
    release: releaseOf(table, quarter, groups, today),
    evidence: question.change == null ? null : evidenceOf(table, question.change, today),
    stories: question.stories.filter(
      ({ week }) =>
        periodAt(quarter.from, 'week').name <= week && week <= periodAt(quarter.until - 1, 'week').name,
    ),
  };
}

function trendTable({ dimension, rows }: CountTable): TrendTable {
  return {
    dimension,
    rows: rows.map(({ name, counts, total }) => ({ ...seriesOf(name, counts), total })),
  };
}

function seriesOf(name: string, values: readonly number[], ceiling: number | null = null): Series {
  const chart = xmrOf(values, 0, ceiling);
  return { name, values, chart, reading: readingOf(chart) };
}

/**
 * Near misses among near misses, incidents and unsafe conditions, in hundredths, period by period. A period without any
 * of the three repeats the one before: it says nothing, and a zero would.
 */
function nearMissShares(table: FactTable, periods: readonly Period[]): number[] {
  const find = periodFinder(periods);
  const near = new Float64Array(periods.length);
  const all = new Float64Array(periods.length);
  for (let at = 0; at < table.count; at++) {
    const period = find(table.released[at] ?? 0);
    const kind = KINDS[table.kind[at] ?? 0];
    if (period === -1 || (kind !== 'near_miss' && kind !== 'incident' && kind !== 'hazard')) continue;
    all[period] = (all[period] ?? 0) + 1;
    if (kind === 'near_miss') near[period] = (near[period] ?? 0) + 1;
  }
  const shares: number[] = [];
  for (let at = 0; at < periods.length; at++) {
    const of = all[at] ?? 0;
    if (of > 0) shares.push(Math.round((100 * (near[at] ?? 0)) / of));
    else if (shares.length > 0) shares.push(shares.at(-1) ?? 0);
    else shares.push(0);
  }
  return shares;
}

function distressShare(table: FactTable, today: number): number | null {
  let written = 0;
  let distressed = 0;
  for (let at = 0; at < table.count; at++) {
    const day = table.released[at] ?? 0;
    if (day > today || day <= today - LOOK_BACK_DAYS || isSignalAt(table, at)) continue;
    written++;
    if (isDistressedAt(table, at)) distressed++;
  }
  const tooFew = written < SMALLEST_COUNT;
  return tooFew ? null : distressed / written;
}
