import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { ReplyIndex } from '../../shared/reply-index.ts';
import { type DayPack, type FoundReply, findReplies } from './lookup.ts';
import { type Reach, reachOf } from './reach.ts';
import { openReceipt, type Receipt } from './receipt.ts';

/** What lies on this computer and on every other: nothing here is asked of anybody. */
export interface Here {
  /** Which packs there are; `null` before the first index. */
  readonly index: ReplyIndex | null;
  /** Those that have come, by their SHA-256 in base64url. */
  readonly packs: ReadonlyMap<string, Bytes>;
  /** The present keyring and, after it, earlier ones. */
  readonly keyrings: readonly [Keyring, ...Keyring[]];
}

export interface Returned {
  readonly receipt: Receipt;
  readonly found: readonly FoundReply[];
  readonly reach: Reach;
}

/**
 * Seven words and everything that was answered to them, as far as this computer has it; `language` is the wordlist that
 * is tried first. The same words find the same on every computer with the same packs. Throws `bad-receipt`.
 */
export async function comeBack(words: readonly string[], language: string, here: Here): Promise<Returned> {
  const receipt = await openReceipt(words, language, here.keyrings[0].org.id);
  const days = here.index?.days ?? [];
  return {
    receipt,
    found: await findReplies(receipt.stretched, dayPacks(days, here.packs), here.keyrings),
    reach: reachOf({ days }, new Set(here.packs.keys())),
  };
}

function dayPacks(days: ReplyIndex['days'], here: Here['packs']): DayPack[] {
  return days.flatMap(({ day, packs }) =>
    packs.flatMap((hash) => {
      const bytes = here.get(toBase64url(hash));
      return bytes === undefined ? [] : [{ day, bytes }];
    }),
  );
}
