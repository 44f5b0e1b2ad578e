import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { sha256 } from '../../shared/hash.ts';
import type { Reply } from '../../shared/reply.ts';
import { REPLY_GAP, sealReplySlot } from '../../shared/reply-slot.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import { sealTeamEvent } from '../../shared/team-log.ts';
import type { DeskRoom } from './desk-room.ts';
import type { OpenedEvent } from './events.ts';
import type { MailroomClient } from './mailroom-client.ts';
import { nextIndex } from './replies.ts';
import type { InboxStore, OutgoingReply, SealedEvent, SealedPart } from './store-port.ts';
import { replyKeysOf } from './thread.ts';
import type { WaitingAnswer } from './waiting-answer.ts';

/*
 * What is told to people on its way out: sealed and kept when it is written, handed to the mailroom when it can no longer
 * be undone, and only then written into the team log, with the number it really got.
 */

/** Who writes, and with which keys of the desk. */
export interface Author {
  readonly signing: SigningKeyPair;
  /** Kid of the signing key, base64url. */
  readonly member: string;
  readonly organisation: string;
  /** The desk's key of this week, to which the team log is sealed. */
  readonly deskKey: Bytes;
  readonly day: string;
  readonly random: RandomBytes;
}

/**
 * Seals replies to the person behind a concern, numbered on from all that this thread was told. Throws `not-found` when
 * there is nobody to answer, otherwise like `sealReplySlot`.
 */
export function sealAnswer(
  room: DeskRoom,
  concern: string,
  replies: readonly Reply[],
  automatic: boolean,
  author: Author,
): WaitingAnswer {
  const said = room.conversation(concern);
  if (said === null) throw new CandorError('not-found');
  const first = nextIndex(said.replies);
  const { parts, says } = partsFrom(room, concern, said.thread, replies, first, author);
  const id = toBase64url(sha256(fromBase64url(parts[0]?.slot ?? '')));
  const sealed = { id, desk: room.desk().id, automatic, parts };
  return { sealed, concern, day: author.day, by: author.member, says };
}

/** The same words one number higher than anything known: a colleague was faster. `null` when they cannot be sealed. */
function sealAgain(room: DeskRoom, waiting: WaitingAnswer, author: Author): WaitingAnswer | null {
  const said = room.conversation(waiting.concern);
  if (said === null) return null;
  const others = said.replies.filter(({ id }) => !id.startsWith(waiting.sealed.id));
  const tried = waiting.says[0]?.index ?? 0;
  const first = Math.max(nextIndex(others), tried + 1);
  const replies = waiting.says.map(({ reply }) => reply);
  const { parts, says } = partsFrom(room, waiting.concern, said.thread, replies, first, author);
  return { ...waiting, sealed: { ...waiting.sealed, parts }, says };
}

function partsFrom(
  room: DeskRoom,
  concern: string,
  thread: string,
  replies: readonly Reply[],
  first: number,
  { signing, organisation, deskKey, day, random }: Author,
): { parts: SealedPart[]; says: WaitingAnswer['says'] } {
  const desk = room.desk().id;
  const says = replies.map((reply, n) => ({ index: first + n, reply }));
  const parts = says.map(({ index, reply }) => {
    const what = { type: 'replied' as const, index, reply };
    const to = { organisation, desk, index, reply: replyKeysOf(thread) };
    const slot = sealReplySlot(reply, to, signing, random);
    // It names no heads: it is never posted as it stands.
    const event = { desk, heads: [], day, concern: fromBase64url(concern), what };
    return {
      slot: toBase64url(slot),
      event: toBase64url(sealTeamEvent(event, signing, deskKey, random)),
    };
  });
  return { parts, says };
}

/** The sealed words of a reply as events, for the opener. */
export function eventsOf({ desk, parts }: OutgoingReply): SealedEvent[] {
  return parts.map(({ event }) => ({ id: toBase64url(sha256(fromBase64url(event))), desk, sealed: event }));
}

/** A reply that lay on disk, with what was opened of it; `null` when a part could not be read. */
export function reopened(
  sealed: OutgoingReply,
  opened: ReadonlyMap<string, OpenedEvent>,
): WaitingAnswer | null {
  const says: { index: number; reply: Reply }[] = [];
  let about: Pick<WaitingAnswer, 'concern' | 'day' | 'by'> | null = null;
  for (const { id } of eventsOf(sealed)) {
    const part = opened.get(id);
    if (part?.state !== 'read' || part.event.what.type !== 'replied' || part.event.concern === null)
      return null;
    const { by, concern, day, what } = part.event;
    says.push({ index: what.index, reply: what.reply });
    about = { concern: toBase64url(concern), day, by: toBase64url(by) };
  }
  return about && { sealed, ...about, says };
}

/**
 * Hands in what waits for one desk, oldest first: the slots, then the events that say so join those that wait to be
 * posted. A used tag means that a colleague was faster: their events are fetched, and the words go one number higher,
 * or nowhere when an inbox has said the same by itself. Returns how many the mailroom refused.
 */
export async function handInReplies(
  room: DeskRoom,
  effects: {
    readonly mailroom: Pick<MailroomClient, 'postReplies'>;
    readonly store: Pick<InboxStore, 'dropOutgoing' | 'putOutgoing' | 'settleOutgoing'>;
    readonly author: Author;
    readonly isHeld: (reply: string) => boolean;
    /** Whether the log ends in events that can still be undone: nothing may name them yet. */
    readonly isUndoing: () => boolean;
    /** Fetches and opens what colleagues did. */
    readonly refresh: () => Promise<void>;
  },
): Promise<number> {
  const { store, author, isHeld, isUndoing } = effects;
  let refused = 0;
  for (const waiting of room.outgoing()) {
    if (isUndoing()) break;
    if (isHeld(waiting.sealed.id)) continue;
    const outcome = await handIn(room, waiting, effects);
    if (outcome === 'refused') refused++;
    if (outcome === 'refused' || outcome === 'later') continue;
    if (outcome === 'said') {
      await store.dropOutgoing(waiting.sealed);
      room.removeOutgoing(waiting.sealed.id);
      continue;
    }
    // Its slots may be handed in again, so nothing is lost by waiting.
    if (isUndoing()) break;
    await settle(room, outcome, store, author);
  }
  return refused;
}

type HandIn = Parameters<typeof handInReplies>[1];

async function handIn(
  room: DeskRoom,
  first: WaitingAnswer,
  { mailroom, store, author, refresh }: HandIn,
): Promise<WaitingAnswer | 'refused' | 'said' | 'later'> {
  let waiting = first;
  for (let tries = 0; tries < REPLY_GAP; tries++) {
    const { automatic, desk, parts } = waiting.sealed;
    const slots = parts.map(({ slot }) => slot);
    try {
      await mailroom.postReplies(desk, slots, automatic);
      return waiting;
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      if (error.code === 'bad-request') return 'refused';
      if (error.code !== 'tag-used') throw error;
    }
    const before = sayingTheSame(room, waiting);
    await refresh();
    if (automatic && sayingTheSame(room, waiting) > before) return 'said';
    const next = sealAgain(room, waiting, author);
    if (next === null) return 'later';
    await store.putOutgoing(next.sealed);
    room.putOutgoing(next);
    waiting = next;
  }
  return 'later';
}

/** How often the thread was told the same status, apart from what waits here. */
function sayingTheSame(room: DeskRoom, { concern, says }: WaitingAnswer): number {
  const [own] = says;
  const replies = room.conversation(concern)?.replies ?? [];
  return replies.filter(
    ({ reply, waiting }) =>
      waiting !== true && reply.type === own?.reply.type && statusOf(reply) === statusOf(own.reply),
  ).length;
}

function statusOf(reply: Reply): string | undefined {
  return reply.type === 'opened' ? undefined : reply.status;
}

/** Each event names the one before it and, the first, whatever nobody has followed up. */
async function settle(
  room: DeskRoom,
  waiting: WaitingAnswer,
  store: HandIn['store'],
  { signing, deskKey, day, member, random }: Author,
): Promise<void> {
  const { desk } = waiting.sealed;
  let heads = room.log().heads.map(fromBase64url);
  const made = waiting.says.map(({ index, reply }) => {
    const what = { type: 'replied' as const, index, reply };
    const event = {
      v: 1 as const,
      desk,
      heads,
      day,
      concern: fromBase64url(waiting.concern),
      what,
    };
    const bytes = sealTeamEvent(event, signing, deskKey, random);
    const id = sha256(bytes);
    heads = [id];
    const sealed = { id: toBase64url(id), desk, sealed: toBase64url(bytes) };
    return { sealed, opened: { ...event, id, by: fromBase64url(member) } };
  });
  const sealed = made.map((one) => one.sealed);
  await store.settleOutgoing(waiting.sealed, sealed);
  room.removeOutgoing(waiting.sealed.id);
  room.addSealedEvents(sealed);
  room.addOpenedEvents(made.map((one) => ({ id: one.sealed.id, state: 'read' as const, event: one.opened })));
}
