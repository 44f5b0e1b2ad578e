import type { Reply } from '../../shared/reply.ts';
import type { OutgoingReply } from './store-port.ts';
import type { SentReply } from './triage.ts';

/** A reply that waits here, with what it says: in memory only, and apart from what is sealed and kept. */
export interface WaitingAnswer {
  readonly sealed: OutgoingReply;
  readonly concern: string;
  readonly day: string;
  readonly by: string;
  readonly says: readonly { readonly index: number; readonly reply: Reply }[];
}

/** What is waiting as the fold of the team log sees it: after everything, with numbers that may still change. */
export function asSent(waiting: WaitingAnswer): (Omit<SentReply, 'at' | 'waiting'> & { concern: string })[] {
  const { sealed, concern, day, by, says } = waiting;
  return says.map(({ index, reply }, part) => ({
    id: `${sealed.id} ${part}`,
    concern,
    day,
    by,
    index,
    reply,
  }));
}
