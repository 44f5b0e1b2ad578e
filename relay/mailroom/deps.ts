import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import type { Log } from '../log.ts';
import type { DailyLineSettings } from './daily-line/daily-lines.ts';
import type { MailroomStore } from './store/store.ts';

export interface MailroomSettings {
  /** How often packs are fetched and the relay's public files are compared. */
  readonly pullSeconds: number;
  /** Envelopes are deleted when more than this many days have passed since their release day. At least 120. */
  readonly retentionDays: number;
  /** IANA name: what "today" means. */
  readonly timeZone: string;
  /** For how many weeks after the current one keys are made. */
  readonly keyWeeksAhead: number;
  /** How long an intake key outlives its week, for cells that waited in an outbox. */
  readonly intakeKeepDays: number;
  /** How many reply packs a round brings, whether or not anybody has answered. */
  readonly replyPacksPerDay: number;
  /** How long a round is: a day, but in the demo. */
  readonly replyPackSeconds: number;
}

/** What the mailroom is made of. Several copies may share one store. */
export interface MailroomDeps {
  readonly store: MailroomStore;
  /** Ed25519: signs intake keys, the reply index and the requests to the relay. */
  readonly identity: SigningKeyPair;
  /** The organisation's root, Ed25519. */
  readonly rootKey: Bytes;
  readonly settings: MailroomSettings;
  /** Seconds since 1970. */
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly log: Log;
  readonly relayFetch: (request: Request) => Promise<Response>;
  readonly relayUrl: string;
  /** Where the daily line goes; without it none is sent, and nobody's looking is remembered. */
  readonly dailyLine?: DailyLineSettings;
}
