import { encodeConcern } from '../../shared/concern.ts';
import type { TeamAction } from '../../shared/team-actions.ts';
import { addDays, isoWeekOf } from '../../shared/weeks.ts';
import { daysBetween, weekStart } from './clocks.ts';
import type { SealedConcern } from './opening.ts';
import type { QueueItem } from './queue.ts';
import type { Deletion, TeamLog } from './team-fold.ts';
import type { Triage } from './triage.ts';

/*
 * What is kept, for how long, and what is deleted. A concern goes when its time is over, here as at the mailroom; one on
 * hold stays, sealed anew before the key of its week goes.
 */

/** So long before a concern is deleted the desk is told. */
export const WARNING_DAYS = 30;
/** A copy is sealed anew after so long: weekly keys live for months longer. */
const COPY_DAYS = 60;
/** A copy that the first member of the desk has not made after so long is made by whoever is there. */
const LATE_DAYS = 7;
/** Until the mailroom has said how long it keeps concerns: what it keeps unless it is told otherwise. */
export const USUAL_RETENTION_DAYS = 180;

/** The last day on which the mailroom has a concern. */
export function lastDay(releaseDay: string, retentionDays: number): string {
  return addDays(releaseDay, retentionDays);
}

/** Concerns that go within 30 days, the first to go first. What is on hold stays. */
export function goingSoon(items: Iterable<QueueItem>, today: string, retentionDays: number): QueueItem[] {
  return [...items]
    .filter(({ releaseDay, triage, opened }) => {
      if (triage.hold !== null || (opened.state === 'read' && opened.signal)) return false;
      return daysBetween(today, lastDay(releaseDay, retentionDays)) <= WARNING_DAYS;
    })
    .sort((a, b) =>
      a.releaseDay < b.releaseDay ? -1 : a.releaseDay > b.releaseDay ? 1 : a.id < b.id ? -1 : 1,
    );
}

/** Concerns whose time is over and that nobody holds, by whole weeks, so that the deletion log can say how many. */
export function timeIsOver(
  sealed: Iterable<SealedConcern>,
  log: TeamLog,
  today: string,
  retentionDays: number,
): SealedConcern[] {
  return [...sealed].filter(
    ({ id, releaseDay }) =>
      lastDay(addDays(weekStart(releaseDay), 6), retentionDays) < today &&
      (log.concerns.get(id)?.hold ?? null) === null,
  );
}

/** What an inbox writes into the log without anybody's doing. */
export type ByItself = Extract<TeamAction, { type: 'kept' | 'deleted' | 'counted' | 'searched' }>;

/** What the deletion log should say of concerns that go now, by week of their release, and does not say yet. */
export function newlyDeleted(
  over: readonly SealedConcern[],
  known: readonly Deletion[],
): { readonly week: string; readonly concerns: number }[] {
  const weeks = new Map<string, number>();
  for (const { releaseDay } of over) {
    const week = isoWeekOf(releaseDay);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks]
    .map(([week, concerns]) => ({ week, concerns }))
    .filter(({ week, concerns }) => !known.some((one) => one.week === week && one.concerns >= concerns));
}

/** A held concern that should be sealed anew now. */
export interface CopyDue {
  readonly id: string;
  readonly copy: Uint8Array<ArrayBuffer>;
  readonly released: string;
  readonly reason: string;
}

/**
 * Held concerns that have no copy under a late enough key. The first active member of the desk makes it, a colleague when
 * a week has gone by.
 */
export function copiesDue(
  items: Iterable<QueueItem>,
  member: string,
  active: readonly string[],
  today: string,
): CopyDue[] {
  return [...items].flatMap(({ id, opened, releaseDay, triage }) => {
    const { hold, copy } = triage;
    if (hold === null || opened.state !== 'read') return [];
    const age = daysBetween(copy?.day ?? hold.day, today);
    if (copy !== null && age < COPY_DAYS) return [];
    const late = copy === null ? age >= LATE_DAYS : age >= COPY_DAYS + LATE_DAYS;
    if (!late && firstOf(active, triage) !== member) return [];
    const { v: _version, tax: _taxonomy, ...concern } = opened.concern;
    return [{ id, copy: encodeConcern(concern), released: releaseDay, reason: hold.reason }];
  });
}

function firstOf(active: readonly string[], { recused }: Triage): string | undefined {
  return active.filter((kid) => !recused.includes(kid)).sort()[0];
}
