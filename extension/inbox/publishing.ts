import { type Bulletin, signBulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { CandorError } from '../../shared/errors.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import type { DeskRoom } from './desk-room.ts';
import { pledgesOf } from './launch/pledge.ts';
import type { MailroomClient } from './mailroom-client.ts';
import { nextBulletin, promisesKept, storiesOf } from './stories.ts';

/**
 * Brings the bulletin that every install shows up to date with a desk's approved stories, pledge and kept promises: continues
 * the one at the mailroom, signed by this member. Gives back the bulletin as it stands afterwards, or `null` while there
 * is none to continue. With `known` up to date it asks nobody, unless `full`.
 */
export async function publishStories(
  room: DeskRoom,
  known: Bulletin | null,
  of: {
    readonly mailroom: Pick<MailroomClient, 'bulletin' | 'putBulletin'>;
    readonly keyring: Keyring;
    readonly signer: SigningKeyPair;
    readonly today: string;
    readonly full: boolean;
  },
): Promise<Bulletin | null> {
  const { items } = room.queue(of.today);
  const stories = storiesOf(room.log(), (concern) => items.get(concern)?.releaseDay);
  const pledges = pledgesOf(room.log());
  const kept = promisesKept(items.values(), of.today);
  const after = (before: Bulletin): Bulletin | null =>
    nextBulletin(before, room.desk().id, stories, kept, of.today, pledges);
  if (known !== null && !of.full && after(known) === null) return known;
  const bytes = await of.mailroom.bulletin();
  if (bytes === null) return null;
  const current = await verifyBulletin(bytes, of.keyring);
  const next = after(current);
  if (next === null) return current;
  try {
    await of.mailroom.putBulletin(signBulletin(next, of.signer));
    return next;
  } catch (error) {
    // A colleague's inbox was faster: theirs is continued the next time.
    if (error instanceof CandorError && error.code === 'stale') return current;
    throw error;
  }
}
