import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { keyInUse } from '../../shared/key-records.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import {
  MOST_ACKNOWLEDGED_TOGETHER,
  type OpenedTeamEvent,
  sealTeamEvent,
  type TeamAction,
} from '../../shared/team-log.ts';
import type { OpenedShares } from './desk-keys.ts';
import { type DeskRoom, deskRoom } from './desk-room.ts';
import { type Fetch, mailroomClient } from './mailroom-client.ts';
import type { Opener } from './opener.ts';
import type { InboxStore, SealedEvent, SealedShare } from './store-port.ts';
import {
  desksOf,
  postWaiting,
  provideWeeks,
  pullConcerns,
  pullEvents,
  refreshKeys,
  refreshShares,
  type TrustedKeys,
} from './sync.ts';
import type { Action } from './triage.ts';

/** So long what was just done can be taken back; only then do colleagues see it. */
export const UNDO_SECONDS = 5;
/** Keys, shares and missing weeks are looked after so often; concerns and events at every sync. */
const FULL_SYNC_SECONDS = 600;

/** 7 days to acknowledge and 3 months to answer must stay readable: no mailroom may delete sooner. */
const SHORTEST_RETENTION_DAYS = 120;

export interface Undoable {
  readonly what: Action['type'];
  readonly concerns: number;
}

export interface SessionDeps {
  readonly mailroomUrl: string;
  readonly rootKey: Bytes;
  readonly store: InboxStore;
  readonly fetch: Fetch;
  readonly opener: Opener;
  readonly clock: () => number;
  readonly today: () => string;
  readonly random: RandomBytes;
  /** Something that is shown may have changed. */
  readonly changed: () => void;
}

/** How the last sync went: `refused` names why the mailroom's answer is not accepted, or ours by it. */
export type SyncState =
  | { readonly state: 'syncing' | 'current' | 'offline' }
  | { readonly state: 'refused'; readonly code: ErrorCode };

/** Everything that exists only while the inbox is unlocked. */
export interface Session {
  /** Kid of the member, base64url. */
  readonly member: string;
  trusted(): TrustedKeys;
  rooms(): readonly DeskRoom[];
  syncState(): SyncState;
  /** Fills memory from what lies sealed on disk. */
  load(): Promise<void>;
  /** Talks to the mailroom; never rejects, `syncState` says how it went. One at a time. */
  sync(): Promise<void>;
  /**
   * Does something to concerns of one desk. It is sealed and kept at once, and posted when it can no longer be undone.
   * Throws `unknown-key` while the desk has no key for this week.
   */
  act(room: DeskRoom, concerns: readonly string[], action: Action): Promise<void>;
  /** What was last done, and to how many concerns, while it can still be undone. */
  undoable(): Undoable | null;
  undo(): Promise<void>;
  /** Drops every key and every word. Nothing it was doing goes on. */
  close(): void;
}

export function openSession(deps: SessionDeps, keys: MemberKeys, first: TrustedKeys): Session {
  const member = toBase64url(kidOf(keys.signing.publicKey));
  const mailroom = mailroomClient(deps.mailroomUrl, { key: keys.signing, member }, deps);
  let trusted = first;
  let rooms: DeskRoom[] = desksOf(first.keys, member).map(deskRoom);
  let state: SyncState = { state: 'syncing' };
  let fullSyncAt = Number.NEGATIVE_INFINITY;
  let syncing: Promise<void> | null = null;
  let held: { events: SealedEvent[]; room: DeskRoom; undoable: Undoable; untilSeconds: number } | null = null;
  let closed = false;

  /** Stands between every wait and what follows it: a locked inbox does nothing more. */
  const stillOpen = async <T>(waiting: Promise<T>): Promise<T> => {
    const value = await waiting;
    if (closed) throw new CandorError('not-found', 'locked');
    return value;
  };
  const setState = (next: SyncState): void => {
    state = next;
    deps.changed();
  };
  const isHeld = (id: string): boolean =>
    held !== null && deps.clock() < held.untilSeconds && held.events.some((event) => event.id === id);

  const takeShares = async (room: DeskRoom, shares: readonly SealedShare[]): Promise<OpenedShares> => {
    const desk = room.desk().id;
    const ofDesk = shares.filter((share) => share.desk === desk);
    const of = { desk, records: trusted.keys.records };
    const opened = await stillOpen(deps.opener.openShares(ofDesk, keys.box, of));
    room.takeKeys(opened.keys, opened.forged.length);
    return opened;
  };
  const openEvents = async (room: DeskRoom): Promise<void> => {
    const events = room.takeOpenableEvents();
    if (events.length === 0) return;
    const of = { desk: room.desk(), keyring: trusted.keys.keyring };
    room.addOpenedEvents(await stillOpen(deps.opener.openEvents(events, room.keys(), of)));
    deps.changed();
  };
  const openConcerns = async (room: DeskRoom): Promise<void> => {
    const concerns = room.takeOpenable();
    if (concerns.length === 0) return;
    await stillOpen(
      deps.opener.openMany(concerns, room.keys(), (opened) => {
        if (closed) return;
        room.addOpened(opened);
        deps.changed();
      }),
    );
  };

  const load = async (): Promise<void> => {
    const shares = await stillOpen(deps.store.shares(member));
    for (const room of rooms) {
      const desk = room.desk().id;
      await takeShares(room, shares);
      room.addSealed(await stillOpen(deps.store.concerns(desk)));
      room.addSealedEvents(await stillOpen(deps.store.events(desk)));
      room.addSealedEvents(await stillOpen(deps.store.waitingEvents(desk)));
      await openEvents(room);
      await openConcerns(room);
    }
  };

  const syncDesk = async (room: DeskRoom, full: boolean): Promise<void> => {
    const desk = room.desk().id;
    if (full) {
      const at = { nowSeconds: deps.clock(), day: deps.today() };
      const of = { desk: room.desk(), keys: trusted.keys };
      const made = await stillOpen(provideWeeks(of, mailroom, keys.signing, at, deps.random));
      if (made > 0) trusted = await stillOpen(refreshKeys(mailroom, deps.store, trusted, deps.rootKey));
      const offered = await stillOpen(refreshShares(desk, mailroom, deps.store));
      const { endOf } = await takeShares(room, await stillOpen(deps.store.shares(member)));
      const expired = expiredWeeks(endOf, new Set(offered.map(({ deskKid }) => deskKid)), deps.clock());
      if (expired.length > 0) {
        await stillOpen(deps.store.forgetWeeks(desk, expired));
        room.forgetWeeks(expired);
      }
    }
    room.noteUnposted(await stillOpen(postWaiting(desk, mailroom, deps.store, isHeld)));
    await stillOpen(pullEvents(desk, mailroom, deps.store, (events) => room.addSealedEvents(events)));
    await openEvents(room);
    // Opened while the next page is on its way.
    const opening = [openConcerns(room)];
    await stillOpen(
      pullConcerns(desk, mailroom, deps.store, (concerns) => {
        room.addSealed(concerns);
        opening.push(openConcerns(room));
      }),
    );
    await Promise.all(opening);
  };

  const syncAll = async (): Promise<void> => {
    const keyless = rooms.some((room) => room.waiting().keyless > 0);
    const full = keyless || deps.clock() - fullSyncAt >= FULL_SYNC_SECONDS;
    if (full) {
      trusted = await stillOpen(refreshKeys(mailroom, deps.store, trusted, deps.rootKey));
      rooms = roomsAfter(rooms, trusted, member);
      await stillOpen(forgetOthers(deps.store, rooms));
    }
    let refusal: unknown = null;
    for (const room of rooms) {
      // What is wrong with one desk does not keep the others waiting; a mailroom that is away does.
      const problem = await problemOf(syncDesk(room, full));
      if (problem !== null && (closed || codeOf(problem) === 'unreachable')) throw problem;
      refusal ??= problem;
    }
    if (refusal !== null) throw refusal;
    if (full) fullSyncAt = deps.clock();
  };

  return {
    member,
    trusted: () => trusted,
    rooms: () => rooms,
    syncState: () => state,
    load,
    sync() {
      syncing ??= (async () => {
        // Looking again is no news: only the first time, or after a failure, is it said.
        if (state.state !== 'current') setState({ state: 'syncing' });
        const next = await outcome(syncAll());
        syncing = null;
        if (!closed) setState(next);
      })();
      return syncing;
    },
    async act(room, concerns, action) {
      if (closed) return;
      const record = keyInUse(trusted.keys.records, room.desk().id, deps.clock());
      if (record === undefined || !room.keys().has(toBase64url(kidOf(record.key)))) {
        throw new CandorError('unknown-key', 'the desk has no key for this week yet');
      }
      // What was done before can no longer be undone: the new event names it.
      held = null;
      const events: SealedEvent[] = [];
      const undoable = { what: action.type, concerns: concerns.length };
      for (const { concern, what } of portions(concerns, action)) {
        const event = {
          v: 1 as const,
          desk: room.desk().id,
          heads: room.log().heads.map(fromBase64url),
          day: deps.today(),
          concern,
          what,
        };
        const bytes = sealTeamEvent(event, keys.signing, record.key, deps.random);
        const id = sha256(bytes);
        const sealed = { id: toBase64url(id), desk: event.desk, sealed: toBase64url(bytes) };
        const opened: OpenedTeamEvent = { ...event, id, by: fromBase64url(member) };
        events.push(sealed);
        held = { events, room, undoable, untilSeconds: deps.clock() + UNDO_SECONDS };
        await stillOpen(deps.store.addWaitingEvent(sealed));
        room.addSealedEvents([sealed]);
        room.addOpenedEvents([{ id: sealed.id, state: 'read', event: opened }]);
      }
      deps.changed();
    },
    undoable: () => (held !== null && deps.clock() < held.untilSeconds ? held.undoable : null),
    async undo() {
      if (held === null || deps.clock() >= held.untilSeconds) return;
      const { events, room } = held;
      held = null;
      for (const event of events.toReversed()) {
        await stillOpen(deps.store.dropWaitingEvent(event));
        room.removeEvent(event.id);
      }
      deps.changed();
    },
    close() {
      closed = true;
      deps.opener.close();
      const secrets = rooms.flatMap((room) => [...room.keys().values()].map((pair) => pair.secretKey));
      for (const secret of [...secrets, keys.signing.seed, keys.box.secretKey]) secret.fill(0);
      rooms = [];
      held = null;
    },
  };
}

/** An acknowledgement of many concerns, in events of a bounded size; any other action is one event a concern. */
function* portions(
  concerns: readonly string[],
  action: Action,
): Generator<{ concern: Bytes; what: TeamAction }> {
  const size = action.type === 'acknowledged' ? 1 + MOST_ACKNOWLEDGED_TOGETHER : 1;
  for (let at = 0; at < concerns.length; at += size) {
    const [concern, ...also] = concerns.slice(at, at + size).map(fromBase64url);
    if (concern === undefined) return;
    yield { concern, what: also.length > 0 ? { type: 'acknowledged', also } : sealable(action) };
  }
}

function sealable(action: Action): TeamAction {
  if (action.type !== 'assigned') return action;
  return { ...action, to: action.to === null ? null : fromBase64url(action.to) };
}

function roomsAfter(known: readonly DeskRoom[], { keys }: TrustedKeys, member: string): DeskRoom[] {
  return desksOf(keys, member).map((desk) => {
    const room = known.find((candidate) => candidate.desk().id === desk.id);
    room?.describe(desk);
    return room ?? deskRoom(desk);
  });
}

/** Whoever has left a desk keeps nothing of it, unless something of theirs still waits to be posted. */
async function forgetOthers(store: InboxStore, rooms: readonly DeskRoom[]): Promise<void> {
  for (const desk of await store.desks()) {
    const mine = rooms.some((room) => room.desk().id === desk);
    if (!mine && (await store.waitingEvents(desk)).length === 0) await store.forgetDesk(desk);
  }
}

async function outcome(syncing: Promise<void>): Promise<SyncState> {
  const problem = await problemOf(syncing);
  if (problem === null) return { state: 'current' };
  const code = codeOf(problem);
  return code === 'unreachable' ? { state: 'offline' } : { state: 'refused', code };
}

/**
 * Weeks whose retention is over: the mailroom has deleted their shares, so their concerns go from this disk as well. A
 * week that is younger than any retention may only be missing there for a while, and stays.
 */
function expiredWeeks(
  endOf: ReadonlyMap<string, number>,
  offered: ReadonlySet<string>,
  nowSeconds: number,
): string[] {
  const longAgo = nowSeconds - SHORTEST_RETENTION_DAYS * 86_400;
  return [...endOf].filter(([kid, until]) => !offered.has(kid) && until < longAgo).map(([kid]) => kid);
}

async function problemOf(trying: Promise<void>): Promise<unknown> {
  try {
    await trying;
    return null;
  } catch (error) {
    return error;
  }
}

/** A failure that is not one of ours (a full disk, say) is no reason to say "offline". */
function codeOf(problem: unknown): ErrorCode {
  return problem instanceof CandorError ? problem.code : 'could-not-read';
}
