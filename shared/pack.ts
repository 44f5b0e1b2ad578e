import { type Bytes, concat, equalBytes, readU32, slice, u32, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { INTAKE, KID, MAGIC } from './sizes.ts';

/*
 * PACK = "CDp1" ‖ kid of intake key(4) ‖ hour(4: seconds since 1970 at which the window closed) ‖ count(4)
 *        ‖ INTAKE × count, sorted by SHA-256(INTAKE)
 */

const PACK_MAGIC = utf8('CDp1');
export const PACK_HEADER = MAGIC + KID + 4 + 4;

export interface PackHeader {
  readonly intakeKid: Bytes;
  readonly closedSeconds: number;
  readonly count: number;
}

export function encodePackHeader(header: PackHeader): Bytes {
  return concat(PACK_MAGIC, header.intakeKid, u32(header.closedSeconds), u32(header.count));
}

/** Throws `bad-length` for anything that is not the start of a pack. */
export function decodePackHeader(bytes: Uint8Array): PackHeader {
  if (bytes.length < PACK_HEADER || !equalBytes(bytes.subarray(0, MAGIC), PACK_MAGIC)) {
    throw new CandorError('bad-length', 'not a pack');
  }
  return {
    intakeKid: slice(bytes, MAGIC, MAGIC + KID),
    closedSeconds: readU32(bytes, MAGIC + KID),
    count: readU32(bytes, MAGIC + KID + 4),
  };
}

/**
 * Reads a pack as it streams in, one INTAKE at a time in flat memory (a pack of 10,000 machines is 1.2 GB). The first
 * value is the header. Throws `bad-length` when the stream ends early or has bytes to spare.
 */
export async function* readPack(stream: AsyncIterable<Uint8Array>): AsyncGenerator<PackHeader | Bytes> {
  let held: Bytes = new Uint8Array(0);
  let header: PackHeader | null = null;
  let read = 0;
  for await (const chunk of stream) {
    held = concat(held, chunk);
    let at = 0;
    if (header === null && held.length >= PACK_HEADER) {
      header = decodePackHeader(held);
      at = PACK_HEADER;
      yield header;
    }
    while (header !== null && read < header.count && held.length - at >= INTAKE) {
      yield slice(held, at, at + INTAKE);
      at += INTAKE;
      read++;
    }
    held = slice(held, at);
    // Said at once, so that a stream that never ends cannot pile up in memory.
    if (header !== null && read === header.count && held.length > 0) break;
  }
  if (header === null || read !== header.count || held.length > 0) {
    throw new CandorError('bad-length', 'the pack ended early or is too long');
  }
}
