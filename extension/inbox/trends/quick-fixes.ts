import { type FactTable, isClosedAt, isSignalAt, suggestsFixAt } from './facts.ts';

/** A small fix that somebody suggested is done, or answered, within so many days. */
export const QUICK_FIX_DAYS = 7;

/** The lane for small fixes: rapid local action, mode B of Benn et al. 2009. */
export interface QuickFixes {
  /** Suggested in the period looked at. */
  readonly suggested: number;
  readonly closedInTime: number;
  /** Still open: within the seven days, and past them. */
  readonly open: number;
  readonly late: number;
}

/** Concerns with a suggested fix that were released in the `days` up to `today`. */
export function quickFixes(table: FactTable, today: number, days: number): QuickFixes {
  const lane = { suggested: 0, closedInTime: 0, open: 0, late: 0 };
  for (let at = 0; at < table.count; at++) {
    const released = table.released[at] ?? 0;
    if (released > today || released <= today - days) continue;
    if (isSignalAt(table, at) || !suggestsFixAt(table, at)) continue;
    lane.suggested++;
    const answered = table.answered[at] ?? -1;
    if (isClosedAt(table, at)) {
      if (answered - released <= QUICK_FIX_DAYS) lane.closedInTime++;
    } else if (today - released > QUICK_FIX_DAYS) lane.late++;
    else lane.open++;
  }
  return lane;
}
