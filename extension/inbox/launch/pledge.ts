import type { Pledge } from '../../../shared/bulletin.ts';
import type { ProposalState } from '../proposals.ts';
import type { TeamLog } from '../team-fold.ts';

/*
 * What somebody who leads here promises to whoever speaks up: written by one member, agreed to by another, and shown by
 * every install until the first story can be told.
 */

export type PledgeWords = Omit<Pledge, 'desk'>;

/** A pledge and where it stands. Members are kids. */
export interface PledgeState {
  /** Id of the event. */
  readonly id: string;
  readonly pledge: PledgeWords;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly state: ProposalState['state'];
}

/** Every pledge of a desk, in the order of its log. */
export function pledgesOf(log: TeamLog): PledgeState[] {
  return log.proposals.flatMap(({ id, by, what, state, confirmed }) => {
    if (what.type !== 'pledged') return [];
    const { type: _, ...pledge } = what;
    return [{ id, pledge, by, approvedBy: confirmed?.by ?? null, state }];
  });
}

/** How many wait for this member's word. */
export function pledgesWaiting(log: TeamLog, member: string): number {
  return pledgesOf(log).filter(({ by, state }) => state === 'open' && by !== member).length;
}

/** The one that is in force: what was agreed on last, unless it was taken back since. */
export function pledgeInForce(pledges: readonly PledgeState[]): PledgeState | null {
  const last = pledges.findLast(({ approvedBy }) => approvedBy !== null);
  return last?.state === 'confirmed' ? last : null;
}

/**
 * What a bulletin says after this desk has had its word. Another desk's pledge stays, and so does one whose events are
 * too old to be read.
 */
export function pledgeAfter(
  before: Pledge | undefined,
  desk: number,
  pledges: readonly PledgeState[],
): Pledge | undefined {
  if (before !== undefined && before.desk !== desk) return before;
  const now = pledgeInForce(pledges);
  if (now !== null) return { desk, ...now.pledge };
  const takenBack = pledges.some(
    ({ pledge, approvedBy }) =>
      approvedBy !== null && before !== undefined && samePledge(before, { desk, ...pledge }),
  );
  return takenBack ? undefined : before;
}

export function samePledge(a: Pledge | undefined, b: Pledge | undefined): boolean {
  return (
    a?.desk === b?.desk &&
    a?.name === b?.name &&
    a?.role === b?.role &&
    a?.answersBy === b?.answersBy &&
    a?.words === b?.words
  );
}
