import { fromBase64url, toBase64url } from '../../../shared/base64url.ts';
import type { Bulletin } from '../../../shared/bulletin.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { MOST_PULSES, type PublishedPulse } from '../../../shared/published-pulse.ts';
import { decodePulse, type Pulse, verifyPulse } from '../../../shared/pulse.ts';
import { addDays } from '../../../shared/weeks.ts';
import type { ProposalState } from '../proposals.ts';
import type { TeamLog } from '../team-fold.ts';

/*
 * A campaign: a pulse that one member of a desk wrote and another signed too. It stands in the bulletin from then until
 * its last day, or until a member ends it.
 */

/** Nobody is asked again sooner than this after the last time began. */
export const DAYS_BETWEEN = 28;

export interface Campaign {
  /** Id of the event. */
  readonly id: string;
  readonly pulse: Pulse;
  /** The bytes that both members sign. */
  readonly payload: Bytes;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly state: ProposalState['state'];
  /** The last day on which it is asked: its own, or that of its early end. */
  readonly until: string;
  /** As it stands in the bulletin; `null` before a second member has signed. */
  readonly published: PublishedPulse | null;
}

/** Every campaign of a desk, the newest first. What is no pulse, or another desk's, is passed over. */
export function campaignsOf(log: Pick<TeamLog, 'proposals'>, desk: number): Campaign[] {
  return log.proposals
    .flatMap((proposal) => campaignOf(proposal, desk))
    .sort((a, b) =>
      a.pulse.from === b.pulse.from ? (a.id < b.id ? -1 : 1) : a.pulse.from < b.pulse.from ? 1 : -1,
    );
}

/** The first day on which another pulse may begin, or `null` where any may. */
export function nextStart(campaigns: readonly Campaign[]): string | null {
  const last = campaigns.find(({ state, published }) => state === 'open' || published !== null);
  return last === undefined ? null : addDays(last.pulse.from, DAYS_BETWEEN);
}

/** Whether people may see it now: signed by two, not ended, within its days. */
export function isRunning({ published, pulse, until, state }: Campaign, today: string): boolean {
  return published !== null && state === 'confirmed' && pulse.from <= today && today <= until;
}

/** Whether it was before everybody and is no more. */
export function isOver({ published, state, until }: Campaign, today: string): boolean {
  return published !== null && (state === 'withdrawn' || until < today);
}

/** Those campaigns whose two signatures hold by this keyring: what an install would take. */
export async function verified(campaigns: readonly Campaign[], keyring: Keyring): Promise<Campaign[]> {
  const holds = await Promise.all(
    campaigns.map(async ({ published }) => {
      if (published === null) return false;
      try {
        await verifyPulse(published, keyring);
        return true;
      } catch (error) {
        if (error instanceof CandorError) return false;
        throw error;
      }
    }),
  );
  return campaigns.filter((_, at) => holds[at]);
}

/**
 * What the bulletin asks after this desk has had its word, those that end first before the others. What is over goes,
 * whoever asked it; what this desk's log says nothing of stays.
 */
export function pulsesAfter(
  before: readonly PublishedPulse[],
  desk: number,
  campaigns: readonly Campaign[],
  today: string,
): PublishedPulse[] {
  const ended = new Set(campaigns.filter(({ state }) => state === 'withdrawn').map(({ pulse }) => pulse.id));
  const there = before.flatMap((published) => {
    const pulse = readable(published);
    if (pulse === null || pulse.until < today || (pulse.desk === desk && ended.has(pulse.id))) return [];
    return [{ published, pulse }];
  });
  const known = new Set(there.map(({ pulse }) => pulse.id));
  const fresh = campaigns.flatMap(({ published, pulse, state, until }) =>
    published === null || state !== 'confirmed' || until < today || known.has(pulse.id)
      ? []
      : [{ published, pulse }],
  );
  return [...there, ...fresh]
    .slice(0, MOST_PULSES)
    .sort((a, b) =>
      a.pulse.until === b.pulse.until
        ? a.pulse.id < b.pulse.id
          ? -1
          : 1
        : a.pulse.until < b.pulse.until
          ? -1
          : 1,
    )
    .map(({ published }) => published);
}

/** Ids of the pulses that a bulletin asks. */
export function idsIn(bulletin: Bulletin | null): ReadonlySet<string> {
  return new Set((bulletin?.pulses ?? []).flatMap((published) => readable(published)?.id ?? []));
}

function readable({ pulse }: PublishedPulse): Pulse | null {
  try {
    return decodePulse(fromBase64url(pulse));
  } catch {
    return null;
  }
}

function campaignOf({ id, by, what, state, confirmed, withdrawn }: ProposalState, desk: number): Campaign[] {
  if (what.type !== 'asked') return [];
  const text = toBase64url(what.pulse);
  const pulse = readable({ pulse: text } as PublishedPulse);
  if (pulse === null || pulse.desk !== desk) return [];
  const published: PublishedPulse | null =
    confirmed?.signature === undefined
      ? null
      : {
          pulse: text,
          approvals: [
            { by, signature: toBase64url(what.signature) },
            { by: confirmed.by, signature: toBase64url(confirmed.signature) },
          ],
        };
  const until = withdrawn !== undefined && withdrawn < pulse.until ? withdrawn : pulse.until;
  return [{ id, pulse, payload: what.pulse, by, approvedBy: confirmed?.by ?? null, state, until, published }];
}
