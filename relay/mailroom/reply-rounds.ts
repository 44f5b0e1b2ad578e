import { type Bytes, compareBytes } from '../../shared/bytes.ts';
import { encodeReplyPack, fillerSlot, SLOTS_PER_PACK } from '../../shared/reply-pack.ts';
import { tagOfSlot } from '../../shared/reply-slot.ts';
import { dayAt } from '../../shared/weeks.ts';
import type { MailroomDeps, MailroomSettings } from './deps.ts';
import { isRoundOpen } from './store/replies.ts';

const DAY_SECONDS = 86_400;

/**
 * Closes the round that a moment falls into, if nobody has: the waiting replies and filler become `replyPacksPerDay`
 * packs, as many and as large on a day without a reply as on any other. `true` when this copy sees a new round.
 */
export function replyRounds(deps: MailroomDeps): () => Promise<boolean> {
  const { store, clock, random, settings, log } = deps;
  const most = settings.replyPacksPerDay * SLOTS_PER_PACK;
  let seen: number | null = null;
  return async () => {
    const now = clock();
    const round = replyRoundAt(now, settings);
    if (round === seen) return false;
    if (isRoundOpen(round, await store.closedReplyRound())) {
      // Made before the store is held: it takes a while.
      const filler = Array.from({ length: most }, () => fillerSlot(random));
      const day = dayAt(now, settings.timeZone);
      const closed = await store.closeReplyRound(round, day, most, (waiting) =>
        packsOf([...waiting, ...filler.slice(waiting.length)]),
      );
      if (closed !== null) log('replies.published', { packs: settings.replyPacksPerDay });
      if (closed !== null && closed.waiting > 0) log('alarm.replies-waiting', { replies: closed.waiting });
    }
    seen = round;
    return true;
  };
}

/** Rounds of a day or longer begin with a calendar day of the organisation; the demo's are counted in seconds. */
export function replyRoundAt(
  nowSeconds: number,
  { replyPackSeconds, timeZone }: Pick<MailroomSettings, 'replyPackSeconds' | 'timeZone'>,
): number {
  if (replyPackSeconds < DAY_SECONDS) return Math.floor(nowSeconds / replyPackSeconds);
  const day = Date.parse(`${dayAt(nowSeconds, timeZone)}T00:00:00Z`) / 1000;
  return Math.floor(day / replyPackSeconds);
}

/** Sorted together before they are cut, so that no pack holds more replies than another. */
function packsOf(slots: readonly Bytes[]): Bytes[] {
  const sorted = [...slots].sort((a, b) => compareBytes(tagOfSlot(a), tagOfSlot(b)));
  return Array.from({ length: sorted.length / SLOTS_PER_PACK }, (_, at) =>
    encodeReplyPack(sorted.slice(at * SLOTS_PER_PACK, (at + 1) * SLOTS_PER_PACK)),
  );
}
