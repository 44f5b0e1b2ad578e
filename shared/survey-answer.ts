import * as v from 'valibot';
import { decodeBody, encodeBody } from './body.ts';
import type { Bytes } from './bytes.ts';
import { CandorError } from './errors.ts';

/** The one thing that is asked of a person who comes back: "Have you been treated worse since?" */
export const SURVEY_QUESTIONS = ['treated-worse'] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];

const surveyAnswerSchema = v.strictObject({
  v: v.literal(1),
  question: v.picklist(SURVEY_QUESTIONS),
  answer: v.picklist(['no', 'yes']),
});

/** An answer that belongs to no concern: nothing in it tells which one somebody came back to. */
export type SurveyAnswer = v.InferOutput<typeof surveyAnswerSchema>;

/** The answer as the deflated bytes of a message. */
export function encodeSurveyAnswer(question: SurveyQuestion, answer: SurveyAnswer['answer']): Bytes {
  const travels: SurveyAnswer = { v: 1, question, answer };
  return encodeBody(travels);
}

/** Reads the body of a message of type 3. Throws `could-not-read` for whatever does not fit the schema. */
export function decodeSurveyAnswer(body: Uint8Array): SurveyAnswer {
  const read = v.safeParse(surveyAnswerSchema, decodeBody(body));
  if (!read.success) throw new CandorError('could-not-read');
  return read.output;
}
