/** How word lists are written down and looked up. A list is one string, words apart by spaces, phrases by commas. */

import { keyOf, type Token } from './tokens.ts';
import { foldArabic } from './view.ts';

/** Words of a list, as keys. */
export function words(...lists: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const list of lists) {
    for (const word of keyOf(foldArabic(list)).split(/\s+/)) if (word !== '') set.add(word);
  }
  return set;
}

/** Words of a list as they are spelled, with their accents. */
export function spelled(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** The words of `set` that stand in none of the others. */
export function without(
  set: ReadonlySet<string>,
  ...others: readonly ReadonlySet<string>[]
): ReadonlySet<string> {
  return new Set([...set].filter((word) => !others.some((other) => other.has(word))));
}

interface Phrase {
  readonly keys: readonly string[];
  readonly value: string;
}

/** Phrases of one or more words, each with a value. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/**
 * `{ 'the doctor': 'dr, doctor, on call doctor' }` → phrases that lead to their value. Longer ones come first.
 */
export function phrases(lists: Readonly<Record<string, string>>): Phrases {
  const byFirst = new Map<string, Phrase[]>();
  for (const [value, list] of Object.entries(lists)) {
    for (const phrase of keyOf(foldArabic(list)).split(',')) {
      const keys = phrase.split(/\s+/).filter((word) => word !== '');
      const [first] = keys;
      if (first === undefined) continue;
      const known = byFirst.get(first) ?? [];
      known.push({ keys, value });
      byFirst.set(first, known);
    }
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.keys.length - a.keys.length);
  return byFirst;
}

/** The longest phrase that starts at token `at`, with the index after it. Hyphens inside are passed over. */
export function phraseAt(
  list: Phrases,
  tokens: readonly Token[],
  at: number,
  stems: (key: string) => readonly string[] = (key) => [key],
): { readonly next: number; readonly value: string } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  for (const stem of stems(token.key)) {
    for (const phrase of list.get(stem) ?? []) {
      let next = at + 1;
      let fits = true;
      for (const key of phrase.keys.slice(1)) {
        if (tokens[next]?.text === '-' && key !== '-') next++;
        if (tokens[next]?.key !== key) {
          fits = false;
          break;
        }
        next++;
      }
      if (fits) return { next, value: phrase.value };
    }
  }
  return null;
}

/** Whether one of the phrases ends right before token `at`. The phrases are given back to front. */
export function endsBefore(list: Phrases, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at - 1];
  if (token === undefined) return false;
  for (const phrase of list.get(token.key) ?? []) {
    if (phrase.keys.every((key, back) => tokens[at - 1 - back]?.key === key)) return true;
  }
  return false;
}

/** Phrases to be looked up by their last word. */
export function endings(list: string): Phrases {
  const reversed = list
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/).reverse().join(' '))
    .join(',');
  return phrases({ yes: reversed });
}
