import type { Bytes, RandomBytes } from '../../../shared/bytes.ts';
import { type BackupStore, backupOn } from './backup.ts';
import { type DeskKeyStore, deskKeysOn } from './desk-keys.ts';
import { type IntakeKeyStore, intakeKeysOn } from './intake-keys.ts';
import { type PublicFileStore, publicFilesOn } from './public-files.ts';
import { type QueueStore, queueOn } from './queue.ts';
import { type ReplyStore, repliesOn } from './replies.ts';
import type { SqlDatabase } from './sql.ts';
import { type StandingStore, standingsOn } from './standings.ts';
import { type TeamLogStore, teamLogOn } from './team-log.ts';
import { type TurnStore, turnsOn } from './turns.ts';

/**
 * All that the mailroom remembers. Several copies may use one at the same time; everything a method has resolved is
 * durable. test/contract/mailroom-store.test.ts says what every engine must do.
 */
export interface MailroomStore
  extends PublicFileStore,
    IntakeKeyStore,
    QueueStore,
    DeskKeyStore,
    TeamLogStore,
    ReplyStore,
    StandingStore,
    TurnStore,
    BackupStore {
  /**
   * Writes the database's files anew, so that neither what was deleted nor the order of arrival can be read from them.
   * Takes time and space in proportion to the whole store.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Wraps intake secrets, 32 bytes, kept outside the database. */
  readonly wrapKey: Bytes;
  readonly random: RandomBytes;
}

export function mailroomStoreOn(db: SqlDatabase, options: StoreOptions): MailroomStore {
  return {
    ...publicFilesOn(db),
    ...intakeKeysOn(db, options),
    ...queueOn(db),
    ...deskKeysOn(db),
    ...teamLogOn(db),
    ...repliesOn(db),
    ...standingsOn(db),
    ...turnsOn(db),
    ...backupOn(db),
    scrub: () => db.scrub(),
    close: () => db.close(),
  };
}
