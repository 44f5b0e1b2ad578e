import { type Bytes, slice } from '../../shared/bytes.ts';
import { KID } from '../../shared/sizes.ts';
import { cellHash, markOf } from './cell-hash.ts';
import type { Windows } from './windows.ts';

/** A cell as it goes into the drop. */
export interface HiddenCell {
  /** Its id in the open window, and in the one that is closing (the same where none is). */
  readonly id: Bytes;
  readonly earlierId: Bytes;
  readonly kid: Bytes;
  readonly mark: Bytes;
  /** The INTAKE under the open window's key. */
  readonly cell: Bytes;
}

/** Hides INTAKEs under the open window's key, sorted by id: whatever order they came in goes no further. */
export function hideCells(intakes: readonly Bytes[], { open, closing }: Windows): HiddenCell[] {
  return intakes
    .map((intake) => {
      const hash = cellHash(intake);
      const id = open.key.idOf(hash);
      return {
        id,
        earlierId: closing === null ? id : closing.key.idOf(hash),
        kid: slice(intake, 1, 1 + KID),
        mark: markOf(hash),
        cell: open.key.seal(intake, id),
      };
    })
    .sort((a, b) => Buffer.compare(a.id, b.id));
}
