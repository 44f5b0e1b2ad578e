import type { Reply, ReplyStatus } from '../../shared/reply.ts';
import type { FoundReply } from './lookup.ts';

/** Where a concern stands with one desk, as its answers say. */
export interface ThreadState {
  readonly desk: FoundReply['desk'];
  /** received: a member has opened it. question: the desk waits for an answer. */
  readonly status: 'question' | 'received' | ReplyStatus;
  /** Why it was closed; only with "closed". */
  readonly reason: Extract<Reply, { type: 'answer' }>['reason'];
  /** The day by which the desk has promised the next step; `null` when there is none or it is over. */
  readonly promised: string | null;
  /** The day on which the latest word came out. */
  readonly day: string;
}

const RECEIVED = { status: 'received' as const, reason: undefined, promised: null };

/** Where a receipt stands, by desk. Desks that have not opened the concern are not there. */
export function threadStates(found: readonly FoundReply[]): ThreadState[] {
  const states = new Map<number, ThreadState>();
  for (const one of found) {
    if (one.state !== 'read') continue;
    const { id } = one.desk;
    const before = states.get(id) ?? { ...RECEIVED, day: one.day };
    const [, day = one.day] = [before.day, one.day].sort();
    states.set(id, { ...before, ...after(one.reply), desk: one.desk, day });
  }
  return [...states.values()];
}

/** What one reply changes. Words without a status change nothing but that they are there. */
function after(reply: Reply): Partial<Pick<ThreadState, 'promised' | 'reason' | 'status'>> {
  if (reply.type === 'opened') return {};
  const promised = reply.day === undefined ? {} : { promised: reply.day };
  if (reply.type === 'question') return { status: 'question', reason: undefined, ...promised };
  const { status, reason } = reply;
  if (status === undefined) return promised;
  const isOver = status === 'done' || status === 'closed';
  return { status, reason, ...(isOver ? { promised: null } : promised) };
}
