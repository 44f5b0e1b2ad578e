/** What a rule is made of: a matcher over the folded text, mostly one regular expression with a check behind it. */

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
  /** The expression behind it, where there is one; a test holds every one of them to bounded repetition. */
  readonly regex?: RegExp;
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
  /** Says whether the words found are really one: check digits, ranges, what stands around them. */
  readonly accept?: (hit: Hit) => boolean;
  /** The neutral words to put there, or how to make them; `null` where removing is the only good fix. */
  readonly neutral?: string | ((hit: Hit) => string | null);
  /** The third person, for words about oneself; `null` where there is none. */
  readonly third?: (hit: Hit) => string | null;
}

const REMOVE: Fix = { kind: 'remove' };

/** `legacy` is for expressions of a site that are only valid without the `u` flag. */
const FLAGS = { 'any-case': 'giu', 'exact-case': 'gu', 'any-case-legacy': 'gi' } as const;

/** A rule made of one regular expression, global and Unicode-aware; a group named `x` narrows the span. */
export function pattern(
  rule: RuleId,
  source: string,
  options: PatternOptions = {},
  caseMatters: keyof typeof FLAGS = 'any-case',
): Matcher {
  const narrows = source.includes('(?<x>');
  const regex = new RegExp(source, `${FLAGS[caseMatters]}${narrows ? 'd' : ''}`);
  const find = (view: View): Match[] => {
    const matches: Match[] = [];
    regex.lastIndex = 0;
    for (let found = regex.exec(view.text); found !== null; found = regex.exec(view.text)) {
      const [start, end] = found.indices?.groups?.x ?? [found.index, found.index + found[0].length];
      const hit: Hit = { words: view.text.slice(start, end), start, end, groups: found.groups ?? {}, view };
      if (end > start && (options.accept?.(hit) ?? true)) {
        matches.push({ rule, start, end, fixes: fixesOf(hit, options) });
        regex.lastIndex = Math.max(end, found.index + 1);
      } else {
        regex.lastIndex = found.index + ((view.text.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1);
      }
    }
    return matches;
  };
  return { rule, find, regex };
}

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

/** Not inside a longer word or number, on the left and on the right. */
export const LEFT = String.raw`(?<![\p{L}\p{N}])`;
export const RIGHT = String.raw`(?![\p{L}\p{N}])`;
