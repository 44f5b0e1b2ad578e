import type { Bulletin } from '../../../shared/bulletin.ts';
import { MOST_CASES } from '../../../shared/bulletin.ts';
import { isoWeekOf } from '../../../shared/weeks.ts';
import type { ProposalState } from '../proposals.ts';
import type { TeamLog } from '../team-fold.ts';

/*
 * Learning case cards: what this desk learned, for other hospitals, and what another one learned, for everybody here. One
 * member writes a card or takes one in, another agrees; only then it leaves, or is shown.
 */

export interface CaseWords {
  readonly happened: string;
  readonly learnt: string;
  readonly changed: string;
}

/** A card and where it stands. Members are kids. */
export interface CaseState extends CaseWords {
  /** Id of the event. */
  readonly id: string;
  /** The hospital it came from; `null` for our own. */
  readonly from: string | null;
  /** The concern it was written about; `null` for one about many, and for another hospital's. */
  readonly concern: string | null;
  readonly by: string;
  readonly day: string;
  readonly approved: ProposalState['confirmed'];
  readonly state: ProposalState['state'];
}

/** Every card of a desk, the newest first. */
export function casesOf(log: TeamLog): CaseState[] {
  const found = log.proposals.flatMap((proposal) => caseOf(proposal, null));
  for (const [concern, { proposals }] of log.concerns) {
    for (const proposal of proposals) found.push(...caseOf(proposal, concern));
  }
  return found.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}

/** How many wait for this member's word. */
export function casesWaiting(log: TeamLog, member: string): number {
  return casesOf(log).filter(({ by, state }) => state === 'open' && by !== member).length;
}

export type ToldCase = NonNullable<Bulletin['cases']>[number];

/**
 * What a bulletin shows from other hospitals after this desk has had its word: cards that two members agreed on, the newest
 * first. What another desk tells stays, and so does a card whose events are too old to be read.
 */
export function casesAfter(before: readonly ToldCase[], cases: readonly CaseState[]): ToldCase[] {
  const adopted = cases.flatMap(({ from, happened, learnt, changed, approved, state }) =>
    from === null || approved === null
      ? []
      : [{ told: { from, happened, learnt, changed, week: isoWeekOf(approved.day) }, state }],
  );
  const mine = new Set(adopted.map(({ told }) => wordsOf(told)));
  const now = adopted.filter(({ state }) => state === 'confirmed').map(({ told }) => told);
  const others = before.filter((told) => !mine.has(wordsOf(told)));
  const once = new Map([...others, ...now.toReversed()].map((told) => [wordsOf(told), told]));
  return [...once.values()]
    .sort((a, b) => (a.week === b.week ? (wordsOf(a) < wordsOf(b) ? -1 : 1) : a.week < b.week ? 1 : -1))
    .slice(0, MOST_CASES);
}

function caseOf({ id, by, day, what, state, confirmed }: ProposalState, concern: string | null): CaseState[] {
  if (what.type !== 'learned') return [];
  const { from = null, happened, learnt, changed } = what;
  return [{ id, from, concern, by, day, happened, learnt, changed, approved: confirmed, state }];
}

function wordsOf({ from, happened, learnt, changed }: Omit<ToldCase, 'week'>): string {
  return JSON.stringify([from, happened, learnt, changed]);
}
