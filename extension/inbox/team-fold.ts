import { toBase64url } from '../../shared/base64url.ts';
import type { TeamAction } from '../../shared/team-actions.ts';
import type { OpenedTeamEvent } from '../../shared/team-log.ts';
import type { ProposalState } from './proposals.ts';
import { countsAfter, type KeptCount } from './pulse/kept-counts.ts';
import { afterTeamwork, leadsTo, proposalsAfter } from './teamwork.ts';
import { type Template, templatesAfter } from './templates.ts';
import {
  type Action,
  type Entry,
  type SentReply,
  type Triage,
  UNTOUCHED,
  type WaitingReply,
} from './triage.ts';

/*
 * The team log is a set of events; what the desk sees is a function of that set alone. So every member folds it to the
 * same state, in whatever order the events arrive and however often.
 */

/** Concerns of one week that were deleted when their time was over. */
export interface Deletion {
  /** ISO 8601, `2026-W48`. */
  readonly week: string;
  readonly concerns: number;
}

/** That somebody was looked for: when, by which member, for which request, found how often. Not who. */
export interface SearchEntry {
  readonly id: string;
  readonly day: string;
  readonly by: string;
  readonly reference: string;
  readonly hits: number;
}

export interface TeamLog {
  /** By concern; one that nobody has touched is not there. */
  readonly concerns: ReadonlyMap<string, Triage>;
  /** What needs a second member and is about no concern, oldest first. */
  readonly proposals: readonly ProposalState[];
  /** The desk's own words for answers, by name; a dropped one has no words. */
  readonly templates: ReadonlyMap<string, Template>;
  /** By week, oldest first. */
  readonly deletions: readonly Deletion[];
  /** What pulses said once they were over, by pulse. */
  readonly counted: ReadonlyMap<string, KeptCount>;
  /** Searches for somebody by name, oldest first. */
  readonly searches: readonly SearchEntry[];
  /** Ids of the events that no other event has followed up. */
  readonly heads: readonly string[];
  /** Events that others name and that are not there, with the last day on which one did: hidden, lost, or expired. */
  readonly missing: ReadonlyMap<string, string>;
}

/**
 * Folds the events of one desk. `alsoThere` are ids of events that are there and cannot be opened with the keys this
 * member has; they are no gap. `waiting` are replies of this member that no event names yet, in the order in which they
 * were written.
 */
export function foldTeamLog(
  events: Iterable<OpenedTeamEvent>,
  alsoThere: ReadonlySet<string> = new Set(),
  waiting: readonly WaitingReply[] = [],
): TeamLog {
  const nodes = new Map<string, Node>();
  for (const event of events) {
    const id = toBase64url(event.id);
    nodes.set(id, { id, event, after: event.heads.map(toBase64url), depth: 0 });
  }
  const missing = new Map<string, string>();
  const followedUp = new Set<string>();
  for (const { after, event } of nodes.values()) {
    for (const id of after) {
      followedUp.add(id);
      if (nodes.has(id) || alsoThere.has(id)) continue;
      const known = missing.get(id);
      if (known === undefined || known < event.day) missing.set(id, event.day);
    }
  }
  const concerns = new Map<string, Triage>();
  let ofDesk: readonly ProposalState[] = [];
  let templates: ReadonlyMap<string, Template> = new Map();
  const deleted = new Map<string, number>();
  const searches: SearchEntry[] = [];
  let counted: TeamLog['counted'] = new Map();
  const order = inCausalOrder(nodes);
  for (const [at, node] of order.entries()) {
    const { id, event } = node;
    if (event.concern === null) {
      ofDesk = proposalsAfter(ofDesk, id, event);
      if (event.what.type === 'template') {
        templates = templatesAfter(templates, event.what, { day: event.day, by: toBase64url(event.by) });
      }
      if (event.what.type === 'counted') {
        counted = countsAfter(counted, event.what, { day: event.day, by: toBase64url(event.by) });
      }
      if (event.what.type === 'searched') {
        const { reference, hits } = event.what;
        searches.push({ id, day: event.day, by: toBase64url(event.by), reference, hits });
      }
      if (event.what.type === 'deleted') {
        // Every inbox may have noticed: whoever saw the most is right.
        const { week, concerns: count } = event.what;
        deleted.set(week, Math.max(count, deleted.get(week) ?? 0));
      }
      continue;
    }
    for (const concern of concernsOf(event)) {
      const before = concerns.get(concern) ?? UNTOUCHED;
      concerns.set(
        concern,
        next(before, node, at, (into) => leadsTo(concerns, into, concern)),
      );
    }
  }
  for (const [place, { concern, ...sent }] of waiting.entries()) {
    const before = concerns.get(concern) ?? UNTOUCHED;
    concerns.set(concern, told(before, { ...sent, at: order.length + place, waiting: true }));
  }
  const deletions = [...deleted]
    .map(([week, count]) => ({ week, concerns: count }))
    .sort((a, b) => (a.week < b.week ? -1 : 1));
  const heads = [...nodes.keys()].filter((id) => !followedUp.has(id)).sort();
  return { concerns, proposals: ofDesk, deletions, searches, counted, templates, heads, missing };
}

interface Node {
  readonly id: string;
  readonly event: OpenedTeamEvent;
  readonly after: readonly string[];
  depth: number;
}

/**
 * An event comes after all that its author had seen; what is concurrent is ordered by id, the same for everyone. The
 * depth of an event is the longest way down to one that knew of none.
 */
function inCausalOrder(nodes: ReadonlyMap<string, Node>): Node[] {
  const done = new Set<string>();
  for (const start of nodes.values()) {
    // A stack of our own: a log is as deep as it is long. Ids are hashes, so it has no circles.
    const stack = [start];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const before = node.after.map((id) => nodes.get(id)).filter((found) => found !== undefined);
      const waiting = before.filter(({ id }) => !done.has(id));
      if (!done.has(node.id) && waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      node.depth = 1 + before.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
      done.add(node.id);
      stack.pop();
    }
  }
  return [...nodes.values()].sort((a, b) => a.depth - b.depth || (a.id < b.id ? -1 : 1));
}

function concernsOf({ concern, what }: OpenedTeamEvent): Set<string> {
  const also = what.type === 'acknowledged' || what.type === 'junk' ? (what.also ?? []) : [];
  return new Set([...(concern === null ? [] : [concern]), ...also].map(toBase64url));
}

/** `at` is the event's place in the order of the log. */
function next(triage: Triage, { id, event }: Node, at: number, comesBack: (into: string) => boolean): Triage {
  const { day, what } = event;
  const by = toBase64url(event.by);
  // Whoever stepped aside has no say in it any more: a machine of theirs that was offline may not have known.
  if (triage.recused.includes(by)) return triage;
  const entry = (shown: Action, about: Entry['about'] = null): readonly Entry[] => [
    ...triage.history,
    { id, day, by, what: shown, about, at },
  ];
  const acknowledged = firstOf(triage.acknowledged, { day, by });
  switch (what.type) {
    case 'acknowledged': {
      const status = triage.status === 'new' ? 'acknowledged' : triage.status;
      return { ...triage, status, acknowledged, history: entry({ type: 'acknowledged' }) };
    }
    case 'assigned': {
      const assignee = what.to === null ? null : toBase64url(what.to);
      return { ...triage, assignee, history: entry({ type: 'assigned', to: assignee }) };
    }
    case 'noted':
      return { ...triage, history: entry({ type: 'noted', text: what.text }) };
    case 'in-review': {
      const history = entry({ type: 'in-review' });
      return { ...triage, status: 'in-review', acknowledged, closing: null, moved: null, history };
    }
    case 'closed': {
      const closing = { reason: what.reason, line: what.line };
      const history = entry({ type: 'closed', ...closing });
      return { ...triage, status: 'closed', acknowledged, closing, history };
    }
    case 'junk': {
      const closing = { reason: 'not-safety' as const, line: '' };
      return { ...triage, status: 'closed', acknowledged, closing, history: entry({ type: 'junk' }) };
    }
    case 'replied':
      return told(triage, { id, day, by, index: what.index, reply: what.reply, at });
    case 'kept':
      return keptAnew(triage, what, day);
    default: {
      const done = afterTeamwork(triage, id, event, comesBack);
      return done === null ? triage : { ...done.triage, history: entry(done.what, done.about) };
    }
  }
}

function told(triage: Triage, sent: SentReply): Triage {
  const replies = [...triage.replies, sent];
  // "opened" and a new status send themselves; only a person answers or asks.
  if (sent.reply.type === 'opened' || sent.reply.type === 'status') return { ...triage, replies };
  const status = triage.status === 'new' ? 'acknowledged' : triage.status;
  return { ...triage, status, acknowledged: firstOf(triage.acknowledged, sent), replies };
}

/** By day rather than by place in the log: two colleagues who were offline may both have been the first. */
function firstOf(
  known: Triage['acknowledged'],
  { day, by }: { day: string; by: string },
): Triage['acknowledged'] {
  return known === null || day < known.day ? { day, by } : known;
}

/** Where nobody can read any more that it was held, the copy says so. */
function keptAnew(triage: Triage, what: Extract<TeamAction, { type: 'kept' }>, day: string): Triage {
  const { copy: body, released, reason } = what;
  const unheard = triage.hold === null && triage.proposals.length === 0;
  return {
    ...triage,
    hold: unheard ? { reason, day } : triage.hold,
    copy: { body, released, day },
  };
}
