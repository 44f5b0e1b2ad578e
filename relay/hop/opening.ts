import type { Bytes } from '../../shared/bytes.ts';
import type { HopOpener } from './hop-opener.ts';
import { isFromStaff } from './staff-tag.ts';

/** What is under the hop layer of a cell. */
export interface OpenedHop {
  readonly fromStaff: boolean;
  /** The first 8 bytes of SHA-256(MANIFEST). */
  readonly manifestHash: Bytes;
  readonly intake: Bytes;
}

/** Peels hop layers: most of the work that a cell makes. */
export interface CellOpening {
  /** `null` for a cell that was not sealed to the key. Rejects when it cannot be said. */
  open(cell: Bytes, hop: HopOpener): Promise<OpenedHop | null>;
  close(): Promise<void>;
}

/** Opens a cell at once, where one is. */
export function openHop(cell: Bytes, hop: HopOpener, staffKeys: readonly Bytes[]): OpenedHop | null {
  const opened = hop.open(cell);
  if (opened === null) return null;
  const { manifestHash, intake } = opened;
  return { fromStaff: isFromStaff(opened, hop.publicKey, staffKeys), manifestHash, intake };
}

/** Opening in the thread that asks. `opening-threads.ts` has others do it. */
export function openingHere(staffKeys: readonly Bytes[]): CellOpening {
  return {
    open: async (cell, hop) => openHop(cell, hop, staffKeys),
    close: async () => {},
  };
}
