import { isoWeekOf } from '../../../shared/weeks.ts';

/*
 * Calendar weeks, months and quarters. A concern belongs to the period of its release day. Only whole periods are
 * compared: one that still runs is always lower than the others and means nothing.
 */

export type Grain = 'week' | 'month' | 'quarter';

export interface Period {
  /** `2026-W48`, `2026-11` or `2026-Q4`. */
  readonly name: string;
  /** Days since 1970: from (inclusive) and until (exclusive). */
  readonly from: number;
  readonly until: number;
}

const DAY_MILLISECONDS = 86_400_000;

/** The period that a day (since 1970) falls into. */
export function periodAt(day: number, grain: Grain): Period {
  const date = new Date(day * DAY_MILLISECONDS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (grain) {
    case 'week': {
      const from = day - ((date.getUTCDay() + 6) % 7);
      return { name: isoWeekOf(isoDay(from)), from, until: from + 7 };
    }
    case 'month':
      return {
        name: isoDay(day).slice(0, 7),
        from: dayOf(year, month),
        until: dayOf(year, month + 1),
      };
    case 'quarter': {
      const first = month - (month % 3);
      const name = `${year}-Q${first / 3 + 1}`;
      return { name, from: dayOf(year, first), until: dayOf(year, first + 3) };
    }
  }
}

/** The last `most` whole periods before `today`, oldest first, none of them older than the one `earliest` falls into. */
export function wholePeriods(earliest: number, today: number, grain: Grain, most: number): Period[] {
  const periods: Period[] = [];
  let period = periodAt(periodAt(today, grain).from - 1, grain);
  while (periods.length < most && period.until > earliest) {
    periods.unshift(period);
    period = periodAt(period.from - 1, grain);
  }
  return periods;
}

/** The ISO date of a day since 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Which of these adjoining periods, sorted, each day falls into; -1 for none. */
export function periodFinder(periods: readonly Period[]): (day: number) => number {
  const first = periods[0]?.from ?? 0;
  const last = periods.at(-1)?.until ?? 0;
  const at = new Int16Array(Math.max(0, last - first)).fill(-1);
  periods.forEach(({ from, until }, index) => {
    at.fill(index, from - first, until - first);
  });
  return (day) => (day < first || day >= last ? -1 : (at[day - first] ?? -1));
}

function dayOf(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY_MILLISECONDS;
}
