import { ackDue, feedbackDue } from '../clocks.ts';
import { dayNumber, type FactTable, isClosedAt, isSignalAt, NEVER } from './facts.ts';
import { isoDay } from './periods.ts';

/**
 * How a desk kept its two clocks, over concerns whose clock has run out or been met. What it counts is the desk's own
 * time, never a person's: there is no count by member.
 */
export interface TeamClocks {
  readonly acknowledge: ClockShare;
  readonly answer: ClockShare;
  /** Days to the first acknowledgement by a person, over those that have one; `null` without any. */
  readonly medianDays: number | null;
}

export interface ClockShare {
  readonly due: number;
  readonly kept: number;
}

/** Clocks of concerns (not signals: they have none) released in the `days` up to `today`. */
export function teamClocks(table: FactTable, today: number, days: number): TeamClocks {
  const acknowledge = { due: 0, kept: 0 };
  const answer = { due: 0, kept: 0 };
  const waits: number[] = [];
  const due = dueDays();
  for (let at = 0; at < table.count; at++) {
    const released = table.released[at] ?? 0;
    if (released > today || released <= today - days || isSignalAt(table, at)) continue;
    const acknowledged = table.acknowledged[at] ?? NEVER;
    const answered = table.answered[at] ?? NEVER;
    if (acknowledged !== NEVER) waits.push(acknowledged - released);
    count(acknowledge, acknowledged, due(released, null).acknowledge, today);
    const closedUnanswered = answered === NEVER && isClosedAt(table, at);
    if (!closedUnanswered) count(answer, answered, due(released, acknowledged).answer, today);
  }
  waits.sort((a, b) => a - b);
  return { acknowledge, answer, medianDays: median(waits) };
}

function count(share: { due: number; kept: number }, done: number, due: number, today: number): void {
  const kept = done !== NEVER && done <= due;
  if (!kept && today <= due) return;
  share.due++;
  if (kept) share.kept++;
}

/** Working out months is slow, and days repeat: each pair of days once. */
function dueDays(): (
  released: number,
  acknowledged: number | null,
) => { acknowledge: number; answer: number } {
  const known = new Map<number, { acknowledge: number; answer: number }>();
  return (released, acknowledged) => {
    const key = released * 100_000 + (acknowledged ?? NEVER) + 1;
    const found = known.get(key);
    if (found !== undefined) return found;
    const day = isoDay(released);
    const acked = acknowledged === null || acknowledged === NEVER ? null : isoDay(acknowledged);
    const due = { acknowledge: dayNumber(ackDue(day)), answer: dayNumber(feedbackDue(day, acked)) };
    known.set(key, due);
    return due;
  };
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
