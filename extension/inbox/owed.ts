import type { Reply } from '../../shared/reply.ts';
import type { Queue } from './queue.ts';
import { isMineToSay, owedStatus } from './replies.ts';
import { topOf } from './visible-queue.ts';

/** A status for one person that this member's inbox should post. */
export interface StatusOwed {
  readonly concern: string;
  readonly reply: Reply;
}

/**
 * The statuses that go out by themselves now. A concern that was merged into another one stands where that one stands.
 * `isHeld` says of an event that it can still be undone.
 */
export function statusesOwed(
  { items, signals }: Queue,
  member: string,
  today: string,
  isHeld: (event: string) => boolean,
): StatusOwed[] {
  const untold = new Set(signals.map(({ id }) => id));
  const owed: StatusOwed[] = [];
  for (const item of items.values()) {
    // A tile without words and what could not be read get no slot by themselves.
    if (untold.has(item.id) || item.opened.state === 'unreadable') continue;
    const top = topOf(item, items);
    // What others added, who wrote the same, was read too; that is theirs to be told.
    const own = item.followUps.filter(({ concern }) => concern === item.id);
    const found = owedStatus({ ...top.triage, replies: item.triage.replies }, own);
    if (found === null || isHeld(found.because.id) || !isMineToSay(found, member, today)) continue;
    owed.push({ concern: item.id, reply: found.reply });
  }
  return owed;
}
