import { CATEGORIES, KINDS } from '../../../shared/taxonomy.ts';
import { type CountTable, countTable, type Dimension, NOT_SAID } from './counts.ts';
import { type FactTable, isClosedAt, isFixedAt, isSignalAt } from './facts.ts';
import { type Period, periodAt } from './periods.ts';
import type { PlaceGroups } from './place-groups.ts';
import { type Shown, SMALLEST_COUNT, shownAlone, shownTotal, suppressed } from './suppression.ts';

/*
 * A release is what a desk may show beyond itself: one calendar quarter, in tables of one dimension each.
 *
 * Why so little: every table of the quarter adds up to the same total, and no table crosses two dimensions, so each is
 * protected by itself. Quarters do not overlap and are never added up, so that two releases have no difference to take.
 * And a quarter is released only while all of it is still kept, so that releasing it twice gives the same numbers.
 */

export interface ReleaseTable {
  readonly dimension: Exclude<Dimension, 'factor'>;
  readonly rows: readonly ReleaseRow[];
}

export interface ReleaseRow {
  readonly name: string;
  readonly count: Shown;
}

export interface Release {
  /** `2026-Q3`. */
  readonly quarter: string;
  readonly total: Shown;
  readonly months: readonly ReleaseRow[];
  readonly tables: readonly ReleaseTable[];
  /** Factors add up to nothing: each is how many concerns named it. */
  readonly factors: readonly ReleaseRow[];
  /** Near misses among near misses, incidents and unsafe conditions; `null` where one of the three is hidden. */
  readonly nearMissShare: number | null;
  /**
   * Of a hundred closed concerns with words, how many led to a change, in steps of five, so that nobody can count along as
   * more of them are closed; `null` under 11.
   */
  readonly fixedShare: number | null;
}

const PARTITIONS = ['kind', 'category', 'place'] as const;
/** No mailroom deletes a concern sooner. */
const KEPT_DAYS = 120;
/** A concern can be released so long after the week of its key, which is what deleting goes by. */
const STRAGGLER_DAYS = 14;
const SAFETY_KINDS = ['near_miss', 'incident', 'hazard'];

/** The last whole quarter before `today`. */
export function lastQuarter(today: number): Period {
  return periodAt(periodAt(today, 'quarter').from - 1, 'quarter');
}

/** Whether nothing of a quarter has been deleted yet: by its age, or because something older is still there. */
export function isWhole(table: FactTable, quarter: Period, today: number): boolean {
  if (today - quarter.from <= KEPT_DAYS) return true;
  return table.released.some((day) => day <= quarter.from - STRAGGLER_DAYS);
}

/** The release of a quarter, or `null` while it runs and once part of it is deleted. `smallest` is 11 or more. */
export function releaseOf(
  table: FactTable,
  quarter: Period,
  groups: PlaceGroups,
  today: number,
  smallest?: number,
): Release | null {
  if (quarter.until > today || !isWhole(table, quarter, today)) return null;
  const periods = monthsOf(quarter);
  const counted = (dimension: Dimension): CountTable => countTable(table, dimension, [quarter], groups);
  const all = counted('kind').totals[0] ?? 0;
  const total = shownTotal(all, smallest);
  const months = countTable(table, 'kind', periods, groups).totals;
  const shownMonths = suppressed(months, total, smallest);
  const tables = PARTITIONS.map((dimension) => ({
    dimension,
    rows: rowsOf(counted(dimension), groups, total, smallest),
  }));
  return {
    quarter: quarter.name,
    total,
    months: periods.map(({ name }, at) => ({ name, count: shownMonths[at] ?? null })),
    tables,
    // Under a hidden total not even which there are.
    factors: asShown(
      (total === null ? [] : counted('factor').rows).map(({ name, total: count }) => ({
        name,
        count: shownAlone(count, all, smallest),
      })),
    ),
    nearMissShare: nearMissShare(tables[0]?.rows ?? []),
    fixedShare: fixedShare(table, quarter, smallest),
  };
}

/** The count of one row of a release: 0 for a row without concerns, `null` for a hidden one. */
export function shownCount(release: Release, dimension: ReleaseTable['dimension'], name: string): Shown {
  if (release.total === null) return null;
  const rows = release.tables.find((table) => table.dimension === dimension)?.rows ?? [];
  const row = rows.find((candidate) => candidate.name === name);
  return row === undefined ? 0 : row.count;
}

/**
 * Every row there could be goes to the rule, so that a hidden zero looks like the others, in an order that says nothing
 * about their counts: that of the taxonomy or the bulletin; "other" and "not said" last, as they are missed least.
 */
function rowsOf(
  { dimension, rows }: CountTable,
  groups: PlaceGroups,
  total: Shown,
  smallest: number | undefined,
): ReleaseRow[] {
  const names = namesOf(dimension, groups);
  const counts = new Map(names.map((name) => [name, 0]));
  for (const row of rows) {
    // A code that no bulletin has may be anything: it is nowhere that can be named.
    const name = counts.has(row.name) ? row.name : NOT_SAID;
    counts.set(name, (counts.get(name) ?? 0) + row.total);
  }
  const shown = suppressed([...counts.values()], total, smallest);
  return asShown(names.map((name, at) => ({ name, count: shown[at] ?? null }))).filter(
    ({ count }) => count !== 0,
  );
}

function namesOf(dimension: Dimension, groups: PlaceGroups): readonly string[] {
  if (dimension === 'kind') return KINDS;
  return dimension === 'category' ? [...CATEGORIES, NOT_SAID] : [...groups.groups.keys(), NOT_SAID];
}

/** Shown rows by their counts, hidden ones after them by name: among the others their place would give them away. */
function asShown(rows: readonly ReleaseRow[]): ReleaseRow[] {
  return [...rows].sort((a, b) => (b.count ?? -1) - (a.count ?? -1) || (a.name < b.name ? -1 : 1));
}

function nearMissShare(kinds: readonly ReleaseRow[]): number | null {
  const counts = SAFETY_KINDS.map((kind) => kinds.find(({ name }) => name === kind));
  if (counts.some((row) => row?.count === null)) return null;
  const [near = 0, ...others] = counts.map((row) => row?.count ?? 0);
  const all = near + others.reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : near / all;
}

function fixedShare(table: FactTable, quarter: Period, smallest = SMALLEST_COUNT): number | null {
  let closed = 0;
  let fixed = 0;
  for (let at = 0; at < table.count; at++) {
    const day = table.released[at] ?? 0;
    if (day < quarter.from || day >= quarter.until || isSignalAt(table, at) || !isClosedAt(table, at))
      continue;
    closed++;
    if (isFixedAt(table, at)) fixed++;
  }
  return closed < Math.max(smallest, SMALLEST_COUNT) ? null : Math.floor((20 * fixed) / closed) * 5;
}

function monthsOf(quarter: Period): Period[] {
  const months: Period[] = [];
  for (let from = quarter.from; from < quarter.until; ) {
    const month = periodAt(from, 'month');
    months.push(month);
    from = month.until;
  }
  return months;
}
