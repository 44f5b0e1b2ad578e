import type { Category, Kind } from '../../shared/taxonomy.ts';
import { ackDue, daysBetween, feedbackDue, weekStart } from './clocks.ts';
import type { OpenedConcern, SealedConcern } from './opening.ts';
import { hasAnswer, promisedDay } from './replies.ts';
import type { TeamLog } from './team-fold.ts';
import { byRelease, type FollowUp } from './thread.ts';
import { type Triage, UNTOUCHED } from './triage.ts';

type OpenedFollowUp = Extract<OpenedConcern, { state: 'follow-up' }>;

/** What runs out next for a concern; `promise` is the next step that the desk's last answer named a week for. */
export interface Due {
  readonly what: 'acknowledge' | 'answer' | 'promise';
  readonly day: string;
  /** Whole days until then; negative once it is late. */
  readonly daysLeft: number;
}

/** One message with what was added to it and what the team has done about it. */
export interface QueueItem {
  readonly id: string;
  readonly opened: OpenedConcern;
  readonly triage: Triage;
  readonly releaseDay: string;
  /** Monday of the week of its release. */
  readonly week: string;
  /** `null` while nothing is: closed, answered, or a signal or practice, which have no clock of their own. */
  readonly due: Due | null;
  /** What the person added since, oldest first. */
  readonly followUps: readonly FollowUp[];
}

export interface Queue {
  /** Everything in it, by id. */
  readonly items: ReadonlyMap<string, QueueItem>;
  /** Messages with words, and those that could not be read; what is due first comes first. */
  readonly concerns: readonly QueueItem[];
  /** Tiles without words, and answers to the question that is asked on return. */
  readonly signals: readonly QueueItem[];
  /** Threads that somebody came back to. */
  readonly threads: ReadonlySet<string>;
}

/** One line of the tally: signals of one kind, category and place, or answers of one word. */
export interface Tally {
  readonly key: string;
  readonly kind: Kind;
  readonly category: Category | null;
  readonly place: string | null;
  /** What was answered to "Have you been treated worse since?"; `null` for a tile. */
  readonly survey: 'no' | 'yes' | null;
  /** Ids of those that nobody has acknowledged. */
  readonly waiting: readonly string[];
  readonly acknowledged: number;
}

/**
 * Builds a desk's queue from what has been opened so far. Items of the queue `before` (of the same day) that have not
 * changed stay the same objects, so that whatever was worked out about them still holds.
 */
export function queueOf(
  sealed: Iterable<SealedConcern>,
  opened: ReadonlyMap<string, OpenedConcern>,
  log: TeamLog,
  today: string,
  before: Queue | null = null,
): Queue {
  const items = new Map<string, QueueItem>();
  const concerns: QueueItem[] = [];
  const signals: QueueItem[] = [];
  const { roots, addedTo, threads } = threadsOf(sealed, opened, log);
  for (const { id, releaseDay } of roots) {
    const content = opened.get(id);
    if (content === undefined || content.state === 'pulse') continue;
    const triage = log.concerns.get(id) ?? UNTOUCHED;
    const followUps = addedTo.get(id) ?? NONE;
    const known = before?.items.get(id);
    const same =
      known?.opened === content && sameTriage(known.triage, triage) && sameWords(known.followUps, followUps);
    const item = same ? known : itemOf({ id, releaseDay }, content, triage, followUps, today);
    items.set(id, item);
    if (isSignalItem(item)) signals.push(item);
    else if (!same) concerns.push(item);
  }
  // What has not changed is in order already.
  const kept = before?.concerns.filter((item) => items.get(item.id) === item) ?? [];
  return { items, concerns: merged(kept, concerns.sort(byDue)), signals, threads };
}

function itemOf(
  { id, releaseDay }: Pick<SealedConcern, 'id' | 'releaseDay'>,
  opened: OpenedConcern,
  triage: Triage,
  followUps: readonly FollowUp[],
  today: string,
): QueueItem {
  const week = weekStart(releaseDay);
  const item = { id, opened, triage, releaseDay, week, due: null, followUps };
  if (isSignalItem(item) || isPractice(item)) return item;
  return { ...item, due: dueOf(releaseDay, triage, followUps, today) };
}

/** Whoever comes back with words wants to be read, even if there was only a tile at first. */
function isSignalItem(item: QueueItem): boolean {
  const { opened, followUps } = item;
  if (opened.state === 'survey') return true;
  return opened.state === 'read' && opened.signal && followUps.length === 0 && !isPractice(item);
}

/** Two lists that are in order as one; mostly the second is short. */
function merged(a: readonly QueueItem[], b: readonly QueueItem[]): readonly QueueItem[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const all: QueueItem[] = [];
  let from = 0;
  for (const item of b) {
    const to = placeIn(a, item, from);
    for (; from < to; from++) all.push(a[from] as QueueItem);
    all.push(item);
  }
  for (; from < a.length; from++) all.push(a[from] as QueueItem);
  return all;
}

/** Before which of a sorted list's items one belongs, from `from` on, by halving what is left. */
function placeIn(list: readonly QueueItem[], item: QueueItem, from: number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byDue(list[middle] as QueueItem, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The queue `before` with what has been opened since, without looking at the rest: ten thousand come in two hundred
 * portions. `null` where that is not the whole change: a follow-up goes under another, or waits for what has come.
 */
export function withAdded(
  before: Queue | null,
  ids: readonly string[],
  sealed: ReadonlyMap<string, SealedConcern>,
  opened: ReadonlyMap<string, OpenedConcern>,
  log: TeamLog,
  today: string,
): Queue | null {
  if (before === null || before.threads.size > 0) return null;
  const added: QueueItem[] = [];
  for (const id of ids) {
    const content = opened.get(id);
    const releaseDay = sealed.get(id)?.releaseDay;
    if (content === undefined || content.state === 'pulse' || releaseDay === undefined) continue;
    const triage = log.concerns.get(id) ?? UNTOUCHED;
    if (content.state === 'follow-up' || before.items.has(id)) return null;
    // Merging and stepping aside are worked out over the whole queue.
    if (triage.mergedInto !== null || triage.recused.length > 0) return null;
    added.push(itemOf({ id, releaseDay }, content, triage, NONE, today));
  }
  const items = before.items as Map<string, QueueItem>;
  for (const item of added) items.set(item.id, item);
  const concerns = added.filter((item) => !isSignalItem(item)).sort(byDue);
  const signals = added.filter(isSignalItem);
  return {
    items,
    concerns: merged(before.concerns, concerns),
    signals: signals.length === 0 ? before.signals : [...before.signals, ...signals],
    threads: before.threads,
  };
}

/** Made while the organisation practised: a row like any other, with no clock, and in no count. */
export function isPractice({ opened }: QueueItem): boolean {
  return opened.state === 'read' && opened.concern.practice === true;
}

/** Tallies signals, those with most waiting first. */
export function tallyOf(signals: readonly QueueItem[]): Tally[] {
  const lines = new Map<string, Tally & { waiting: string[]; acknowledged: number }>();
  for (const { id, opened, triage } of signals) {
    const about = aboutOf(opened);
    if (about === null) continue;
    const key = about.survey ?? `${about.kind} ${about.category ?? ''} ${about.place ?? ''}`;
    const line = lines.get(key) ?? { ...about, key, waiting: [], acknowledged: 0 };
    if (triage.status === 'new') line.waiting.push(id);
    else line.acknowledged++;
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) =>
      b.waiting.length - a.waiting.length || b.acknowledged - a.acknowledged || (a.key < b.key ? -1 : 1),
  );
}

function aboutOf(opened: OpenedConcern): Pick<Tally, 'category' | 'kind' | 'place' | 'survey'> | null {
  if (opened.state === 'survey') {
    return { kind: 'culture', category: 'speaking_up', place: null, survey: opened.answer };
  }
  if (opened.state !== 'read') return null;
  const { kind, category = null, unit: place = null } = opened.concern;
  return { kind, category, place, survey: null };
}

/** Words of the person that nobody has acknowledged yet. */
export function unread({ followUps }: Pick<QueueItem, 'followUps'>): readonly FollowUp[] {
  if (followUps.length === 0) return NONE;
  return followUps.filter(({ acknowledged }) => acknowledged === null);
}

const NONE: readonly FollowUp[] = [];

/**
 * Puts follow-ups under the concern whose reply keys they carry; of several, under the first. Where there is none (it
 * has expired, or not come yet), the first follow-up stands for it.
 */
function threadsOf(
  sealed: Iterable<SealedConcern>,
  opened: ReadonlyMap<string, OpenedConcern>,
  log: TeamLog,
): {
  readonly roots: readonly SealedConcern[];
  readonly addedTo: ReadonlyMap<string, readonly FollowUp[]>;
  readonly threads: ReadonlySet<string>;
} {
  const roots: SealedConcern[] = [];
  const added: (SealedConcern & { readonly content: OpenedFollowUp })[] = [];
  for (const one of sealed) {
    const content = opened.get(one.id);
    if (content?.state === 'follow-up') added.push({ ...one, content });
    else roots.push(one);
  }
  const addedTo = new Map<string, FollowUp[]>();
  if (added.length === 0) return { roots, addedTo, threads: new Set() };
  const rootOf = new Map<string, SealedConcern>();
  for (const root of roots) {
    const content = opened.get(root.id);
    if (content?.state !== 'read') continue;
    const known = rootOf.get(content.thread);
    if (known === undefined || byRelease(root, known) < 0) rootOf.set(content.thread, root);
  }
  for (const one of added.sort(byRelease)) {
    const { content, id, releaseDay } = one;
    const root = rootOf.get(content.thread);
    if (root === undefined) {
      rootOf.set(content.thread, one);
      roots.push(one);
      continue;
    }
    const { text, searchable } = content;
    const history = log.concerns.get(id)?.history ?? [];
    const acknowledged = history.find(({ what }) => what.type === 'acknowledged') ?? null;
    const list = addedTo.get(root.id) ?? [];
    list.push({ id, concern: root.id, text, searchable, releaseDay, acknowledged });
    addedTo.set(root.id, list);
  }
  return { roots, addedTo, threads: new Set(added.map(({ content }) => content.thread)) };
}

/** History and replies say everything else: they are as long as there are events, and folding puts them in one order. */
function sameTriage(a: Triage, b: Triage): boolean {
  return sameIds(a.history, b.history) && sameIds(a.replies, b.replies);
}

function sameWords(a: readonly FollowUp[], b: readonly FollowUp[]): boolean {
  return (
    sameIds(a, b) && a.every(({ acknowledged }, index) => acknowledged?.id === b[index]?.acknowledged?.id)
  );
}

function sameIds(a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

/** An answer stops the clock that runs on it; words that came since have a clock of their own. */
function dueOf(
  releaseDay: string,
  triage: Triage,
  followUps: readonly FollowUp[],
  today: string,
): Due | null {
  const [waiting] = unread({ followUps });
  const clocks: Omit<Due, 'daysLeft'>[] = [];
  if (waiting !== undefined) clocks.push({ what: 'acknowledge', day: ackDue(waiting.releaseDay) });
  if (triage.status !== 'closed') {
    const { acknowledged } = triage;
    const promised = promisedDay(triage);
    if (acknowledged === null) clocks.push({ what: 'acknowledge', day: ackDue(releaseDay) });
    else if (promised !== null) clocks.push({ what: 'promise', day: promised });
    else if (!hasAnswer(triage))
      clocks.push({ what: 'answer', day: feedbackDue(releaseDay, acknowledged.day) });
  }
  const [first] = clocks.sort((a, b) => (a.day < b.day ? -1 : 1));
  return first === undefined ? null : { ...first, daysLeft: daysBetween(today, first.day) };
}

/** Within a day the order is that of the ids, which are hashes: nothing shows what arrived first. */
export function byDue(a: QueueItem, b: QueueItem): number {
  if (a.due !== null && b.due !== null && a.due.day !== b.due.day) return a.due.day < b.due.day ? -1 : 1;
  if (a.due === null && b.due === null && a.week !== b.week) return a.week < b.week ? 1 : -1;
  if ((a.due === null) !== (b.due === null)) return a.due === null ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
