const DAY_SECONDS = 86_400;
export const WEEK_SECONDS = 7 * DAY_SECONDS;

/**
 * Intake and desk keys change together once a week at an hour when many machines are on: Tuesdays, 10:00 UTC.
 * 1970-01-01 was a Thursday.
 */
const KEY_WEEK_OFFSET_SECONDS = 5 * DAY_SECONDS + 10 * 3600;

/** The key week that a moment falls into, as seconds since 1970: from (inclusive) and until (exclusive). */
export function keyWeekAt(seconds: number): { from: number; until: number } {
  const weeks = Math.floor((seconds - KEY_WEEK_OFFSET_SECONDS) / WEEK_SECONDS);
  const from = Math.max(0, weeks * WEEK_SECONDS + KEY_WEEK_OFFSET_SECONDS);
  return { from, until: (weeks + 1) * WEEK_SECONDS + KEY_WEEK_OFFSET_SECONDS };
}

/** The calendar day of a moment in a time zone (IANA name), as `2026-11-24`. */
export function dayAt(seconds: number, timeZone: string): string {
  const part = partsAt(seconds, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** What a clock on the wall shows at a moment in a time zone (IANA name), as `07:30`. */
export function timeOfDayAt(seconds: number, timeZone: string): string {
  const part = partsAt(seconds, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${part('hour')}:${part('minute')}`;
}

/** In parts, since how a locale orders them changes with the browser's version. */
function partsAt(
  seconds: number,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): (type: Intl.DateTimeFormatPartTypes) => string | undefined {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, ...options });
  const parts = new Map(
    format.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value]),
  );
  return (type) => parts.get(type);
}

/** `days` after (or before) a calendar day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

/** The ISO 8601 week of a calendar day, as `2026-W48`. */
export function isoWeekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = (date.getUTCDay() + 6) % 7;
  // The week belongs to the year of its Thursday.
  date.setUTCDate(date.getUTCDate() - weekday + 3);
  const year = date.getUTCFullYear();
  const week = 1 + Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / (WEEK_SECONDS * 1000));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of the week of a calendar day, as `2026-11-23`. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
