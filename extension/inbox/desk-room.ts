import type { Desk } from '../../shared/keyring.ts';
import type { OpenedTeamEvent } from '../../shared/team-log.ts';
import { daysBetween } from './clocks.ts';
import type { OpenedEvent } from './events.ts';
import type { DeskKeys } from './opener.ts';
import type { OpenedConcern, SealedConcern } from './opening.ts';
import { type Queue, queueOf } from './queue.ts';
import type { SealedEvent } from './store-port.ts';
import { foldTeamLog, type TeamLog } from './triage.ts';

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

  addSealedEvents(events: readonly SealedEvent[]): void;
  addOpenedEvents(opened: readonly OpenedEvent[]): void;
  takeOpenableEvents(): SealedEvent[];
  /** Forgets an event that was taken back before anybody else saw it. */
  removeEvent(id: string): void;

  log(): TeamLog;
  queue(today: string): Queue;
  has(concern: string): boolean;
  /** Concerns that are being opened, and those whose weekly key this member does not have. */
  waiting(): { readonly opening: number; readonly keyless: number };
  alarms(today: string): DeskAlarms;
}

export function deskRoom(first: Desk): DeskRoom {
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
  let log: TeamLog | null = null;
  let queue: { readonly today: string; readonly value: Queue } | null = null;
  let stale = true;

  const folded = (): TeamLog => {
    log ??= foldTeamLog(events.values(), new Set(unread.keys()));
    return log;
  };
  const eventsChanged = (): void => {
    log = null;
    stale = true;
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
        opened.set(result.id, result);
        opening.delete(result.id);
      }
      stale = true;
    },
    takeOpenable() {
      const openable = [...sealed.values()].filter(
        ({ id, deskKid }) => keys.has(deskKid) && !opened.has(id) && !opening.has(id),
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
      stale = true;
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

    log: folded,
    queue(today) {
      if (queue !== null && queue.today === today && !stale) return queue.value;
      const before = queue?.today === today ? queue.value : null;
      queue = { today, value: queueOf(sealed.values(), opened, folded(), today, before) };
      stale = false;
      return queue.value;
    },
    has: (concern) => sealed.has(concern),
    waiting() {
      const unopened = [...sealed.values()].filter(({ id }) => !opened.has(id));
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
