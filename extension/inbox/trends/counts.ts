import { CATEGORIES, FACTORS, KINDS } from '../../../shared/taxonomy.ts';
import type { FactTable } from './facts.ts';
import { type Period, periodFinder } from './periods.ts';
import type { PlaceGroups } from './place-groups.ts';

/** How concerns are told apart. `factor` is no partition: a concern can have up to three, or none. */
export type Dimension = 'kind' | 'category' | 'factor' | 'place';

/** Name of the row of concerns for which nobody picked anything. */
export const NOT_SAID = 'not_said';

/** Counts of one dimension, row by row and period by period. Rows without a single concern are left out. */
export interface CountTable {
  readonly dimension: Dimension;
  readonly periods: readonly string[];
  readonly rows: readonly CountRow[];
  /** Concerns of each period, each counted once. */
  readonly totals: readonly number[];
}

export interface CountRow {
  readonly name: string;
  readonly counts: readonly number[];
  readonly total: number;
}

/** Counts a dimension over periods that adjoin each other. Most frequent rows first. */
export function countTable(
  table: FactTable,
  dimension: Dimension,
  periods: readonly Period[],
  groups: PlaceGroups,
): CountTable {
  const names = namesOf(table, dimension, groups);
  const find = periodFinder(periods);
  const width = periods.length;
  const counts = new Float64Array(names.length * width);
  const totals = new Array<number>(width).fill(0);
  const place = dimension === 'place' ? groupColumn(table, groups, names) : null;
  for (let at = 0; at < table.count; at++) {
    const period = find(table.released[at] ?? 0);
    if (period === -1) continue;
    totals[period] = (totals[period] ?? 0) + 1;
    if (dimension === 'factor') {
      const bits = table.factors[at] ?? 0;
      for (let bit = 0; bit < FACTORS.length; bit++) {
        if ((bits & (1 << bit)) !== 0) bump(counts, bit * width + period);
      }
      continue;
    }
    const row =
      dimension === 'kind'
        ? (table.kind[at] ?? 0)
        : dimension === 'category'
          ? (table.category[at] ?? 0)
          : (place?.[table.place[at] ?? 0] ?? 0);
    bump(counts, row * width + period);
  }
  const rows = names
    .map((name, row) => {
      const own = [...counts.subarray(row * width, (row + 1) * width)];
      return { name, counts: own, total: own.reduce((sum, count) => sum + count, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => Number(a.name === NOT_SAID) - Number(b.name === NOT_SAID) || b.total - a.total);
  return { dimension, periods: periods.map(({ name }) => name), rows, totals };
}

function namesOf(table: FactTable, dimension: Dimension, groups: PlaceGroups): string[] {
  switch (dimension) {
    case 'kind':
      return [...KINDS];
    case 'category':
      return [NOT_SAID, ...CATEGORIES];
    case 'factor':
      return [...FACTORS];
    case 'place':
      return [NOT_SAID, ...new Set(table.places.map((code) => groups.groupOf(code)))];
  }
}

/** For each place of the table, which row its group is. */
function groupColumn(table: FactTable, groups: PlaceGroups, names: readonly string[]): Uint16Array {
  const column = new Uint16Array(table.places.length + 1);
  table.places.forEach((code, at) => {
    column[at + 1] = names.indexOf(groups.groupOf(code));
  });
  return column;
}

function bump(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
