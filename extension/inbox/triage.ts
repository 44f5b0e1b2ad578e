import { toBase64url } from '../../shared/base64url.ts';
import type { Reply } from '../../shared/reply.ts';
import type { ClosingReason, OpenedTeamEvent } from '../../shared/team-log.ts';

/*
 * The team log is a set of events; what the desk sees is a function of that set alone. So every member folds it to the
 * same state, in whatever order the events arrive and however often.
 */

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
}

/** What a member can do to a concern; members are kids in base64url. */
export type Action =
  | { readonly type: 'acknowledged' }
  | { readonly type: 'assigned'; readonly to: string | null }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'in-review' }
  | { readonly type: 'closed'; readonly reason: ClosingReason; readonly line: string };

/** One line of a concern's history. */
export interface Entry {
  /** Id of the event. */
  readonly id: string;
  readonly day: string;
  readonly by: string;
  readonly what: Action;
}

export interface TeamLog {
  /** By concern; one that nobody has touched is not there. */
  readonly concerns: ReadonlyMap<string, Triage>;
  /** Ids of the events that no other event has followed up. */
  readonly heads: readonly string[];
  /** Events that others name and that are not there, with the last day on which one did: hidden, lost, or expired. */
  readonly missing: ReadonlyMap<string, string>;
}

export const UNTOUCHED: Triage = {
  status: 'new',
  acknowledged: null,
  assignee: null,
  closing: null,
  history: [],
  replies: [],
};

/**
 * Folds the events of one desk. `alsoThere` are ids of events that are there and cannot be opened with the keys this
 * member has; they are no gap.
 */
export function foldTeamLog(
  events: Iterable<OpenedTeamEvent>,
  alsoThere: ReadonlySet<string> = new Set(),
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
  for (const { id, event } of inCausalOrder(nodes)) {
    for (const concern of concernsOf(event)) {
      concerns.set(concern, next(concerns.get(concern) ?? UNTOUCHED, id, event));
    }
  }
  const heads = [...nodes.keys()].filter((id) => !followedUp.has(id)).sort();
  return { concerns, heads, missing };
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
  const also = what.type === 'acknowledged' ? (what.also ?? []) : [];
  return new Set([concern, ...also].map(toBase64url));
}

function next(triage: Triage, id: string, { day, by: author, what }: OpenedTeamEvent): Triage {
  const by = toBase64url(author);
  const entry = (shown: Action): readonly Entry[] => [...triage.history, { id, day, by, what: shown }];
  // By day rather than by place in the log: two colleagues who were offline may both have been the first.
  const first = triage.acknowledged;
  const acknowledged = first === null || day < first.day ? { day, by } : first;
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
    case 'in-review':
      return {
        ...triage,
        status: 'in-review',
        acknowledged,
        closing: null,
        history: entry({ type: 'in-review' }),
      };
    case 'closed': {
      const closing = { reason: what.reason, line: what.line };
      return {
        ...triage,
        status: 'closed',
        acknowledged,
        closing,
        history: entry({ type: 'closed', ...closing }),
      };
    }
    case 'replied': {
      const { index, reply } = what;
      const replies = [...triage.replies, { id, day, by, index, reply }];
      // "opened" and a new status send themselves; only a person answers or asks.
      if (reply.type === 'opened' || reply.type === 'status') return { ...triage, replies };
      const status = triage.status === 'new' ? 'acknowledged' : triage.status;
      return { ...triage, status, acknowledged, replies };
    }
  }
}
