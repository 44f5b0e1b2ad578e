import { toBase64url } from '../../shared/base64url.ts';
import type { Desk } from '../../shared/keyring.ts';
import type { OpenedTeamEvent } from '../../shared/team-log.ts';
import { daysBetween } from './clocks.ts';
import type { OpenedEvent } from './events.ts';
import type { DeskKeys } from './opener.ts';
import { type OpenedConcern, openCopy, type SealedConcern } from './opening.ts';
import { asSent, type WaitingAnswer } from './outgoing.ts';
import { type Queue, queueOf } from './queue.ts';
import { USUAL_RETENTION_DAYS } from './records.ts';
import type { SealedEvent } from './store-port.ts';
import { foldTeamLog, type SentReply, type TeamLog } from './triage.ts';
import { visibleTo } from './visible-queue.ts';

/**
 * An event that was named longer ago than this may have gone with its retention (never under 120 days), so that its
 * absence says nothing.
 */
const GAP_DAYS = 90;

/** How many of each there are; anything but 0 is worth a line above the queue. */
export interface DeskAlarms {
  /** Shares that do not yield the key that was published. */
  readonly forgedShares: number;
  /** Events that colleagues had seen and the mailroom does not hand out. */
  readonly missingEvents: number;
  /** Events that are broken or come from nobody on the desk. */
  readonly refusedEvents: number;
  /** What this member did and the mailroom would not take. */
  readonly unposted: number;
}

/** What one desk holds in memory while the inbox is open: words, keys and what the team has done. */
export interface DeskRoom {
  desk(): Desk;
  /** The desk as a newer keyring describes it. */
  describe(desk: Desk): void;
  keys(): DeskKeys;
  /** How many events the mailroom would not take. */
  noteUnposted(count: number): void;
  /** Takes the keys that the member's shares yield, and how many shares were forged. */
  takeKeys(keys: DeskKeys, forged: number): void;

  addSealed(concerns: readonly SealedConcern[]): void;
  addOpened(opened: readonly OpenedConcern[]): void;
  /** What can be opened with the keys there are and has not been handed out for opening yet. */
  takeOpenable(): SealedConcern[];

  /** Forgets the concerns of weekly keys whose retention is over. */
  forgetWeeks(deskKids: readonly string[]): void;

  /** Every concern of the desk that lies here, also what this member may not see. */
  sealed(): readonly SealedConcern[];
  /** Forgets concerns whose time is over; a held one stands again from its copy. */
  forgetConcerns(ids: readonly string[]): void;
  /** For how many days the mailroom keeps a concern. */
  retentionDays(): number;
  noteRetention(days: number): void;

  addSealedEvents(events: readonly SealedEvent[]): void;
  addOpenedEvents(opened: readonly OpenedEvent[]): void;
  takeOpenableEvents(): SealedEvent[];
  /** Forgets an event that was taken back before anybody else saw it. */
  removeEvent(id: string): void;

  /** What waits to be posted to people, oldest first. */
  outgoing(): readonly WaitingAnswer[];
  /** Adds one, or puts it in the place of the one with its id. */
  putOutgoing(waiting: WaitingAnswer): void;
  removeOutgoing(id: string): void;
  /**
   * The thread of a concern and all that was told to it, what waits here included; `null` where there is nobody to
   * answer: it is not open, could not be read, or the member stepped aside.
   */
  conversation(concern: string): {
    readonly thread: string;
    readonly replies: readonly SentReply[];
  } | null;

  log(): TeamLog;
  /** The heads of the log as if these events were not there. */
  headsWithout(events: ReadonlySet<string>): readonly string[];
  /** What the member may see, merged concerns under the one they were merged into. */
  queue(today: string): Queue;
  /** The latest release day, and how many envelopes it brought; `null` for an empty desk. */
  newest(): { readonly day: string; readonly count: number } | null;
  /** Whether there is such a concern here that the member may act on. */
  has(concern: string): boolean;
  /** Concerns that are being opened, and those whose weekly key this member does not have. */
  waiting(): { readonly opening: number; readonly keyless: number };
  alarms(today: string): DeskAlarms;
}

/** `member` is the kid of whoever sits at this desk, base64url. */
export function deskRoom(first: Desk, member: string): DeskRoom {
  let desk = first;
  let keys: DeskKeys = new Map();
  let forgedShares = 0;
  let unposted = 0;
  const sealed = new Map<string, SealedConcern>();
  const opened = new Map<string, OpenedConcern>();
  const opening = new Set<string>();
  const sealedEvents = new Map<string, SealedEvent>();
  const events = new Map<string, OpenedTeamEvent>();
  const unread = new Map<string, 'no-key' | 'refused'>();
  const outgoing = new Map<string, WaitingAnswer>();
  let log: TeamLog | null = null;
  let queue: { readonly today: string; readonly value: Queue } | null = null;
  let whole: Queue | null = null;
  let retentionDays = USUAL_RETENTION_DAYS;
  let stale = true;

  const folded = (): TeamLog => {
    log ??= foldTeamLog(events.values(), new Set(unread.keys()), [...outgoing.values()].flatMap(asSent));
    return log;
  };
  /** Also of whatever was put together with a concern that the member stepped aside from: it says the same. */
  const isRecused = (id: string): boolean => {
    const { concerns } = folded();
    // Merges make no circle, as the fold sees to it.
    for (let at: string | null = id; at !== null; at = concerns.get(at)?.mergedInto ?? null) {
      if (concerns.get(at)?.recused.includes(member) === true) return true;
    }
    return false;
  };
  const eventsChanged = (): void => {
    log = null;
    stale = true;
    // Words that somebody stepped aside from do not stay in memory.
    for (const id of folded().concerns.keys()) if (isRecused(id)) opened.delete(id);
    restoreHeld();
  };
  /** What is on hold and no longer at the mailroom is read from its copy in the log. */
  const restoreHeld = (): void => {
    for (const [id, { copy, hold }] of folded().concerns) {
      const here = sealed.get(id);
      if (here !== undefined && here.envelope !== '') continue;
      if (hold === null || copy === null) {
        sealed.delete(id);
        opened.delete(id);
      } else if (here === undefined) {
        sealed.set(id, { id, desk: desk.id, deskKid: '', releaseDay: copy.released, envelope: '' });
        if (!isRecused(id)) opened.set(id, openCopy(id, copy.body));
      }
    }
  };

  return {
    desk: () => desk,
    describe(next) {
      desk = next;
    },
    noteUnposted(count) {
      unposted = count;
    },
    keys: () => keys,
    takeKeys(next, forged) {
      keys = next;
      forgedShares = forged;
      // Events are few and a key may have come for them: all that had none are tried again.
      for (const [id, why] of unread) if (why === 'no-key') unread.delete(id);
    },

    addSealed(concerns) {
      for (const concern of concerns) sealed.set(concern.id, concern);
    },
    addOpened(results) {
      for (const result of results) {
        opening.delete(result.id);
        if (!isRecused(result.id)) opened.set(result.id, result);
      }
      stale = true;
    },
    takeOpenable() {
      const openable = [...sealed.values()].filter(
        ({ id, deskKid }) => keys.has(deskKid) && !opened.has(id) && !opening.has(id) && !isRecused(id),
      );
      for (const { id } of openable) opening.add(id);
      return openable;
    },

    forgetWeeks(deskKids) {
      for (const { id, deskKid } of sealed.values()) {
        if (!deskKids.includes(deskKid)) continue;
        sealed.delete(id);
        opened.delete(id);
      }
      eventsChanged();
    },

    sealed: () => [...sealed.values()],
    forgetConcerns(ids) {
      for (const id of ids) {
        sealed.delete(id);
        opened.delete(id);
      }
      eventsChanged();
    },
    retentionDays: () => retentionDays,
    noteRetention(days) {
      retentionDays = days;
    },

    addSealedEvents(added) {
      for (const event of added) sealedEvents.set(event.id, event);
    },
    addOpenedEvents(results) {
      for (const result of results) {
        if (result.state === 'read') events.set(result.id, result.event);
        else unread.set(result.id, result.state);
      }
      eventsChanged();
    },
    takeOpenableEvents() {
      return [...sealedEvents.values()].filter(({ id }) => !events.has(id) && !unread.has(id));
    },
    removeEvent(id) {
      sealedEvents.delete(id);
      events.delete(id);
      eventsChanged();
    },

    outgoing: () => [...outgoing.values()],
    putOutgoing(waiting) {
      outgoing.set(waiting.sealed.id, waiting);
      eventsChanged();
    },
    removeOutgoing(id) {
      if (outgoing.delete(id)) eventsChanged();
    },
    conversation(concern) {
      const content = opened.get(concern);
      if (content === undefined || content.state === 'unreadable' || isRecused(concern)) return null;
      const { thread } = content;
      const replies: SentReply[] = [];
      for (const [id, other] of opened) {
        if (other.state === 'unreadable' || other.thread !== thread) continue;
        replies.push(...(folded().concerns.get(id)?.replies ?? []));
      }
      return { thread, replies };
    },

    log: folded,
    headsWithout(left) {
      if (left.size === 0) return folded().heads;
      const followedUp = new Set<string>();
      for (const [id, event] of events) {
        if (!left.has(id)) for (const head of event.heads) followedUp.add(toBase64url(head));
      }
      return [...events.keys()].filter((id) => !left.has(id) && !followedUp.has(id)).sort();
    },
    newest() {
      let newest: { day: string; count: number } | null = null;
      for (const { releaseDay: day } of sealed.values()) {
        if (newest === null || day > newest.day) newest = { day, count: 0 };
        if (day === newest.day) newest.count++;
      }
      return newest;
    },
    queue(today) {
      if (queue !== null && queue.today === today && !stale) return queue.value;
      const before = queue?.today === today ? queue.value : null;
      whole = queueOf(sealed.values(), opened, folded(), today, before && whole);
      queue = { today, value: visibleTo(whole, isRecused, queue?.value ?? null) };
      stale = false;
      return queue.value;
    },
    has: (concern) => sealed.has(concern) && !isRecused(concern),
    waiting() {
      const unopened = [...sealed.values()].filter(({ id }) => !opened.has(id) && !isRecused(id));
      const keyless = unopened.filter(({ deskKid }) => !keys.has(deskKid)).length;
      return { opening: unopened.length - keyless, keyless };
    },
    alarms: (today) => ({
      forgedShares,
      missingEvents: [...folded().missing.values()].filter((day) => daysBetween(day, today) <= GAP_DAYS)
        .length,
      unposted,
      refusedEvents: [...unread.values()].filter((why) => why === 'refused').length,
    }),
  };
}
