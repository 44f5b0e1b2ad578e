import type { HarmGrade } from '../../shared/taxonomy.ts';
import type { Proposal } from '../../shared/team-actions.ts';
import { weekStart } from './clocks.ts';
import { maskedBoxes, maskedFirst } from './mask.ts';
import type { ProposalState } from './proposals.ts';
import type { Queue, QueueItem } from './queue.ts';
import type { TeamLog } from './team-fold.ts';
import { namesShown, type Triage } from './triage.ts';
import { mergedInto } from './visible-queue.ts';

/** A colleague on the page: the label, or empty for somebody who is no longer in the keyring. */
export interface Someone {
  readonly kid: string;
  readonly label: string;
}

/** Another concern in a few words. */
export interface Mention {
  readonly id: string;
  readonly words: string;
  readonly week: string;
}

/** Something that one member proposed and a second has to confirm. */
export interface Waiting {
  /** Id of the event. */
  readonly id: string;
  readonly by: string;
  readonly mine: boolean;
  readonly week: string;
  readonly what: Proposal;
}

/** What colleagues have done around one concern, and what they can do. */
export interface TeamView {
  readonly harm: HarmGrade | null;
  readonly tags: readonly string[];
  /** Tags of the desk that this one does not have, the most used first. */
  readonly knownTags: readonly string[];
  readonly others: readonly Mention[];
  readonly into: Mention | null;
  readonly aside: readonly Someone[];
  /** False while nobody else could read it. */
  readonly canStepAside: boolean;
  readonly names: {
    readonly covered: number;
    readonly shown: boolean;
    readonly askedBy: string | null;
    readonly askedByMe: boolean;
  };
  readonly waiting: readonly Waiting[];
  readonly moved: Triage['moved'];
  readonly hold: { readonly reason: string; readonly week: string } | null;
  /** The summary that two members agreed on. */
  readonly record: string | null;
}

const MOST_KNOWN_TAGS = 8;

export interface Around {
  readonly queue: Queue;
  readonly log: TeamLog;
  readonly member: string;
  /** Members of the desk whose membership is in force. */
  readonly active: readonly string[];
  readonly label: (kid: string) => string;
}

export function teamView(item: QueueItem, around: Around): TeamView {
  const { triage } = item;
  const { label, member, queue } = around;
  const covered = [...maskedBoxes(item.opened).values()].reduce((sum, box) => sum + box.covered, 0);
  const asked = triage.revealedBy.find((kid) => kid !== member);
  const into = triage.mergedInto === null ? undefined : queue.items.get(triage.mergedInto);
  return {
    harm: triage.harm,
    tags: triage.tags,
    knownTags: tagsOf(around.log)
      .filter((tag) => !triage.tags.includes(tag))
      .slice(0, MOST_KNOWN_TAGS),
    others: mergedInto(queue, item.id).map(mention),
    into: into === undefined ? null : mention(into),
    aside: triage.recused.map((kid) => ({ kid, label: label(kid) })),
    canStepAside: around.active.some((kid) => kid !== member && !triage.recused.includes(kid)),
    names: {
      covered,
      shown: namesShown(triage),
      askedBy: asked === undefined ? null : label(asked),
      askedByMe: triage.revealedBy.includes(member),
    },
    waiting: triage.proposals.filter(isOpen).map((proposal) => waitingOf(proposal, member, label)),
    moved: triage.moved,
    hold: triage.hold === null ? null : { reason: triage.hold.reason, week: weekStart(triage.hold.day) },
    record: recordOf(triage.proposals),
  };
}

export function waitingOf(
  { id, by, day, what }: ProposalState,
  member: string,
  label: (kid: string) => string,
): Waiting {
  return { id, by: label(by), mine: by === member, week: weekStart(day), what };
}

/** How many concerns no active member may read any more, since all of them stepped aside. */
export function orphanedCount(log: TeamLog, active: readonly string[]): number {
  if (active.length === 0) return 0;
  return [...log.concerns.values()].filter(({ recused }) => active.every((kid) => recused.includes(kid)))
    .length;
}

/** How many stories wait for this member's word. */
export function storiesWaiting(log: TeamLog, member: string): number {
  const proposals = [...log.proposals, ...[...log.concerns.values()].flatMap((each) => each.proposals)];
  return proposals.filter(({ by, state, what }) => state === 'open' && what.type === 'told' && by !== member)
    .length;
}

/** Tags of a desk, those on most concerns first. */
export function tagsOf(log: TeamLog): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of log.concerns.values())
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}

function mention({ id, opened, week }: QueueItem): Mention {
  return { id, words: maskedFirst(opened), week };
}

function isOpen({ state }: ProposalState): boolean {
  return state === 'open';
}

function recordOf(proposals: readonly ProposalState[]): string | null {
  const last = proposals.findLast(({ state, what }) => state === 'confirmed' && what.type === 'recorded');
  return last?.what.type === 'recorded' ? last.what.summary : null;
}
