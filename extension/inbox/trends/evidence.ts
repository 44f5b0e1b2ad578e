import { CATEGORIES, type Category, KINDS } from '../../../shared/taxonomy.ts';
import { ackDue } from '../clocks.ts';
import { dayNumber, type FactTable, isSignalAt, NEVER } from './facts.ts';
import { type Interval, poisson, rateRatio, shareDifference, wilson } from './intervals.ts';
import { isoDay, type Period, periodAt, periodFinder } from './periods.ts';
import { SMALLEST_COUNT, shownTotal } from './suppression.ts';

/*
 * What was before a change and after it, over whole calendar months, with 95 % intervals. The month in which something
 * changed belongs to neither side. Never for answers to a pulse: they are answers, not people, and one person may give many.
 *
 * A row may be shown to others where each of its months has 0 or 11 and more of all that is counted. Moving the date about
 * then only ever adds or takes away months that could be shown by themselves.
 */

/** What a member marks. */
export interface Change {
  /** Days since 1970. */
  readonly day: number;
  /** A topic to count by itself as well. */
  readonly category: Category | null;
}

/** all, topic: a week's number. near_misses, acknowledged: a share. */
export const EVIDENCE_ROWS = ['all', 'topic', 'near_misses', 'acknowledged'] as const;

export interface Side extends Interval {
  readonly value: number;
  /** What was counted, and for a share out of how many. */
  readonly count: number;
  readonly of: number | null;
}

export interface EvidenceRow {
  readonly name: (typeof EVIDENCE_ROWS)[number];
  /** `null` where there is nothing to divide by. */
  readonly before: Side | null;
  readonly after: Side | null;
  /** Of rates how many times as often, of shares how many hundredths more; `null` where it cannot be said. */
  readonly change: (Interval & { readonly value: number }) | null;
  /** Under 11 on one side: too few to say anything. */
  readonly few: boolean;
  readonly mayBeShown: boolean;
}

export interface Evidence {
  readonly day: string;
  readonly category: Category | null;
  /** Names of the months, `2026-09`, oldest first; none where they are not whole or not there any more. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly rows: readonly EvidenceRow[];
}

const MOST_MONTHS = 3;
const KEPT_DAYS = 120;
const STRAGGLER_DAYS = 14;
const DAYS_IN_A_WEEK = 7;

export function evidenceOf(table: FactTable, change: Change, today: number): Evidence {
  const during = periodAt(change.day, 'month');
  const isFirst = change.day === during.from;
  const after = monthsFrom(isFirst ? during.from : during.until, today);
  const before = monthsUntil(during.from, table, today);
  const rows = EVIDENCE_ROWS.flatMap((name) =>
    name === 'topic' && change.category === null ? [] : [rowOf(name, table, change, before, after)],
  );
  return {
    day: isoDay(change.day),
    category: change.category,
    before: before.map((month) => month.name),
    after: after.map((month) => month.name),
    rows,
  };
}

/** Per month: what is counted, and out of how many (for a week's number: nothing). */
interface Counted {
  readonly counts: readonly number[];
  readonly ofs: readonly number[] | null;
  readonly weeks: number;
}

function rowOf(
  name: EvidenceRow['name'],
  table: FactTable,
  change: Change,
  months: readonly Period[],
  later: readonly Period[],
): EvidenceRow {
  const [a, b] = [counted(name, table, change, months), counted(name, table, change, later)];
  const [before, after] = [sideOf(a), sideOf(b)];
  const least = (side: Side | null): number => (side === null ? 0 : (side.of ?? side.count));
  return {
    name,
    before,
    after,
    change: before === null || after === null ? null : changeOf(before, after, a.weeks, b.weeks),
    few: Math.min(least(before), least(after)) < SMALLEST_COUNT,
    mayBeShown: before !== null && after !== null && free(a) && free(b),
  };
}

function counted(
  name: EvidenceRow['name'],
  table: FactTable,
  { category }: Change,
  months: readonly Period[],
): Counted {
  const find = periodFinder(months);
  const counts = months.map(() => 0);
  const ofs = months.map(() => 0);
  const topic = category === null ? -1 : CATEGORIES.indexOf(category) + 1;
  for (let at = 0; at < table.count; at++) {
    const day = table.released[at] ?? 0;
    const month = find(day);
    if (month === -1) continue;
    const hit = hitAt(name, table, at, topic);
    if (hit === null) continue;
    ofs[month] = (ofs[month] ?? 0) + 1;
    if (hit) counts[month] = (counts[month] ?? 0) + 1;
  }
  const days = months.reduce((sum, { from, until }) => sum + until - from, 0);
  const isShare = name === 'near_misses' || name === 'acknowledged';
  return { counts, ofs: isShare ? ofs : null, weeks: days / DAYS_IN_A_WEEK };
}

/** Whether a concern counts; `null` where it is not among those of which a share is taken. */
function hitAt(name: EvidenceRow['name'], table: FactTable, at: number, topic: number): boolean | null {
  const kind = KINDS[table.kind[at] ?? 0];
  switch (name) {
    case 'all':
      return true;
    case 'topic':
      return table.category[at] === topic;
    case 'near_misses':
      return kind === 'near_miss' ? true : kind === 'incident' || kind === 'hazard' ? false : null;
    case 'acknowledged': {
      if (isSignalAt(table, at)) return null;
      const done = table.acknowledged[at] ?? NEVER;
      return done !== NEVER && done <= ackDueOf(table.released[at] ?? 0);
    }
  }
}

function ackDueOf(released: number): number {
  return dayNumber(ackDue(isoDay(released)));
}

function sideOf({ counts, ofs, weeks }: Counted): Side | null {
  const count = sum(counts);
  if (ofs !== null) {
    const of = sum(ofs);
    return of === 0 ? null : { value: count / of, ...wilson(count, of), count, of };
  }
  if (weeks === 0) return null;
  const { low, high } = poisson(count);
  return { value: count / weeks, low: low / weeks, high: high / weeks, count, of: null };
}

function changeOf(before: Side, after: Side, weeksBefore: number, weeksAfter: number): EvidenceRow['change'] {
  if (before.of !== null && after.of !== null) {
    const difference = shareDifference(
      { count: before.count, of: before.of },
      { count: after.count, of: after.of },
    );
    return { value: after.value - before.value, ...difference };
  }
  const found = rateRatio(
    { count: before.count, time: weeksBefore },
    { count: after.count, time: weeksAfter },
  );
  if (found === null || after.count === 0) return null;
  return { value: found.ratio, low: found.low, high: found.high };
}

function free({ counts, ofs }: Counted): boolean {
  return counts.every((count, at) => {
    const others = ofs === null ? 0 : (ofs[at] ?? 0) - count;
    return shownTotal(count) !== null && shownTotal(others) !== null;
  });
}

function monthsFrom(first: number, today: number): Period[] {
  const months: Period[] = [];
  for (
    let month = periodAt(first, 'month');
    months.length < MOST_MONTHS;
    month = periodAt(month.until, 'month')
  ) {
    // Whoever wrote last is acknowledged by then, or late.
    if (month.until + DAYS_IN_A_WEEK >= today) break;
    months.push(month);
  }
  return months;
}

/** Months of which nothing has been deleted yet, oldest first. */
function monthsUntil(end: number, table: FactTable, today: number): Period[] {
  const oldest = table.released.reduce((least, day) => Math.min(least, day), today);
  const months: Period[] = [];
  while (months.length < MOST_MONTHS) {
    const month = periodAt((months[0]?.from ?? end) - 1, 'month');
    if (today - month.from > KEPT_DAYS && oldest > month.from - STRAGGLER_DAYS) break;
    months.unshift(month);
  }
  return months.filter(({ until }) => until <= today);
}

function sum(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0);
}
