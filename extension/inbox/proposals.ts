import type { Bytes } from '../../shared/bytes.ts';
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
  /** The second member, once there is one; for a pulse with their signature of it. */
  readonly confirmed: { readonly by: string; readonly day: string; readonly signature?: Bytes } | null;
  /** When it was withdrawn. */
  readonly withdrawn?: string;
}

export function proposed(id: string, day: string, by: string, what: Proposal): ProposalState {
  return { id, day, by, what, state: 'open', confirmed: null };
}

/**
 * The proposals after a member's word on one of them; the same array when it changes nothing. Nobody confirms their own.
 * One that is in force cannot be withdrawn, except a story, a pledge, a card or a pulse: to stop telling it needs no second member.
 */
export function afterVerdict(
  proposals: readonly ProposalState[],
  verdict: {
    readonly type: 'confirmed' | 'withdrawn';
    readonly event: string;
    readonly by: string;
    readonly day: string;
    readonly signature?: Bytes | undefined;
  },
): readonly ProposalState[] {
  const at = proposals.findIndex(({ id }) => id === verdict.event);
  const proposal = proposals[at];
  if (proposal === undefined) return proposals;
  const { by, day, signature } = verdict;
  if (verdict.type === 'withdrawn') {
    const publicWord = (['told', 'pledged', 'learned', 'asked'] as Proposal['type'][]).includes(
      proposal.what.type,
    );
    if (proposal.state !== 'open' && !(publicWord && proposal.state === 'confirmed')) return proposals;
    return proposals.with(at, { ...proposal, state: 'withdrawn', withdrawn: day });
  }
  if (proposal.state !== 'open' || proposal.by === by) return proposals;
  // Nobody's word for a pulse counts without the signature that goes with it to everybody.
  if (proposal.what.type === 'asked' && signature === undefined) return proposals;
  const confirmed = { by, day, ...(signature !== undefined && { signature }) };
  return proposals.with(at, { ...proposal, state: 'confirmed', confirmed });
}

/** The newest proposal of a kind that waits for a second member. */
export function waitingFor<T extends Proposal['type']>(
  proposals: readonly ProposalState[],
  type: T,
): (ProposalState & { readonly what: Extract<Proposal, { type: T }> }) | null {
  const found = proposals.findLast(({ state, what }) => state === 'open' && what.type === type);
  return (found as ReturnType<typeof waitingFor<T>> | undefined) ?? null;
}
