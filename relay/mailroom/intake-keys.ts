import { equalBytes } from '../../shared/bytes.ts';
import { signKeyRecord } from '../../shared/key-records.ts';
import { kidOf } from '../../shared/kid.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { keyWeekAt, WEEK_SECONDS } from '../../shared/weeks.ts';
import type { MailroomDeps } from './deps.ts';

const INTAKE_DESK = 0;

/**
 * Makes the intake keys that are missing for this week and the weeks ahead, each signed by the mailroom's identity.
 * Copies that do so at the same time end with one key a week. Throws `bad-settings` when this week's key cannot be
 * opened with our wrapping key: then no pack could be.
 */
export async function makeIntakeKeys(deps: MailroomDeps): Promise<void> {
  const { store, identity, clock, random, settings, log } = deps;
  const signer = kidOf(identity.publicKey);
  const made = (await store.intakeWeeks()).filter((week) => equalBytes(week.record.by, signer));
  const current = keyWeekAt(clock());
  for (let ahead = 0; ahead <= settings.keyWeeksAhead; ahead++) {
    const week = keyWeekAt(current.from + ahead * WEEK_SECONDS);
    if (made.some((one) => one.from === week.from)) continue;
    const pair = newBoxKeyPair(random);
    const record = signKeyRecord({ desk: INTAKE_DESK, key: pair.publicKey, ...week }, identity);
    if (await store.addIntakeKey({ ...week, record }, pair)) log('intake-key.made');
  }
  const inUse = made.find((week) => week.from === current.from);
  if (inUse !== undefined) await store.intakeKey(inUse.kid);
}
