/*
 * ICU messages, as far as the catalogues use them: values, numbers, plural, select, `#` and tags. A full implementation
 * costs 10 kB of the panel's JavaScript, this one 1 kB; a test holds it to the full one on every message of every language.
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */

export type Piece =
  | string
  | { readonly value: string; readonly style?: 'number' | 'percent' }
  | { readonly plural: string; readonly forms: ReadonlyMap<string, readonly Piece[]> }
  | { readonly select: string; readonly forms: ReadonlyMap<string, readonly Piece[]> }
  | { readonly tag: string; readonly inside: readonly Piece[] }
  | typeof COUNT;

/** `#` inside of a plural. */
export const COUNT = Symbol('#');

/** Caught in this file. */
class NotUnderstood extends Error {}

/** What a message consists of; `null` when it is none, or asks for more than this knows. */
export function parseMessage(text: string): readonly Piece[] | null {
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

function parsed(text: string): readonly Piece[] {
  let at = 0;

  function fail(): never {
    throw new NotUnderstood();
  }
  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) fail();
    at += found[0].length;
    return found[1] ?? found[0];
  }

  function pieces(inPlural: boolean): Piece[] {
    const found: Piece[] = [];
    let words = '';
    const add = (piece: Piece): void => {
      if (words !== '') found.push(words);
      words = '';
      found.push(piece);
    };
    while (at < text.length && text[at] !== '}' && !text.startsWith('</', at)) {
      const letter = text[at] ?? '';
      if (letter === '{') add(argument());
      else if (letter === '#' && inPlural) {
        at++;
        add(COUNT);
      } else if (/<[a-z]/y.test(text.slice(at, at + 2))) add(tag(inPlural));
      else words += letter === "'" ? quoted() : text[at++];
    }
    return words === '' ? found : [...found, words];
  }

  /** An apostrophe quotes only before what would otherwise mean something; two are one. */
  function quoted(): string {
    const next = text[at + 1] ?? '';
    if (next === "'") {
      at += 2;
      return "'";
    }
    at++;
    if (!'{}<>#'.includes(next) || next === '') return "'";
    const end = text.indexOf("'", at);
    const inside = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    return inside;
  }

  function argument(): Piece {
    const name = take(/\{\s*([\w-]+)\s*/y);
    if (text[at] === '}') {
      at++;
      return { value: name };
    }
    const kind = take(/,\s*(number|plural|select)\s*/y);
    if (kind === 'number') {
      const style = take(/(?:,\s*percent\s*)?\}/y);
      return { value: name, style: style === '}' ? 'number' : 'percent' };
    }
    take(/,/y);
    const forms = new Map<string, readonly Piece[]>();
    for (let form = branch(kind === 'plural'); form !== null; form = branch(kind === 'plural'))
      forms.set(...form);
    if (!forms.has('other')) fail();
    take(/\s*\}/y);
    return kind === 'plural' ? { plural: name, forms } : { select: name, forms };
  }

  function branch(inPlural: boolean): [string, readonly Piece[]] | null {
    if (/^\s*\}/.test(text.slice(at))) return null;
    const name = take(/\s*(=\d+|[\w-]+)\s*\{/y);
    const inside = pieces(inPlural);
    take(/\}/y);
    return [name, inside];
  }

  function tag(inPlural: boolean): Piece {
    const name = take(/<([a-z]\w*)>/y);
    const inside = pieces(inPlural);
    take(new RegExp(`</${name}>`, 'y'));
    return { tag: name, inside };
  }

  const all = pieces(false);
  return at === text.length ? all : fail();
}

/**
 * The parts of a message for these values, in order. `wrap` makes something of a tag and what it holds. A value that is
 * missing stands there by its name.
 */
export function formatPieces<Part>(
  message: readonly Piece[],
  locale: string,
  values: Readonly<Record<string, unknown>>,
  wrap: (tag: string, inside: (string | Part)[]) => Part,
): (string | Part)[] {
  const number = (value: number, style?: 'percent'): string =>
    new Intl.NumberFormat(locale, style && { style }).format(value);

  function format(pieces: readonly Piece[], count: number): (string | Part)[] {
    return pieces.flatMap((piece): (string | Part)[] => {
      if (typeof piece === 'string') return [piece];
      if (piece === COUNT) return [number(count)];
      if ('tag' in piece) return [wrap(piece.tag, format(piece.inside, count))];
      if ('value' in piece) {
        const value = values[piece.value] ?? `{${piece.value}}`;
        if (piece.style === undefined || typeof value !== 'number') return [String(value)];
        return [piece.style === 'percent' ? number(value, 'percent') : number(value)];
      }
      if ('select' in piece) return format(formOf(piece.forms, String(values[piece.select])), count);
      const amount = Number(values[piece.plural]);
      const exact = piece.forms.get(`=${amount}`);
      return format(exact ?? formOf(piece.forms, new Intl.PluralRules(locale).select(amount)), amount);
    });
  }

  return format(message, 0);
}

function formOf(forms: ReadonlyMap<string, readonly Piece[]>, name: string): readonly Piece[] {
  return forms.get(name) ?? forms.get('other') ?? [];
}
