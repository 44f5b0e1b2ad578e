/** What a rule is made of: a matcher over the folded text, mostly one regular expression with a check behind it. */

import { once } from './once.ts';
import type { RuleId } from './rules.ts';
import type { View } from './view.ts';

/** What one tap does: delete the words, put neutral ones there, or tell it in the third person. */
export type Fix =
  | { readonly kind: 'remove' }
  | { readonly kind: 'neutral'; readonly text: string }
  | { readonly kind: 'third-person'; readonly text: string };

/** A hit in the folded text. */
export interface Match {
  readonly rule: RuleId;
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly Fix[];
}

export interface Matcher {
  readonly rule: RuleId;
  readonly find: (view: View) => Match[];
  /** The expression behind it, built when first needed; a test holds every one of them to bounded repetition. */
  readonly regex?: () => RegExp;
}

export interface Hit {
  /** The words found, folded. With a group named `x`, only that group. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly view: View;
}

export interface PatternOptions {
  /** A cheap test that a text must pass before this rule is run on it; no flags. */
  readonly only?: RegExp;
  /** Says whether the words found are really one: check digits, ranges, what stands around them. */
  readonly accept?: (hit: Hit) => boolean;
  /** The neutral words to put there, or how to make them; `null` where removing is the only good fix. */
  readonly neutral?: string | ((hit: Hit) => string | null);
  /** The third person, for words about oneself; `null` where there is none. */
  readonly third?: (hit: Hit) => string | null;
}

const REMOVE: Fix = { kind: 'remove' };

/**
 * `any-case` reads the lower-case text, without flags that make an expression slow to build. `exact-case` reads the
 * text as written. `site` is for the expressions of a site, which fold case by themselves.
 */
export type Reading = 'any-case' | 'exact-case' | 'site' | 'site-legacy';
const FLAGS: Readonly<Record<Reading, string>> = {
  'any-case': 'g',
  'exact-case': 'gu',
  site: 'giu',
  'site-legacy': 'gi',
};

/** A rule made of one regular expression; a group named `x` narrows the span to it. */
export function pattern(
  rule: RuleId,
  source: string,
  options: PatternOptions = {},
  reading: Reading = 'any-case',
): Matcher {
  const build = once(() => {
    const own = reading === 'any-case' ? lowerSource(source) : source;
    return new RegExp(own, `${FLAGS[reading]}${source.includes('(?<x>') ? 'd' : ''}`);
  });
  const find = (view: View): Match[] => {
    const matches: Match[] = [];
    if (options.only !== undefined && !options.only.test(view.lower)) return matches;
    const text = reading === 'any-case' ? view.lower : view.text;
    const regex = build();
    regex.lastIndex = 0;
    for (let found = regex.exec(text); found !== null; found = regex.exec(text)) {
      const [start, end] = found.indices?.groups?.x ?? [found.index, found.index + found[0].length];
      const hit: Hit = { words: view.text.slice(start, end), start, end, groups: found.groups ?? {}, view };
      if (end > start && (options.accept?.(hit) ?? true)) {
        matches.push({ rule, start, end, fixes: fixesOf(hit, options) });
        regex.lastIndex = Math.max(end, found.index + 1);
      } else {
        regex.lastIndex = found.index + ((text.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1);
      }
    }
    return matches;
  };
  return { rule, find, regex: build };
}

/** The matchers, each only run on texts in which `only` is found. */
export function onlyWhere(only: RegExp, matchers: readonly Matcher[]): Matcher[] {
  return matchers.map((matcher) => ({
    ...matcher,
    find: (view) => (only.test(view.lower) ? matcher.find(view) : []),
  }));
}

/**
 * Rewrites a source for lower-case folded text: its letters in lower case, and `\\p{L}`, `\\p{N}` as plain ranges. In
 * folded text everything from U+00C0 on belongs to a word (see `view.ts`), so the ranges say the same and are built
 * a hundred times faster.
 */
function lowerSource(source: string): string {
  const lower = source.replace(/\\[pP]\{[^}]*\}|\\[A-Za-z]|\(\?<[A-Za-z]+>|\\k<[A-Za-z]+>|[A-Z]/g, (sign) =>
    sign.length === 1 ? sign.toLowerCase() : sign,
  );
  let result = '';
  let inClass = false;
  for (const [sign] of lower.matchAll(/\\p\{(?:L|Lu|Ll|N|M)\}|\\[\s\S]|[\s\S]/g)) {
    if (sign === '[') inClass = true;
    if (sign === ']') inClass = false;
    const ranges = RANGES[sign];
    result += ranges === undefined ? sign : inClass ? ranges : `[${ranges}]`;
  }
  return result;
}

const LETTERS = 'a-z\\u00c0-\\uffff';
const RANGES: Readonly<Record<string, string>> = {
  '\\p{L}': LETTERS,
  '\\p{Lu}': LETTERS,
  '\\p{Ll}': LETTERS,
  '\\p{M}': LETTERS,
  '\\p{N}': '0-9',
};

/** The fixes of a hit, best first. */
export function fixesOf(hit: Hit, options: Pick<PatternOptions, 'neutral' | 'third'>): readonly Fix[] {
  const fixes: Fix[] = [];
  const third = options.third?.(hit) ?? null;
  if (third !== null) fixes.push({ kind: 'third-person', text: third });
  const neutral = typeof options.neutral === 'function' ? options.neutral(hit) : options.neutral;
  if (neutral !== undefined && neutral !== null) fixes.push({ kind: 'neutral', text: neutral });
  return [...fixes, REMOVE];
}

/** The folded text right before a hit, at most `length` units. */
export function before(hit: Hit, length: number = 24): string {
  return hit.view.text.slice(Math.max(0, hit.start - length), hit.start);
}

/** The folded text right after a hit, at most `length` units. */
export function after(hit: Hit, length: number = 24): string {
  return hit.view.text.slice(hit.end, hit.end + length);
}

/** A raw expression that may be written over several lines: line ends and the spaces after them are not part of it. */
export function source(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(parts, ...values).replace(/\n\s*/g, '');
}

/** Not inside a longer word or number, on the left and on the right. */
export const LEFT = String.raw`(?<![\p{L}\p{N}])`;
export const RIGHT = String.raw`(?![\p{L}\p{N}])`;
