/**
 * The guard: finds details in free text that can point to a person, on the device, before anything is sealed. It
 * never claims that a text is safe; it says what it checked for.
 */

import { sharedMatchers } from './languages/none.ts';
import { languageOf } from './languages.ts';
import type { Fix, Match, Matcher } from './matcher.ts';
import { NAME_RULES, RULE_IDS, RULES, type RuleId, type Tier } from './rules.ts';
import type { SitePatterns } from './site-patterns.ts';
import { viewOf } from './view.ts';

export { applyFix } from './apply-fix.ts';
export { guessLanguage } from './language-guess.ts';
export type { Fix } from './matcher.ts';
export type { RuleId, Tier } from './rules.ts';
export { compileSitePatterns, type SitePatterns } from './site-patterns.ts';

/** One place in the text. Offsets are UTF-16 units of the text as given. */
export interface Finding {
  readonly rule: RuleId;
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
  /** Best first; there is always one. */
  readonly fixes: readonly Fix[];
}

export interface ScanOptions {
  /** BCP 47 tag. A language without rules gets those that every language shares. */
  readonly language: string;
  /** Compiled once with `compileSitePatterns`. */
  readonly sitePatterns?: SitePatterns;
}

const WEIGHT: Readonly<Record<Tier, number>> = { block: 2, warn: 1, hint: 0 };

/** Everything that can point to a person, sorted by place, without overlaps. Linear in the length of `text`. */
export function scan(text: string, options: ScanOptions): Finding[] {
  if (text === '') return [];
  const view = viewOf(text);
  const matchers = [...matchersOf(options.language), ...(options.sitePatterns?.matchers ?? [])];
  const matches = matchers.flatMap((matcher) => matcher.find(view));
  const findings: Finding[] = [];
  let from = 0;
  for (const { rule, start, end, fixes } of apart(matches, view.text.length)) {
    const range = view.rangeOf(start, end);
    // One character of the text can fold into several ("½"), and two findings could share it.
    if (range.start < from || range.end <= range.start) continue;
    findings.push({ rule, tier: RULES[rule], ...range, fixes });
    from = range.end;
  }
  return findings;
}

/** An engine turns an expression into machine code only when it is used again. */
const TIMES_UNTIL_QUICK = 3;

/**
 * Builds the rules of a language one at a time, so that the first scan is as quick as every later one: whoever asks
 * for the next step can let other things happen in between. Word lists come first; then a step is one expression.
 */
export function* preparation(language: string): Generator<undefined> {
  const own = languageOf(language);
  const matchers = matchersOf(language);
  yield;
  // Words of the language, so that its own script and the reading of names are warm as well.
  const view = viewOf(`${[...(own?.frequentWords ?? [])].join(' ')} 0.`);
  yield;
  for (const { regex, find } of matchers) {
    if (regex === undefined) find(view);
    else {
      const built = regex();
      for (let times = 0; times < TIMES_UNTIL_QUICK; times++) {
        built.lastIndex = 0;
        built.test(view.lower);
      }
    }
    yield;
  }
}

/** The rules that look at a text in this language, and whether names are found with measured quality. */
export function rulesFor(language: string): { readonly rules: readonly RuleId[]; readonly names: boolean } {
  const found = new Set<RuleId>(matchersOf(language).map((matcher) => matcher.rule));
  if (found.has('person_name')) for (const rule of [...NAME_RULES, 'sign_off' as const]) found.add(rule);
  return { rules: RULE_IDS.filter((rule) => found.has(rule)), names: namesChecked(language) };
}

/** The number in "Checked for N kinds of identifying details". */
export function kindsChecked(language: string): number {
  return rulesFor(language).rules.length;
}

/** Whether the panel may stay silent about names; `false` asks it to say "names are not checked in this language". */
export function namesChecked(language: string): boolean {
  return languageOf(language)?.namesChecked ?? false;
}

function matchersOf(language: string): readonly Matcher[] {
  return (languageOf(language)?.matchers ?? sharedMatchers)();
}

/** Keeps, of matches that overlap, the weightier; of equals the longer, then the earlier. */
function apart(matches: readonly Match[], length: number): Match[] {
  const taken = new Uint8Array(length);
  const kept: Match[] = [];
  const ranked = [...matches].sort(
    (a, b) =>
      WEIGHT[RULES[b.rule]] - WEIGHT[RULES[a.rule]] ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  for (const match of ranked) {
    if (taken.subarray(match.start, match.end).includes(1)) continue;
    taken.fill(1, match.start, match.end);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
