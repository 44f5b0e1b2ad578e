import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { concat, readU32, slice, u32 } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { HASH } from '../../shared/sizes.ts';
import type { QueueCursor } from './store/queue.ts';

/*
 * Where a reader has come to, as text that the reader keeps and does not interpret. The empty text is the beginning.
 * Queue: round(4) ‖ id(32). Team log: number(4).
 */

const NUMBER = 4;

export function encodeQueueCursor(cursor: QueueCursor): string {
  return toBase64url(concat(u32(cursor.round), cursor.id));
}

/** Throws `bad-request` for a text that is no cursor. */
export function decodeQueueCursor(text: string): QueueCursor | null {
  if (text === '') return null;
  const bytes = fromBase64url(text);
  if (bytes.length !== NUMBER + HASH) throw new CandorError('bad-request');
  return { round: readU32(bytes, 0), id: slice(bytes, NUMBER) };
}

export function encodeEventCursor(number: number): string {
  return toBase64url(u32(number));
}

/** Throws `bad-request` for a text that is no cursor. */
export function decodeEventCursor(text: string): number {
  if (text === '') return 0;
  const bytes = fromBase64url(text);
  if (bytes.length !== NUMBER) throw new CandorError('bad-request');
  return readU32(bytes, 0);
}
