import 'fake-indexeddb/auto';
import { beforeAll } from 'vitest';
import { openShares } from '../../../extension/inbox/desk-keys.ts';
import { openEvent } from '../../../extension/inbox/events.ts';
import { createInbox, type Inbox } from '../../../extension/inbox/inbox.ts';
import type { Opener } from '../../../extension/inbox/opener.ts';
import { openConcern } from '../../../extension/inbox/opening.ts';
import type { InboxStore } from '../../../extension/inbox/store-port.ts';
import { type SealedBackup, unlock } from '../../../extension/inbox/unlock.ts';
import type { LockedView, OpenView } from '../../../extension/inbox/view.ts';
import { openInboxStore } from '../../../extension/store/inbox-store.ts';
import type { Bulletin } from '../../../shared/bulletin.ts';
import { type Bytes, slice } from '../../../shared/bytes.ts';
import type { MemberKeys } from '../../../shared/member-keys.ts';
import { boxKeyPairOf } from '../../../shared/sealed-box.ts';
import { signingKeyPairOf } from '../../../shared/signing.ts';
import { dayAt } from '../../../shared/weeks.ts';
import { NOON, newOrganisation, PASSPHRASE, TODAY } from './desk-fixture.ts';
import { type FakeMailroom, fakeMailroom } from './fake-mailroom.ts';

/*
 * The inbox as a machine, with a mailroom in memory and a clock that a test moves.
 */

let databases = 0;

/** A store of its own, in the memory of this test. */
export function newStore(): Promise<InboxStore> {
  return openInboxStore(`inbox-${databases++}`);
}

const BULLETIN: Bulletin = {
  v: 1,
  serial: 1,
  issued: TODAY,
  language: 'en',
  emergency: { label: 'Emergency', number: '2222' },
  fallback: { phone: '4411', paper: 'The grey box by the lift' },
  places: [{ code: 'W7', label: 'Ward 7', staff: 38 }],
  support: [{ kind: 'phone', label: 'Peer support', detail: '4455' }],
  stories: [],
  notices: [],
};
export let backups: { ada: Bytes; ben: Bytes };
export const org = newOrganisation();

beforeAll(async () => {
  backups = { ada: await org.backupOf(org.ada), ben: await org.backupOf(org.ben, 'Guardian') };
  // Stretching two passphrases takes a second, and many on a busy machine.
}, 60_000);

export interface Page {
  readonly inbox: Inbox;
  readonly store: InboxStore;
  readonly openers: { closed: boolean }[];
  open(): OpenView;
  locked(): LockedView;
  /** Moves the clock on while somebody is there, and lets the page notice, as its timer would. */
  pass(seconds: number): Promise<void>;
}

export interface World {
  readonly mailroom: FakeMailroom;
  now: number;
}

export function world(): World {
  const made: World = { now: NOON, mailroom: fakeMailroom(org, () => made.now) };
  return made;
}

export async function page(
  world: World,
  options: { store?: InboxStore; rootKey?: Bytes; quick?: boolean } = {},
): Promise<Page> {
  const store = options.store ?? (await newStore());
  const openers: { closed: boolean }[] = [];
  const inbox = createInbox({
    mailroomUrl: 'http://mailroom.test:8481',
    rootKey: options.rootKey ?? org.root.publicKey,
    relayKey: org.relayKey,
    demo: false,
    syncSeconds: 15,
    store,
    fetch: world.mailroom.fetch,
    opener: () => {
      const opener = directOpener();
      openers.push(opener);
      return opener;
    },
    // Stretching a passphrase takes half a second, and only some tests are about it.
    unlock: options.quick === true ? keysOf : unlock,
    bulletin: async () => BULLETIN,
    clock: () => world.now,
    today: () => dayAt(world.now, 'UTC'),
    random: org.random,
  });
  await inbox.start();
  return {
    inbox,
    store,
    openers,
    open: () => expectPhase(inbox, 'open'),
    locked: () => expectPhase(inbox, 'locked'),
    async pass(seconds) {
      world.now += seconds;
      inbox.touch();
      inbox.tick();
      await inbox.sync();
    },
  };
}

export function directOpener(): Opener & { closed: boolean } {
  return {
    closed: false,
    async openMany(batch, keys, onOpened) {
      onOpened(batch.map((sealed) => openConcern(sealed, keys.get(sealed.deskKid))));
    },
    openShares: async (batch, memberBox, of) => openShares(batch, memberBox, of),
    openEvents: async (batch, keys, of) => Promise.all(batch.map((sealed) => openEvent(sealed, keys, of))),
    close() {
      this.closed = true;
    },
  };
}

function expectPhase<P extends 'open' | 'locked'>(
  inbox: Inbox,
  phase: P,
): Extract<ReturnType<Inbox['view']>, { phase: P }> {
  const view = inbox.view();
  if (view.phase !== phase) throw new TypeError(`the page is ${view.phase}`);
  return view as Extract<typeof view, { phase: P }>;
}

export async function unlocked(
  world: World,
  options: { store?: InboxStore; who?: 'ada' | 'ben'; quick?: boolean } = {},
): Promise<Page> {
  const made = await page(world, options);
  made.inbox.chooseBackup(backups[options.who ?? 'ada']);
  await made.inbox.unlock(PASSPHRASE, true);
  return made;
}

/** A copy, since the session wipes the keys it was given. */
export function copyOf(keys: MemberKeys): MemberKeys {
  return {
    signing: signingKeyPairOf(slice(keys.signing.seed, 0)),
    box: boxKeyPairOf(slice(keys.box.secretKey, 0)),
  };
}

async function keysOf({ label }: SealedBackup): Promise<MemberKeys> {
  return copyOf(label === 'Guardian' ? org.ben : org.ada);
}
