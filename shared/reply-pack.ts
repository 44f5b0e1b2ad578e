import { type Bytes, compareBytes, concat, type RandomBytes, slice } from './bytes.ts';
import { CandorError } from './errors.ts';
import { tagOfSlot } from './reply-slot.ts';
import { newBoxKeyPair, seal } from './sealed-box.ts';
import { REPLY, REPLY_PACK, REPLY_SLOT, REPLY_TAG } from './sizes.ts';

/*
 * REPLY_PACK = REPLY_SLOT × 32, sorted by tag. There is no header: a pack says how many replies there are as little as a
 * cell says whether there is a concern.
 */

export const SLOTS_PER_PACK = REPLY_PACK / REPLY_SLOT;

/**
 * A slot that nobody can open: a random tag and a real sealed box to a key that is thrown away. Random bytes would
 * show, since half of them have a bit set that no X25519 key has.
 */
export function fillerSlot(random: RandomBytes): Bytes {
  return concat(random(REPLY_TAG), seal(newBoxKeyPair(random).publicKey, new Uint8Array(REPLY), random));
}

/** Exactly 32 slots as a pack of 32,768 bytes. Throws `bad-length` for any other number, or a tag that is there twice. */
export function encodeReplyPack(slots: readonly Uint8Array[]): Bytes {
  const pack = concat(...[...slots].sort((a, b) => compareBytes(tagOfSlot(a), tagOfSlot(b))));
  decodeReplyPack(pack);
  return pack;
}

/** The slots of a pack, sorted by tag. Throws `bad-length` for bytes that are no pack. */
export function decodeReplyPack(bytes: Uint8Array): Bytes[] {
  if (bytes.length !== REPLY_PACK) throw new CandorError('bad-length', 'a reply pack has 32,768 bytes');
  const slots = Array.from({ length: SLOTS_PER_PACK }, (_, at) =>
    slice(bytes, at * REPLY_SLOT, (at + 1) * REPLY_SLOT),
  );
  for (const [at, slot] of slots.entries()) {
    const before = slots[at - 1];
    if (before !== undefined && compareBytes(tagOfSlot(before), tagOfSlot(slot)) >= 0) {
      throw new CandorError('bad-length', 'the slots of a reply pack are sorted by tag');
    }
  }
  return slots;
}
