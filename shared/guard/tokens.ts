/** Words and marks of a folded text: what the name finder walks over. */

/**
 * How a word is written. `code` holds digits ("SpO2", "4th"); `plain` is a script without capitals, such as Arabic.
 * In a line that is all capitals or all Capitalised, case says nothing, and its words count as `lower`.
 */
export type Shape = 'lower' | 'capital' | 'upper' | 'mixed' | 'plain' | 'code' | 'mark' | 'break';

export interface Token {
  readonly text: string;
  /** For look-ups: lower case, without accents and inner apostrophes. */
  readonly key: string;
  readonly shape: Shape;
  readonly start: number;
  readonly end: number;
  /** Whether nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** The shape as written, also in lines where case is no cue. */
  readonly written: Shape;
}

/** A word keeps inner apostrophes ("O'Neill"), but an English possessive stands alone ("Patel" + "'s"). */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'(?!s(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}]*)*|'s(?![\p{L}\p{N}])|\n|[^\s]/giu;
const WORD_START = /^[\p{L}\p{N}]/u;
const HAS_DIGIT = /\p{N}/u;
const HAS_ACCENT = /[^\x20-\x7e]/;

/** Splits folded text. Linear. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let lineStart = 0;
  let previousEnd = -1;
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const shape = shapeOf(word);
    tokens.push({
      text: word,
      key: shape === 'mark' || shape === 'break' ? word : keyOf(word),
      shape,
      written: shape,
      start: match.index,
      end: match.index + word.length,
      glued: match.index === previousEnd,
    });
    previousEnd = match.index + word.length;
    if (shape === 'break') {
      levelCase(tokens, lineStart);
      lineStart = tokens.length;
    }
  }
  levelCase(tokens, lineStart);
  return tokens;
}

/** The form in which vocabularies hold a word: lower case, no accents, no apostrophes. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase().replaceAll("'", '');
  return HAS_ACCENT.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss') : lower;
}

function shapeOf(word: string): Shape {
  if (word === '\n') return 'break';
  if (word === "'s" || word === "'S" || !WORD_START.test(word)) return 'mark';
  if (HAS_DIGIT.test(word)) return 'code';
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 'plain';
  if (word === lower) return 'lower';
  if (word === upper) return 'upper';
  const first = word.charAt(0);
  if (first !== first.toUpperCase()) return 'mixed';
  return 'capital';
}

/** Where nearly every word of a line is a capital or Capitalised, takes case as a cue away from that line. */
function levelCase(tokens: Token[], from: number): void {
  let words = 0;
  let upper = 0;
  let raised = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.text.length < 2) continue;
    if (token.shape === 'lower' || token.shape === 'mixed') words++;
    if (token.shape === 'upper') {
      words++;
      upper++;
      raised++;
    }
    if (token.shape === 'capital') {
      words++;
      raised++;
    }
  }
  const shouting = words >= 3 && upper / words >= 0.6;
  const titled = words >= 6 && raised / words >= 0.8;
  if (!shouting && !titled) return;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && (token.shape === 'upper' || token.shape === 'capital')) {
      tokens[i] = { ...token, shape: 'lower' };
    }
  }
}
