import * as v from 'valibot';
import { toBase64url } from './base64url.ts';
import { type Bytes, concat, utf8 } from './bytes.ts';
import { sha256 } from './hash.ts';
import { jsonBytes, shortText } from './json-fields.ts';

/*
 * A learning case card: what one hospital learned from a concern, in the desk's own words, as a file that another
 * hospital's desk can take in. Its hash finds a copy that was changed on the way; who it came from, people tell each other.
 */

const CONTEXT = 'candor case card 1';
/** Characters of each of the three texts. */
export const CASE_TEXT_LIMIT = 600;
/** Bytes of a file: three texts of four-byte letters, written as escapes, are under half of that. */
export const LARGEST_CASE_FILE = 32 * 1024;

const caseText = v.pipe(v.string(), v.minLength(1), v.maxLength(CASE_TEXT_LIMIT));

/** What a card says. */
export const caseFields = { happened: caseText, learnt: caseText, changed: caseText };
const CASE_TEXTS = ['happened', 'learnt', 'changed'] as const;

const cardSchema = v.strictObject({
  candor: v.literal('case card'),
  v: v.literal(1),
  /** The hospital, as it calls itself. */
  from: shortText,
  ...caseFields,
});
const fileSchema = v.strictObject({ ...cardSchema.entries, hash: v.string() });

export interface CaseCard {
  readonly from: string;
  readonly happened: string;
  readonly learnt: string;
  readonly changed: string;
}

/**
 * Why a file is not taken in. not-text: no UTF-8, or letters that hide or turn others; altered: its hash is that of
 * something else.
 */
export const CASE_REFUSALS = [
  'too-large',
  'not-text',
  'not-a-card',
  'formula',
  'script',
  'link',
  'altered',
] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

/** Control letters but the end of a line, what turns the letters around it, and what cannot be seen at all. */
const HIDDEN =
  /(?!\n)[\p{Cc}\p{Co}\p{Cn}\u00AD\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
/** What a spreadsheet runs, plain or full-width, after whatever it skips. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/mu;
const SCRIPT = /<\s*[a-z!/?%]|&#|&lt;|(?:java|vb)script\s*:|data\s*:\s*[a-z]+\/|\{\{|\$\{/iu;
const LINK = /:\/\/|\bwww\./iu;

/** A card as a file, with its hash. Throws for a card that would not be taken in elsewhere. */
export function encodeCaseCard(card: CaseCard): Bytes {
  const plain = plainOf(card);
  const bytes = jsonBytes({ ...plain, hash: hashOf(plain) });
  const read = readCaseCard(bytes);
  if (typeof read === 'string') throw new RangeError(`such a card would be refused: ${read}`);
  return bytes;
}

/** The card in a file, or why it is refused. Never throws. */
export function readCaseCard(file: Uint8Array): CaseCard | CaseRefusal {
  if (file.length > LARGEST_CASE_FILE) return 'too-large';
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return 'not-text';
  }
  // Editors put a mark in front of a file; within a text it would be hidden.
  text = text.replace(/^\uFEFF/, '');
  if (HIDDEN.test(text.replaceAll('\r\n', '\n').replaceAll('\t', ' '))) return 'not-text';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not-a-card';
  }
  const result = v.safeParse(fileSchema, value);
  if (!result.success) return 'not-a-card';
  const { hash, ...card } = result.output;
  const why = refusalOf(card);
  if (why !== null) return why;
  if (hash !== hashOf(plainOf(card))) return 'altered';
  const { from, happened, learnt, changed } = card;
  return { from, happened, learnt, changed };
}

/** What in a card's words would make another site refuse it; `null` for nothing. */
export function refusalOf(card: CaseCard): CaseRefusal | null {
  const texts = [card.from, ...CASE_TEXTS.map((name) => card[name])];
  // Escapes of JSON can hold what the file itself does not show.
  if (texts.some((text) => !text.isWellFormed() || HIDDEN.test(text))) return 'not-text';
  if (texts.some((text) => SCRIPT.test(text))) return 'script';
  if (texts.some((text) => LINK.test(text))) return 'link';
  if (texts.some((text) => FORMULA.test(text))) return 'formula';
  return texts.some((text) => text.trim() === '') ? 'not-a-card' : null;
}

/** SHA-256 over the context and the card's JSON without spaces, its fields in this order. */
export function hashOf(card: CaseCard): string {
  return toBase64url(sha256(concat(utf8(CONTEXT), jsonBytes(plainOf(card)))));
}

function plainOf({ from, happened, learnt, changed }: CaseCard) {
  return { candor: 'case card' as const, v: 1 as const, from, happened, learnt, changed };
}
