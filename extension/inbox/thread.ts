import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { concat, slice } from '../../shared/bytes.ts';
import type { ReplyKeys } from '../../shared/message.ts';
import { KEY } from '../../shared/sizes.ts';
import { weekStart } from './clocks.ts';
import type { Entry, SentReply } from './triage.ts';

/*
 * A thread is what shares reply keys: a concern, what the person behind it adds, and what the desk answers. Nobody but
 * the desk can see that they belong together.
 */

/** Reply keys as one word, base64url: what names a thread, and all that an answer needs to be sealed. */
export function threadName({ publicKey, tagKey }: ReplyKeys): string {
  return toBase64url(concat(publicKey, tagKey));
}

/** The reply keys behind a thread's name. */
export function replyKeysOf(thread: string): ReplyKeys {
  const keys = fromBase64url(thread);
  return { publicKey: slice(keys, 0, KEY), tagKey: slice(keys, KEY, 2 * KEY) };
}

/** What somebody added to a concern later. */
export interface FollowUp {
  readonly id: string;
  /** The concern it was added to. */
  readonly concern: string;
  readonly text: string;
  /** The words as search compares them. */
  readonly searchable: string;
  readonly releaseDay: string;
  /** The acknowledgement by a person that comes first in the team log; `null` while there is none. */
  readonly acknowledged: Pick<Entry, 'id' | 'day' | 'by' | 'at'> | null;
}

/** One thing that was said after the concern. `week` is the Monday of its week. */
export type ThreadLine = { readonly week: string } & (
  | { readonly what: 'follow-up'; readonly followUp: FollowUp }
  | { readonly what: 'reply'; readonly sent: SentReply }
);

/**
 * What both sides said, oldest first: replies in the order of the team log, what the person added by the day of its
 * release. Within one day replies come first, since nothing says which was earlier; what is waiting here comes last.
 */
export function threadLines(replies: readonly SentReply[], followUps: readonly FollowUp[]): ThreadLine[] {
  const rest = [...followUps].sort(byRelease);
  const lines: ThreadLine[] = [];
  for (const sent of replies) {
    const before = (followUp: FollowUp): boolean => sent.waiting === true || followUp.releaseDay < sent.day;
    while (rest[0] !== undefined && before(rest[0])) lines.push(added(rest.shift() as FollowUp));
    lines.push({ what: 'reply', week: weekStart(sent.day), sent });
  }
  return [...lines, ...rest.map(added)];
}

/** By day, and within one by id, which is a hash: nothing shows what arrived first. */
export function byRelease(
  a: { readonly releaseDay: string; readonly id: string },
  b: { readonly releaseDay: string; readonly id: string },
): number {
  if (a.releaseDay !== b.releaseDay) return a.releaseDay < b.releaseDay ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function added(followUp: FollowUp): ThreadLine {
  return { what: 'follow-up', week: weekStart(followUp.releaseDay), followUp };
}
