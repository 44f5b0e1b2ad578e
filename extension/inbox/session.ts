import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { type Bulletin, signBulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { type Bytes, type RandomBytes, textOf } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import { keyInUse } from '../../shared/key-records.ts';
import { activeMembers, type Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { encodeMemberCard } from '../../shared/member-card.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { makeRecovery, parseRecovery, partFor } from '../../shared/member-recovery.ts';
import { approvePulse, encodePulse } from '../../shared/pulse.ts';
import type { Reply } from '../../shared/reply.ts';
import { type OpenedTeamEvent, sealTeamEvent } from '../../shared/team-log.ts';
import { type Basics, type BasicsProblem, withBasics } from './bulletin-basics.ts';
import type { OpenedShares } from './desk-keys.ts';
import { type DeskRoom, deskRoom } from './desk-room.ts';
import { type Fetch, mailroomClient } from './mailroom-client.ts';
import type { FileToSave } from './new-member.ts';
import type { Opener } from './opener.ts';
import { type Author, eventsOf, handInReplies, reopened, sealAnswer } from './outgoing.ts';
import { statusesOwed } from './owed.ts';
import { portions } from './portions.ts';
import { publishStories } from './publishing.ts';
import { campaignsOf } from './pulse/campaigns.ts';
import { countsDue } from './pulse/counting.ts';
import { type PulseDraft, pulseFrom } from './pulse/drafting.ts';
import { countsToRenew } from './pulse/kept-counts.ts';
import { unread } from './queue.ts';
import { type ByItself, copiesDue, newlyDeleted, timeIsOver } from './records.ts';
import { stemOf } from './recovery.ts';
import { type AnswerDraft, isOpenedOwed, repliesOf } from './replies.ts';
import { resealFor } from './resealing.ts';
import { standingOf } from './standing.ts';
import type { InboxStore, OutgoingReply, SealedEvent, SealedShare } from './store-port.ts';
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
import { type TemplateKept, templatesToRenew } from './templates.ts';
import type { Action } from './triage.ts';
import type { WaitingAnswer } from './waiting-answer.ts';

/** So long what was just done can be taken back; only then do colleagues see it. */
export const UNDO_SECONDS = 5;
/** Keys, shares and missing weeks are looked after so often; concerns and events at every sync. */
const FULL_SYNC_SECONDS = 600;
/** Sealed concerns that are read from disk together: about a megabyte. */
const PAGE_FROM_DISK = 256;
/** Pages that are being opened before the next is read. */
const PAGES_AHEAD = 6;
/** Statuses that one sync posts by itself: sealing many at once would hold the page up. */
const MOST_STATUSES_AT_ONCE = 12;

/** 7 days to acknowledge and 3 months to answer must stay readable: no mailroom may delete sooner. */
const SHORTEST_RETENTION_DAYS = 120;

export interface Undoable {
  readonly what: (Action | TemplateKept)['type'] | 'answered' | 'asked';
  readonly concerns: number;
}

/** What was last done, while it can be taken back: nothing of it has left this page. */
interface Held {
  readonly events: SealedEvent[];
  readonly answers: OutgoingReply[];
  readonly room: DeskRoom;
  readonly undoable: Undoable;
  readonly untilSeconds: number;
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
  /** The member's card, to be handed over again. */
  card(): string;
  /** A file that brings this member's keys back with two of these colleagues. Throws `bad-request` for too few. */
  recovery(helpers: readonly string[]): Promise<FileToSave>;
  /** This member's part of a colleague's recovery file, or `null` when it holds none. Throws for what is no such file. */
  help(file: Bytes): { readonly label: string; readonly word: string } | null;
  /**
   * Publishes the bulletin with other numbers, support and places, continuing the one at the mailroom. Gives back what is
   * wrong with them, or `null` when it is published; throws when the mailroom does not take it.
   */
  publish(basics: Basics): Promise<BasicsProblem | null>;
  /** The bulletin at the mailroom; `null` before it was seen, or while there is none. */
  bulletin(): Bulletin | null;
  /**
   * Writes a pulse for a colleague to agree on, signed. Throws `bad-request`, `bad-public-file` or `too-long` for what no
   * bulletin may carry, and like `act`.
   */
  ask(room: DeskRoom, draft: PulseDraft): Promise<void>;
  /** Agrees to a colleague's pulse by signing the same bytes. Throws `not-found` where there is none to agree to. */
  agreeToAsk(room: DeskRoom, event: string): Promise<void>;
  /** Fills memory from what lies sealed on disk. */
  load(): Promise<void>;
  /** Talks to the mailroom; never rejects, `syncState` says how it went. One at a time. */
  sync(): Promise<void>;
  /**
   * Does something to concerns of one desk, or with `null` to the desk itself. It is sealed and kept at once, and posted
   * when it can no longer be undone. Throws `unknown-key` while the desk has no key for this week.
   */
  act(room: DeskRoom, concerns: readonly (string | null)[], action: Action | TemplateKept): Promise<void>;
  /**
   * Answers the people behind concerns, or asks them something; what they added counts as read. Sealed, kept and undone
   * like any action. Throws `too-long` for no words or too many, `not-found` when there is nobody to answer.
   */
  answer(room: DeskRoom, concerns: readonly string[], draft: AnswerDraft): Promise<void>;
  /** Writes down that the desk looked for somebody: nobody takes that back. Throws `unknown-key` like `act`. */
  noteSearch(room: DeskRoom, reference: string, hits: number): Promise<void>;
  /** The member has a concern before them: the person behind it is told so, once, unless they know more already. */
  read(room: DeskRoom, concern: string): Promise<void>;
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
  let rooms: DeskRoom[] = desksOf(first.keys, member).map((desk) => deskRoom(desk, member));
  let state: SyncState = { state: 'syncing' };
  let fullSyncAt = Number.NEGATIVE_INFINITY;
  let syncing: Promise<void> | null = null;
  let held: Held | null = null;
  let bulletin: Bulletin | null = null;
  let closed = false;
  /** What the mailroom was last told of each desk's standing. */
  const told = new Map<number, string>();
  /** Concerns whose reply keys nobody can seal to. */
  const unanswerable = new Set<string>();

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
  /** What was last done, while it can still be taken back. */
  const undoing = (): Held | null => (held !== null && deps.clock() < held.untilSeconds ? held : null);
  /** Whether an event or a reply can still be undone. */
  const isHeld = (id: string): boolean => {
    const last = undoing();
    return last !== null && [...last.events, ...last.answers].some((each) => each.id === id);
  };

  const keyOf = (room: DeskRoom): Bytes | null => {
    const key = keyInUse(trusted.keys.records, room.desk().id, deps.clock())?.key;
    return key !== undefined && room.keys().has(toBase64url(kidOf(key))) ? key : null;
  };
  const hasKey = (room: DeskRoom): boolean => keyOf(room) !== null;
  /** Throws `unknown-key` while the desk has no key for this week, or this member does not have it. */
  const authorFor = (room: DeskRoom): Author => {
    const deskKey = keyOf(room);
    if (deskKey === null) throw new CandorError('unknown-key', 'the desk has no key for this week yet');
    return {
      signing: keys.signing,
      member,
      organisation: trusted.keys.keyring.org.id,
      deskKey,
      day: deps.today(),
      random: deps.random,
    };
  };

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
    const taken = room.takeOpenable();
    if (taken.length === 0) return;
    const again = taken.filter(({ envelope }) => envelope === '').map(({ id }) => id);
    const named = again.length === 0 ? [] : await stillOpen(deps.store.concernsNamed(room.desk().id, again));
    const concerns = [...taken.filter(({ envelope }) => envelope !== ''), ...named];
    await stillOpen(
      deps.opener.openMany(concerns, room.keys(), (opened) => {
        if (closed) return;
        room.addOpened(opened);
        deps.changed();
      }),
    );
  };

  /** What was written before the page was closed. Without the key it was sealed with it waits until the next time. */
  const openOutgoing = async (room: DeskRoom): Promise<void> => {
    const kept = await stillOpen(deps.store.outgoing(room.desk().id));
    if (kept.length === 0) return;
    const of = { desk: room.desk(), keyring: trusted.keys.keyring };
    const opened = await stillOpen(deps.opener.openEvents(kept.flatMap(eventsOf), room.keys(), of));
    const byId = new Map(opened.map((one) => [one.id, one]));
    for (const reply of kept) {
      const waiting = reopened(reply, byId);
      if (waiting !== null) room.putOutgoing(waiting);
    }
  };

  const handIn = async (room: DeskRoom): Promise<number> => {
    if (room.outgoing().length === 0 || !hasKey(room)) return 0;
    return handInReplies(room, {
      author: authorFor(room),
      isHeld,
      isUndoing: () => (undoing()?.events.length ?? 0) > 0,
      mailroom: { postReplies: (...sent) => stillOpen(mailroom.postReplies(...sent)) },
      store: {
        dropOutgoing: (reply) => stillOpen(deps.store.dropOutgoing(reply)),
        putOutgoing: (reply) => stillOpen(deps.store.putOutgoing(reply)),
        settleOutgoing: (...settled) => stillOpen(deps.store.settleOutgoing(...settled)),
      },
      async refresh() {
        await stillOpen(
          pullEvents(room.desk().id, mailroom, deps.store, (events) => room.addSealedEvents(events)),
        );
        await openEvents(room);
      },
    });
  };

  /** Seals what inboxes say by themselves. The clock and the log decide, so a page that was closed catches up. */
  const oweStatuses = async (room: DeskRoom): Promise<void> => {
    if (!hasKey(room)) return;
    const owed = statusesOwed(room.queue(deps.today()), member, deps.today(), isHeld);
    let sealed = 0;
    for (const { concern, reply } of owed) {
      if (sealed === MOST_STATUSES_AT_ONCE) return;
      if (unanswerable.has(concern)) continue;
      if (await write(room, concern, [reply])) sealed++;
    }
    if (sealed > 0) deps.changed();
  };

  /** Says something by itself; `false` when there is nobody to say it to, or their key is none. */
  const write = async (room: DeskRoom, concern: string, replies: readonly Reply[]): Promise<boolean> => {
    const author = authorFor(room);
    let waiting: WaitingAnswer;
    try {
      waiting = sealAnswer(room, concern, replies, true, author);
    } catch {
      unanswerable.add(concern);
      return false;
    }
    // In memory first: while it is being kept, the next look must not find it owed again.
    room.putOutgoing(waiting);
    await stillOpen(deps.store.putOutgoing(waiting.sealed));
    return true;
  };

  /** What was done before can no longer be undone: the new event names it. */
  const hold = (room: DeskRoom, undoable: Undoable): Held => {
    held = { events: [], answers: [], room, undoable, untilSeconds: deps.clock() + UNDO_SECONDS };
    return held;
  };
  const record = async (
    room: DeskRoom,
    { deskKey, day }: Author,
    concerns: readonly (string | null)[],
    action: Action | TemplateKept | ByItself,
    holding: Held,
  ): Promise<void> => {
    for (const { concern, what } of portions(concerns, action)) {
      // What somebody may still take back is named by nothing that happens by itself meanwhile.
      const last = undoing();
      const undone = last === null || last === holding ? [] : last.events;
      const heads = room.headsWithout(new Set(undone.map(({ id }) => id))).map(fromBase64url);
      const event = { v: 1 as const, desk: room.desk().id, heads, day, concern, what };
      const bytes = sealTeamEvent(event, keys.signing, deskKey, deps.random);
      const id = sha256(bytes);
      const sealed = { id: toBase64url(id), desk: event.desk, sealed: toBase64url(bytes) };
      const opened: OpenedTeamEvent = { ...event, id, by: fromBase64url(member) };
      holding.events.push(sealed);
      await stillOpen(deps.store.addWaitingEvent(sealed));
      room.addSealedEvents([sealed]);
      room.addOpenedEvents([{ id: sealed.id, state: 'read', event: opened }]);
    }
  };

  /** Long before the week's key is gone that a template was sealed with. */
  const renewTemplates = async (room: DeskRoom): Promise<void> => {
    if (!hasKey(room)) return;
    const author = authorFor(room);
    for (const { name, text } of templatesToRenew(room.log().templates, member, deps.today())) {
      await record(room, author, [null], { type: 'template', name, text }, nothingHeld(room));
    }
  };

  /** What pulses said, once they are over, and again long before the key goes that it was sealed with. */
  const countPulses = async (room: DeskRoom): Promise<void> => {
    const { opening, keyless } = room.waiting();
    if (!hasKey(room) || opening > 0 || keyless > 0) return;
    const today = deps.today();
    const active = activeMembers(trusted.keys.keyring, room.desk(), today).map(({ sign }) =>
      toBase64url(kidOf(sign)),
    );
    const { counted } = room.log();
    const campaigns = campaignsOf(room.log(), room.desk().id);
    const due = countsDue(campaigns, room.pulseAnswers(), counted, { member, active }, today);
    for (const count of [...due, ...countsToRenew(counted, member, today)]) {
      await record(room, authorFor(room), [null], { type: 'counted', ...count }, nothingHeld(room));
    }
  };

  /** Page by page, each opened while the next is read: all of them at once would be half a gigabyte at a busy desk. */
  const loadConcerns = async (room: DeskRoom): Promise<void> => {
    const opening: Promise<void>[] = [];
    for (let after = ''; ; ) {
      const page = await stillOpen(deps.store.concerns(room.desk().id, { after, most: PAGE_FROM_DISK }));
      room.addSealed(page);
      opening.push(openConcerns(room));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE_FROM_DISK) break;
      after = last.id;
      if (opening.length >= PAGES_AHEAD) await opening.shift();
    }
    await Promise.all(opening);
  };

  const load = async (): Promise<void> => {
    const shares = await stillOpen(deps.store.shares(member));
    for (const room of rooms) {
      const desk = room.desk().id;
      await takeShares(room, shares);
      room.addSealedEvents(await stillOpen(deps.store.events(desk)));
      room.addSealedEvents(await stillOpen(deps.store.waitingEvents(desk)));
      await openEvents(room);
      await openOutgoing(room);
      await loadConcerns(room);
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
    let unposted = await stillOpen(postWaiting(desk, mailroom, deps.store, isHeld));
    await stillOpen(pullEvents(desk, mailroom, deps.store, (events) => room.addSealedEvents(events)));
    await openEvents(room);
    // With what colleagues did before one's eyes, so that nobody says twice what one of them has said.
    await oweStatuses(room);
    if (full) await renewTemplates(room);
    const before = room.outgoing().length;
    const refused = await handIn(room);
    // What was handed in is written down at once: a colleague's inbox may look for the same number.
    if (room.outgoing().length < before) {
      unposted = await stillOpen(postWaiting(desk, mailroom, deps.store, isHeld));
    }
    room.noteUnposted(unposted + refused);
    // Opened while the next page is on its way.
    const opening = [openConcerns(room)];
    await stillOpen(
      pullConcerns(desk, mailroom, deps.store, (concerns) => {
        room.addSealed(concerns);
        opening.push(openConcerns(room));
      }),
    );
    await Promise.all(opening);
    await tellStories(room, full);
    if (full) {
      await countPulses(room);
      // Keys for colleagues and the end of old concerns can wait for the next full look; reading cannot.
      const problem = await problemOf(lookAfter(room));
      if (problem !== null && (closed || !(problem instanceof CandorError))) throw problem;
    }
    await tellStanding(room);
  };

  /** Shares for colleagues who came later, held concerns under later keys, and the end of what has had its time. */
  const lookAfter = async (room: DeskRoom): Promise<void> => {
    const desk = room.desk().id;
    const today = deps.today();
    const { keyring } = trusted.keys;
    const held = await stillOpen(mailroom.weeks(desk));
    room.noteRetention(held.retentionDays);
    const of = { desk: room.desk(), keyring, keys: room.keys(), today };
    for (const week of await stillOpen(resealFor(held, of, deps.random))) {
      await stillOpen(mailroom.postWeek(desk, week));
    }
    if (hasKey(room)) {
      const active = activeMembers(keyring, room.desk(), today).map(({ sign }) => toBase64url(kidOf(sign)));
      for (const { id, ...copy } of copiesDue(room.queue(today).items.values(), member, active, today)) {
        await record(room, authorFor(room), [id], { type: 'kept', ...copy }, nothingHeld(room));
      }
    }
    const over = timeIsOver(room.sealed(), room.log(), today, held.retentionDays);
    if (over.length === 0) return;
    if (hasKey(room)) {
      // Answers to a pulse go in their time too; the deletion log counts concerns.
      const answers = new Set(room.pulseAnswers().map(({ id }) => id));
      const concernsOver = over.filter(({ id }) => !answers.has(id));
      for (const { week, concerns } of newlyDeleted(concernsOver, room.log().deletions)) {
        await record(room, authorFor(room), [null], { type: 'deleted', week, concerns }, nothingHeld(room));
      }
    }
    const ids = over.map(({ id }) => id);
    await stillOpen(deps.store.forgetConcerns(desk, ids));
    room.forgetConcerns(ids);
    deps.changed();
  };

  /** Stories that two members agreed on, and what was kept of the promises, for the bulletin that everybody has. */
  const tellStories = async (room: DeskRoom, full: boolean): Promise<void> => {
    // What can still be undone is not told to everybody.
    if (undoing() !== null) return;
    const of = { mailroom, keyring: trusted.keys.keyring, signer: keys.signing, today: deps.today(), full };
    try {
      bulletin = await stillOpen(publishStories(room, bulletin, of));
    } catch (error) {
      // Without it the desk works on; the next full look tries again.
      if (closed || !(error instanceof CandorError)) throw error;
    }
  };

  /** For the daily line, when it has changed. What this inbox cannot open it cannot count, and then it says nothing. */
  const tellStanding = async (room: DeskRoom): Promise<void> => {
    const { opening, keyless } = room.waiting();
    if (opening > 0 || keyless > 0) return;
    const standing = standingOf(room.queue(deps.today()), room.newest(), deps.today());
    const text = JSON.stringify(standing);
    if (told.get(room.desk().id) === text) return;
    try {
      await stillOpen(mailroom.postStanding(room.desk().id, standing));
      told.set(room.desk().id, text);
    } catch (error) {
      // A line that is a day old is no reason to say that the desk is out of reach.
      if (closed || !(error instanceof CandorError)) throw error;
    }
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

  const session: Session = {
    member,
    trusted: () => trusted,
    rooms: () => rooms,
    syncState: () => state,
    card: () => textOf(encodeMemberCard(labelOf(trusted.keys.keyring, member), keys)),
    async recovery(helpers) {
      const { keyring } = trusted.keys;
      const label = labelOf(keyring, member);
      const chosen = keyring.members.filter(({ sign }) => helpers.includes(toBase64url(kidOf(sign))));
      const file = await makeRecovery(keys, label, chosen, deps.random);
      return { name: `${stemOf(label)}.candor-recovery.json`, text: textOf(file) };
    },
    help(file) {
      const recovery = parseRecovery(file);
      const word = partFor(recovery, { signing: keys.signing.publicKey, box: keys.box });
      return word === null ? null : { label: recovery.label, word };
    },
    async publish(basics) {
      const { keyring } = trusted.keys;
      const bytes = await stillOpen(mailroom.bulletin());
      const before = bytes === null ? null : await stillOpen(verifyBulletin(bytes, keyring));
      const next = withBasics(before, basics, deps.today());
      if ('field' in next) return next;
      await stillOpen(mailroom.putBulletin(signBulletin(next, keys.signing)));
      bulletin = next;
      deps.changed();
      return null;
    },
    bulletin: () => bulletin,
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
      const author = authorFor(room);
      const holding = hold(room, { what: action.type, concerns: concerns.length });
      await record(room, author, concerns, action, holding);
      deps.changed();
    },
    async ask(room, draft) {
      const pulse = encodePulse(pulseFrom(draft, room.desk().id, bulletin?.support ?? [], deps.random));
      const { signature } = approvePulse(pulse, keys.signing);
      await session.act(room, [null], { type: 'asked', pulse, signature: fromBase64url(signature) });
    },
    async agreeToAsk(room, event) {
      const campaign = campaignsOf(room.log(), room.desk().id).find(({ id }) => id === event);
      if (campaign === undefined || campaign.state !== 'open') throw new CandorError('not-found');
      const { signature } = approvePulse(campaign.payload, keys.signing);
      await session.act(room, [null], { type: 'confirmed', event, signature: fromBase64url(signature) });
    },
    async noteSearch(room, reference, hits) {
      if (closed) return;
      const what = { type: 'searched' as const, reference, hits };
      await record(room, authorFor(room), [null], what, nothingHeld(room));
      deps.changed();
    },
    async answer(room, concerns, draft) {
      if (closed) return;
      const replies = repliesOf(draft);
      if (replies === null) throw new CandorError('too-long');
      const author = authorFor(room);
      const what = draft.type === 'answer' ? ('answered' as const) : ('asked' as const);
      const answerable = concerns.filter((id) => room.conversation(id) !== null);
      if (answerable.length === 0) throw new CandorError('not-found');
      const sealed = answerable.map((concern) => sealAnswer(room, concern, replies, false, author));
      const holding = hold(room, { what, concerns: sealed.length });
      for (const waiting of sealed) {
        holding.answers.push(waiting.sealed);
        await stillOpen(deps.store.putOutgoing(waiting.sealed));
        room.putOutgoing(waiting);
      }
      const { items } = room.queue(deps.today());
      const read = concerns.flatMap((id) => {
        const item = items.get(id);
        return item === undefined ? [] : unread(item).map((followUp) => followUp.id);
      });
      if (read.length > 0) {
        await record(room, author, [...new Set([...concerns, ...read])], { type: 'acknowledged' }, holding);
      }
      deps.changed();
    },
    async read(room, concern) {
      const item = room.queue(deps.today()).items.get(concern);
      if (closed || item === undefined || !isOpenedOwed(item.triage) || unanswerable.has(concern)) return;
      if (!hasKey(room) || room.conversation(concern)?.replies.length !== 0) return;
      await write(room, concern, [{ type: 'opened' }]);
    },
    undoable: () => undoing()?.undoable ?? null,
    async undo() {
      const last = undoing();
      if (last === null) return;
      const { answers, events, room } = last;
      held = null;
      for (const waiting of answers) {
        await stillOpen(deps.store.dropOutgoing(waiting));
        room.removeOutgoing(waiting.id);
      }
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
  return session;
}

function labelOf({ members }: Keyring, member: string): string {
  return members.find(({ sign }) => toBase64url(kidOf(sign)) === member)?.label ?? member;
}

/** What an inbox does by itself is not for anybody to take back. */
function nothingHeld(room: DeskRoom): Held {
  return { events: [], answers: [], room, undoable: { what: 'template', concerns: 1 }, untilSeconds: 0 };
}

function roomsAfter(known: readonly DeskRoom[], { keys }: TrustedKeys, member: string): DeskRoom[] {
  return desksOf(keys, member).map((desk) => {
    const room = known.find((candidate) => candidate.desk().id === desk.id);
    room?.describe(desk);
    return room ?? deskRoom(desk, member);
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
