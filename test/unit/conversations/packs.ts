import type { DayPack } from '../../../extension/conversations/lookup.ts';
import { type Bytes, compareBytes } from '../../../shared/bytes.ts';
import { replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import type { Reply } from '../../../shared/reply.ts';
import { encodeReplyPack, fillerSlot, SLOTS_PER_PACK } from '../../../shared/reply-pack.ts';
import { sealReplySlot, tagOfSlot } from '../../../shared/reply-slot.ts';
import type { SigningKeyPair } from '../../../shared/signing.ts';
import { addDays } from '../../../shared/weeks.ts';
import { amal, keyring, SAFETY } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';

const random = seededRandom('packs of days');
/** Sealing takes a while, and no test opens filler: the same boxes under fresh tags do. */
const boxes = Array.from({ length: SLOTS_PER_PACK }, () => fillerSlot(random));

export const FIRST_DAY = '2026-11-25';

/** A slot for a stretched receipt, as a member of the desk would make it. */
export function slotFor(
  stretched: Bytes,
  index: number,
  reply: Reply,
  author: SigningKeyPair = amal.signing,
  desk = SAFETY,
): Bytes {
  const keys = replyKeysOf(replySecretFor(stretched, desk));
  return sealReplySlot(reply, { organisation: keyring.org.id, desk, index, reply: keys }, author, random);
}

/** One pack with these slots, and filler. */
export function packWith(slots: readonly Bytes[], day = FIRST_DAY): DayPack {
  const filler = boxes.slice(slots.length).map((box) => {
    const slot = new Uint8Array(box);
    slot.set(random(16));
    return slot;
  });
  return { day, bytes: encodeReplyPack([...slots, ...filler]) };
}

/** Half a year of packs, two a day, newest first, with `slots` spread over them, oldest first. */
export function halfAYear(slots: readonly Bytes[], days = 180, packsADay = 2): DayPack[] {
  const count = days * packsADay;
  const packs = Array.from({ length: count }, (_, at) => {
    const mine = slots.filter((_slot, i) => Math.floor((i * count) / slots.length) === at);
    return packWith(
      mine.sort((a, b) => compareBytes(tagOfSlot(a), tagOfSlot(b))),
      addDays(FIRST_DAY, Math.floor(at / packsADay)),
    );
  });
  return packs.reverse();
}
