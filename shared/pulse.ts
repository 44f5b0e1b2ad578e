import * as v from 'valibot';
import { fromBase64url, toBase64url } from './base64url.ts';
import { decodeBody, encodeBody } from './body.ts';
import { type Bytes, concat, equalBytes, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { dayField, jsonBytes, parseJson, shortText } from './json-fields.ts';
import { deskOf, type Keyring, memberOf } from './keyring.ts';
import { kidOf } from './kid.ts';
import { LONGEST_PULSE, type PublishedPulse, type PulseApproval } from './published-pulse.ts';
import { MOST_ITEMS, REASONS, SCALE_STEPS, type Scale } from './pulse-scales.ts';
import { isSigned, type SigningKeyPair, sign } from './signing.ts';

/*
 * A pulse: a few questions that a desk puts to everyone, answered by taps. It travels in the bulletin, under two members'
 * signatures; answers are messages like any other, in envelopes of their own.
 */

const CONTEXT = 'candor pulse 1';
/** Of a pulse. */
export const idField = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,22}$/));
const scaleNames = Object.keys(SCALE_STEPS) as Scale[];

export const scaleField = v.picklist(scaleNames);

const itemSchema = v.strictObject({
  text: shortText,
  scale: scaleField,
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
  /** What the questions are written in, BCP 47. */
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  title: shortText,
  /** Where the questions come from. */
  source: v.optional(shortText),
  items: v.pipe(v.array(itemSchema), v.minLength(1), v.maxLength(MOST_ITEMS)),
  /** Asks "What would stop you?" too. */
  reasons: v.optional(v.literal(true)),
});

export type Pulse = v.InferOutput<typeof pulseSchema>;
export type PulseItem = Pulse['items'][number];

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

/**
 * The bytes that two members sign. Throws `bad-public-file` for what is no pulse, `too-long` for one that no bulletin
 * would carry.
 */
export function encodePulse(pulse: Pulse): Bytes {
  const payload = jsonBytes(pulse);
  decodePulse(payload);
  if (toBase64url(payload).length > LONGEST_PULSE) throw new CandorError('too-long');
  return payload;
}

/** Reads those bytes, whoever signed them. Throws `bad-public-file`. */
export function decodePulse(payload: Uint8Array): Pulse {
  const pulse = parseJson(pulseSchema, payload, 'pulse');
  if (pulse.until < pulse.from) throw new CandorError('bad-public-file', 'a pulse ends before it begins');
  return pulse;
}

/** A member's word for a pulse. Two of them, by different members of its desk, put it before everyone. */
export function approvePulse(payload: Uint8Array, member: SigningKeyPair): PulseApproval {
  decodePulse(payload);
  return {
    by: toBase64url(kidOf(member.publicKey)),
    signature: toBase64url(sign(member.seed, concat(utf8(CONTEXT), payload))),
  };
}

/**
 * Reads a pulse of the bulletin. Throws `not-yours` unless two different members of its own desk signed it,
 * `bad-signature` or `bad-public-file` for what is broken.
 */
export async function verifyPulse(
  { pulse: text, approvals }: PublishedPulse,
  keyring: Keyring,
): Promise<Pulse> {
  const payload = fromBase64url(text);
  const pulse = decodePulse(payload);
  const members = deskOf(keyring, pulse.desk)?.members ?? [];
  const kids = approvals.map(({ by }) => fromBase64url(by));
  for (const [at, { signature }] of approvals.entries()) {
    const kid = kids[at] ?? new Uint8Array(0);
    const member = memberOf(keyring, kid);
    if (member === undefined || !members.some((each) => equalBytes(each, kid))) {
      throw new CandorError('not-yours', 'a pulse is signed by somebody who is not on its desk');
    }
    if (!(await isSigned(member.sign, concat(utf8(CONTEXT), payload), fromBase64url(signature)))) {
      throw new CandorError('bad-signature', `not signed as "${CONTEXT}"`);
    }
  }
  if (approvals[0].by === approvals[1].by) throw new CandorError('not-yours', 'a pulse needs two members');
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

/** Whether the body of a message of type 3 answers a pulse, and not the question that is asked on return. */
export function isPulseAnswer(body: Uint8Array): boolean {
  const value = decodeBody(body);
  return typeof value === 'object' && value !== null && 'pulse' in value;
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
