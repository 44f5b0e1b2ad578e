import type { Due } from '../../inbox/queue.ts';
import type { OpenView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';

const DAYS_IN_A_WEEK = 7;
/** Up to here days are counted, beyond it weeks: nobody plans by "83 days". */
const MOST_DAYS = 14;
/** From here on a clock is worth a second look. */
const SOON_DAYS = 2;

/** "this week", "week of 23 November". */
export function weekPhrase(
  t: Translator,
  week: string,
  view: Pick<OpenView, 'lastWeek' | 'thisWeek'>,
): string {
  if (week === view.thisWeek) return t('inbox.week.this');
  if (week === view.lastWeek) return t('inbox.week.last');
  return t('inbox.week.of', { day: t.day(week) });
}

/** The same in a few letters, for a row: "this week", "week of 23 Nov". */
export function shortWeekPhrase(
  t: Translator,
  week: string,
  view: Pick<OpenView, 'lastWeek' | 'thisWeek'>,
): string {
  if (week === view.thisWeek || week === view.lastWeek) return weekPhrase(t, week, view);
  return t('inbox.week.of', { day: shortDays(t).format(new Date(`${week}T00:00:00Z`)) });
}

const SHORT_DAYS = new WeakMap<Translator, Intl.DateTimeFormat>();

/** Made once: a list that is scrolled asks for it at every row, and making one takes longer than drawing the row. */
function shortDays(t: Translator): Intl.DateTimeFormat {
  // As in translator.ts: English is spelt for Britain, so its dates are too.
  const region = t.locale === 'en' ? 'en-GB' : t.locale;
  const made =
    SHORT_DAYS.get(t) ?? new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  SHORT_DAYS.set(t, made);
  return made;
}

/** "5 days left", "today", "2 days late". */
export function duePhrase(t: Translator, daysLeft: number): string {
  if (daysLeft < 0) return t('inbox.due.late', { days: -daysLeft });
  if (daysLeft === 0) return t('inbox.due.today');
  if (daysLeft <= MOST_DAYS) return t('inbox.due.days', { days: daysLeft });
  return t('inbox.due.weeks', { weeks: Math.floor(daysLeft / DAYS_IN_A_WEEK) });
}

export type Urgency = 'late' | 'soon' | 'calm';

export function urgencyOf(daysLeft: number): Urgency {
  if (daysLeft < 0) return 'late';
  return daysLeft <= SOON_DAYS ? 'soon' : 'calm';
}

/** What the clock is for, with how long it has. */
export function dueInFull(t: Translator, due: Due): string {
  return `${t(`inbox.clock.${due.what}`)}: ${duePhrase(t, due.daysLeft)}`;
}
