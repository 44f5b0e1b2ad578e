import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { decodeBody, encodeBody } from './body.ts';
import { type Bytes, equalBytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import { blobField, dayField, jsonBytes, kidField, parseJson, shortText } from './json-fields.ts';
import { deskOf, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import { openSignedBlob, type SigningKeyPair, signBlob } from './signing.ts';

/*
 * A pulse: a few questions that a desk puts to everyone, answered by taps. It travels in the public files, under two
 * members' signatures; answers are messages like any other, in envelopes of their own. The format only: no panel asks a
 * pulse yet, and no bulletin carries one.
 */

const CONTEXT = 'candor pulse 1';
export const MOST_ITEMS = 7;
/** How many steps each scale has, from the least agreement (or the mildest) to the most. */
export const SCALE_STEPS = { agree5: 5, agree7: 7, burnout5: 5 } as const;
export type Scale = keyof typeof SCALE_STEPS;

/** "What would stop you?": the reasons of the LFPSE service's list, in its order, as far as they fit a desk without names. */
export const REASONS = [
  'time',
  'no-benefit',
  'employer',
  'another-organisation',
  'career',
  'colleagues',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];
/** Which of them are fear: LFPSE's 4 to 7. */
export const FEARS: readonly Reason[] = ['employer', 'another-organisation', 'career', 'colleagues'];

const idField = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,22}$/));
const scaleNames = Object.keys(SCALE_STEPS) as Scale[];

const itemSchema = v.strictObject({
  text: shortText,
  scale: v.picklist(scaleNames),
  /** Agreeing says the opposite: it is turned round before anything is added up. */
  reversed: v.optional(v.literal(true)),
  /** Asks how somebody is, so help must be at hand where it is asked. */
  wellbeing: v.optional(v.literal(true)),
});

const pulseSchema = v.strictObject({
  v: v.literal(1),
  /** Drawn at random: answers name it, and no two campaigns share one. */
  id: idField,
  desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  /** First and last day on which it is asked. */
  from: dayField,
  until: dayField,
  title: shortText,
  /** Where the questions come from. */
  source: v.optional(shortText),
  items: v.pipe(v.array(itemSchema), v.minLength(1), v.maxLength(MOST_ITEMS)),
  /** Asks "What would stop you?" too. */
  reasons: v.optional(v.literal(true)),
});

export type Pulse = v.InferOutput<typeof pulseSchema>;
export type PulseItem = Pulse['items'][number];

const approval = v.strictObject({ by: kidField, blob: blobField });
/** A pulse as it stands in the bulletin: twice the same, signed by two members. */
export const approvedPulseSchema = v.strictObject({ approvals: v.strictTuple([approval, approval]) });
export type ApprovedPulse = v.InferInput<typeof approvedPulseSchema>;

const answerSchema = v.strictObject({
  v: v.literal(1),
  pulse: idField,
  /** One for each item, from 1; 0 where it was skipped. */
  answers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))),
    v.minLength(1),
    v.maxLength(MOST_ITEMS),
  ),
  reasons: v.optional(
    v.pipe(
      v.array(v.picklist(REASONS)),
      v.check((picked) => new Set(picked).size === picked.length),
    ),
  ),
  /** Code of a group of places with 11 people or more. */
  group: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,32}$/))),
});

/** What one answer says. It names the campaign and nothing else: no machine, no receipt, no other answer. */
export type PulseAnswer = v.InferOutput<typeof answerSchema>;

/** A member's word for a pulse. Two of them, by different members of its desk, put it before everyone. */
export function approvePulse(pulse: Pulse, member: SigningKeyPair): ApprovedPulse['approvals'][number] {
  const payload = jsonBytes(pulse);
  parseJson(pulseSchema, payload, 'pulse');
  return {
    by: toBase64url(kidOf(member.publicKey)),
    blob: toBase64url(signBlob(CONTEXT, member.seed, payload)),
  };
}

/**
 * Reads a pulse of the bulletin. Throws `not-yours` unless two different members of its own desk signed the same words,
 * `bad-signature` or `bad-public-file` for what is broken.
 */
export async function verifyPulse(
  approved: v.InferOutput<typeof approvedPulseSchema>,
  keyring: Keyring,
): Promise<Pulse> {
  const [first, second] = approved.approvals;
  const payloads = await Promise.all(
    approved.approvals.map(async ({ by, blob }) => {
      const member = memberOf(keyring, by);
      if (member === undefined) throw new CandorError('not-yours', 'a pulse is signed by nobody here');
      return openSignedBlob(CONTEXT, member.sign, blob);
    }),
  );
  const [payload, other] = payloads;
  if (payload === undefined || other === undefined || !equalBytes(payload, other)) {
    throw new CandorError('not-yours', 'two members signed different words');
  }
  const pulse = parseJson(pulseSchema, payload, 'pulse');
  const members = deskOf(keyring, pulse.desk)?.members ?? [];
  const onTheDesk = [first, second].every(({ by }) => members.some((kid) => equalBytes(kid, by)));
  if (!onTheDesk || equalBytes(first.by, second.by)) {
    throw new CandorError('not-yours', 'a pulse needs two members of its desk');
  }
  return pulse;
}

/** The answer as the deflated bytes of a message of type 3. */
export function encodePulseAnswer(answer: Omit<PulseAnswer, 'v'>): Bytes {
  const { pulse, answers, reasons, group } = answer;
  const travels = {
    v: 1,
    pulse,
    answers,
    ...(reasons !== undefined && reasons.length > 0 && { reasons }),
    ...(group !== undefined && { group }),
  };
  if (!v.is(answerSchema, travels)) throw new CandorError('bad-request', 'not an answer to a pulse');
  return encodeBody(travels);
}

/** Reads the body of a message of type 3. Throws `could-not-read` for whatever does not fit the schema. */
export function decodePulseAnswer(body: Uint8Array): PulseAnswer {
  const read = v.safeParse(answerSchema, decodeBody(body));
  if (!read.success) throw new CandorError('could-not-read');
  return read.output;
}

/** Whether an answer is one to this pulse: as many answers as items, each on its scale. */
export function answersPulse({ pulse, answers }: PulseAnswer, asked: Pulse): boolean {
  return (
    pulse === asked.id &&
    answers.length === asked.items.length &&
    answers.every((answer, at) => answer <= SCALE_STEPS[asked.items[at]?.scale ?? 'agree5'])
  );
}

/** Whether a pulse may be asked on this day: within its days, and nothing about wellbeing without support at hand. */
export function isAsked(pulse: Pulse, today: string, support: readonly unknown[]): boolean {
  const inTime = pulse.from <= today && today <= pulse.until;
  return inTime && (support.length > 0 || !pulse.items.some(({ wellbeing }) => wellbeing === true));
}
