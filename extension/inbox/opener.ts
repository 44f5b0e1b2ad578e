import type { KeyRecord } from '../../shared/key-records.ts';
import type { Desk, Keyring } from '../../shared/keyring.ts';
import type { BoxKeyPair } from '../../shared/sealed-box.ts';
import type { OpenedShares } from './desk-keys.ts';
import type { OpenedEvent } from './events.ts';
import type { OpenedConcern, SealedConcern } from './opening.ts';
import type { SealedEvent, SealedShare } from './store-port.ts';

/** A desk's weekly key pairs by kid (base64url). */
export type DeskKeys = ReadonlyMap<string, BoxKeyPair>;

/**
 * The seam behind which everything sealed is opened, away from the page's own thread. Results come in any order.
 */
export interface Opener {
  /** Hands results over in as many portions as it likes; the promise ends with the last. */
  openMany(
    batch: readonly SealedConcern[],
    keys: DeskKeys,
    onOpened: (opened: readonly OpenedConcern[]) => void,
  ): Promise<void>;
  openEvents(
    batch: readonly SealedEvent[],
    keys: DeskKeys,
    of: { readonly desk: Desk; readonly keyring: Keyring },
  ): Promise<readonly OpenedEvent[]>;
  openShares(
    batch: readonly SealedShare[],
    memberBox: BoxKeyPair,
    of: { readonly desk: number; readonly records: readonly KeyRecord[] },
  ): Promise<OpenedShares>;
  /** Gives texts with names covered, as `masked` does. Without it the page looks them over itself. */
  cover?(texts: readonly string[]): Promise<readonly string[]>;
  /** Stops whatever is under way and forgets every key. Nothing is handed over after it. */
  close(): void;
}
