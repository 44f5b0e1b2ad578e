import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { deskOf, type Keyring } from '../../shared/keyring.ts';
import type { MailroomDeps } from './deps.ts';

/** Whether somebody has the secret of this key of this desk. */
export type IsKnownKey = (desk: number, deskKid: Bytes) => boolean;

/*
 * A stray is an envelope for a desk that does not exist or under a desk key that was never handed in. It is queued like
 * any other, since the desk or the key may still turn up, and reported, since nobody can open it.
 */

export async function knownDeskKeys(
  { store }: Pick<MailroomDeps, 'store'>,
  keyring: Keyring,
): Promise<IsKnownKey> {
  const known = new Set((await store.deskWeeks()).map((week) => `${week.desk} ${toBase64url(week.kid)}`));
  return (desk, deskKid) =>
    deskOf(keyring, desk) !== undefined && known.has(`${desk} ${toBase64url(deskKid)}`);
}

/** How many strays the queues hold. */
export async function countStrays(deps: Pick<MailroomDeps, 'store'>, keyring: Keyring): Promise<number> {
  const isKnown = await knownDeskKeys(deps, keyring);
  return (await deps.store.queueTally())
    .filter(({ desk, deskKid }) => !isKnown(desk, deskKid))
    .reduce((sum, { count }) => sum + count, 0);
}
