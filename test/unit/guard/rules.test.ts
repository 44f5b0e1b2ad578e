import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../extension/ui/icu.ts';
import { kindsChecked, namesChecked, rulesFor, scan } from '../../../shared/guard/guard.ts';
import { sharedMatchers } from '../../../shared/guard/languages/none.ts';
import { LANGUAGES } from '../../../shared/guard/languages.ts';
import { RULE_IDS } from '../../../shared/guard/rules.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

const CODES = LANGUAGES.map(({ code }) => code);
/** Those with word lists; the others have formats, cue words and titles. */
const FULL = ['ar', 'de', 'en'];
const FORMATS = ['es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk'];

describe.each(CODES)('what the panel says about %s', (locale) => {
  const file = new URL(`../../../extension/locales/guard/${locale}.json`, import.meta.url);
  const reasons = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

  it('has one reason for each rule, and no other', () => {
    expect(Object.keys(reasons)).toEqual(RULE_IDS.map((rule) => `guard.reason.${rule}`));
  });

  it('is a short sentence that follows the words found, and a valid message without placeholders', () => {
    for (const [key, reason] of Object.entries(reasons)) {
      const pieces = parseMessage(reason);
      expect(pieces, key).not.toBeNull();
      expect(
        pieces?.every((piece) => typeof piece === 'string'),
        key,
      ).toBe(true);
      expect(reason.length, key).toBeLessThanOrEqual(90);
      expect(reason, key).toMatch(/\.$/);
      expect(reason, key).not.toMatch(/!|anonym/i);
    }
  });

  it('counts the rules that look at it', () => {
    const { rules, names } = rulesFor(locale);
    expect(kindsChecked(locale)).toBe(rules.length);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules).not.toContain('site_pattern');
    expect(rules).toEqual(expect.arrayContaining(['staff_name', 'patient_name', 'self_only', 'room_bed']));
    expect(rules.includes('person_name')).toBe(FULL.includes(locale));
    expect(rules.includes('national_id')).toBe(FORMATS.includes(locale));
    expect(names).toBe(namesChecked(locale));
    expect(kindsChecked(`${locale}-XX`)).toBe(rules.length);
  });
});

it('twelve languages have rules, nine of them without lists of names, and these say so', () => {
  expect([...CODES].sort()).toEqual([...FULL, ...FORMATS].sort());
  expect(FORMATS.filter(namesChecked)).toEqual([]);
  for (const locale of FORMATS) {
    expect(kindsChecked(locale)).toBeGreaterThan(kindsChecked('fi'));
    expect(kindsChecked(locale)).toBeLessThan(kindsChecked('en'));
  }
});

it('a number of one country is none in another', () => {
  const pesel = 'na drzwiach 44051401359';
  expect(scan(pesel, { language: 'pl' }).map(({ rule }) => rule)).toEqual(['national_id']);
  expect(scan(pesel, { language: 'sv' }).map(({ rule }) => rule)).toEqual(['long_number']);
});

it('English has every rule but those of other places', () => {
  const missing = RULE_IDS.filter((rule) => !rulesFor('en').rules.includes(rule));
  expect(missing).toEqual(['national_id', 'plz_place', 'site_pattern']);
});

it('a language without rules is checked for fewer kinds, and never for names', () => {
  expect(kindsChecked('fi')).toBeGreaterThan(15);
  expect(kindsChecked('fi')).toBeLessThan(kindsChecked('en'));
  expect(rulesFor('fi').rules).not.toContain('staff_name');
});

/*
 * A rule that repeats without bound can be quadratic on the text made for it. Every expression is held to bounded
 * repetition, so that one place of the text costs at most a constant.
 */
it('no expression repeats without bound, or refers back to more than one character', () => {
  const all = [...LANGUAGES.flatMap(({ matchers }) => matchers()), ...sharedMatchers()];
  const expressions = all.flatMap(({ rule, regex }) =>
    regex === undefined ? [] : [{ rule, source: regex().source }],
  );
  expect(expressions.length).toBeGreaterThan(300);
  for (const { rule, source } of expressions) {
    const plain = source.replace(/\\[\s\S]/g, '_').replace(/\[[^\]]*\]/g, '_');
    expect(plain, rule).not.toMatch(/[*+]|\{\d+,\}/);
    for (const [, most] of plain.matchAll(/\{\d+,(\d+)\}/g))
      expect(Number(most), rule).toBeLessThanOrEqual(300);
  }
});

it('hostile text of 4,000 characters is scanned without a freeze, in every language', () => {
  const pieces = [
    'a',
    '1',
    '@',
    '.',
    'Dr ',
    ' ',
    'a1@. ',
    '12 ',
    "'",
    'I was ',
    'a@a.',
    'ال ',
    'my ',
    '\ud800',
    'e\u0301',
    '1-',
    '(',
    '\n',
  ];
  for (const language of CODES) {
    scan('warm 1 I', { language });
    for (const piece of pieces) {
      const text = piece.repeat(4000).slice(0, 4000);
      expect(
        cpuMilliseconds(() => scan(text, { language })),
        `${language} ${piece}`,
      ).toBeLessThan(1000);
    }
  }
});
