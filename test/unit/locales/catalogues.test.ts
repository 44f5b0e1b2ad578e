import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { type Piece, parseMessage } from '../../../extension/ui/icu.ts';
import { bestLanguage, COMPLETE_LANGUAGES, LANGUAGES } from '../../../extension/ui/languages.ts';
import {
  CATEGORIES,
  CAUGHT_BY,
  FACTORS,
  KINDS,
  WHEN_BRACKET,
  WHEN_PRECISION,
  WORRY,
} from '../../../shared/taxonomy.ts';
import { PANEL_KEYS } from './keys-asked.ts';

const folder = new URL('../../../extension/locales/', import.meta.url);
const catalogues = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    locale: file.slice(0, -'.json'.length),
    messages: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
  }));

/** Fails for a message that is none. */
function parse(text: string): readonly Piece[] {
  return parseMessage(text) ?? expect.fail(`not an ICU message: ${text}`);
}

/** Names of the values and tags of a message, with what each is for. */
function placeholders(pieces: readonly Piece[]): string[] {
  const names = pieces.flatMap((piece): string[] => {
    if (typeof piece !== 'object') return [];
    if ('value' in piece) return [`{${piece.value}${piece.style ? `, ${piece.style}` : ''}}`];
    if ('tag' in piece) return [`<${piece.tag}>`, ...placeholders(piece.inside)];
    const name = 'plural' in piece ? `{${piece.plural}, plural}` : `{${piece.select}, select}`;
    return [name, ...[...piece.forms.values()].flatMap(placeholders)];
  });
  return [...new Set(names)].sort();
}

/** Plural forms that a message lacks in its language, as `argument: form`. */
function missingForms(pieces: readonly Piece[], needed: readonly string[]): string[] {
  return pieces.flatMap((piece): string[] => {
    if (typeof piece !== 'object' || 'value' in piece) return [];
    if ('tag' in piece) return missingForms(piece.inside, needed);
    const inner = [...piece.forms.values()].flatMap((form) => missingForms(form, needed));
    if ('select' in piece) return inner;
    return [
      ...needed.filter((form) => !piece.forms.has(form)).map((form) => `${piece.plural}: ${form}`),
      ...inner,
    ];
  });
}

const ALL_KEYS = Object.keys(english);
const wordsOf = (key: string): string => (english as Readonly<Record<string, string>>)[key] ?? '';
const complete = COMPLETE_LANGUAGES.map(({ code }) => code);

describe('the languages there are', () => {
  it('three know everything, one of them from right to left; twelve know the panel', () => {
    expect(complete).toEqual(['ar', 'de', 'en']);
    const panel = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk'];
    expect(LANGUAGES.map(({ code }) => code)).toEqual(panel);
    expect(catalogues.map(({ locale }) => locale)).toEqual(panel);
  });

  it('each goes by its own name, as names stand in a list', () => {
    expect(LANGUAGES.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['العربية', 'Deutsch', 'Français', 'Українська', 'Türkçe']),
    );
  });

  it('the inbox and Status speak only what they can say whole; the panel whatever there is', () => {
    expect(bestLanguage(['pl-PL', 'de-AT'])).toBe('pl');
    expect(bestLanguage(['pl-PL', 'de-AT'], COMPLETE_LANGUAGES)).toBe('de');
    expect(bestLanguage(['fr'], COMPLETE_LANGUAGES)).toBe('en');
    const found = ['pt-BR', 'es-419', 'nl-BE', 'xx'].map((code) => bestLanguage([code]));
    expect(found).toEqual(['pt', 'es', 'nl', 'en']);
  });

  it('what no native speaker has read says so', () => {
    const awaiting = LANGUAGES.filter(({ awaitsReview }) => awaitsReview).map(({ code }) => code);
    expect(awaiting).toEqual(['es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk']);
  });
});

describe.each(catalogues)('$locale', ({ locale, messages }) => {
  it('has every key that is needed and no other: all of English, or all that the panel can say', () => {
    const needed = new Set(complete.includes(locale) ? ALL_KEYS : PANEL_KEYS);
    const missing = [...needed].filter((key) => !(key in messages));
    const needless = Object.keys(messages).filter((key) => !needed.has(key));
    expect({ missing, needless }).toEqual({ missing: [], needless: [] });
  });

  it('says little in the words of English', () => {
    const same = Object.keys(messages).filter(
      (key) =>
        messages[key] === wordsOf(key) && /\p{L}{4}/u.test(wordsOf(key).replace(/\{.*\}|Candor/gsu, '')),
    );
    expect(locale === 'en' || same.length < ALL_KEYS.length / 50, same.join(' ')).toBe(true);
  });

  it('leaves nothing empty', () => {
    expect(Object.entries(messages).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has the same values and tags in every message', () => {
    const differing = Object.entries(messages).filter(
      ([key, text]) => String(placeholders(parse(text))) !== String(placeholders(parse(wordsOf(key)))),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has every plural form that its language needs', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const missing = Object.entries(messages).flatMap(([key, text]) =>
      missingForms(parse(text), needed).map((form) => `${key} ${form}`),
    );
    expect(missing).toEqual([]);
  });

  it('names everything of the taxonomy', () => {
    const wanted = [
      ...KINDS.flatMap((id) => [`kind.${id}.label`, `kind.${id}.help`, `thanks.${id}`]),
      ...CATEGORIES.map((id) => `category.${id}`),
      ...FACTORS.map((id) => `factor.${id}`),
      ...WORRY.map((id) => `worry.${id}`),
      ...WHEN_PRECISION.map((id) => `whenP.${id}`),
      ...WHEN_BRACKET.map((id) => `whenB.${id}`),
      ...CAUGHT_BY.map((id) => `caughtBy.${id}`),
    ];
    expect(wanted.filter((key) => !(key in messages))).toEqual([]);
  });

  it('keeps to the voice: no exclamation marks, no straight quotes, never "anonymous" or "encrypted"', () => {
    const loud = Object.entries(messages).filter(([, text]) =>
      /!|"|\bano[nñ][iy]m|анонім|\bencrypt|verschlüssel|chiffr|cifra[dt]|crittograf|versleutel|krypter|szyfr|şifre|шифр|مجهول|مشفر/iu.test(
        text,
      ),
    );
    expect(loud).toEqual([]);
  });
});

it('a catalogue without a form, a key or a value would be noticed', () => {
  const sixForms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories;
  expect(missingForms(parse('{n, plural, one {a} other {b}}'), sixForms)).toContain('n: two');
  expect(placeholders(parse('{n, plural, other {<b>{name}</b>}}'))).toEqual(['<b>', '{n, plural}', '{name}']);
});
