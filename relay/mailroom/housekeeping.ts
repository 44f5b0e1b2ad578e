import type { Keyring } from '../../shared/keyring.ts';
import { addDays, dayAt } from '../../shared/weeks.ts';
import type { MailroomDeps } from './deps.ts';
import { countStrays } from './strays.ts';

const DAY_SECONDS = 86_400;

/**
 * Destroys and deletes what has had its time: intake keys `intakeKeepDays` after their week, envelopes more than
 * `retentionDays` after their release day, reply packs as many after theirs, desk shares once no envelope of their week
 * can be left. Once a day it takes the order of arrival out of the queues and reminds of envelopes that nobody can open.
 * Doing it twice changes nothing; files that could not be written anew are tried again the next time.
 */
export function housekeeper(deps: MailroomDeps): (keyring: Keyring) => Promise<void> {
  const { store, clock, settings, log } = deps;
  let scrubDue = false;
  return async (keyring) => {
    const now = clock();
    const today = dayAt(now, settings.timeZone);
    await store.forgetNoncesBefore(now);
    const levelled = await store.levelQueues(dayNumberOf(today));
    const keys = await store.destroyIntakeKeysEndedBefore(now - settings.intakeKeepDays * DAY_SECONDS);
    const envelopes = await store.deleteEnvelopesBefore(addDays(today, -settings.retentionDays));
    // An envelope may be released for as long as intake keys of its week live, and is kept from then on.
    const shareDays = settings.intakeKeepDays + settings.retentionDays + 1;
    const weeks = await store.deleteDeskWeeksEndedBefore(now - shareDays * DAY_SECONDS);
    const replyPacks = await store.deleteReplyPacksBefore(addDays(today, -settings.retentionDays));
    scrubDue ||= levelled || keys > 0 || envelopes > 0 || weeks > 0 || replyPacks > 0;
    if (keys > 0) log('intake-key.destroyed', { keys });
    if (envelopes > 0) log('envelopes.deleted', { envelopes });
    if (weeks > 0) log('desk-key.deleted', { weeks });
    if (replyPacks > 0) log('reply-packs.deleted', { packs: replyPacks });
    const strays = levelled ? await countStrays(deps, keyring) : 0;
    if (strays > 0) log('alarm.strays-waiting', { envelopes: strays });
    if (!scrubDue) return;
    await store.scrub();
    scrubDue = false;
  };
}

function dayNumberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / (DAY_SECONDS * 1000);
}
