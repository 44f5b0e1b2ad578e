import { toBase64url } from '../../shared/base64url.ts';
import type { Place } from '../../shared/bulletin.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { AT_FIRST, type Browse, type BrowseChange, browseAfter, shownItems } from './browse.ts';
import type { DeskRoom } from './desk-room.ts';
import { fetchKeysFile } from './mailroom-client.ts';
import type { Opener } from './opener.ts';
import type { QueueItem } from './queue.ts';
import { openSession, type Session, type SessionDeps } from './session.ts';
import type { InboxStore } from './store-port.ts';
import { desksOf, type TrustedKeys, trustKeysFile } from './sync.ts';
import type { Action } from './triage.ts';
import { readBackup, type SealedBackup } from './unlock.ts';
import { type InboxView, openView, type Refusal } from './view.ts';

/** The page locks itself after so long without a key or a hand. */
export const IDLE_SECONDS = 600;

export interface InboxDeps extends Omit<SessionDeps, 'opener' | 'changed'> {
  readonly relayKey: Bytes;
  readonly demo: boolean;
  /** How often the open inbox asks the mailroom. */
  readonly syncSeconds: number;
  readonly opener: () => Opener;
  /** `unlock` of unlock.ts, away from the page's own thread: stretching a passphrase takes about half a second. */
  readonly unlock: (backup: SealedBackup, passphrase: string) => Promise<MemberKeys>;
  /** Places of the bulletin, verified against the keyring, for their names; empty while there is none. */
  readonly places: (keyring: Keyring) => Promise<readonly Place[]>;
}

/**
 * The inbox page as a machine: locked or open, what it shows, what can be asked of it. It holds keys and words only
 * while it is open. `tick` is to be called about once a second.
 */
export interface Inbox {
  view(): InboxView;
  subscribe(changed: () => void): () => void;
  start(): Promise<void>;
  tick(): void;
  /** A key was pressed or a hand moved. */
  touch(): void;

  chooseBackup(file: Bytes): void;
  /** Forgets the backup that this browser keeps. */
  forgetBackup(): Promise<void>;
  unlock(passphrase: string, keep: boolean): Promise<void>;
  lock(why: 'asked' | 'idle'): void;

  browse(change: BrowseChange): void;
  act(concerns: readonly string[], action: Action): Promise<void>;
  undo(): Promise<void>;
  sync(): Promise<void>;
}

export function createInbox(deps: InboxDeps): Inbox {
  const listeners = new Set<() => void>();
  let started = false;
  let trusted: TrustedKeys | null = null;
  let kept: SealedBackup | null = null;
  let chosen: SealedBackup | null = null;
  let refusal: Refusal | null = null;
  let unlocking = false;
  let idle = false;
  let session: Session | null = null;
  let browse: Browse = AT_FIRST;
  let shownBefore: readonly string[] = [];
  let places: ReadonlyMap<string, string> = new Map();
  let problem: ErrorCode | null = null;
  let touchedAt = 0;
  let syncedAt = 0;
  let couldUndo = false;
  let current: InboxView | null = null;

  const changed = (): void => {
    current = null;
    for (const listener of listeners) listener();
  };
  const words = (): string | null =>
    trusted === null ? null : fingerprint(deps.rootKey, deps.relayKey, trusted.keys.keyringBlob);
  const room = (): DeskRoom | null => {
    const rooms = session?.rooms() ?? [];
    return rooms.find((candidate) => candidate.desk().id === browse.desk) ?? rooms[0] ?? null;
  };
  const shown = (): readonly QueueItem[] => {
    const items = shownItems(room()?.queue(deps.today()).concerns ?? [], browse, shownBefore);
    shownBefore = items.map(({ id }) => id);
    return items;
  };
  const build = (): InboxView => {
    if (!started) return { phase: 'starting' };
    if (session !== null) {
      trusted = session.trusted();
      const around = { demo: deps.demo, fingerprint: words() ?? '', places, problem, today: deps.today() };
      return openView(session, room(), browse, shown(), around);
    }
    const backup = chosen ?? kept;
    return {
      phase: 'locked',
      organisation: trusted?.keys.keyring.org.name ?? null,
      fingerprint: words(),
      backup: backup && { label: backup.label, kept: chosen === null },
      refusal,
      unlocking,
      idle,
      demo: deps.demo,
    };
  };
  const sync = async (): Promise<void> => {
    syncedAt = deps.clock();
    await session?.sync();
  };

  /** The keys file of the last sync if it still verifies, then a fresher one if the mailroom answers. */
  const learnKeys = async (): Promise<Refusal | null> => {
    try {
      trusted ??= await keptKeys(deps.store, deps.rootKey);
      const fresh = await fetchKeysFile(deps.mailroomUrl, deps.fetch);
      trusted = await trustKeysFile(fresh, trusted, deps.rootKey);
      await deps.store.putKeysFile(fresh);
      return null;
    } catch (error) {
      const away = error instanceof CandorError && error.code === 'unreachable';
      if (away) return trusted === null ? 'no-keys-yet' : null;
      return 'keys-refused';
    }
  };

  const open = async (keys: MemberKeys, backup: SealedBackup, keep: boolean): Promise<Refusal | null> => {
    const distrust = await learnKeys();
    if (distrust !== null || trusted === null) return distrust ?? 'no-keys-yet';
    const member = toBase64url(kidOf(keys.signing.publicKey));
    if (desksOf(trusted.keys, member).length === 0) return 'not-a-member';
    kept = keep ? backup : null;
    await deps.store.putBackup(keep ? backup.bytes : null);
    const opened = openSession({ ...deps, opener: deps.opener(), changed }, keys, trusted);
    session = opened;
    browse = { ...AT_FIRST, desk: room()?.desk().id ?? null };
    touchedAt = deps.clock();
    return null;
  };

  /** After unlocking: what lies here first, so that something can be read, then what is new. */
  const fill = async (): Promise<void> => {
    const opened = session;
    if (opened === null) return;
    places = new Map(
      (await deps.places(opened.trusted().keys.keyring)).map(({ code, label }) => [code, label]),
    );
    await opened.load().catch(() => undefined);
    if (session === opened) await sync();
  };

  const inbox: Inbox = {
    view() {
      current ??= build();
      return current;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const bytes = await deps.store.backup();
      if (bytes !== null) kept = recognised(bytes);
      await learnKeys();
      started = true;
      changed();
    },
    tick() {
      if (session === null) return;
      const now = deps.clock();
      if (now - touchedAt >= IDLE_SECONDS) return inbox.lock('idle');
      const canUndo = session.undoable() !== null;
      const undoEnded = couldUndo && !canUndo;
      couldUndo = canUndo;
      if (undoEnded) changed();
      // What can no longer be undone goes to the colleagues at once.
      if (undoEnded || now - syncedAt >= deps.syncSeconds) void sync();
    },
    touch() {
      touchedAt = deps.clock();
    },

    chooseBackup(file) {
      chosen = recognised(file);
      refusal = chosen === null ? 'not-a-backup' : null;
      changed();
    },
    async forgetBackup() {
      kept = null;
      chosen = null;
      refusal = null;
      await deps.store.putBackup(null);
      changed();
    },
    async unlock(passphrase, keep) {
      const backup = chosen ?? kept;
      if (backup === null || unlocking || session !== null) return;
      unlocking = true;
      refusal = null;
      changed();
      refusal = await refusalOf(async () => open(await deps.unlock(backup, passphrase), backup, keep));
      unlocking = false;
      if (session !== null) {
        chosen = null;
        idle = false;
      }
      changed();
      await fill();
    },
    lock(why) {
      session?.close();
      session = null;
      browse = AT_FIRST;
      shownBefore = [];
      problem = null;
      places = new Map();
      idle = why === 'idle';
      changed();
    },

    browse(change) {
      browse = browseAfter(browse, change, shown());
      problem = null;
      changed();
    },
    async act(concerns, action) {
      const at = room();
      if (session === null || at === null) return;
      const mine = concerns.filter((id) => at.has(id));
      try {
        await session.act(at, mine, action);
        problem = null;
        couldUndo = true;
      } catch (error) {
        problem = error instanceof CandorError ? error.code : 'could-not-read';
      }
      changed();
    },
    async undo() {
      await session?.undo();
      couldUndo = false;
      changed();
    },
    sync,
  };
  return inbox;
}

/**
 * The keys file of the last sync. One that the pinned root did not sign belongs to another organisation, such as an
 * earlier demo: everything that came with it is deleted.
 */
async function keptKeys(store: InboxStore, rootKey: Bytes): Promise<TrustedKeys | null> {
  const bytes = await store.keysFile();
  if (bytes === null) return null;
  try {
    return await trustKeysFile(bytes, null, rootKey);
  } catch {
    for (const desk of await store.desks()) await store.forgetDesk(desk);
    return null;
  }
}

function recognised(bytes: Bytes): SealedBackup | null {
  try {
    return readBackup(bytes);
  } catch {
    return null;
  }
}

/** Whatever goes wrong while unlocking is told as one plain refusal, and nothing is left open. */
async function refusalOf(opening: () => Promise<Refusal | null>): Promise<Refusal | null> {
  try {
    return await opening();
  } catch (error) {
    const wrong = error instanceof CandorError && error.code === 'wrong-passphrase';
    return wrong ? 'wrong-passphrase' : 'failed';
  }
}
