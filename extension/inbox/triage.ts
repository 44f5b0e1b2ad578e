import type { Bytes } from '../../shared/bytes.ts';
import type { Reply } from '../../shared/reply.ts';
import type { HarmGrade } from '../../shared/taxonomy.ts';
import type { ClosingReason, Proposal, Route } from '../../shared/team-actions.ts';
import type { ProposalState } from './proposals.ts';

export type Status = 'new' | 'acknowledged' | 'in-review' | 'closed';

/** What the team has done about one concern. Days are ISO dates, members are kids in base64url. */
export interface Triage {
  readonly status: Status;
  /** The first acknowledgement by a person: the clock runs on it. */
  readonly acknowledged: { readonly day: string; readonly by: string } | null;
  readonly assignee: string | null;
  readonly closing: { readonly reason: ClosingReason; readonly line: string } | null;
  /** Everything that happened, oldest first. */
  readonly history: readonly Entry[];
  /** What the person behind the concern was told, oldest first. */
  readonly replies: readonly SentReply[];
  readonly harm: HarmGrade | null;
  /** In alphabetical order of their code units, the same for everyone. */
  readonly tags: readonly string[];
  /** The concern it is dealt with under: never one that is itself merged into this one. */
  readonly mergedInto: string | null;
  /** Members who said that it is about them: it is not in their view. */
  readonly recused: readonly string[];
  /** Members who asked to see the names in it; two are needed. */
  readonly revealedBy: readonly string[];
  /** What needed a second member, oldest first. */
  readonly proposals: readonly ProposalState[];
  /** Where it must be dealt with instead; set once a second member has confirmed it. */
  readonly moved: { readonly route: Route; readonly name: string; readonly reference: string } | null;
  /** Why it is not deleted in its time; set once a second member has confirmed it. */
  readonly hold: { readonly reason: string; readonly day: string } | null;
  /** The held concern under a later week's key, the newest one, with the day on which it was sealed. */
  readonly copy: { readonly body: Bytes; readonly released: string; readonly day: string } | null;
}

/** One reply to the person behind a concern. */
export interface SentReply {
  /** Id of the event. */
  readonly id: string;
  readonly day: string;
  readonly by: string;
  /** Its place among the receipt's replies. */
  readonly index: number;
  readonly reply: Reply;
  /** Its place in the order of the log, as in an `Entry`. */
  readonly at: number;
  /** Written here and not on its way yet. */
  readonly waiting?: true;
}

/** Replies to one concern that wait here to be posted: nobody else has seen them, so they come after everything. */
export interface WaitingReply {
  readonly id: string;
  readonly concern: string;
  readonly day: string;
  readonly by: string;
  readonly index: number;
  readonly reply: Reply;
}

/** What a member can do to a concern; members, concerns and events are in base64url. */
export type Action =
  | { readonly type: 'acknowledged' }
  | { readonly type: 'assigned'; readonly to: string | null }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'in-review' }
  | { readonly type: 'junk' }
  | { readonly type: 'closed'; readonly reason: ClosingReason; readonly line: string }
  | { readonly type: 'graded'; readonly harm: HarmGrade | null }
  | { readonly type: 'tagged'; readonly tag: string; readonly on: boolean }
  | { readonly type: 'merged'; readonly into: string | null }
  | { readonly type: 'recused' }
  | { readonly type: 'readmitted'; readonly who: string }
  | { readonly type: 'revealed' }
  | Proposal
  | { readonly type: 'confirmed'; readonly event: string; readonly signature?: Bytes }
  | { readonly type: 'withdrawn'; readonly event: string };

/** One line of a concern's history. */
export interface Entry {
  /** Id of the event. */
  readonly id: string;
  readonly day: string;
  readonly by: string;
  readonly what: Action;
  /** Of a second member's word: what it was about. */
  readonly about: Proposal['type'] | null;
  /** Its place in the order of the log. */
  readonly at: number;
}

export const UNTOUCHED: Triage = {
  status: 'new',
  acknowledged: null,
  assignee: null,
  closing: null,
  history: [],
  replies: [],
  harm: null,
  tags: [],
  mergedInto: null,
  recused: [],
  revealedBy: [],
  proposals: [],
  moved: null,
  hold: null,
  copy: null,
};

/** So many members must ask before names are shown. */
export const MEMBERS_TO_REVEAL = 2;

export function namesShown({ revealedBy }: Triage): boolean {
  return revealedBy.length >= MEMBERS_TO_REVEAL;
}
