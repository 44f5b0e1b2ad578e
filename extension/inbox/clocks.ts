import { addDays } from '../../shared/weeks.ts';

/*
 * The clocks of Directive (EU) 2019/1937, Article 9(1)(b) and (f), kept as a service level everywhere. They count
 * calendar days of the organisation, from the day on which a concern was released to the desk.
 */

/** A person acknowledges within so many days of the release. */
export const ACKNOWLEDGE_DAYS = 7;
/** An answer follows within so many months of the acknowledgement, or of the end of its seven days. */
export const ANSWER_MONTHS = 3;

const DAY_MILLISECONDS = 86_400_000;

export function ackDue(releaseDay: string): string {
  return addDays(releaseDay, ACKNOWLEDGE_DAYS);
}

/** `ackDay` is the day on which a person acknowledged, or `null` while nobody has. */
export function feedbackDue(releaseDay: string, ackDay: string | null): string {
  return addMonths(ackDay ?? ackDue(releaseDay), ANSWER_MONTHS);
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS);
}

/** The Monday of a day's week: weeks are what the inbox shows, never days or times of arrival. */
export function weekStart(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
