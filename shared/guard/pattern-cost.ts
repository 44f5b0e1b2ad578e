/**
 * How many steps a regular expression may take at one place of a text, read off its structure. An engine that
 * backtracks takes about as many steps as there are ways to match; ways multiply where neighbours that vary can
 * share characters, and add up where the next one cannot start with what the last one eats.
 */

export interface Cost {
  /** Upper bound on steps at one place. */
  readonly steps: number;
  /** Characters that a match has at least. */
  readonly least: number;
  /** The same expression with `+`, `*` and `{n,}` bounded, so that one place never reads the whole text. */
  readonly bounded: string;
}

const REPEAT_AT_MOST = 64;
const OTHER = 128;

/** Which of the 128 ASCII characters, or any other one (index 128), a piece can start with. */
type Chars = readonly boolean[];

interface Piece {
  readonly source: string;
  readonly least: number;
  readonly steps: number;
  /** Whether it can match in more than one length or way. */
  readonly varies: boolean;
  readonly chars: Chars;
}

class Refusal extends Error {}

const ANY: Chars = Array.from({ length: OTHER + 1 }, () => true);
const NONE: Chars = ANY.map(() => false);

/** The cost of `source`, which must be valid; or words why it is refused. */
export function costOf(source: string): Cost | string {
  try {
    const reader = new Reader(source);
    const whole = reader.alternatives();
    return { steps: whole.steps, least: whole.least, bounded: whole.source };
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** `a|b|c` up to the end or a closing bracket. */
  alternatives(): Piece {
    const options = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at++;
      options.push(this.#sequence());
    }
    const [only] = options;
    if (only !== undefined && options.length === 1) return only;
    return {
      source: options.map((option) => option.source).join('|'),
      least: Math.min(...options.map((option) => option.least)),
      steps: options.reduce((sum, option) => sum + option.steps, 0),
      varies: true,
      chars: options.reduce((chars, option) => union(chars, option.chars), NONE),
    };
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')')
      pieces.push(this.#repeated());
    return joined(pieces);
  }

  #repeated(): Piece {
    const piece = this.#single();
    const rest = this.#source.slice(this.#at);
    const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(rest);
    if (match === null) return piece;
    this.#at += match[0].length;
    const [sign] = match[0];
    const from = sign === '{' ? Number(match[1]) : sign === '+' ? 1 : 0;
    const open = sign === '*' || sign === '+' || (match[2] !== undefined && match[3] === '');
    const to = open
      ? Math.max(from, REPEAT_AT_MOST)
      : sign === '?'
        ? 1
        : match[2] === undefined
          ? from
          : Number(match[3]);
    if (to > REPEAT_AT_MOST) throw new Refusal(`repeats more than ${REPEAT_AT_MOST} times`);
    if (to > 1 && piece.varies) throw new Refusal('repeats something that already varies');
    return {
      source: `${piece.source}{${from},${to}}${match[4] ?? ''}`,
      least: piece.least * from,
      steps: to > 1 ? (to - from + 1) * Math.max(1, piece.steps) : 1 + piece.steps,
      varies: from !== to || piece.varies,
      chars: piece.chars,
    };
  }

  #single(): Piece {
    const sign = this.#peek();
    if (sign === '(') return this.#group();
    if (sign === '[') return this.#class();
    if (sign === '\\') return this.#escape();
    this.#at++;
    if (sign === '^' || sign === '$') return { ...fixed(sign, ANY), least: 0 };
    if (sign === '.') return fixed(sign, ANY);
    return fixed(sign, charsOf(sign));
  }

  #group(): Piece {
    const opening = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(this.#source.slice(this.#at))?.[0] ?? '(';
    this.#at += opening.length;
    const inside = this.alternatives();
    this.#at++;
    const source = `${opening}${inside.source})`;
    const looksAround = /^\(\?<?[=!]/.test(opening);
    return looksAround
      ? { source, least: 0, steps: inside.steps, varies: false, chars: ANY }
      : { ...inside, source };
  }

  #class(): Piece {
    const start = this.#at;
    this.#at++;
    while (this.#at < this.#source.length && this.#peek() !== ']') this.#at += this.#peek() === '\\' ? 2 : 1;
    this.#at++;
    const source = this.#source.slice(start, this.#at);
    return fixed(source, charsOf(source));
  }

  #escape(): Piece {
    const rest = this.#source.slice(this.#at);
    if (/^\\(?:[1-9]|k<)/.test(rest)) throw new Refusal('refers back to a group');
    const source =
      /^\\(?:u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[pP]\{[^}]*\}|c[a-z]|[\s\S])/i.exec(rest)?.[0] ?? '\\';
    this.#at += source.length;
    if (source === '\\b' || source === '\\B') return { ...fixed(source, ANY), least: 0 };
    return fixed(source, charsOf(source));
  }
}

function fixed(source: string, chars: Chars): Piece {
  return { source, least: 1, steps: 1, varies: false, chars };
}

/** One piece after the other. */
function joined(pieces: readonly Piece[]): Piece {
  let steps = 1;
  let run = 1;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece === undefined) continue;
    run *= piece.steps;
    const next = firstCharsFrom(pieces, i + 1);
    const separate = piece.varies && piece.chars !== ANY && !overlaps(piece.chars, next);
    if (separate) {
      steps += run;
      run = 1;
    }
  }
  return {
    source: pieces.map((piece) => piece.source).join(''),
    least: pieces.reduce((sum, piece) => sum + piece.least, 0),
    steps: steps - 1 + run,
    varies: pieces.some((piece) => piece.varies),
    chars: pieces.reduce((chars, piece) => union(chars, piece.chars), NONE),
  };
}

/** What the rest can start with: everything up to the first piece that must be there. */
function firstCharsFrom(pieces: readonly Piece[], from: number): Chars {
  let chars = NONE;
  for (const piece of pieces.slice(from)) {
    chars = union(chars, piece.chars);
    if (piece.least > 0) return chars;
  }
  return chars;
}

function charsOf(source: string): Chars {
  let regex: RegExp;
  try {
    regex = new RegExp(`^(?:${source === '/' ? '\\/' : source})$`, 'iu');
  } catch {
    regex = new RegExp(`^(?:${source})$`, 'i');
  }
  const chars = ANY.map((_, code) => code < OTHER && regex.test(String.fromCharCode(code)));
  const isLiteral = /^[\x20-\x7e]$/.test(source) || /^\\[^pPWDSwsuxc]$/.test(source);
  chars[OTHER] =
    !isLiteral && !/^\\[dws]$/.test(source) && !/^\[(?!\^)(?:[\x20-\x5b\x5d-\x7e]|\\[dw.-])*\]$/.test(source);
  return chars;
}

function union(a: Chars, b: Chars): Chars {
  return a.map((has, i) => has || b[i] === true);
}

function overlaps(a: Chars, b: Chars): boolean {
  return a.some((has, i) => has && b[i] === true);
}
