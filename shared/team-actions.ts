import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { pledgeFields } from './bulletin.ts';
import { caseFields } from './case-card.ts';
import { blobField, dayField, hashField, kidField, shortText } from './json-fields.ts';
import { countedFields } from './pulse-count.ts';
import { CLOSING_REASONS, replySchema } from './reply.ts';
import { SIGNATURE } from './sizes.ts';
import { HARM_GRADES } from './taxonomy.ts';

/*
 * What a member of a desk can do, as the team log keeps it. Colleagues are kids; there is no field for anybody else.
 */

/** So many concerns one event can acknowledge, or put away as junk, beside its own. */
export const MOST_ACKNOWLEDGED_TOGETHER = 49;
/** Characters of a note, of a closing line or of a summary. */
export const NOTE_LIMIT = 2000;
export const TAG_LIMIT = 40;
export const TEMPLATE_NAME_LIMIT = 40;
/** Where a concern goes that must not stay in a queue. */
export const ROUTES = ['incident-system', 'duty-of-candour', 'safeguarding', 'police', 'other'] as const;
export type Route = (typeof ROUTES)[number];
export type ClosingReason = (typeof CLOSING_REASONS)[number];

const words = v.pipe(v.string(), v.maxLength(NOTE_LIMIT));
const someWords = v.pipe(words, v.minLength(1));
const others = v.optional(v.pipe(v.array(hashField), v.maxLength(MOST_ACKNOWLEDGED_TOGETHER)));
const signatureField = v.pipe(
  blobField,
  v.check((bytes) => bytes.length === SIGNATURE, 'not a signature'),
);
/** Characters of one concern's words as they are handed over: its own, what was added, what the desk wrote. */
export const DISCLOSED_LIMIT = 20_000;
const disclosedText = v.pipe(v.string(), v.minLength(1), v.maxLength(DISCLOSED_LIMIT));
const replyIndexField = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffffffff));

export const actionSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('acknowledged'),
    /** Signals are acknowledged in bulk: the ids of the others. */
    also: others,
  }),
  /** Kid of the member who looks after the concern; `null` for nobody. */
  v.strictObject({ type: v.literal('assigned'), to: v.nullable(kidField) }),
  v.strictObject({ type: v.literal('noted'), text: someWords }),
  /** Being looked into; also what reopens a closed concern. */
  v.strictObject({ type: v.literal('in-review') }),
  /** `line` says what was learned or changed, or why there is nothing to. */
  v.strictObject({ type: v.literal('closed'), reason: v.picklist(CLOSING_REASONS), line: words }),
  /** What the person behind the concern is told, and its place among that receipt's replies: nobody takes it again. */
  v.strictObject({ type: v.literal('replied'), index: replyIndexField, reply: replySchema }),

  /** Put away without a word to anybody: advertising, or one text by the hundred. */
  v.strictObject({ type: v.literal('junk'), also: others }),
  /** Of the desk: words for answers under a name, for every colleague; without words it is dropped. */
  v.strictObject({
    type: v.literal('template'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(TEMPLATE_NAME_LIMIT)),
    text: words,
  }),

  /** Harm is graded here and never asked of whoever wrote; `null` takes the grade back. */
  v.strictObject({ type: v.literal('graded'), harm: v.nullable(v.picklist(HARM_GRADES)) }),
  v.strictObject({
    type: v.literal('tagged'),
    tag: v.pipe(v.string(), v.minLength(1), v.maxLength(TAG_LIMIT)),
    on: v.boolean(),
  }),
  /** Says the same as another concern, and is dealt with there; `null` parts them again. */
  v.strictObject({ type: v.literal('merged'), into: v.nullable(hashField) }),
  /** "This is about me": the author steps aside, and only a colleague can bring them back. */
  v.strictObject({ type: v.literal('recused') }),
  v.strictObject({ type: v.literal('readmitted'), who: kidField }),
  /** Two members' events show the names in a concern. */
  v.strictObject({ type: v.literal('revealed') }),

  // What follows counts once another member has confirmed it.
  v.strictObject({
    type: v.literal('moved'),
    route: v.picklist(ROUTES),
    /** The system or office by its name. */
    name: shortText,
    /** The number it is known by there. */
    reference: shortText,
  }),
  v.strictObject({ type: v.literal('held'), reason: shortText }),
  v.strictObject({ type: v.literal('released'), reason: shortText }),
  /** A summary for the records system, cleared of names; the concern itself is deleted in its time. */
  v.strictObject({ type: v.literal('recorded'), summary: someWords }),
  v.strictObject({ type: v.literal('told'), said: shortText, did: shortText }),
  /** Of the desk: what a leader promises to whoever speaks up, for everybody to read. */
  v.strictObject({ type: v.literal('pledged'), ...pledgeFields }),
  /** What was learned, for other hospitals; with `from`, what another one learned, for everybody here to read. */
  v.strictObject({ type: v.literal('learned'), from: v.optional(shortText), ...caseFields }),
  /** What is handed over to somebody who asked what is kept about them: a concern's words, others' names covered. */
  v.strictObject({ type: v.literal('disclosed'), reference: shortText, text: disclosedText }),
  /** Of the desk: a pulse for everybody, as the bytes that two members sign, and the author's signature of them. */
  v.strictObject({ type: v.literal('asked'), pulse: blobField, signature: signatureField }),
  /** A second member's word on any of these, by the event's id; for a pulse with their signature of it. */
  v.strictObject({
    type: v.literal('confirmed'),
    event: hashField,
    signature: v.optional(signatureField),
  }),
  v.strictObject({ type: v.literal('withdrawn'), event: hashField }),

  /** A held concern, as the body of its message, under the key of this week: it outlives its own key. */
  v.strictObject({
    type: v.literal('kept'),
    copy: blobField,
    /** The day of its release, and why it is held. */
    released: dayField,
    reason: shortText,
  }),
  /** Of the desk: how many concerns of a week (ISO 8601) were deleted when their time was over. */
  v.strictObject({
    type: v.literal('deleted'),
    week: v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/)),
    concerns: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  /** Of the desk: somebody was looked for by name, for this request, in so many concerns. The name stands nowhere. */
  v.strictObject({
    type: v.literal('searched'),
    reference: shortText,
    hits: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  /** Of the desk: what a pulse said once it was over, so that it outlives its answers. Never of fewer than 11. */
  v.strictObject({ type: v.literal('counted'), ...countedFields }),
]);

/** One thing that a member did. */
export type TeamAction = v.InferOutput<typeof actionSchema>;

/** What needs a second member. */
export const PROPOSALS = [
  'moved',
  'held',
  'released',
  'recorded',
  'told',
  'pledged',
  'learned',
  'asked',
  'disclosed',
] as const;
export type Proposal = Extract<TeamAction, { type: (typeof PROPOSALS)[number] }>;

export function isProposal(what: TeamAction): what is Proposal {
  return (PROPOSALS as readonly string[]).includes(what.type);
}

/** The action as it is written: bytes in base64url. */
export function actionAsJson(what: TeamAction): unknown {
  return asText(what);
}

function asText(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64url(value);
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]));
}
