import type { Category, Kind } from '../../shared/taxonomy.ts';
import { ackDue, daysBetween, feedbackDue, weekStart } from './clocks.ts';
import type { OpenedConcern, SealedConcern } from './opening.ts';
import { type TeamLog, type Triage, UNTOUCHED } from './triage.ts';

/** What runs out next for a concern. */
export interface Due {
  readonly what: 'acknowledge' | 'answer';
  readonly day: string;
  /** Whole days until then; negative once it is late. */
  readonly daysLeft: number;
}

/** One message with what the team has done about it. */
export interface QueueItem {
  readonly id: string;
  readonly opened: OpenedConcern;
  readonly triage: Triage;
  readonly releaseDay: string;
  /** Monday of the week of its release. */
  readonly week: string;
  /** `null` for a closed concern and for every signal: a signal has no clock of its own. */
  readonly due: Due | null;
}

export interface Queue {
  /** Everything in it, by id. */
  readonly items: ReadonlyMap<string, QueueItem>;
  /** Messages with words, and those that could not be read; what is due first comes first. */
  readonly concerns: readonly QueueItem[];
  /** Tiles without words. */
  readonly signals: readonly QueueItem[];
}

/** One line of the tally: signals of one kind, category and place. */
export interface Tally {
  readonly key: string;
  readonly kind: Kind;
  readonly category: Category | null;
  readonly place: string | null;
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
  for (const { id, releaseDay } of sealed) {
    const content = opened.get(id);
    if (content === undefined) continue;
    const triage = log.concerns.get(id) ?? UNTOUCHED;
    const signal = content.state === 'read' && content.signal;
    const known = before?.items.get(id);
    const item =
      known?.opened === content && sameTriage(known.triage, triage)
        ? known
        : {
            id,
            opened: content,
            triage,
            releaseDay,
            week: weekStart(releaseDay),
            due: signal ? null : dueOf(releaseDay, triage, today),
          };
    items.set(id, item);
    (signal ? signals : concerns).push(item);
  }
  return { items, concerns: concerns.sort(byDue), signals };
}

/** Tallies signals, those with most waiting first. */
export function tallyOf(signals: readonly QueueItem[]): Tally[] {
  const lines = new Map<string, Tally & { waiting: string[]; acknowledged: number }>();
  for (const { id, opened, triage } of signals) {
    if (opened.state !== 'read') continue;
    const { kind, category = null, unit: place = null } = opened.concern;
    const key = `${kind} ${category ?? ''} ${place ?? ''}`;
    const line = lines.get(key) ?? { key, kind, category, place, waiting: [], acknowledged: 0 };
    if (triage.status === 'new') line.waiting.push(id);
    else line.acknowledged++;
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) =>
      b.waiting.length - a.waiting.length || b.acknowledged - a.acknowledged || (a.key < b.key ? -1 : 1),
  );
}

/** The history says everything else: it is as long as there are events, and folding puts them in one order. */
function sameTriage(a: Triage, b: Triage): boolean {
  return (
    a.history.length === b.history.length && a.history.every(({ id }, index) => id === b.history[index]?.id)
  );
}

function dueOf(releaseDay: string, { status, acknowledged }: Triage, today: string): Due | null {
  if (status === 'closed') return null;
  const due =
    acknowledged === null
      ? { what: 'acknowledge' as const, day: ackDue(releaseDay) }
      : { what: 'answer' as const, day: feedbackDue(releaseDay, acknowledged.day) };
  return { ...due, daysLeft: daysBetween(today, due.day) };
}

/** Within a day the order is that of the ids, which are hashes: nothing shows what arrived first. */
function byDue(a: QueueItem, b: QueueItem): number {
  if (a.due !== null && b.due !== null && a.due.day !== b.due.day) return a.due.day < b.due.day ? -1 : 1;
  if (a.due === null && b.due === null && a.week !== b.week) return a.week < b.week ? 1 : -1;
  if ((a.due === null) !== (b.due === null)) return a.due === null ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
