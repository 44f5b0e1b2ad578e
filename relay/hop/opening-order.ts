import type { Bytes } from '../../shared/bytes.ts';
import { INTAKE, MANIFEST_HASH } from '../../shared/sizes.ts';
import type { HopKey } from '../drop/drop.ts';

/*
 * What opening-threads.ts and its threads say to each other.
 */

export interface OpeningData {
  readonly staffKeys: readonly Bytes[];
}

export interface OpeningOrder {
  /** The keys of this order. The thread forgets all others. */
  readonly keys: readonly HopKey[];
  /** Which of them each cell names. */
  readonly keyOf: readonly number[];
  /** CELLs, one after the other. */
  readonly cells: Bytes;
}

/*
 * One row for each cell: found(1) ‖ manifest hash(8) ‖ INTAKE.
 */
export const UNREADABLE = 0;
export const STRANGER = 1;
export const FROM_STAFF = 2;
export const HASH_AT = 1;
export const INTAKE_AT = HASH_AT + MANIFEST_HASH;
export const ROW = INTAKE_AT + INTAKE;
