import { addDays, isoWeekOf } from '../../../shared/weeks.ts';
import { lastDay } from '../records.ts';
import type { TeamLog } from '../team-fold.ts';
import { type Triage, UNTOUCHED } from '../triage.ts';

/*
 * Where one concern stood when a quarter ended, as the team log up to that day tells it.
 */

export type Stood = 'closed' | 'moved' | 'held' | 'open';

/** The first letters of an id, as every file that leaves the inbox names a concern. */
export function caseIdOf(concern: string): string {
  return `C-${concern.slice(0, 12)}`;
}

/** A concern that was put together with another one stands where that one stands. */
export function stoodAt(log: TeamLog, concern: string): Stood {
  const own = log.concerns.get(concern) ?? UNTOUCHED;
  const top = topOf(log, own);
  if (top.status === 'closed') return top.moved === null ? 'closed' : 'moved';
  return own.hold === null ? 'open' : 'held';
}

/** Nothing was promised to whoever sent advertising. */
export function isJunk({ closing, replies }: Triage): boolean {
  return closing?.reason === 'not-safety' && replies.every(({ reply }) => reply.type !== 'answer');
}

/** The first answer, or the closing where there was none; `null` while there is neither. */
export function answeredOn({ replies, history }: Triage): string | null {
  const days = [
    ...replies.filter(({ reply }) => reply.type === 'answer').map(({ day }) => day),
    ...history.filter(({ what }) => what.type === 'closed').map(({ day }) => day),
  ];
  return days.sort()[0] ?? null;
}

/** The day on which a concern of an ISO week is gone everywhere: weeks go as a whole. */
export function goneOn(week: string, retentionDays: number): string {
  return addDays(lastDay(sundayOf(week), retentionDays), 1);
}

/** The last day of an ISO week. */
export function sundayOf(week: string): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // 4 January always lies in the first week.
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  const monday = addDays(fourth, 7 * (number - 1) - ((new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7));
  if (isoWeekOf(monday) !== week) throw new RangeError('no such week');
  return addDays(monday, 6);
}

function topOf(log: TeamLog, own: Triage): Triage {
  let at = own;
  // Merges make no circle, as the fold sees to it.
  while (at.mergedInto !== null) at = log.concerns.get(at.mergedInto) ?? UNTOUCHED;
  return at;
}
