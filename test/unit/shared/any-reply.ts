import fc from 'fast-check';
import { CLOSING_REASONS, type Reply } from '../../../shared/reply.ts';
import { addDays } from '../../../shared/weeks.ts';

/** Words in several scripts, with all that JSON escapes, and none of what a reply may not hold. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  .map((text) => text.replace(/(?![\n\t\u061C\u200C-\u200F])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '·'));
const day = fc.nat(3000).map((days) => addDays('2026-01-01', days));

const said = fc.oneof(
  fc.record({ status: fc.constantFrom('acknowledged' as const, 'in-review' as const, 'done' as const) }),
  fc.record({ status: fc.constant('planned' as const), day }),
  fc.record({ status: fc.constant('closed' as const), reason: fc.constantFrom(...CLOSING_REASONS) }),
);

/** Replies as a desk can make them. */
export const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.constant({ type: 'opened' as const }),
  said.map((one) => ({ type: 'status' as const, ...one })),
  fc.tuple(said, words).map(([one, text]) => ({ type: 'status' as const, ...one, text })),
  fc.record({ type: fc.constantFrom('answer' as const, 'question' as const), text: words }),
  fc.tuple(said, words).map(([one, text]) => ({ type: 'answer' as const, ...one, text })),
  fc.record({ type: fc.constant('question' as const), day, text: words }),
);
