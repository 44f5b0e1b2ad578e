import { type Bulletin, signBulletin, verifyBulletin } from '../../shared/bulletin.ts';
import { CandorError } from '../../shared/errors.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { PublishedPulse } from '../../shared/published-pulse.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import { casesAfter, casesOf, type ToldCase } from './cases/cases.ts';
import type { DeskRoom } from './desk-room.ts';
import { pledgesOf } from './launch/pledge.ts';
import type { MailroomClient } from './mailroom-client.ts';
import { campaignsOf, pulsesAfter, verified } from './pulse/campaigns.ts';
import { supportRequestsAfter, supportRequestsOf } from './pulse/support-requests.ts';
import { nextBulletin, promisesKept, storiesOf } from './stories.ts';

/**
 * Brings the bulletin that every install shows up to date with a desk's approved stories, pledge, kept promises and what it asks: continues
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
  const desk = room.desk().id;
  const campaigns = await verified(campaignsOf(room.log(), desk), of.keyring);
  const ended = campaignsOf(room.log(), desk).filter(({ state }) => state === 'withdrawn');
  const cases = casesOf(room.log());
  const requests = supportRequestsOf(items.values(), desk, of.today);
  const after = (before: Bulletin): Bulletin | null => {
    const told = nextBulletin(before, desk, stories, kept, of.today, pledges);
    return withAsked(told, before, {
      pulses: pulsesAfter(before.pulses ?? [], desk, [...campaigns, ...ended], of.today),
      supportRequests: supportRequestsAfter(before.supportRequests ?? [], desk, requests),
      cases: casesAfter(before.cases ?? [], cases),
      today: of.today,
    });
  };
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

/** The next bulletin with what is asked, how many asked for support, and cards from elsewhere; `null` where nothing changes. */
function withAsked(
  told: Bulletin | null,
  before: Bulletin,
  now: {
    readonly pulses: readonly PublishedPulse[];
    readonly supportRequests: readonly NonNullable<Bulletin['supportRequests']>[number][];
    readonly cases: readonly ToldCase[];
    readonly today: string;
  },
): Bulletin | null {
  const learned = JSON.stringify(now.cases) !== JSON.stringify(before.cases ?? []);
  const asks = JSON.stringify(now.pulses) !== JSON.stringify(before.pulses ?? []);
  const asked = JSON.stringify(now.supportRequests) !== JSON.stringify(before.supportRequests ?? []);
  if (told === null && !asks && !asked && !learned) return null;
  const { pulses: _, supportRequests: __, cases: ___, ...rest } = told ?? before;
  return {
    ...rest,
    serial: before.serial + 1,
    issued: now.today,
    ...(now.cases.length > 0 && { cases: [...now.cases] }),
    ...(now.pulses.length > 0 && { pulses: [...now.pulses] }),
    ...(now.supportRequests.length > 0 && { supportRequests: [...now.supportRequests] }),
  };
}
