import * as v from 'valibot';
import { bodyRoom, decodeBody, encodeBody } from './body.ts';
import type { Bytes } from './bytes.ts';
import { TEXT_LIMIT } from './concern.ts';
import { CandorError } from './errors.ts';

const followUpSchema = v.strictObject({
  v: v.literal(1),
  text: v.pipe(v.string(), v.regex(/\S/u), v.maxLength(TEXT_LIMIT)),
});

/** What a person adds to a concern, or answers to a desk's question, with the receipt at hand. */
export type FollowUp = v.InferOutput<typeof followUpSchema>;

/**
 * A follow-up as the deflated bytes of a message. Throws `bad-request` for no words at all, `too-long` for more than
 * 4,000 characters or than fit.
 */
export function encodeFollowUp(text: string): Bytes {
  if (text.length > TEXT_LIMIT) throw new CandorError('too-long');
  return encodeBody(parsed({ v: 1, text }, 'bad-request'));
}

/** Bytes of room left in a message that holds these words, negative where they do not fit. */
export function followUpRoom(text: string): number {
  return bodyRoom({ v: 1, text });
}

/** Reads the body of a follow-up. Throws `could-not-read` for whatever does not fit the schema. */
export function decodeFollowUp(body: Uint8Array): FollowUp {
  return parsed(decodeBody(body), 'could-not-read');
}

function parsed(value: unknown, code: 'bad-request' | 'could-not-read'): FollowUp {
  const result = v.safeParse(followUpSchema, value);
  if (!result.success) throw new CandorError(code);
  return result.output;
}
