import type { Bytes } from '../../shared/bytes.ts';
import { type OpenedCell, openCellWith } from '../../shared/cell.ts';
import { kidOf } from '../../shared/kid.ts';
import type { HopKey } from '../drop/drop.ts';
import { fastOpener } from '../sealed-box-fast.ts';

/** A hop key made ready to open cells. */
export interface HopOpener {
  readonly kid: Bytes;
  /** With its secret, for a thread that opens. */
  readonly key: HopKey;
  readonly publicKey: Bytes;
  readonly untilSeconds: number;
  open(cell: Bytes): OpenedCell | null;
}

export function hopOpener(key: HopKey): HopOpener {
  const kid = kidOf(key.publicKey);
  const open = fastOpener(key);
  return {
    kid,
    key,
    publicKey: key.publicKey,
    untilSeconds: key.untilSeconds,
    open: (cell) => openCellWith(cell, kid, open),
  };
}
