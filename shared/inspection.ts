import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, concat, utf8 } from './bytes.ts';
import { sha256 } from './hash.ts';
import { shortText } from './json-fields.ts';

/*
 * Inspection packs: what a desk did with its concerns, quarter by quarter. A pack names the hash of the one before, so
 * that a chain of them says what was there long after concerns and team log are deleted. Each quarter has two copies: the
 * desk's, with exact numbers, and one to share, in which small numbers are hidden and which names the desk's copy by its
 * hash. The desk's copy holds 32 random bytes, so that nobody can find its numbers by trying.
 */

const CONTEXT = 'candor inspection 1';
/** A quarter with 20,000 decisions is under half of that. */
export const LARGEST_PACK_BYTES = 8 * 1024 * 1024;
const MOST_LINES = 100_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const shown = v.nullable(count);
const week = v.pipe(v.string(), v.regex(/^\d{4}-W\d{2}$/));
const quarter = v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/));
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const caseId = v.pipe(v.string(), v.regex(/^C-[A-Za-z0-9_-]{12}$/));
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(MOST_LINES));
/** How colleagues know a member: a role. Empty for somebody whom the keyring no longer names. */
const role = v.union([v.literal(''), shortText]);

/** What somebody on a desk decides, and what two of them do. */
export const DECISIONS = [
  'closed',
  'junk',
  'moved',
  'held',
  'released',
  'recorded',
  'told',
  'pledged',
  'asked',
  'learned',
  'disclosed',
  'revealed',
] as const;
export type DecisionKind = (typeof DECISIONS)[number];

const head = {
  v: v.literal(1),
  organisation: shortText,
  desk: shortText,
  quarter,
  /** The week in which it was made. */
  made: week,
  /** Hash of the pack of the quarter before, of the same copy; `null` for the first. */
  previous: v.nullable(hash),
};

/** opening + received = closed + moved + held + deleted + open. */
const balanceSchema = v.strictObject({
  /** On the books when the quarter began: open, or on hold. */
  opening: count,
  /** Came onto the books, `reopened` included. */
  received: count,
  /** Had been finished, or was only a signal, and is open again. */
  reopened: count,
  closed: count,
  /** Closed here, and dealt with by a statutory route. */
  moved: count,
  /** Not closed, and kept beyond its time. */
  held: count,
  /** Deleted when its time was over, and nobody had closed it. */
  deleted: count,
  open: count,
});

const clock = v.strictObject({ due: count, kept: count });

const deskPackSchema = v.strictObject({
  copy: v.literal('desk'),
  ...head,
  balance: balanceSchema,
  /** Taps without words that came in the quarter: tallied, on no balance. */
  signals: count,
  /** Clocks that were met or ran out in the quarter. */
  clocks: v.strictObject({ acknowledge: clock, answer: clock }),
  decisions: list(
    v.strictObject({
      case: v.nullable(caseId),
      week,
      what: v.picklist(DECISIONS),
      /** The reason of a closing, the route of a move. */
      why: v.nullable(v.pipe(v.string(), v.regex(/^[a-z-]{1,32}$/))),
      by: role,
      /** The second member, where one is needed. */
      agreed: v.nullable(role),
    }),
  ),
  /** What was open or on hold when the quarter ended: the next pack begins with it. */
  carried: list(v.strictObject({ case: caseId, week, answerBy: v.nullable(week) })),
  /** The heads of the team log at the end of the quarter, hashed; and events that others had seen and are not there. */
  log: v.strictObject({ heads: hash, missing: count }),
  salt: hash,
});

/** `null` is hidden: 1 to 10, or a number that would give one of those away. */
const sharedPackSchema = v.strictObject({
  copy: v.literal('shared'),
  ...head,
  balance: v.strictObject({
    opening: shown,
    received: shown,
    reopened: shown,
    /** Closed or moved. */
    finished: shown,
    deleted: shown,
    /** Open or on hold. */
    carried: shown,
    closed: shown,
    moved: shown,
    held: shown,
    open: shown,
  }),
  signals: shown,
  /** `share` is of a hundred, in steps of five, rounded down. */
  clocks: v.strictObject({
    acknowledge: v.strictObject({ due: shown, share: shown }),
    answer: v.strictObject({ due: shown, share: shown }),
  }),
  decisions: list(v.strictObject({ what: v.picklist(DECISIONS), count: shown })),
  /** Everybody on the desk who decided something. */
  roles: list(role),
  /** Events of the team log that others had seen and were not there. */
  logGaps: v.boolean(),
  /** Hash of the desk's own copy. */
  deskCopy: hash,
});

const packSchema = v.variant('copy', [deskPackSchema, sharedPackSchema]);
const fileSchema = v.strictObject({ pack: packSchema, hash });

export type Balance = v.InferOutput<typeof balanceSchema>;
export type DeskPack = v.InferOutput<typeof deskPackSchema>;
export type SharedPack = v.InferOutput<typeof sharedPackSchema>;
export type Pack = DeskPack | SharedPack;
export type Decision = DeskPack['decisions'][number];

/** A pack as a file, with the schema it follows. */
export function encodePack(pack: Pack, schema?: object): Bytes {
  const read = v.parse(packSchema, pack);
  return utf8(
    `${JSON.stringify({ ...(schema && { schema }), pack: read, hash: hashOfPack(read) }, null, 1)}\n`,
  );
}

/** SHA-256 over the context and the pack's JSON with its names in the order of their code units and without spaces. */
export function hashOfPack(pack: Pack): string {
  return toBase64url(sha256(concat(utf8(CONTEXT), utf8(canonical(pack)))));
}

/** altered: readable, and its hash is that of something else. */
export type ReadPack =
  | { readonly state: 'read'; readonly pack: Pack; readonly hash: string }
  | { readonly state: 'unreadable' }
  | { readonly state: 'altered'; readonly pack: Pack };

/** The pack in a file. Never throws. */
export function readPack(file: Uint8Array): ReadPack {
  if (file.length > LARGEST_PACK_BYTES) return { state: 'unreadable' };
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { state: 'unreadable' };
  }
  if (typeof value !== 'object' || value === null) return { state: 'unreadable' };
  // The schema that came with it says nothing that this one does not.
  const { schema: _, ...rest } = value as { readonly schema?: object };
  const result = v.safeParse(fileSchema, rest);
  if (!result.success) return { state: 'unreadable' };
  const { pack, hash: said } = result.output;
  return hashOfPack(pack) === said ? { state: 'read', pack, hash: said } : { state: 'altered', pack };
}

/** Whether the numbers add up: opening + received = closed + moved + held + deleted + open. */
export function isBalanced(pack: Pack): boolean {
  if (pack.copy === 'desk') {
    const { opening, received, reopened, closed, moved, held, deleted, open } = pack.balance;
    const carried = pack.carried.length === held + open;
    return opening + received === closed + moved + held + deleted + open && reopened <= received && carried;
  }
  const { opening, received, finished, deleted, carried, closed, moved, held, open } = pack.balance;
  return (
    adds([opening, received], [finished, deleted, carried]) &&
    adds([finished], [closed, moved]) &&
    adds([carried], [held, open])
  );
}

/** Where one of the numbers is hidden there is nothing to check. */
function adds(left: readonly (number | null)[], right: readonly (number | null)[]): boolean {
  if ([...left, ...right].includes(null)) return true;
  const sum = (list: readonly (number | null)[]): number =>
    list.reduce<number>((all, n) => all + (n ?? 0), 0);
  return sum(left) === sum(right);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}
