import { toBase64url } from '../../shared/base64url.ts';
import type { ReplyIndex } from '../../shared/reply-index.ts';

/** How much of what was published lies here. */
export interface Reach {
  /** The day on which answers were last added; `null` before the first packs. */
  readonly added: string | null;
  /** From this day on nothing is missing; `null` while something of the newest day is. */
  readonly since: string | null;
  /** Packs that have not come yet. */
  readonly missing: number;
  /** Days of which at least one pack is among them. */
  readonly missingDays: number;
}

/** `here` are the hashes of the packs that this install has, in base64url. */
export function reachOf(index: Pick<ReplyIndex, 'days'>, here: ReadonlySet<string>): Reach {
  let since: string | null = null;
  let missing = 0;
  let missingDays = 0;
  for (const { day, packs } of index.days) {
    const lacking = packs.filter((hash) => !here.has(toBase64url(hash))).length;
    missing += lacking;
    if (lacking > 0) missingDays++;
    if (missing === 0) since = day;
  }
  return { added: index.days[0]?.day ?? null, since, missing, missingDays };
}
