import type { Keys } from '../../../shared/key-records.ts';
import { deskOf } from '../../../shared/keyring.ts';
import { mondayOf } from '../../../shared/weeks.ts';
import type { Returned as CameBack } from '../../conversations/coming-back.ts';
import type { FoundReply } from '../../conversations/lookup.ts';
import { guardianDesk } from '../../conversations/survey.ts';
import { type ThreadState, threadStates } from '../../conversations/thread.ts';
import type { DeskThread, ReturnedView, Said } from '../../ui/panel/contract.ts';

/** What a person who is back is shown: desk by desk, in weeks and not in days. */
export function returnedView({ found, reach }: Pick<CameBack, 'found' | 'reach'>, keys: Keys): ReturnedView {
  const states = threadStates(found);
  const ids = [...new Set(found.map(({ desk }) => desk.id))];
  const guardian = guardianDesk(keys);
  return {
    threads: ids.map((id) =>
      threadOf(
        found.filter(({ desk }) => desk.id === id),
        states.find(({ desk }) => desk.id === id),
        keys,
      ),
    ),
    added: reach.added,
    missingDays: reach.missingDays,
    guardian: guardian?.name ?? null,
  };
}

function threadOf(found: readonly FoundReply[], state: ThreadState | undefined, keys: Keys): DeskThread {
  const [first] = found as [FoundReply, ...FoundReply[]];
  const desk = deskOf(keys.keyring, first.desk.id);
  return {
    desk: desk?.slug ?? null,
    name: first.desk.name,
    status: state?.status ?? null,
    reason: state?.reason ?? null,
    promisedWeek: weekOf(state?.promised),
    said: found.map(saidIn),
  };
}

function saidIn(found: FoundReply): Said {
  const week = mondayOf(found.day);
  if (found.state !== 'read') return { week, what: found.state };
  const { reply, by } = found;
  if (reply.type === 'opened') return { week, what: 'opened' };
  const { type, status = null, reason = null, day, text = null } = reply;
  return { week, what: type, by, status, reason, promisedWeek: weekOf(day), text };
}

function weekOf(day: string | null | undefined): string | null {
  return day === null || day === undefined ? null : mondayOf(day);
}
