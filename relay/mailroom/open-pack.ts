import { setImmediate as otherWork } from 'node:timers/promises';
import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { type AddressedEnvelope, intakeKidOf, openIntakeWith } from '../../shared/intake.ts';
import { kidNumber } from '../../shared/kid.ts';
import { readPack } from '../../shared/pack.ts';
import { dayAt } from '../../shared/weeks.ts';
import { fastOpener } from '../sealed-box-fast.ts';
import type { MailroomDeps } from './deps.ts';
import type { IsKnownKey } from './strays.ts';

/** Real envelopes written in one transaction. Nearly all cells are cover, so a pack has few of these. */
const WRITE_TOGETHER = 100;
/** INTAKEs opened in one go, some milliseconds, before requests get their turn. */
const OPEN_TOGETHER = 64;

/** What was in a pack. How many of its cells said something is for the desks to know, so it is not here. */
export interface OpenedPack {
  readonly cells: number;
  /** Not openable with any key we have, or not an INTAKE at all. */
  readonly unreadable: number;
  /** New envelopes that nobody can open; see strays.ts. */
  readonly strays: number;
}

export interface OpeningHooks {
  readonly isKnown: IsKnownKey;
  /** Runs every few milliseconds between the cells. */
  onProgress(): Promise<void>;
}

type Opener = (intake: Bytes) => AddressedEnvelope | 'cover' | null;
type Deps = Pick<MailroomDeps, 'store' | 'clock' | 'settings'>;

/**
 * Opens a pack as it streams in and puts its envelopes into the queues, durably by the time this resolves. Memory
 * stays flat, and opening a pack again, whole or in part, changes nothing. Throws `bad-length` when the stream ends
 * early; what came before is queued by then or comes again.
 */
export async function openPack(
  chunks: AsyncIterable<Uint8Array>,
  deps: Deps,
  hooks: OpeningHooks,
): Promise<OpenedPack> {
  const openerFor = openers(deps);
  let cells = 0;
  let unreadable = 0;
  let strays = 0;
  let waiting: AddressedEnvelope[] = [];
  const write = async () => {
    const fresh = await queue(deps, waiting);
    strays += fresh.filter(({ desk, deskKid }) => !hooks.isKnown(desk, deskKid)).length;
    waiting = [];
  };

  for await (const part of readPack(chunks)) {
    if (!(part instanceof Uint8Array)) continue;
    if (++cells % OPEN_TOGETHER === 0) {
      await hooks.onProgress();
      await otherWork();
    }
    const kid = intakeKidOf(part);
    const open = kid === null ? null : await openerFor(kid);
    const opened = open === null ? null : open(part);
    if (opened === null) unreadable++;
    else if (opened !== 'cover') waiting.push(opened);
    if (waiting.length >= WRITE_TOGETHER) await write();
  }
  await write();
  return { cells, unreadable, strays };
}

/** Queues envelopes under today's day and gives back those that were not there yet. */
async function queue(
  { store, clock, settings }: Deps,
  envelopes: readonly AddressedEnvelope[],
): Promise<AddressedEnvelope[]> {
  const releaseDay = dayAt(clock(), settings.timeZone);
  const named = envelopes.map((one) => ({ ...one, id: sha256(one.envelope), releaseDay }));
  const fresh = new Set((await store.putEnvelopes(named)).map(toBase64url));
  return named.filter((one) => fresh.delete(toBase64url(one.id)));
}

/** Looks a key up once per pack. `null` for a kid that is not ours or whose key is destroyed. */
function openers({ store }: Deps): (kid: Bytes) => Promise<Opener | null> {
  const known = new Map<number, Opener | null>();
  return async (kid) => {
    const found = known.get(kidNumber(kid));
    if (found !== undefined) return found;
    const pair = await store.intakeKey(kid);
    const open = pair === null ? null : fastOpener(pair);
    const opener = open === null ? null : (intake: Bytes) => openIntakeWith(intake, kid, open);
    known.set(kidNumber(kid), opener);
    return opener;
  };
}
