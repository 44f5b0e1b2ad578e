import { compareBytes, equalBytes } from '../../shared/bytes.ts';
import { encodeKeysFile, type SignedKeyRecord } from '../../shared/key-records.ts';
import { activeMembers, deskOf, type Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { dayAt, keyWeekAt, WEEK_SECONDS } from '../../shared/weeks.ts';
import type { MailroomDeps } from './deps.ts';
import type { KnownKeyring } from './keyring.ts';
import type { DeskWeek } from './store/desk-keys.ts';

/** A record on its way into the file. */
interface Entry {
  readonly desk: number;
  readonly from: number;
  readonly until: number;
  readonly kid: Uint8Array;
  readonly record: SignedKeyRecord;
}

/**
 * Writes the public file `keys` anew when it has changed: the keyring and every record of this week and the weeks
 * ahead whose signer may still sign. The same store gives the same bytes, so that copies do not take turns.
 */
export async function rebuildKeysFile(deps: MailroomDeps, known: KnownKeyring): Promise<void> {
  const { store, clock, settings, log } = deps;
  const now = clock();
  await retireSharedWithLeavers(deps, known.keyring, now);
  // What a clock that was ahead has made is left out, and so is whatever has ended.
  const lastStart = keyWeekAt(now).from + settings.keyWeeksAhead * WEEK_SECONDS;
  const intake = (await store.intakeWeeks())
    .filter((week) => equalBytes(week.record.by, kidOf(known.keyring.mailroom)))
    .map((week) => ({ ...week, desk: 0 }));
  const records = [...intake, ...publishable(await store.deskWeeks(), known.keyring, now)]
    .filter((entry) => entry.until > now && entry.from <= lastStart)
    .sort((a, b) => a.from - b.from || a.desk - b.desk || compareBytes(a.kid, b.kid))
    .map((entry) => entry.record);
  const bytes = encodeKeysFile(known.blob, records);
  const before = await store.file('keys');
  if (before !== null && equalBytes(before, bytes)) return;
  await store.putFile('keys', bytes);
  log('keys.changed', { records: records.length });
}

/** Desks of the keyring that have no key to seal to right now: nobody can write to them. */
export async function desksWithoutKey(deps: MailroomDeps, { keyring }: KnownKeyring): Promise<number[]> {
  const now = deps.clock();
  const weeks = publishable(await deps.store.deskWeeks(), keyring, now);
  return keyring.desks
    .map((desk) => desk.id)
    .filter((id) => !weeks.some((week) => week.desk === id && week.from <= now && now < week.until));
}

/**
 * Weeks whose signer is still on the desk. One that somebody who has left can open is published only while it is in
 * use and nobody has made another: without it nobody could write to the desk. For the weeks to come it is missing, and
 * the next inbox that looks makes a new one.
 */
function publishable(weeks: readonly DeskWeek[], keyring: Keyring, now: number): Entry[] {
  const signed = weeks.filter((week) =>
    deskOf(keyring, week.desk)?.members.some((kid) => equalBytes(kid, week.record.by)),
  );
  const isReplaced = (week: DeskWeek) =>
    signed.some((other) => other.desk === week.desk && other.from === week.from && !other.retired);
  return signed.filter((week) => !week.retired || (week.from <= now && !isReplaced(week)));
}

async function retireSharedWithLeavers(
  { store, settings, log }: MailroomDeps,
  keyring: Keyring,
  now: number,
): Promise<void> {
  const today = dayAt(now, settings.timeZone);
  const holders = await store.shareHolders(now);
  for (const week of await store.deskWeeks()) {
    const desk = deskOf(keyring, week.desk);
    if (week.retired || desk === undefined) continue;
    const active = activeMembers(keyring, desk, today).map((member) => kidOf(member.sign));
    const left = holders.some(
      (holder) =>
        equalBytes(holder.deskKid, week.kid) && !active.some((kid) => equalBytes(kid, holder.memberKid)),
    );
    if (!left) continue;
    await store.retireDeskWeek(week.kid);
    log('desk-key.retired', { desk: week.desk });
  }
}
