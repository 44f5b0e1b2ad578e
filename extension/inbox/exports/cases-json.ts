import {
  CATEGORIES,
  CAUGHT_BY,
  FACTORS,
  HARM_GRADES,
  KINDS,
  MOST_FACTORS,
  TAXONOMY_VERSION,
  WHEN_BRACKET,
  WHEN_PRECISION,
  WORRY,
} from '../../../shared/taxonomy.ts';
import { CASE_STATUSES, type CaseRecord } from './case-record.ts';

const week = { type: 'string', pattern: '^\\d{4}-W\\d{2}$' };
const orNull = (schema: { readonly type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values });
const oneOrNull = (values: readonly string[]) => ({ type: ['string', 'null'], enum: [...values, null] });

const fields: Readonly<Record<keyof CaseRecord, object>> = {
  caseId: { type: 'string', pattern: '^C-[A-Za-z0-9_-]{12}$' },
  receivedWeek: week,
  kind: oneOf(KINDS),
  category: oneOrNull(CATEGORIES),
  harmTriage: oneOrNull(HARM_GRADES),
  worry: oneOrNull(WORRY),
  unitGroup: orNull({ type: 'string' }),
  whenPrecision: oneOrNull(WHEN_PRECISION),
  whenBracket: oneOrNull(WHEN_BRACKET),
  factors: { type: 'array', items: oneOf(FACTORS), maxItems: MOST_FACTORS, uniqueItems: true },
  caughtBy: oneOrNull(CAUGHT_BY),
  status: oneOf(CASE_STATUSES),
  closingReason: orNull({ type: 'string' }),
  ackWeek: orNull(week),
  feedbackWeek: orNull(week),
  daysToAck: orNull({ type: 'integer' }),
  daysToFeedback: orNull({ type: 'integer' }),
  narrative: orNull({ type: 'string' }),
  learning: orNull({ type: 'string' }),
};

/** JSON Schema (draft 7) of `casesJson`; it goes into the file with the cases. */
export const CASES_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Concerns, one by one. Messages, not people.',
  type: 'object',
  additionalProperties: false,
  required: ['schema', 'taxonomy', 'cases'],
  properties: {
    schema: { type: 'object' },
    taxonomy: { type: 'string', const: TAXONOMY_VERSION },
    cases: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: Object.keys(fields),
        properties: fields,
      },
    },
  },
} as const;

/** Cases with the version of the taxonomy and the schema that both follow. */
export function casesJson(cases: readonly CaseRecord[]): string {
  return JSON.stringify({ schema: CASES_SCHEMA, taxonomy: TAXONOMY_VERSION, cases }, null, 1);
}
