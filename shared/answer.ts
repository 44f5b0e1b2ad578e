import { type Bytes, concat, equalBytes, type RandomBytes, slice, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { HASHING, type Hashing } from './hash.ts';
import { ACK, ANSWER, MANIFEST } from './sizes.ts';

/*
 * ANSWER = status(1) ‖ ack(16) ‖ manifest(256)
 * ack = HMAC-SHA-256(SHA-256("candor ack 1" ‖ INTAKE), status ‖ manifest), its first 16 bytes;
 *       random bytes where the cell could not be opened.
 */

const STATUSES = ['stored', 'stale', 'refused'] as const;

/** stored: durable in the drop. stale: the sender's manifest is old, nothing stored. refused: nothing stored. */
export type CellStatus = (typeof STATUSES)[number];

export interface Answer {
  readonly status: CellStatus;
  readonly manifest: Bytes;
  /** Whether the ack shows that the relay itself opened this very INTAKE. Only then does `status` mean anything. */
  readonly authentic: boolean;
}

/**
 * `intake` is `null` where the cell could not be opened: the ack is then random bytes of the same length.
 * Throws `bad-length` for a manifest that is not one.
 */
export function encodeAnswer(
  status: CellStatus,
  intake: Uint8Array | null,
  manifest: Uint8Array,
  random: RandomBytes,
  hashing: Hashing = HASHING,
): Bytes {
  if (manifest.length !== MANIFEST) throw new CandorError('bad-length');
  const statusByte = new Uint8Array([STATUSES.indexOf(status)]);
  const filling = random(ACK);
  const ack = intake === null ? filling : ackOf(intake, statusByte, manifest, hashing);
  return concat(statusByte, ack, manifest);
}

/** Reads an answer to the cell that carried `intake`. Throws `bad-length` for anything that is not one. */
export function decodeAnswer(bytes: Uint8Array, intake: Uint8Array): Answer {
  const status = STATUSES[bytes[0] ?? STATUSES.length];
  if (bytes.length !== ANSWER || status === undefined) throw new CandorError('bad-length');
  const manifest = slice(bytes, ANSWER - MANIFEST);
  const authentic = equalBytes(
    bytes.subarray(1, 1 + ACK),
    ackOf(intake, bytes.subarray(0, 1), manifest, HASHING),
  );
  return { status, manifest, authentic };
}

function ackOf(
  intake: Uint8Array,
  statusByte: Uint8Array,
  manifest: Uint8Array,
  { sha256, hmacSha256 }: Hashing,
): Bytes {
  return slice(hmacSha256(sha256(utf8('candor ack 1'), intake), statusByte, manifest), 0, ACK);
}
