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

/** One part of what a member tells the person behind a concern. */
export interface SealedPart {
  /** What the team log will say of it, sealed to the desk like any event, so that its words can be read again here. */
  readonly event: string;
  /** What goes to the mailroom: REPLY_SLOT. */
  readonly slot: string;
}

/**
 * An answer or a status that the mailroom has not taken yet. Its slots go first; only when they are taken does the team
 * log say so, since until then their tags may turn out to be used.
 */
export interface OutgoingReply {
  /** Stays the same when the slots have to be sealed anew. */
  readonly id: string;
  readonly desk: number;
  /** Posted by the inbox without a person's doing. */
  readonly automatic: boolean;
  readonly parts: readonly SealedPart[];
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
  /** Concerns in the order of their ids: all of them, or at most so many that come after an id. */
  concerns(desk: number, page?: { readonly after: string; readonly most: number }): Promise<SealedConcern[]>;
  /** Those of these that are still here. */
  concernsNamed(desk: number, ids: readonly string[]): Promise<SealedConcern[]>;
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

  /** Replies that wait to be posted, in the order in which they were made. */
  outgoing(desk: number): Promise<OutgoingReply[]>;
  /** Adds one, or puts it in the place of the one with its id. */
  putOutgoing(reply: OutgoingReply): Promise<void>;
  /** The mailroom has its slots: the events that say so wait in its place, both or neither. */
  settleOutgoing(reply: OutgoingReply, events: readonly SealedEvent[]): Promise<void>;
  dropOutgoing(reply: OutgoingReply): Promise<void>;

  shares(member: string): Promise<SealedShare[]>;
  putShares(shares: readonly SealedShare[]): Promise<void>;
  /** Deletes the concerns and shares of a desk's weekly keys. */
  forgetWeeks(desk: number, deskKids: readonly string[]): Promise<void>;
  /** Deletes concerns of a desk whose time is over. */
  forgetConcerns(desk: number, ids: readonly string[]): Promise<void>;
  /** Deletes everything of a desk that this browser has no member of any more. */
  forgetDesk(desk: number): Promise<void>;
  /** Desks that anything is kept of. */
  desks(): Promise<number[]>;
}
