import { randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';
import { type Bytes, concat, utf8 } from '../../shared/bytes.ts';
import { CELL_SUITE, CELL_VERSION, staffTagOf } from '../../shared/cell.ts';
import { kidOf } from '../../shared/kid.ts';

/*
 * What shared/ seals, sealed by libsodium, which is faster at it: for benches that need many cells.
 */

await sodium.ready;

export const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

/** A CELL as `sealCell` makes it. */
export function fastCell(
  intake: Bytes,
  hop: { readonly publicKey: Bytes; readonly staffKey: Bytes; readonly manifestHash: Bytes },
): Bytes {
  const tag = staffTagOf(hop.staffKey, hop.publicKey, hop.manifestHash, intake);
  const inside = concat(utf8('CDh1'), tag, hop.manifestHash, intake);
  return concat(
    new Uint8Array([CELL_VERSION, CELL_SUITE]),
    kidOf(hop.publicKey),
    sodium.crypto_box_seal(inside, hop.publicKey),
  );
}
