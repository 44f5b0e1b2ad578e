import type { Bytes, RandomBytes } from '../../shared/bytes.ts';
import type { SigningKeyPair } from '../../shared/signing.ts';
import type { Drop } from '../drop/drop.ts';
import type { Log } from '../log.ts';
import type { CellOpening } from './opening.ts';
import type { HopSettings } from './settings.ts';

/** All that a relay copy stands on. */
export interface HopDeps {
  readonly drop: Drop;
  /** The relay's Ed25519 identity, which every install has pinned. */
  readonly identity: SigningKeyPair;
  /** Ed25519 public key of the organisation's root. */
  readonly rootKey: Bytes;
  /** One, or two while a new one is being handed out. */
  readonly staffKeys: readonly Bytes[];
  readonly settings: HopSettings;
  /** Who opens cells; without one, the thread that answers does. */
  readonly opening?: CellOpening;
  /** Seconds since 1970. */
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly log: Log;
}
