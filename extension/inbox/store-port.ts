import type { Bytes } from '../../shared/bytes.ts';
import type { SealedConcern } from './opening.ts';

/*
 * What the inbox asks of its store. Everything in it is sealed or public: nobody who reads the disk learns a word. All
 * bytes but whole files are base64url.
 */

export interface SealedEvent {
  /** SHA-256(EVENT). */
  readonly id: string;
  readonly desk: number;
  readonly sealed: string;
}

export interface SealedShare {
  /** Kid of the member's signing key. */
  readonly member: string;
  readonly desk: number;
  readonly deskKid: string;
  readonly sealed: string;
}

/** Where to go on reading; `null` from the start. */
export interface Cursors {
  readonly queue: string | null;
  readonly events: string | null;
}

export interface InboxStore {
  /** The member's wrapped backup file, if the member let this browser keep it. */
  backup(): Promise<Bytes | null>;
  putBackup(bytes: Bytes | null): Promise<void>;
  /** The verified public file `keys` of the last sync. */
  keysFile(): Promise<Bytes | null>;
  putKeysFile(bytes: Bytes): Promise<void>;

  cursors(desk: number): Promise<Cursors>;
  concerns(desk: number): Promise<SealedConcern[]>;
  /** Adds a page of the queue and moves the cursor, both or neither. */
  addConcerns(desk: number, concerns: readonly SealedConcern[], cursor: string | null): Promise<void>;
  events(desk: number): Promise<SealedEvent[]>;
  /** Adds a page of the team log and moves the cursor, both or neither. */
  addEvents(desk: number, events: readonly SealedEvent[], cursor: string | null): Promise<void>;

  /** Events made here that the mailroom does not have yet, in the order in which they were made. */
  waitingEvents(desk: number): Promise<SealedEvent[]>;
  addWaitingEvent(event: SealedEvent): Promise<void>;
  /** The mailroom has it now: it moves to the other events. */
  settleWaitingEvent(event: SealedEvent): Promise<void>;
  /** Taken back before it was posted. */
  dropWaitingEvent(event: SealedEvent): Promise<void>;

  shares(member: string): Promise<SealedShare[]>;
  putShares(shares: readonly SealedShare[]): Promise<void>;
  /** Deletes the concerns and shares of a desk's weekly keys. */
  forgetWeeks(desk: number, deskKids: readonly string[]): Promise<void>;
  /** Deletes everything of a desk that this browser has no member of any more. */
  forgetDesk(desk: number): Promise<void>;
  /** Desks that anything is kept of. */
  desks(): Promise<number[]>;
}
