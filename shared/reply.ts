import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import { dayField, jsonBytes, parseJson } from './json-fields.ts';

/*
 * What a desk tells the person behind a concern. The wire form of a reply is JSON; where it stands says its type.
 */

/** In the order of their numbers. opened: posted by the inbox itself, proof that a desk has read the concern. */
export const REPLY_TYPES = ['opened', 'status', 'answer', 'question'] as const;
export type ReplyType = (typeof REPLY_TYPES)[number];

/** What a desk can say of a concern in one word. "planned" comes with a day, "closed" with a reason. */
export const REPLY_STATUSES = ['acknowledged', 'in-review', 'planned', 'done', 'closed'] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

/** moved: it goes on elsewhere, in a system or office that must deal with it. */
export const CLOSING_REASONS = ['resolved', 'not-substantiated', 'not-safety', 'duplicate', 'moved'] as const;

/** Control and format characters can make a text look like another one; joiners and direction marks are honest. */
const HIDDEN = /(?![\n\t\u061C\u200C-\u200F])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((words) => !HIDDEN.test(words), 'hidden characters'),
);
const status = v.picklist(REPLY_STATUSES);
const said = {
  status: v.optional(status),
  /** Belongs to "closed". */
  reason: v.optional(v.picklist(CLOSING_REASONS)),
  /** The day by which the desk promises the next step. */
  day: v.optional(dayField),
};

/** All that the JSON of any reply may hold; its type stands beside it. */
const fieldsSchema = v.strictObject({ ...said, text: v.optional(text) });

export const replySchema = v.pipe(
  v.variant('type', [
    v.strictObject({ type: v.literal('opened') }),
    v.strictObject({ type: v.literal('status'), ...said, status, text: v.optional(text) }),
    v.strictObject({ type: v.literal('answer'), ...said, text }),
    v.strictObject({ type: v.literal('question'), ...said, text }),
  ]),
  v.check((reply) => reply.type === 'opened' || isWhole(reply), 'a status without what belongs to it'),
);

export type Reply = v.InferOutput<typeof replySchema>;

/** The JSON of a reply without its type, fields in one order. Throws `bad-request` for one that could not be read. */
export function encodeReply(reply: Reply): Bytes {
  if (!v.is(replySchema, reply)) throw new CandorError('bad-request', 'not a reply');
  if (reply.type === 'opened') return jsonBytes({});
  const { status, reason, day, text } = reply;
  return jsonBytes({ status, reason, day, text });
}

/** Reads the JSON of a reply. Throws `could-not-read`. */
export function decodeReply(type: ReplyType, bytes: Uint8Array): Reply {
  const fields = parseJson(fieldsSchema, bytes, 'reply', 'could-not-read');
  const read = v.safeParse(replySchema, { ...fields, type });
  if (!read.success) throw new CandorError('could-not-read');
  return read.output;
}

interface Said {
  readonly status?: ReplyStatus | undefined;
  readonly reason?: string | undefined;
  readonly day?: string | undefined;
}

function isWhole({ status, reason, day }: Said): boolean {
  return (status === 'closed') === (reason !== undefined) && (status !== 'planned' || day !== undefined);
}
