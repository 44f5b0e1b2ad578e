import * as v from 'valibot';
import { bodyRoom, decodeBody, encodeBody } from './body.ts';
import type { Bytes } from './bytes.ts';
import { CandorError } from './errors.ts';
import {
  CATEGORIES,
  CAUGHT_BY,
  FACTORS,
  KINDS,
  MOST_FACTORS,
  TAXONOMY_VERSION,
  WHEN_BRACKET,
  WHEN_PRECISION,
  WORRY,
} from './taxonomy.ts';
import { TEXT_LIMIT } from './text-limit.ts';

export { TEXT_LIMIT };

const text = v.optional(v.string());

const WISHES = ['support', 'debrief', 'round'] as const;

/**
 * Exactly the fields that travel. Who wrote, whether an answer is wanted, what the guard found, versions, language
 * and machine are not among them and cannot be: unknown fields are refused.
 */
const concernSchema = v.strictObject({
  v: v.literal(1),
  /** Version of the taxonomy. */
  tax: v.pipe(v.string(), v.maxLength(16)),
  kind: v.picklist(KINDS),
  category: v.optional(v.picklist(CATEGORIES)),
  worry: v.optional(v.picklist(WORRY)),
  whenP: v.optional(v.picklist(WHEN_PRECISION)),
  whenB: v.optional(v.picklist(WHEN_BRACKET)),
  /** Code of a place in the bulletin. */
  unit: v.optional(v.pipe(v.string(), v.maxLength(32))),
  /** The person picked a smaller place, which its size would have identified. */
  unitRolledUp: v.optional(v.literal(true)),
  factors: v.optional(
    v.pipe(
      v.array(v.picklist(FACTORS)),
      v.maxLength(MOST_FACTORS),
      v.check((picked) => hasNoRepeats(picked)),
    ),
  ),
  caughtBy: v.optional(v.picklist(CAUGHT_BY)),
  /** Yes/no wishes: sealed support request, a team debrief, a round on the theme. */
  wishes: v.optional(
    v.pipe(
      v.array(v.picklist(WISHES)),
      v.check((picked) => hasNoRepeats(picked)),
    ),
  ),
  /** Made while the organisation practised: shown as such at the desk, and never counted. */
  practice: v.optional(v.literal(true)),
  /** Free text, box by box. */
  t: v.optional(v.strictObject({ what: text, stopped: text, help: text, helped: text, fix: text })),
});

export type Concern = v.InferOutput<typeof concernSchema>;
export type ConcernText = NonNullable<Concern['t']>;

/** A concern as the deflated bytes of a message. Throws `too-long` or `bad-request`. */
export function encodeConcern(concern: Omit<Concern, 'v' | 'tax'>): Bytes {
  return encodeBody(asTravels(concern));
}

/**
 * Bytes of room left in a message that holds this concern, negative where it does not fit. Throws like `encodeConcern`
 * for more than `TEXT_LIMIT` characters.
 */
export function roomLeft(concern: Omit<Concern, 'v' | 'tax'>): number {
  return bodyRoom(asTravels(concern));
}

/** What exactly travels, in a fixed order and without empty fields: also what "What leaves this computer" shows. */
export function asTravels(concern: Omit<Concern, 'v' | 'tax'>): Concern {
  const written = Object.entries(concern.t ?? {}).filter(
    ([, words]) => words !== undefined && words.trim() !== '',
  );
  const { t: _, ...picked } = concern;
  const chosen = Object.entries(picked).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const travels = {
    v: 1,
    tax: TAXONOMY_VERSION,
    ...Object.fromEntries(chosen),
    ...(written.length > 0 ? { t: Object.fromEntries(written) } : {}),
  };
  return parsed(travels, 'bad-request');
}

/** Reads the body of a concern. Throws `could-not-read` for whatever does not fit the schema. */
export function decodeConcern(body: Uint8Array): Concern {
  return parsed(decodeBody(body), 'could-not-read');
}

/** A concern without words: tallied, not answered one by one. Whoever asks for support is answered, words or not. */
export function isSignal(concern: Concern): boolean {
  return concern.t === undefined && concern.wishes?.includes('support') !== true;
}

function parsed(value: unknown, code: 'bad-request' | 'could-not-read'): Concern {
  const result = v.safeParse(concernSchema, value);
  if (!result.success) throw new CandorError(code);
  const characters = Object.values(result.output.t ?? {}).reduce(
    (sum, words) => sum + (words?.length ?? 0),
    0,
  );
  if (characters > TEXT_LIMIT) throw new CandorError(code === 'bad-request' ? 'too-long' : code);
  return result.output;
}

function hasNoRepeats(picked: readonly string[]): boolean {
  return new Set(picked).size === picked.length;
}
