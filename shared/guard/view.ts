/**
 * The text as the rules read it, with the way back. Matching wants one kind of digit, space, dash and quote, and no
 * invisible characters; the person sees the text she wrote. So every unit of the folded text remembers which
 * UTF-16 units of the original it stands for.
 */

import { type Token, tokensOf } from './tokens.ts';

export interface View {
  /** What the person wrote. */
  readonly original: string;
  /** Folded: NFKC, ASCII digits, single spaces, plain dashes and quotes, no controls. Case is kept. */
  readonly text: string;
  /** `text` in lower case, unit for unit. Most rules read this, so that they need no case folding of their own. */
  readonly lower: string;
  /** The words and marks of `text`, made when first asked for. */
  readonly tokens: () => readonly Token[];
  /** Turns a range of `text` into a range of `original`, in UTF-16 units. */
  readonly rangeOf: (start: number, end: number) => { start: number; end: number };
}

/** A run of combining marks longer than this is noise, and sorting it would not be linear. */
const MARKS_AT_MOST = 8;

/** Myanmar has two sets of digits side by side. Mathematical digits are folded by NFKC before. */
const LONGEST_DIGIT_RUN = 20;

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Variation_Selector}\u0640\u064b-\u065f\u0670]/u;
const MARK = /\p{M}/u;
const SPACE = /[\p{Zs}\t\v\f]/u;
const DASH = /[\p{Pd}\u2212]/u;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032\u02bc\u02bb\u00b4`\u2039\u203a]/u;
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033\u00ab\u00bb]/u;
const DIGIT = /\p{Nd}/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Stands for bullets, arrows, emoji: whatever is neither word nor plain mark. */
const NO_WORD = '*';

/** Folds `text` for matching. Linear in its length; never throws, also not on lone surrogates. */
export function viewOf(text: string): View {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (piece: string, start: number, end: number): void => {
    parts.push(piece);
    for (let i = 0; i < piece.length; i++) {
      starts.push(start);
      ends.push(end);
    }
  };
  let last = '';
  let at = 0;
  while (at < text.length) {
    const start = at;
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    let piece: string;
    if (code >= 0x20 && code < 0x7f) {
      piece = text.charAt(start);
      if (at < text.length && text.charCodeAt(at) >= 0x300) {
        const until = endOfMarks(text, at);
        if (until > at) piece = foldPoint(text.slice(start, until));
        at = until;
      }
    } else if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85) {
      if (code === 0x0d && text.charCodeAt(at) === 0x0a) at++;
      piece = '\n';
    } else if (code >= 0xd800 && code <= 0xdfff) {
      piece = NO_WORD;
    } else {
      const until = endOfMarks(text, at);
      piece = until === at ? foldAlone(code) : foldPoint(text.slice(start, until));
      at = until;
    }
    if (piece === '' || (piece === ' ' && last === ' ')) continue;
    put(piece, start, at);
    last = piece;
  }
  const folded = wide(parts.join(''));
  let tokens: readonly Token[] | undefined;
  return {
    original: text,
    text: folded,
    lower: wide(lowerOf(folded)),
    tokens: () => {
      tokens ??= tokensOf(folded);
      return tokens;
    },
    rangeOf: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
  };
}

/**
 * The same text, kept by engines with two bytes for each unit. They compile an expression once for narrow texts and once
 * more for wide ones, so that a single "ı" would cost the time of a first scan again.
 */
function wide(text: string): string {
  return `\uffff${text}`.slice(1);
}

/** Lower case without a change of length: the few letters that would grow stay as they are. */
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
  ).join('');
}

/** Folds Arabic letters that are written in several ways. Vocabularies go through it too. */
export function foldArabic(text: string): string {
  return text
    .replace(/[\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ی/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك');
}

function endOfMarks(text: string, from: number): number {
  let at = from;
  for (let marks = 0; marks < MARKS_AT_MOST && at < text.length; marks++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x300 || (code >= 0x620 && code < 0x64b) || !MARK.test(String.fromCodePoint(code))) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Folds of single characters, kept because a text uses few of them, often. */
const folds = new Map<number, string>();
const FOLDS_AT_MOST = 2_000;

function foldAlone(code: number): string {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const folded = foldPoint(String.fromCodePoint(code));
  if (folds.size < FOLDS_AT_MOST) folds.set(code, folded);
  return folded;
}

function foldPoint(point: string): string {
  if (point.length === 1) {
    if (SPACE.test(point)) return ' ';
    if (INVISIBLE.test(point)) return '';
    if (DASH.test(point)) return '-';
    if (SINGLE_QUOTE.test(point)) return "'";
    if (DOUBLE_QUOTE.test(point)) return '"';
  } else if (INVISIBLE.test(String.fromCodePoint(point.codePointAt(0) ?? 0))) {
    return '';
  }
  const folded = foldArabic(point.normalize('NFKC'));
  let result = '';
  for (const each of folded) {
    if (DIGIT.test(each)) result += digitOf(each);
    else if (SPACE.test(each)) result += ' ';
    else if (DASH.test(each)) result += '-';
    else if (each === '\u2044') result += '/';
    else if (each === '٫') result += '.';
    else if (each === '٬' || each === '،') result += ',';
    else if (each === '؟') result += '?';
    else if (each === '؛') result += ';';
    else if (each === '×') result += 'x';
    else if (each < '\u00c0' || WORD.test(each)) result += each;
    else result += NO_WORD;
  }
  return result;
}

/** Decimal digits of every script stand in runs of ten, from zero to nine, so the way back to the start gives the value. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let back = 0;
  while (back < LONGEST_DIGIT_RUN && DIGIT.test(String.fromCodePoint(code - back - 1))) back++;
  return String(back % 10);
}
