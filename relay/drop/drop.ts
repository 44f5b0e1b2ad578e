import type { Bytes } from '../../shared/bytes.ts';

export const FILE_NAMES = ['keys', 'bulletin', 'index'] as const;
/** The public files that the manifest names. */
export type FileName = (typeof FILE_NAMES)[number];

/** A public file as the relay took it; `serial` never falls. */
export interface PublicFile {
  readonly name: FileName;
  readonly serial: number;
  readonly bytes: Bytes;
}

/** A file `keys` with another keyring, which takes the known one's place once everybody could have seen it. */
export interface AnnouncedKeys {
  readonly bytes: Bytes;
  readonly dueSeconds: number;
}

/** An X25519 key for the hop layer. Stored wrapped; deleted once `untilSeconds` has come. */
export interface HopKey {
  readonly publicKey: Bytes;
  readonly secretKey: Bytes;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** One of the mailroom's weekly keys, as far as the relay needs to know it. */
export interface IntakeKey {
  readonly kid: Bytes;
  /** From here on another key is in use, and cells for this one are stragglers. */
  readonly supersededSeconds: number;
  /** From here on its cells are refused, for ever. */
  readonly endsSeconds: number;
}

/** Everything a relay copy keeps in memory, read in one consistent look. */
export interface DropState {
  readonly files: Partial<Readonly<Record<FileName, { readonly serial: number; readonly hash: Bytes }>>>;
  /** Oldest first, with their secrets. */
  readonly hopKeys: readonly HopKey[];
  /** The current manifest first, then those that were current within the last two hours. */
  readonly manifests: readonly Bytes[];
  readonly intakeKeys: readonly IntakeKey[];
  /** Machines in the last pack of a key in use; 0 before the first. */
  readonly crowd: number;
}

/** A pack that waits for the mailroom. */
export interface PackSummary {
  /** 16 random bytes. */
  readonly id: Bytes;
  readonly intakeKid: Bytes;
  /** When its last window closed. */
  readonly closedSeconds: number;
  /** Cells in it. */
  readonly count: number;
}

/** The cells that wait for one intake key, as a window closes. */
export interface WaitingCells {
  readonly intakeKid: Bytes;
  /** All of them, those carried over included. */
  readonly cells: number;
  /** Those of the window that closes now. */
  readonly fresh: number;
  /** What the last judgement left: see `Verdict`. */
  readonly crowd: number;
  readonly stragglers: number;
}

/** The window that closes: its end on the clock, and how long it really was. */
export interface ClosingWindow {
  readonly closedSeconds: number;
  readonly lastedSeconds: number;
}

export interface Verdict {
  /** Machines that these cells are known to come from. */
  readonly crowd: number;
  /** Cells among them that came after their key was superseded. */
  readonly stragglers: number;
  /** Whether they become a pack now; otherwise they are carried over. */
  readonly release: boolean;
  /** Whether the pack's crowd is what the manifest tells everyone from now on. */
  readonly announce: boolean;
}

/** Decides what happens to waiting cells when a window closes. Pure: it runs inside a transaction. */
export type Judge = (waiting: WaitingCells, window: ClosingWindow) => Verdict;

/** What one step of closing a window did. */
export interface ClosingStep {
  /** Whether there is more to do right now. */
  readonly more: boolean;
  /** Present on the step that finished a window: its distinct cells, and the packs that it released. */
  readonly closed?: { readonly cells: number; readonly packs: number };
  /** Stored cells that could not be read back: 0 unless somebody wrote into the database. */
  readonly unreadable: number;
}

/**
 * The relay's store, shared by all its copies. Whatever must happen once, happens once however many copies ask for it
 * at the same time. Nothing in it tells the order in which cells came, or a time finer than the window; secrets are
 * in it only under a wrapping key that is kept elsewhere. Methods reject when the store cannot be reached or is full,
 * and then nothing has changed.
 */
export interface Drop {
  /**
   * Resolves once the cell is durable: `stored`, also when this very INTAKE was stored before (it is not kept twice, in
   * this window or a later one), or `refused` when its intake key is unknown or has ended.
   */
  accept(intake: Bytes, nowSeconds: number): Promise<'stored' | 'refused'>;

  /**
   * Does one bounded step of what closing a window takes: ends the open one when it is due, makes its cells ready, and
   * asks `judge` about every group of them. Call it again while `more`.
   */
  closeWindow(nowSeconds: number, windowSeconds: number, judge: Judge): Promise<ClosingStep>;

  /** The packs that wait, oldest first. */
  packs(): Promise<PackSummary[]>;
  /** The INTAKEs of a pack, sorted by SHA-256, a few at a time. Throws `not-found` when the pack goes meanwhile. */
  packCells(id: Bytes): AsyncIterable<Bytes>;
  /** The mailroom has it: it is deleted. `false` when there is no such pack. */
  confirmPack(id: Bytes): Promise<boolean>;

  state(): Promise<DropState>;
  /** A public file's bytes, or `null`. */
  file(name: FileName): Promise<Bytes | null>;
  /**
   * Puts a public file in place of the one with hash `replaces` (`null`: of none), together with the intake keys it
   * makes known. `false` when another one is there by now.
   */
  putFile(file: PublicFile, replaces: Bytes | null, intakeKeys?: readonly IntakeKey[]): Promise<boolean>;
  /** The keys that are announced, or `null`. */
  announcedKeys(): Promise<AnnouncedKeys | null>;
  /** Announces keys in place of those with hash `replaces` (`null`: of none). `false` when others are announced by now. */
  announceKeys(keys: AnnouncedKeys, replaces: Bytes | null): Promise<boolean>;
  /** Takes the announcement with that hash back, if it still stands. */
  forgetAnnouncedKeys(hash: Bytes): Promise<void>;
  /** A reply pack by its SHA-256, or `null`. */
  reply(hash: Bytes): Promise<Bytes | null>;
  putReply(hash: Bytes, bytes: Bytes): Promise<void>;
  /** Deletes reply packs that nobody lists any more. */
  deleteReplies(hashes: readonly Bytes[]): Promise<void>;

  /** `false` when there is a key for that start already. */
  addHopKey(key: HopKey): Promise<boolean>;
  /** Makes a manifest the current one, provided that `replaces` still is. `false` otherwise. */
  addManifest(bytes: Bytes, replaces: Bytes | null, nowSeconds: number): Promise<boolean>;

  /** Remembers a request's nonce until then. `false` when it is remembered already. */
  rememberNonce(nonce: string, untilSeconds: number): Promise<boolean>;

  /**
   * Destroys what has had its time: hop keys, manifests of more than two hours ago, nonces, hashes of intake keys that
   * ended, confirmed packs, and packs that more than `packWindows` windows have closed after. One bounded step; `true`
   * while there is more.
   */
  forget(nowSeconds: number, packWindows: number): Promise<boolean>;

  /** Finishes what is under way and closes. */
  close(): Promise<void>;
}

/** How long a manifest is remembered after another one took its place. */
export const MANIFEST_MEMORY_SECONDS = 7200;
