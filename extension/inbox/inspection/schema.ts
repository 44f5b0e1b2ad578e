import { DECISIONS } from '../../../shared/inspection.ts';

const count = { type: 'integer', minimum: 0 };
const shown = { type: ['integer', 'null'], minimum: 0 };
const week = { type: 'string', pattern: '^\\d{4}-W\\d{2}$' };
const hash = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' };
const caseId = { type: 'string', pattern: '^C-[A-Za-z0-9_-]{12}$' };
const text = { type: 'string', maxLength: 200 };
const orNull = (schema: { readonly type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const strict = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const head = {
  v: { const: 1 },
  organisation: text,
  desk: text,
  quarter: { type: 'string', pattern: '^\\d{4}-Q[1-4]$' },
  made: week,
  previous: orNull(hash),
};
const BALANCE = ['opening', 'received', 'reopened', 'closed', 'moved', 'held', 'deleted', 'open'];
const SUMS = ['finished', 'carried'];
const all = (names: readonly string[], schema: object) =>
  strict(Object.fromEntries(names.map((name) => [name, schema])));
const what = { type: 'string', enum: DECISIONS };

const deskPack = strict({
  copy: { const: 'desk' },
  ...head,
  balance: all(BALANCE, count),
  signals: count,
  clocks: all(['acknowledge', 'answer'], all(['due', 'kept'], count)),
  decisions: {
    type: 'array',
    items: strict({
      case: orNull(caseId),
      week,
      what,
      why: { type: ['string', 'null'] },
      by: text,
      agreed: { type: ['string', 'null'] },
    }),
  },
  carried: { type: 'array', items: strict({ case: caseId, week, answerBy: orNull(week) }) },
  log: strict({ heads: hash, missing: count }),
  salt: hash,
});

const sharedPack = strict({
  copy: { const: 'shared' },
  ...head,
  balance: all([...BALANCE, ...SUMS], shown),
  signals: shown,
  clocks: all(['acknowledge', 'answer'], all(['due', 'share'], shown)),
  decisions: { type: 'array', items: strict({ what, count: shown }) },
  roles: { type: 'array', items: text },
  logGaps: { type: 'boolean' },
  deskCopy: hash,
});

/** JSON Schema (draft 7) of both copies; it goes into each file. */
export const INSPECTION_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title:
    'Inspection pack: opening + received = closed + moved + held + deleted + open. null is hidden. hash is SHA-256 of "candor inspection 1" and the JSON of pack, names sorted, without spaces, in base64url.',
  type: 'object',
  additionalProperties: false,
  required: ['pack', 'hash'],
  properties: { schema: { type: 'object' }, pack: { oneOf: [deskPack, sharedPack] }, hash },
} as const;
