import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { formatPieces, type Piece, parseMessage } from '../../../extension/ui/icu.ts';

const folder = new URL('../../../extension/locales/', import.meta.url);
const catalogues = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    locale: file.slice(0, -'.json'.length),
    messages: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
  }));

type Sample = Record<string, string | number>;

const COUNTS = [0, 1, 2, 3, 5, 10, 11, 21, 40, 99, 100, 101, 102, 103, 1000, 2300, 4096, 0.96];

function ours(locale: string, text: string, values: Sample): string {
  const wrap = (tag: string, inside: string[]) => `<${tag}>${inside.join('')}</${tag}>`;
  return formatPieces<string>(parseMessage(text) ?? ['not ICU'], locale, values, wrap).join('');
}

function theirs(locale: string, text: string, values: Sample): string {
  const wraps = Object.fromEntries(
    [...text.matchAll(/<([a-z]\w*)>/g)].map(([, tag = '']) => [
      tag,
      (chunks: unknown[]) => `<${tag}>${chunks.join('')}</${tag}>`,
    ]),
  );
  return [new IntlMessageFormat(text, locale).format<string>({ ...values, ...wraps })].flat().join('');
}

/** More combinations than this say nothing new: then each value is varied beside the first ones of the others. */
const MOST_COMBINATIONS = 6_000;

/** Every combination of a few values for what a message asks for, within reason. */
function samples(pieces: readonly Piece[]): Sample[] {
  const wanted = new Map<string, readonly (string | number)[]>();
  const walk = (inside: readonly Piece[]): void => {
    for (const piece of inside) {
      if (typeof piece !== 'object') continue;
      if ('value' in piece) wanted.set(piece.value, piece.style ? COUNTS : ['Ward 7 <b>{x}</b> #']);
      if ('tag' in piece) walk(piece.inside);
      if ('plural' in piece) wanted.set(piece.plural, COUNTS);
      if ('select' in piece) wanted.set(piece.select, [...piece.forms.keys(), 'none of these']);
      if ('forms' in piece) for (const form of piece.forms.values()) walk(form);
    }
  };
  walk(pieces);
  const combinations = [...wanted.values()].reduce((so, choices) => so * choices.length, 1);
  if (combinations > MOST_COMBINATIONS) {
    const first = Object.fromEntries([...wanted].map(([name, choices]) => [name, choices[0] ?? '']));
    return [...wanted].flatMap(([name, choices]) => choices.map((choice) => ({ ...first, [name]: choice })));
  }
  return [...wanted].reduce<Sample[]>(
    (so, [name, choices]) => so.flatMap((values) => choices.map((choice) => ({ ...values, [name]: choice }))),
    [{}],
  );
}

describe.each(catalogues)('in $locale', ({ locale, messages }) => {
  it('every message says what a full implementation of ICU messages says', () => {
    let compared = 0;
    for (const text of Object.values(messages)) {
      for (const values of samples(parseMessage(text) ?? [])) {
        expect(ours(locale, text, values)).toBe(theirs(locale, text, values));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(Object.keys(messages).length);
  });
});

it.each([
  "it''s {n, plural, one {# '{'is'}'} other {# are}}",
  "don't '<b>' {n, number}",
  'a <b>{n, plural, =0 {no <i>one</i>} other {# <i>ones</i>}}</b> b',
  '{k, select, a {A {n, plural, one {#} other {##}}} other {#}}',
  '5 < 6 # {n}',
])('so does %s', (text) => {
  for (const n of COUNTS) expect(ours('en', text, { n, k: 'a' })).toBe(theirs('en', text, { n, k: 'a' }));
});

it.each(['{', '{a', '{a, date}', '{a, plural, one {x}}', '<b>x', '{a}}', '{a, select, other {x}'])(
  'refuses %s',
  (text) => {
    expect(parseMessage(text)).toBeNull();
  },
);

it('shows a missing value by its name, and never takes a value for a message', () => {
  expect(ours('en', 'Hello {name}', {})).toBe('Hello {name}');
  expect(ours('en', '{a}', { a: '{b} <b>#</b>' })).toBe('{b} <b>#</b>');
});
