import type { RandomBytes } from '../../shared/bytes.ts';
import { type DeskShare, makeDeskWeek } from '../../shared/desk-secrets.ts';
import type { KeyRecord, SignedKeyRecord } from '../../shared/key-records.ts';
import { activeMembers, type Desk, type Keyring } from '../../shared/keyring.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import { keyWeekAt, WEEK_SECONDS } from '../../shared/weeks.ts';

/** Keys of the current week and of so many to come: a desk may be away for two months before it stops receiving. */
export const WEEKS_AHEAD = 8;

export interface Week {
  readonly from: number;
  readonly until: number;
}

/** The key weeks, from the current one on, for which a desk has no key yet. */
export function missingWeeks(
  records: readonly KeyRecord[],
  desk: number,
  nowSeconds: number,
  weeksAhead: number = WEEKS_AHEAD,
): Week[] {
  const covered = new Set(records.filter((record) => record.desk === desk).map(({ from }) => from));
  return Array.from({ length: weeksAhead + 1 }, (_, week) =>
    keyWeekAt(nowSeconds + week * WEEK_SECONDS),
  ).filter(({ from }) => !covered.has(from));
}

/**
 * The key a member's inbox makes for a desk and a week, its secret sealed to everyone whose membership is in force on
 * `day`.
 */
export function makeWeek(
  of: { readonly desk: Desk; readonly keyring: Keyring; readonly week: Week },
  signer: SigningKeyPair,
  day: string,
  random: RandomBytes,
): { record: SignedKeyRecord; shares: DeskShare[] } {
  return makeDeskWeek(of.desk.id, of.week, activeMembers(of.keyring, of.desk, day), signer, random);
}
