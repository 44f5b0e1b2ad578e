import { addDays, dayAt, timeOfDayAt } from '../../../shared/weeks.ts';

const DAY_MILLISECONDS = 86_400_000;

/**
 * The day, as a number since 1970, whose line is due by now: today's from `time` (`07:30`) on, yesterday's before. So a
 * period runs from one line to the next, and nothing finer needs to be remembered.
 */
export function linePeriodAt(nowSeconds: number, timeZone: string, time: string): number {
  const today = dayAt(nowSeconds, timeZone);
  const day = timeOfDayAt(nowSeconds, timeZone) >= time ? today : addDays(today, -1);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS;
}
