import { CandorError } from '../../shared/errors.ts';
import { type Desk, deskOf, type Keyring, memberOf } from '../../shared/keyring.ts';
import { type ReplySecret, replySecretFor } from '../../shared/receipt.ts';
import type { Reply } from '../../shared/reply.ts';
import { openReplySlot, REPLY_GAP, type ReplyPlace, replyTag } from '../../shared/reply-slot.ts';
import { REPLY_PACK, REPLY_SLOT, REPLY_TAG } from '../../shared/sizes.ts';

/*
 * Finding the answers to a receipt in the packs that every install has. Nothing is asked of anybody: a receipt that is
 * opened leaves no trace on the network.
 */

/** A pack as it lies here, with the day under which the index lists it. */
export interface DayPack {
  readonly day: string;
  readonly bytes: Uint8Array;
}

/**
 * What lies under one tag of a receipt. unverified: signed by nobody whom a known keyring puts on the desk, so its words
 * are not shown as the desk's. unreadable: under the right tag and not for this receipt, or broken.
 */
export type FoundReply = FoundAt &
  (
    | { readonly state: 'read'; readonly reply: Reply; readonly by: string }
    | { readonly state: 'unreadable' | 'unverified' }
  );

interface FoundAt {
  /** The day on which it came out, an ISO date. */
  readonly day: string;
  readonly desk: Pick<Desk, 'id' | 'name'>;
  /** Its number among the receipt's replies from this desk. */
  readonly index: number;
}

/**
 * Everything that desks have answered to a receipt: desk by desk, in the order in which each has written, which is not
 * always that in which it came out, since what people write overtakes what inboxes post. `keyrings` are the present one
 * and, after it, earlier ones of the organisation, since somebody who has left the desk may have answered. Packs that
 * are none are passed over. Some tens of milliseconds for half a year.
 */
export async function findReplies(
  stretched: Uint8Array,
  packs: Iterable<DayPack>,
  keyrings: readonly Keyring[],
): Promise<FoundReply[]> {
  const organisation = keyrings[0]?.org.id;
  if (organisation === undefined) return [];
  const slots = slotsByTag(packs);
  const found: FoundReply[] = [];
  for (const desk of desksIn(keyrings)) {
    const secret = replySecretFor(stretched, desk.id);
    let last = -1;
    for (let index = 0; index <= last + REPLY_GAP; index++) {
      const candidates = slots.get(tagText(replyTag(secret.tagKey, index), 0));
      if (candidates === undefined) continue;
      last = index;
      found.push(await best(candidates, desk, { organisation, desk: desk.id, index, secret }, keyrings));
    }
  }
  return found;
}

interface Candidate {
  readonly day: string;
  readonly slot: Uint8Array;
}

function slotsByTag(packs: Iterable<DayPack>): Map<string, Candidate[]> {
  const slots = new Map<string, Candidate[]>();
  for (const { day, bytes } of packs) {
    if (bytes.length !== REPLY_PACK) continue;
    for (let at = 0; at < bytes.length; at += REPLY_SLOT) {
      const tag = tagText(bytes, at);
      const slot = { day, slot: bytes.subarray(at, at + REPLY_SLOT) };
      const others = slots.get(tag);
      if (others === undefined) slots.set(tag, [slot]);
      else others.push(slot);
    }
  }
  return slots;
}

function tagText(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + REPLY_TAG));
}

/** There is one slot under a tag, unless somebody who knows the tag has put another beside it: the good one counts. */
async function best(
  candidates: readonly Candidate[],
  desk: Desk,
  place: ReplyPlace & { readonly secret: ReplySecret },
  keyrings: readonly Keyring[],
): Promise<FoundReply> {
  const found: FoundReply[] = [];
  for (const { day, slot } of candidates) {
    const at = { day, desk: { id: desk.id, name: desk.name }, index: place.index };
    const state = await read(slot, place, keyrings);
    if (typeof state !== 'string') return { ...at, state: 'read', ...state };
    found.push({ ...at, state });
  }
  return found.find(({ state }) => state === 'unverified') ?? (found[0] as FoundReply);
}

async function read(
  slot: Uint8Array,
  place: ReplyPlace & { readonly secret: ReplySecret },
  keyrings: readonly Keyring[],
): Promise<{ reply: Reply; by: string } | 'unreadable' | 'unverified'> {
  let state: 'unreadable' | 'unverified' = 'unreadable';
  for (const keyring of keyrings) {
    try {
      const opened = await openReplySlot(slot, place, keyring);
      if (opened === null) return 'unreadable';
      return { reply: opened.reply, by: memberOf(keyring, opened.by)?.label ?? '' };
    } catch (error) {
      if (!(error instanceof CandorError)) throw error;
      if (error.code === 'could-not-read') return 'unreadable';
      state = 'unverified';
    }
  }
  return state;
}

/** Each desk as the newest keyring that has it describes it. */
function desksIn(keyrings: readonly Keyring[]): Desk[] {
  const ids = new Set(keyrings.flatMap(({ desks }) => desks.map(({ id }) => id)));
  return [...ids]
    .sort((a, b) => a - b)
    .flatMap((id) => keyrings.map((keyring) => deskOf(keyring, id)).find((desk) => desk !== undefined) ?? []);
}
