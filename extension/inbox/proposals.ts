import type { Proposal } from '../../shared/team-actions.ts';

/*
 * What one member proposes and another confirms: a move to the statutory route, a hold and its end, a record, a story, a
 * leader's pledge, a case card.
 */

/** A proposal and what became of it. Members and events are in base64url, days are ISO dates. */
export interface ProposalState {
  /** Id of the event. */
  readonly id: string;
  readonly day: string;
  readonly by: string;
  readonly what: Proposal;
  readonly state: 'open' | 'confirmed' | 'withdrawn';
  /** The second member, once there is one. */
  readonly confirmed: { readonly by: string; readonly day: string } | null;
}

export function proposed(id: string, day: string, by: string, what: Proposal): ProposalState {
  return { id, day, by, what, state: 'open', confirmed: null };
}

/**
 * The proposals after a member's word on one of them; the same array when it changes nothing. Nobody confirms their own.
 * One that is in force cannot be withdrawn, except a story, a pledge or a card: to stop telling it needs no second member.
 */
export function afterVerdict(
  proposals: readonly ProposalState[],
  verdict: {
    readonly type: 'confirmed' | 'withdrawn';
    readonly event: string;
    readonly by: string;
    readonly day: string;
  },
): readonly ProposalState[] {
  const at = proposals.findIndex(({ id }) => id === verdict.event);
  const proposal = proposals[at];
  if (proposal === undefined) return proposals;
  const { by, day } = verdict;
  if (verdict.type === 'withdrawn') {
    const publicWord = (['told', 'pledged', 'learned'] as Proposal['type'][]).includes(proposal.what.type);
    if (proposal.state !== 'open' && !(publicWord && proposal.state === 'confirmed')) return proposals;
    return proposals.with(at, { ...proposal, state: 'withdrawn' });
  }
  if (proposal.state !== 'open' || proposal.by === by) return proposals;
  return proposals.with(at, { ...proposal, state: 'confirmed', confirmed: { by, day } });
}

/** The newest proposal of a kind that waits for a second member. */
export function waitingFor<T extends Proposal['type']>(
  proposals: readonly ProposalState[],
  type: T,
): (ProposalState & { readonly what: Extract<Proposal, { type: T }> }) | null {
  const found = proposals.findLast(({ state, what }) => state === 'open' && what.type === type);
  return (found as ReturnType<typeof waitingFor<T>> | undefined) ?? null;
}
