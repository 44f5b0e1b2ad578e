import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, type Fact } from '../../../extension/inbox/trends/facts.ts';
import { periodAt } from '../../../extension/inbox/trends/periods.ts';
import { placeGroups } from '../../../extension/inbox/trends/place-groups.ts';
import { type Release, releaseOf, shownCount } from '../../../extension/inbox/trends/release.ts';
import { CATEGORIES, FACTORS, KINDS } from '../../../shared/taxonomy.ts';
import { BARE, tableFrom, times } from './fact-fixture.ts';

const GROUPS = placeGroups([
  { code: 'MED', label: 'Medicine', staff: 400 },
  { code: 'W7', label: 'Ward 7', parent: 'MED', staff: 40 },
  { code: 'SUR', label: 'Surgery', staff: 300 },
  { code: 'LAB', label: 'Laboratory', staff: 60 },
  { code: 'ICU', label: 'Intensive care', staff: 90 },
  { code: 'ED', label: 'Emergency department', staff: 160 },
  { code: 'OBS', label: 'Obstetrics', staff: 90 },
]);
const QUARTER = periodAt(dayNumber('2026-08-15'), 'quarter');
const TODAY = dayNumber('2026-10-12');
const DAY = dayNumber('2026-08-15');

function release(facts: readonly Partial<Fact>[], today = TODAY): Release {
  const made = releaseOf(tableFrom(facts), QUARTER, GROUPS, today);
  if (made === null) throw new RangeError('no release');
  return made;
}

describe('a release', () => {
  it('is one whole quarter in tables of one dimension', () => {
    const facts = [
      ...times(40, {
        released: DAY,
        kind: 'hazard',
        category: 'staffing',
        place: 'W7',
        factors: ['fatigue'],
      }),
      ...times(20, { released: DAY - 31, kind: 'near_miss', category: 'medication', place: 'SUR' }),
      ...times(99, { released: dayNumber('2026-10-02') }),
    ];
    const made = release(facts);
    expect(made.quarter).toBe('2026-Q3');
    expect(made.total).toBe(60);
    expect(made.months).toEqual([
      { name: '2026-07', count: 20 },
      { name: '2026-08', count: 40 },
      { name: '2026-09', count: 0 },
    ]);
    expect(shownCount(made, 'place', 'MED')).toBe(40);
    expect(shownCount(made, 'kind', 'culture')).toBe(0);
    expect(made.factors).toEqual([{ name: 'fatigue', count: 40 }]);
    expect(made.nearMissShare).toBeCloseTo(1 / 3);
  });

  it('says of closed concerns how many led to a change, in steps of five and from eleven on', () => {
    const closed = (count: number, fixed: boolean) =>
      times(count, { released: DAY, closed: true, fixed, answered: DAY + 9 });
    expect(release([...closed(8, true), ...closed(2, false)]).fixedShare).toBeNull();
    expect(release([...closed(8, true), ...closed(3, false)]).fixedShare).toBe(70);
    expect(release([...closed(11, true), ...times(20, { released: DAY, signal: true })]).fixedShare).toBe(
      100,
    );
  });

  it('of ten concerns or fewer says that they are few, and nothing else', () => {
    const made = release(times(3, { released: DAY, kind: 'culture', factors: ['fatigue'], place: 'ED' }));
    expect([made.total, made.factors, made.nearMissShare, made.fixedShare]).toEqual([null, [], null, null]);
    expect(made.tables.flatMap(({ rows }) => rows).every(({ count }) => count === null)).toBe(true);
    expect(made.months.every(({ count }) => count === null)).toBe(true);
    expect(shownCount(made, 'kind', 'hazard')).toBeNull();
  });

  it('shows no share from which a hidden count follows', () => {
    const facts = [
      ...times(40, { released: DAY, kind: 'hazard' }),
      ...times(5, { released: DAY, kind: 'near_miss' }),
      ...times(30, { released: DAY, kind: 'staff' }),
    ];
    expect(release(facts).nearMissShare).toBeNull();
  });

  it('is made of no running quarter, and of none that is partly deleted', () => {
    const facts = times(40, { released: DAY });
    const table = tableFrom(facts);
    expect(releaseOf(table, QUARTER, GROUPS, QUARTER.until - 1)).toBeNull();
    expect(releaseOf(table, QUARTER, GROUPS, QUARTER.until)).not.toBeNull();
    expect(releaseOf(table, QUARTER, GROUPS, QUARTER.from + 121)).toBeNull();
    // Something older is still kept, so nothing of the quarter is gone.
    const older = tableFrom([...facts, { released: QUARTER.from - 14 }]);
    expect(releaseOf(older, QUARTER, GROUPS, QUARTER.from + 121)).not.toBeNull();
  });
});

/** Everything that a release says, as sums of hidden unknowns that are known. An unknown is named `table/row`. */
function equations(made: Release): { unknowns: string[]; sum: number }[] {
  if (made.total === null) return [];
  const total = made.total;
  const partitions = [
    { name: 'month', rows: made.months },
    ...made.tables.map(({ dimension, rows }) => ({ name: dimension, rows })),
  ];
  return partitions.map(({ name, rows }) => ({
    unknowns: rows.filter(({ count }) => count === null).map((row) => `${name}/${row.name}`),
    sum: total - rows.reduce((all, { count }) => all + (count ?? 0), 0),
  }));
}

/** The truth behind a release, by the same names. */
function truth(facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { released, kind, category, place, factors } of facts) {
    if (released < QUARTER.from || released >= QUARTER.until) continue;
    add(`month/${periodAt(released, 'month').name}`);
    add(`kind/${kind}`);
    add(`category/${category ?? 'not_said'}`);
    add(
      `place/${place !== null && GROUPS.groups.has(GROUPS.groupOf(place)) ? GROUPS.groupOf(place) : 'not_said'}`,
    );
    for (const factor of factors) add(`factor/${factor}`);
  }
  return counts;
}

/** Rows of a matrix of 0, 1 and -1 reduced as far as they go: an unknown that is left alone in a row is rebuilt. */
function rebuilt(equations: readonly { unknowns: string[]; sum: number }[]): Map<string, number> {
  const names = [...new Set(equations.flatMap(({ unknowns }) => unknowns))];
  const rows = equations.map(({ unknowns, sum }) => [...names.map((name) => +unknowns.includes(name)), sum]);
  let top = 0;
  names.forEach((_, column) => {
    const pivot = rows.findIndex((row, at) => at >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) return;
    [rows[top], rows[pivot]] = [rows[pivot] ?? [], rows[top] ?? []];
    const by = rows[top]?.[column] ?? 1;
    rows[top] = (rows[top] ?? []).map((value) => value / by);
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (at !== top && factor !== 0) {
        rows[at] = row.map((value, place) => value - factor * (rows[top]?.[place] ?? 0));
      }
    });
    top++;
  });
  const found = new Map<string, number>();
  for (const row of rows) {
    const left = names.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9);
    if (left.length === 1 && left[0] !== undefined) found.set(left[0], row.at(-1) ?? 0);
  }
  return found;
}

/**
 * What bounds say where equations do not. Rows that are not there are zero, so that hidden ones are at least 1, unless every
 * row there could be is hidden; their sum must leave each of them nine values at least.
 */
function pinned(equations: readonly { unknowns: string[]; sum: number }[]): string[] {
  return equations.flatMap(({ unknowns, sum }) => {
    if (unknowns.length === 0) return [];
    const dimension = unknowns[0]?.split('/')[0] ?? '';
    const least = unknowns.length === EVERY_ROW[dimension] ? 0 : 1;
    return sum - least * unknowns.length >= 8 + (1 - least) * 3 ? [] : unknowns;
  });
}

const EVERY_ROW: Readonly<Record<string, number>> = {
  month: 3,
  kind: KINDS.length,
  category: CATEGORIES.length + 1,
  place: GROUPS.groups.size + 1,
};

const RUNS = 1000;

describe('the differencing attack', () => {
  const skewed = <T>(list: readonly T[]) =>
    fc.tuple(fc.nat(list.length - 1), fc.nat(list.length - 1)).map(([a, b]) => list[Math.min(a, b)] as T);
  const fact = fc.record({
    released: fc.integer({ min: QUARTER.from - 20, max: QUARTER.until + 9 }),
    kind: skewed(KINDS),
    category: fc.option(skewed(CATEGORIES), { freq: 3 }),
    place: fc.option(skewed(['W7', 'MED', 'SUR', 'LAB', 'ICU', 'ED', 'OBS', 'X1', 'X2']), { freq: 3 }),
    factors: fc.subarray(FACTORS.slice(0, 6), { maxLength: 3 }),
  });
  const heap = fc
    .array(fc.tuple(fact, fc.integer({ min: 1, max: 14 })), { minLength: 1, maxLength: 22 })
    .map((heaps) => heaps.flatMap(([one, count]) => times(count, one)));

  it(`rebuilds no hidden count of ${RUNS} random releases, each made three times as weeks go by`, () => {
    let hidden = 0;
    fc.assert(
      fc.property(heap, fc.integer({ min: 0, max: 27 }), (facts, wait) => {
        const full: Fact[] = facts.map((one) => ({ ...BARE, ...one }));
        const real = truth(full);
        const visits = [0, wait, 27].map((days) => {
          const today = QUARTER.until + days;
          return release(
            full.filter(({ released }) => released < today),
            today,
          );
        });
        // Made again, it is the same: nothing to subtract.
        expect(visits[1]).toEqual(visits[0]);
        expect(visits[2]).toEqual(visits[0]);
        const [made] = visits;
        if (made === undefined) return;
        for (const { dimension, rows } of made.tables) {
          for (const { name, count } of rows) {
            if (count === null) hidden++;
            else expect(count).toBe(real.get(`${dimension}/${name}`) ?? 0);
            expect(count === null || count === 0 || count >= 11).toBe(true);
          }
        }
        for (const { name, count } of made.factors) {
          const others = (made.total ?? 0) - (count ?? 0);
          expect(count === null || (count === 0 && made.total !== null) || count >= 11, name).toBe(true);
          if (count !== null && made.total !== null) expect(others === 0 || others >= 11).toBe(true);
        }
        const known = equations(made);
        expect([...rebuilt(known)]).toEqual([]);
        expect(pinned(known)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20261122 },
    );
    expect(hidden).toBeGreaterThan(RUNS);
  });

  it('finds nothing in as many concerns as rows: eleven of them, each of another category and place', () => {
    const facts = CATEGORIES.slice(0, 11).map((category, at) => ({
      released: DAY,
      category,
      place: `X${at}`,
    }));
    const made = release(facts);
    expect(made.total).toBe(11);
    expect(made.tables.find(({ dimension }) => dimension === 'category')?.rows).toHaveLength(
      CATEGORIES.length + 1,
    );
    expect(pinned(equations(made))).toEqual([]);
    expect(JSON.stringify(made)).not.toContain('X3');
  });

  it('would rebuild them if only the small counts were hidden', () => {
    const facts = [
      ...times(40, { released: DAY, kind: 'hazard' }),
      ...times(7, { released: DAY, kind: 'near_miss' }),
    ];
    const naive: Release = {
      ...release(facts),
      tables: [
        {
          dimension: 'kind',
          rows: [
            { name: 'hazard', count: 40 },
            { name: 'near_miss', count: null },
          ],
        },
      ],
    };
    expect(rebuilt(equations(naive)).get('kind/near_miss')).toBe(7);
  });
});
