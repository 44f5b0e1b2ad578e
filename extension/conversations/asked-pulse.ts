import { type Place, SMALLEST_PLACE } from '../../shared/bulletin.ts';
import { CandorError } from '../../shared/errors.ts';
import type { Keyring } from '../../shared/keyring.ts';
import type { PublishedPulse } from '../../shared/published-pulse.ts';
import { isAsked, type Pulse, verifyPulse } from '../../shared/pulse.ts';

/*
 * Which pulse the first screen shows today. It follows from the public files and their date alone: the same for every
 * install, whoever has answered what.
 */

/**
 * The pulses that may be asked on this day, those that end first before the others. One that two members of its desk
 * have not signed, or not any more, is passed over.
 */
export async function askedPulses(
  published: readonly PublishedPulse[],
  keyring: Keyring,
  today: string,
  support: readonly unknown[],
): Promise<Pulse[]> {
  const read = await Promise.all(published.map((each) => verified(each, keyring)));
  return read
    .filter((pulse): pulse is Pulse => pulse !== null && isAsked(pulse, today, support))
    .sort((a, b) => (a.until === b.until ? (a.id < b.id ? -1 : 1) : a.until < b.until ? -1 : 1));
}

/** The one whose turn it is: with several, another one each day. */
export function pulseOfTheDay(asked: readonly Pulse[], today: string): Pulse | null {
  const day = Math.round(Date.parse(`${today}T00:00:00Z`) / 86_400_000);
  return asked[day % Math.max(1, asked.length)] ?? null;
}

/** Groups of places that an answer may name: the outermost ones, with 11 people or more. None where there is one only. */
export function namedGroups(places: readonly Place[]): readonly Pick<Place, 'code' | 'label'>[] {
  const codes = new Set(places.map(({ code }) => code));
  const groups = places.filter(
    ({ parent, staff }) => (parent === undefined || !codes.has(parent)) && staff >= SMALLEST_PLACE,
  );
  return groups.length > 1 ? groups.map(({ code, label }) => ({ code, label })) : [];
}

async function verified(published: PublishedPulse, keyring: Keyring): Promise<Pulse | null> {
  try {
    return await verifyPulse(published, keyring);
  } catch (error) {
    if (error instanceof CandorError) return null;
    throw error;
  }
}
