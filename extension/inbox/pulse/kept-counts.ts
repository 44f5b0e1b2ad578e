import type { PulseCount } from '../../../shared/pulse-count.ts';
import { addDays } from '../../../shared/weeks.ts';

/*
 * What a pulse said outlives its answers: kept in the team log from the day on which it is over, and written anew long
 * before the key of its week goes, as templates are.
 */

const RENEW_DAYS = 60;
const RENEW_ANYWAY_DAYS = 90;
/** Computers that were off bring their answers later; then it is counted. */
export const LATE_DAYS = 7;

export interface KeptCount {
  readonly count: PulseCount;
  /** When it was last written, and by whom. */
  readonly day: string;
  readonly by: string;
}

/** The counts after one event. Every inbox may have counted: whoever saw the most answers is right. */
export function countsAfter(
  counts: ReadonlyMap<string, KeptCount>,
  { type: _, ...count }: PulseCount & { readonly type: 'counted' },
  at: { readonly day: string; readonly by: string },
): ReadonlyMap<string, KeptCount> {
  const known = counts.get(count.pulse);
  if (known !== undefined && known.count.answers > count.answers) return counts;
  return new Map(counts).set(count.pulse, { count, ...at });
}

/** Those that this member's inbox should write anew today. */
export function countsToRenew(
  counts: ReadonlyMap<string, KeptCount>,
  member: string,
  today: string,
): PulseCount[] {
  return [...counts.values()]
    .filter(({ by, day }) => addDays(day, by === member ? RENEW_DAYS : RENEW_ANYWAY_DAYS) <= today)
    .map(({ count }) => count);
}
