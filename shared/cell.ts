import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { HASHING, type Hashing } from './hash.ts';
import { kidOf } from './kid.ts';
import { type BoxKeyPair, openSealed, seal } from './sealed-box.ts';
import { CELL, HOP, INTAKE, KID, MAGIC, MANIFEST_HASH, STAFF_TAG } from './sizes.ts';

/*
 * CELL = version(1) ‖ suite(1) ‖ kid of hop key(4) ‖ SB(hop, HOP)
 * HOP  = "CDh1" ‖ staffTag(16) ‖ manifestHash(8) ‖ INTAKE
 */

export const CELL_VERSION = 1;
export const CELL_SUITE = 1;
const HOP_MAGIC = utf8('CDh1');
const HEADER = 1 + 1 + KID;

/** What the relay finds under the hop layer. */
export interface OpenedCell {
  readonly staffTag: Bytes;
  readonly manifestHash: Bytes;
  readonly intake: Bytes;
}

/** Wraps an INTAKE for the hop: always 4,096 bytes. `manifestHash` is the 8 bytes of `manifestHashOf`. */
export function sealCell(
  intake: Uint8Array,
  hop: { publicKey: Uint8Array; staffKey: Uint8Array; manifestHash: Uint8Array },
  random: RandomBytes,
): Bytes {
  if (intake.length !== INTAKE || hop.manifestHash.length !== MANIFEST_HASH)
    throw new CandorError('bad-length');
  const tag = staffTagOf(hop.staffKey, hop.publicKey, hop.manifestHash, intake);
  const inside = concat(HOP_MAGIC, tag, hop.manifestHash, intake);
  return concat(
    new Uint8Array([CELL_VERSION, CELL_SUITE]),
    kidOf(hop.publicKey),
    seal(hop.publicKey, inside, random),
  );
}

/** The kid of the hop key a cell is sealed to, or `null` where length, version or suite are not ours. */
export function hopKidOf(cell: Uint8Array): Bytes | null {
  if (cell.length !== CELL || cell[0] !== CELL_VERSION || cell[1] !== CELL_SUITE) return null;
  return slice(cell, 2, HEADER);
}

/** Peels the hop layer with the key that `hopKidOf` named. `null` for whatever was not sealed to it. */
export function openCell(cell: Uint8Array, hop: BoxKeyPair): OpenedCell | null {
  return openCellWith(cell, kidOf(hop.publicKey), (sealed) => openSealed(hop, sealed));
}

/** `openCell` for one key and many cells: `open` does what `openSealed` does, in whatever way is fastest. */
export function openCellWith(
  cell: Uint8Array,
  kid: Uint8Array,
  open: (sealed: Uint8Array) => Bytes | null,
): OpenedCell | null {
  // The header stands outside the sealed box, so it is checked here: no bit of a cell may change and still open.
  const named = hopKidOf(cell);
  if (named === null || !equalBytes(named, kid)) return null;
  const inside = open(cell.subarray(HEADER));
  if (inside === null || inside.length !== HOP || !equalBytes(inside.subarray(0, MAGIC), HOP_MAGIC))
    return null;
  const hashAt = MAGIC + STAFF_TAG;
  const intakeAt = hashAt + MANIFEST_HASH;
  return {
    staffTag: slice(inside, MAGIC, hashAt),
    manifestHash: slice(inside, hashAt, intakeAt),
    intake: slice(inside, intakeAt),
  };
}

/** HMAC-SHA-256(staffKey, "candor staff 1" ‖ hop key ‖ manifestHash ‖ INTAKE), its first 16 bytes. */
export function staffTagOf(
  staffKey: Uint8Array,
  hopPublicKey: Uint8Array,
  manifestHash: Uint8Array,
  intake: Uint8Array,
  hashing: Hashing = HASHING,
): Bytes {
  return slice(
    hashing.hmacSha256(staffKey, utf8('candor staff 1'), hopPublicKey, manifestHash, intake),
    0,
    STAFF_TAG,
  );
}
