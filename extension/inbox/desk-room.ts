import { toBase64url } from '../../shared/base64url.ts';
import type { Desk } from '../../shared/keyring.ts';
import type { OpenedTeamEvent } from '../../shared/team-log.ts';
import { daysBetween } from './clocks.ts';
import type { OpenedEvent } from './events.ts';
import type { DeskKeys } from './opener.ts';
import { type OpenedConcern, openCopy, type SealedConcern } from './opening.ts';
import type { ReceivedAnswer } from './pulse/counting.ts';
import { type Queue, queueOf, withAdded } from './queue.ts';
import { USUAL_RETENTION_DAYS } from './records.ts';
import type { SealedEvent } from './store-port.ts';
import { foldTeamLog, type TeamLog } from './team-fold.ts';
import { byRelease } from './thread.ts';
import type { SentReply } from './triage.ts';
import { visibleTo } from './visible-queue.ts';
import { asSent, type WaitingAnswer } from './waiting-answer.ts';

/**
 * An event that was named longer ago than this may have gone with its retention (never under 120 days), so that its
 * absence says nothing.
 */
const GAP_DAYS = 90;

/** Stands for the key of a concern that is only here as a copy: no kid is empty. */
const OF_COPY = '';

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
  /**
   * What can be opened with the keys there are and has not been handed out for opening yet. One that was opened before
   * (the member stepped aside, and was asked back) comes without its envelope, which lies on disk.
   */
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
  /** Every event that could be read, in no order. */
  events(): readonly OpenedTeamEvent[];
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

  /** Answers to pulses that are here, by release day and then id: nothing shows what arrived first. */
  pulseAnswers(): readonly ReceivedAnswer[];

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
  /** Those of `opened` that answer a pulse. */
  const pulseIds = new Set<string>();
  /** Neither opened nor being opened. */
  const unopened = new Set<string>();
  const opening = new Set<string>();
  const sealedEvents = new Map<string, SealedEvent>();
  const events = new Map<string, OpenedTeamEvent>();
  const unread = new Map<string, 'no-key' | 'refused'>();
  const outgoing = new Map<string, WaitingAnswer>();
  let log: TeamLog | null = null;
  let queue: { readonly today: string; readonly value: Queue } | null = null;
  let whole: Queue | null = null;
  let retentionDays = USUAL_RETENTION_DAYS;
  /** Something else than what `fresh` names has changed since the queue was built. */
  let stale = true;
  /** Opened since the queue was built. */
  let fresh: string[] = [];

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
    for (const id of folded().concerns.keys()) if (isRecused(id) && opened.delete(id)) unopened.add(id);
    restoreHeld();
  };
  const forget = (id: string): void => {
    sealed.delete(id);
    opened.delete(id);
    pulseIds.delete(id);
    unopened.delete(id);
    opening.delete(id);
  };
  /** What is on hold and no longer at the mailroom is read from its copy in the log. */
  const restoreHeld = (): void => {
    for (const [id, { copy, hold }] of folded().concerns) {
      const here = sealed.get(id);
      if (here !== undefined && here.deskKid !== OF_COPY) continue;
      if (hold === null || copy === null) forget(id);
      else if (here === undefined) {
        sealed.set(id, { id, desk: desk.id, deskKid: OF_COPY, releaseDay: copy.released, envelope: '' });
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
      for (const concern of concerns) {
        sealed.set(concern.id, concern);
        if (!opened.has(concern.id) && !opening.has(concern.id)) unopened.add(concern.id);
      }
    },
    addOpened(results) {
      for (const result of results) {
        opening.delete(result.id);
        const envelope = sealed.get(result.id);
        if (envelope === undefined) continue;
        // Five kilobytes that are on disk as well, for words that are a tenth of it.
        sealed.set(result.id, { ...envelope, envelope: '' });
        if (isRecused(result.id)) unopened.add(result.id);
        else {
          opened.set(result.id, result);
          if (result.state === 'pulse') pulseIds.add(result.id);
          fresh.push(result.id);
        }
      }
    },
    takeOpenable() {
      const openable: SealedConcern[] = [];
      for (const id of unopened) {
        const concern = sealed.get(id);
        if (concern === undefined || !keys.has(concern.deskKid) || isRecused(id)) continue;
        unopened.delete(id);
        opening.add(id);
        openable.push(concern);
      }
      return openable;
    },

    forgetWeeks(deskKids) {
      for (const { id, deskKid } of sealed.values()) {
        if (deskKids.includes(deskKid)) forget(id);
      }
      eventsChanged();
    },

    sealed: () => [...sealed.values()],
    forgetConcerns(ids) {
      for (const id of ids) forget(id);
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
    events: () => [...events.values()],
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

    pulseAnswers() {
      const answers = [...pulseIds].flatMap((id) => {
        const content = opened.get(id);
        const { releaseDay } = sealed.get(id) ?? {};
        if (content?.state !== 'pulse' || releaseDay === undefined) return [];
        return [{ id, releaseDay, answer: content.answer }];
      });
      return answers.sort(byRelease);
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
      const before = queue?.today === today ? queue.value : null;
      if (before !== null && !stale && fresh.length === 0) return before;
      const added =
        before === null || stale ? null : withAdded(whole, fresh, sealed, opened, folded(), today);
      const untouched = added !== null && before === whole;
      whole = added ?? queueOf(sealed.values(), opened, folded(), today, before && whole);
      queue = { today, value: untouched ? whole : visibleTo(whole, isRecused, queue?.value ?? null) };
      stale = false;
      fresh = [];
      return queue.value;
    },
    has: (concern) => sealed.has(concern) && !isRecused(concern),
    waiting() {
      let keyless = 0;
      let openable = 0;
      for (const id of unopened) {
        if (isRecused(id)) continue;
        if (keys.has(sealed.get(id)?.deskKid ?? '')) openable++;
        else keyless++;
      }
      return { opening: openable + opening.size, keyless };
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
