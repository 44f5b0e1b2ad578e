import { toBase64url } from '../../shared/base64url.ts';
import type { Bulletin } from '../../shared/bulletin.ts';
import { type Bytes, equalBytes } from '../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../shared/errors.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import type { MemberKeys } from '../../shared/member-keys.ts';
import { alikeAmong } from './alike.ts';
import { AT_FIRST, type Browse, type BrowseChange, browseAfter, shownItems } from './browse.ts';
import type { Basics, BasicsProblem } from './bulletin-basics.ts';
import type { DeskRoom } from './desk-room.ts';
import { type Books, booksOf } from './inspection/books.ts';
import { type Lookout, lookout } from './lookout.ts';
import { fetchKeysFile } from './mailroom-client.ts';
import type { FileToSave } from './new-member.ts';
import type { Opener } from './opener.ts';
import { answersByGroup } from './pulse/counting.ts';
import type { PulseDraft } from './pulse/drafting.ts';
import { type QueueItem, unread } from './queue.ts';
import type { AnswerDraft } from './replies.ts';
import { openSession, type Session, type SessionDeps } from './session.ts';
import { similarTo } from './similar.ts';
import type { InboxStore } from './store-port.ts';
import { type Search, SHORTEST_SEARCH, searchSubject } from './subject-access.ts';
import { desksOf, type TrustedKeys, trustKeysFile } from './sync.ts';
import type { Action } from './triage.ts';
import { readBackup, type SealedBackup } from './unlock.ts';
import { type InboxView, openView, type Refusal, type Row, rowsOf } from './view.ts';
import { mergedInto } from './visible-queue.ts';

const NOTHING: Promise<readonly string[]> = Promise.resolve([]);
/** The page locks itself after so long without a key or a hand. */
export const IDLE_SECONDS = 600;
/** What is done to a concern and to all that say the same: each person behind them is told. */
const FOR_ALL: ReadonlySet<Action['type']> = new Set(['acknowledged', 'in-review', 'closed'] as const);
/** A concern that was before somebody's eyes for so long was opened: flicking past it is not. */
export const READ_SECONDS = 2;

export interface InboxDeps extends Omit<SessionDeps, 'opener' | 'changed'> {
  readonly relayKey: Bytes;
  readonly demo: boolean;
  /** How often the open inbox asks the mailroom. */
  readonly syncSeconds: number;
  readonly opener: () => Opener;
  /** `unlock` of unlock.ts, away from the page's own thread: stretching a passphrase takes about half a second. */
  readonly unlock: (backup: SealedBackup, passphrase: string) => Promise<MemberKeys>;
  /** The bulletin that every install has, verified against the keyring; `null` while there is none. */
  readonly bulletin: (keyring: Keyring) => Promise<Bulletin | null>;
}

/**
 * The inbox page as a machine: locked or open, what it shows, what can be asked of it. It holds keys and words only
 * while it is open. `tick` is to be called about once a second.
 */
export interface Inbox {
  view(): InboxView;
  /** Whether words may be shown: known at once, while a view of a long queue takes some milliseconds. */
  isOpen(): boolean;
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
  /** Answers whoever wrote a concern, and all who wrote the same, or asks them something. */
  answer(concern: string, draft: AnswerDraft): Promise<void>;
  /** Messages of the list with nearly the same words, largest group first. */
  alike(): readonly AlikeRows[];
  /** Keeps words for answers under a name, for the whole desk; no words drop what is there. */
  keepTemplate(name: string, text: string): Promise<void>;
  undo(): Promise<void>;
  sync(): Promise<void>;
  /** Does something that is about the desk and not about one concern. */
  tell(action: Action): Promise<void>;
  /** Publishes what every computer shows: what came of it, or what is wrong. */
  publish(basics: Basics): Promise<BasicsProblem | 'failed' | 'saved'>;
  /** Writes a pulse for a colleague to agree on; whether it could. */
  ask(draft: PulseDraft): Promise<boolean>;
  agreeToAsk(event: string): Promise<void>;
  /** A recovery file with these colleagues' parts; `null` when it could not be made. */
  recovery(helpers: readonly string[]): Promise<FileToSave | null>;
  /** This member's part of a colleague's recovery file; `null` when it holds none. */
  help(file: Bytes): { readonly label: string; readonly word: string } | null;
  /**
   * Looks for somebody by name in everything that is kept here, for the request of that number, and writes down that it
   * did; `null` when that could not be written down: then nothing is found.
   */
  searchSubject(words: string, reference: string): Promise<Search | null>;
  /** This member's card, as text; `null` while the inbox is locked. */
  card(): string | null;
  /** Concerns that may say the same as one, the most alike first. */
  similar(concern: string): readonly Row[];
  /** What an inspection pack of the open desk is made of; `null` while not everything here has been opened. */
  forInspection(): Books | null;
  /** What the open desk's trends are made of while somebody looks at them, `null` otherwise. */
  forTrends():
    | (Pick<Bulletin, 'places' | 'stories'> & {
        readonly items: readonly QueueItem[];
        /** Of the last 90 days, by group of places. */
        readonly pulseAnswers: ReadonlyMap<string, number>;
      })
    | null;
}

/** A group of messages that look alike: their ids, and the first words of one of them. */
export interface AlikeRows {
  readonly ids: readonly string[];
  readonly first: string;
}

/** Words for one concern, as they were written. */
interface Told {
  readonly concern: string;
  readonly draft: AnswerDraft;
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
  let lookingOver: Lookout | null = null;
  let shownBefore: readonly string[] = [];
  let bulletin: Bulletin | null = null;
  let problem: ErrorCode | null = null;
  let touchedAt = 0;
  let syncedAt = 0;
  let couldUndo = false;
  let readingSince = 0;
  let told: Told | null = null;
  let returned: Told | null = null;
  let named: { readonly blob: Bytes; readonly words: string } | null = null;
  let current: InboxView | null = null;

  const changed = (): void => {
    current = null;
    for (const listener of listeners) listener();
  };
  /** Worked out once for each keyring: people compare these words with a poster, so nothing else may change them. */
  const words = (): string | null => {
    if (trusted === null) return null;
    const blob = trusted.keys.keyringBlob;
    if (named === null || !equalBytes(named.blob, blob)) {
      named = { blob: blob.slice(), words: fingerprint(deps.rootKey, deps.relayKey, blob) };
    }
    return named.words;
  };
  const room = (): DeskRoom | null => {
    const rooms = session?.rooms() ?? [];
    return rooms.find((candidate) => candidate.desk().id === browse.desk) ?? rooms[0] ?? null;
  };
  const shown = (): readonly QueueItem[] => {
    const items = shownItems(room()?.queue(deps.today()).concerns ?? [], browse, shownBefore, lookingOver);
    shownBefore = items.map(({ id }) => id);
    return items;
  };
  const build = (): InboxView => {
    if (!started) return { phase: 'starting' };
    if (session !== null) {
      trusted = session.trusted();
      const around = {
        demo: deps.demo,
        fingerprint: words() ?? '',
        bulletin: session.bulletin() ?? bulletin,
        problem,
        returned,
        today: deps.today(),
        lookout: lookingOver,
      };
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
    const opener = deps.opener();
    const opened = openSession({ ...deps, opener, changed }, keys, trusted);
    lookingOver =
      opener.cover === undefined ? null : lookout((texts) => opener.cover?.(texts) ?? NOTHING, changed);
    session = opened;
    browse = { ...AT_FIRST, desk: room()?.desk().id ?? null };
    touchedAt = deps.clock();
    return null;
  };

  /** After unlocking: what lies here first, so that something can be read, then what is new. */
  const fill = async (): Promise<void> => {
    const opened = session;
    if (opened === null) return;
    bulletin = await deps.bulletin(opened.trusted().keys.keyring);
    await opened.load().catch(() => undefined);
    if (session === opened) await sync();
  };

  /** Does something that can be undone, and says whether it could be done. */
  const tried = async (act: () => Promise<void>): Promise<boolean> => {
    try {
      await act();
      problem = null;
      couldUndo = true;
    } catch (error) {
      problem = error instanceof CandorError ? error.code : 'could-not-read';
    }
    changed();
    return problem === null;
  };

  const inbox: Inbox = {
    view() {
      current ??= build();
      return current;
    },
    isOpen: () => session !== null,
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
      const at = room();
      if (at !== null && browse.selected !== null && now - readingSince >= READ_SECONDS) {
        void session.read(at, browse.selected).catch(() => undefined);
      }
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
      lookingOver = null;
      browse = AT_FIRST;
      shownBefore = [];
      problem = null;
      told = null;
      returned = null;
      bulletin = null;
      idle = why === 'idle';
      changed();
    },

    browse(change) {
      const before = browse.selected;
      browse = browseAfter(browse, change, shown());
      if (browse.selected !== before) {
        readingSince = deps.clock();
        // It went back into its box, and the page keeps it from there.
        if (returned?.concern === before) returned = null;
      }
      problem = null;
      changed();
    },
    async act(concerns, action) {
      const at = room();
      if (session === null || at === null) return;
      const queue = at.queue(deps.today());
      const { items } = queue;
      const asked = concerns.filter((id) => at.has(id));
      const others = FOR_ALL.has(action.type)
        ? asked.flatMap((id) => mergedInto(queue, id).map((other) => other.id))
        : [];
      const mine = [...new Set([...asked, ...others])];
      // Whoever acknowledges a concern has read what was added to it as well.
      const added = mine.flatMap((id) => {
        const item = items.get(id);
        return item === undefined ? [] : unread(item).map((followUp) => followUp.id);
      });
      try {
        await session.act(at, action.type === 'acknowledged' ? [...mine, ...added] : mine, action);
        problem = null;
        couldUndo = true;
      } catch (error) {
        problem = error instanceof CandorError ? error.code : 'could-not-read';
      }
      changed();
    },
    async answer(concern, draft) {
      const at = room();
      if (session === null || at === null || !at.has(concern)) return;
      const others = mergedInto(at.queue(deps.today()), concern).map(({ id }) => id);
      try {
        await session.answer(at, [concern, ...others], draft);
        told = { concern, draft };
        returned = null;
        problem = null;
        couldUndo = true;
      } catch (error) {
        problem = error instanceof CandorError ? error.code : 'could-not-read';
        // The words are not lost: they come back to where they were written.
        returned = { concern, draft };
      }
      changed();
    },
    alike() {
      const opened = session;
      if (opened === null) return [];
      return alikeAmong(shown()).map(({ items }) => ({
        ids: items.map(({ id }) => id),
        first: rowsOf(items.slice(0, 1), opened)[0]?.words ?? '',
      }));
    },
    async keepTemplate(name, text) {
      const at = room();
      if (session === null || at === null) return;
      try {
        await session.act(at, [null], { type: 'template', name, text });
        couldUndo = true;
      } catch (error) {
        problem = error instanceof CandorError ? error.code : 'could-not-read';
      }
      changed();
    },
    async undo() {
      const what = session?.undoable()?.what;
      await session?.undo();
      if (what === 'answered' || what === 'asked') returned = told;
      couldUndo = false;
      changed();
    },
    sync,
    forInspection() {
      const at = room();
      if (session === null || at === null) return null;
      return booksOf(at, session.trusted().keys.keyring, session.member, deps.today());
    },
    forTrends() {
      const at = room();
      if (session === null || at === null || browse.shelf !== 'trends') return null;
      const { concerns, signals } = at.queue(deps.today());
      return {
        items: [...concerns, ...signals],
        places: bulletin?.places ?? [],
        stories: bulletin?.stories ?? [],
        pulseAnswers: answersByGroup(at.pulseAnswers(), deps.today()),
      };
    },
    async tell(action) {
      const at = room();
      if (session === null || at === null) return;
      try {
        await session.act(at, [null], action);
        problem = null;
        couldUndo = true;
      } catch (error) {
        problem = error instanceof CandorError ? error.code : 'could-not-read';
      }
      changed();
    },
    async ask(draft) {
      const at = room();
      const opened = session;
      return opened !== null && at !== null && tried(() => opened.ask(at, draft));
    },
    async agreeToAsk(event) {
      const at = room();
      const opened = session;
      if (opened !== null && at !== null) await tried(() => opened.agreeToAsk(at, event));
    },
    async searchSubject(words, reference) {
      const at = room();
      if (session === null || at === null || words.trim().length < SHORTEST_SEARCH) return null;
      const search = searchSubject(at, words, session.member, deps.today());
      try {
        await session.noteSearch(at, reference, search.hits.length);
        return search;
      } catch {
        return null;
      }
    },
    card: () => session?.card() ?? null,
    async publish(basics) {
      try {
        return (await session?.publish(basics)) ?? 'saved';
      } catch {
        return 'failed';
      }
    },
    async recovery(helpers) {
      return (await session?.recovery(helpers).catch(() => null)) ?? null;
    },
    help(file) {
      try {
        return session?.help(file) ?? null;
      } catch {
        return null;
      }
    },
    similar(concern) {
      const at = room();
      if (session === null || at === null) return [];
      return rowsOf(similarTo(at.queue(deps.today()), concern), session);
    },
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
