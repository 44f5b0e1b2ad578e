import { toBase64url } from '../../shared/base64url.ts';
import type { RandomBytes } from '../../shared/bytes.ts';
import { type DeskShare, shareFor } from '../../shared/desk-secrets.ts';
import { CandorError } from '../../shared/errors.ts';
import { type KeyRecord, type SignedKeyRecord, verifyPastKeyRecord } from '../../shared/key-records.ts';
import { activeMembers, type Desk, type Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { HeldWeeks } from './mailroom-client.ts';
import type { DeskKeys } from './opener.ts';

/** A weekly record with shares for colleagues who had none. */
export interface Resealed {
  readonly record: SignedKeyRecord;
  readonly shares: readonly DeskShare[];
}

/**
 * Seals a desk's weekly secrets to members who have no share of them: whoever came later, and whoever's membership was
 * renewed. Who they are is the root's word in the keyring, never the mailroom's. Weeks whose secret is not here, or whose
 * record does not verify against the keyring, are left to others; a record that somebody signed who has left since counts.
 */
export async function resealFor(
  held: HeldWeeks,
  of: {
    readonly desk: Desk;
    readonly keyring: Keyring;
    readonly keys: DeskKeys;
    readonly today: string;
  },
  random: RandomBytes,
): Promise<Resealed[]> {
  const members = activeMembers(of.keyring, of.desk, of.today);
  const resealed: Resealed[] = [];
  for (const { record, holders } of held.weeks) {
    const without = members.filter(({ sign }) => !holders.includes(toBase64url(kidOf(sign))));
    if (without.length === 0) continue;
    const week = await verified(record, of.keyring);
    const pair = week === null ? undefined : of.keys.get(toBase64url(kidOf(week.key)));
    if (week === null || pair === undefined || week.desk !== of.desk.id) continue;
    resealed.push({ record, shares: without.map((member) => shareFor(member, week, pair, random)) });
  }
  return resealed;
}

async function verified(record: SignedKeyRecord, keyring: Keyring): Promise<KeyRecord | null> {
  try {
    return await verifyPastKeyRecord(record, keyring);
  } catch (error) {
    if (error instanceof CandorError) return null;
    throw error;
  }
}
