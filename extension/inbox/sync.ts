import { toBase64url } from '../../shared/base64url.ts';
import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { type Keys, verifyKeysFile } from '../../shared/key-records.ts';
import { checkSuccession, type Desk } from '../../shared/keyring.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import type { MailroomClient } from './mailroom-client.ts';
import type { SealedConcern } from './opening.ts';
import type { InboxStore, SealedEvent, SealedShare } from './store-port.ts';
import { makeWeek, missingWeeks } from './week-keys.ts';

/** The public file `keys` once it has been verified, and its bytes. */
export interface TrustedKeys {
  readonly bytes: Bytes;
  readonly keys: Keys;
}

/**
 * Verifies a keys file against the pinned root, and that it may follow the one known so far. Throws `bad-signature`,
 * `bad-public-file`, `not-yours` or, for an older one, `stale`.
 */
export async function trustKeysFile(
  bytes: Bytes,
  known: TrustedKeys | null,
  rootKey: Bytes,
): Promise<TrustedKeys> {
  const keys = await verifyKeysFile(bytes, rootKey);
  if (known !== null) {
    checkSuccession(
      { keyring: known.keys.keyring, blob: known.keys.keyringBlob },
      { keyring: keys.keyring, blob: keys.keyringBlob },
    );
  }
  return { bytes, keys };
}

/** The desks that a member serves. `member` is the kid of the signing key, base64url. */
export function desksOf(keys: Keys, member: string): Desk[] {
  return keys.keyring.desks.filter((desk) => desk.members.some((kid) => toBase64url(kid) === member));
}

/** Fetches, verifies and keeps the keys file. */
export async function refreshKeys(
  mailroom: Pick<MailroomClient, 'keysFile'>,
  store: InboxStore,
  known: TrustedKeys | null,
  rootKey: Bytes,
): Promise<TrustedKeys> {
  const fresh = await trustKeysFile(await mailroom.keysFile(), known, rootKey);
  await store.putKeysFile(fresh.bytes);
  return fresh;
}

/** Fetches and keeps this member's shares of a desk's weekly keys. */
export async function refreshShares(
  desk: number,
  mailroom: MailroomClient,
  store: InboxStore,
): Promise<SealedShare[]> {
  const shares = await mailroom.shares(desk);
  await store.putShares(shares);
  return shares;
}

/** Makes and posts the desk's missing weekly keys. Returns how many the mailroom took. */
export async function provideWeeks(
  of: { readonly desk: Desk; readonly keys: Keys },
  mailroom: MailroomClient,
  signer: SigningKeyPair,
  at: { readonly nowSeconds: number; readonly day: string },
  random: RandomBytes,
): Promise<number> {
  const { keyring, records } = of.keys;
  let taken = 0;
  // One at a time, since signing nine of them would hold the page up.
  for (const week of missingWeeks(records, of.desk.id, at.nowSeconds)) {
    try {
      const made = makeWeek({ desk: of.desk, keyring, week }, signer, at.day, random);
      await mailroom.postWeek(of.desk.id, made);
      taken++;
    } catch (error) {
      // A colleague's inbox was faster: theirs is fetched next time.
      if (!(error instanceof CandorError && error.code === 'bad-request')) throw error;
    }
  }
  return taken;
}

/**
 * Posts what this member did while the mailroom was out of reach, oldest first; `isHeld` can still be undone. Returns
 * how many the mailroom would not take: they stay, and the rest goes on.
 */
export async function postWaiting(
  desk: number,
  mailroom: MailroomClient,
  store: InboxStore,
  isHeld: (event: string) => boolean,
): Promise<number> {
  let refused = 0;
  for (const event of await store.waitingEvents(desk)) {
    if (isHeld(event.id)) continue;
    try {
      await mailroom.postEvent(event);
      await store.settleWaitingEvent(event);
    } catch (error) {
      if (!(error instanceof CandorError && error.code === 'bad-request')) throw error;
      refused++;
    }
  }
  return refused;
}

/** Reads on in a desk's queue, page by page; each is kept before the next is asked for. */
export async function pullConcerns(
  desk: number,
  mailroom: MailroomClient,
  store: InboxStore,
  onNew: (concerns: readonly SealedConcern[]) => void,
): Promise<void> {
  await pull(
    (await store.cursors(desk)).queue,
    (after) => mailroom.queue(desk, after),
    (items, cursor) => store.addConcerns(desk, items, cursor),
    onNew,
  );
}

/** Reads on in a desk's team log. */
export async function pullEvents(
  desk: number,
  mailroom: MailroomClient,
  store: InboxStore,
  onNew: (events: readonly SealedEvent[]) => void,
): Promise<void> {
  await pull(
    (await store.cursors(desk)).events,
    (after) => mailroom.events(desk, after),
    (items, cursor) => store.addEvents(desk, items, cursor),
    onNew,
  );
}

async function pull<T>(
  from: string | null,
  ask: (after: string | null) => Promise<{ items: readonly T[]; cursor: string | null; more: boolean }>,
  keep: (items: readonly T[], cursor: string | null) => Promise<void>,
  onNew: (items: readonly T[]) => void,
): Promise<void> {
  let after = from;
  for (;;) {
    const { items, cursor, more } = await ask(after);
    if (items.length > 0 || cursor !== after) await keep(items, cursor);
    if (items.length > 0) onNew(items);
    // A mailroom that says "more" without moving on would keep us here for ever.
    if (!more || cursor === after) return;
    after = cursor;
  }
}
