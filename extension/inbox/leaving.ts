import { applyFix, guessLanguage, scan } from '../../shared/guard/guard.ts';
import { folded } from './search.ts';

/*
 * Whatever leaves the inbox is looked over by the guard again: a story, a summary for the records, an answer.
 */

/** One place that can point to a person. */
export interface Found {
  readonly start: number;
  readonly words: string;
  /** What to say instead; `null` where the words only go. */
  readonly instead: string | null;
  /** The whole text with that done. */
  readonly fixed: string;
}

export interface CheckedWords {
  readonly findings: readonly Found[];
  /** It repeats, word for word, what the person behind a concern wrote. */
  readonly copied: boolean;
}

/** Looks over words that are about to leave. `about` is what the person behind a concern wrote, or `null`. */
export type Check = (text: string, about: string | null) => CheckedWords;

/** So many words in a row are no accident. */
const WORDS_IN_A_ROW = 6;
const ELSE = 'en';

export const checkWords: Check = (text, about) => ({
  // A quiet hint is for whoever writes about themselves; the desk writes about the matter.
  findings: scan(text, { language: guessLanguage(text) ?? ELSE })
    .filter(({ tier }) => tier !== 'hint')
    .map((finding) => {
      const fix = finding.fixes[0] ?? { kind: 'remove' as const };
      return {
        start: finding.start,
        words: text.slice(finding.start, finding.end),
        instead: fix.kind === 'remove' ? null : fix.text,
        fixed: applyFix(text, finding, fix),
      };
    }),
  copied: about !== null && sharesRun(text, about),
});

function sharesRun(text: string, about: string): boolean {
  const theirs = ` ${wordsOf(about).join(' ')} `;
  const ours = wordsOf(text);
  for (let at = 0; at + WORDS_IN_A_ROW <= ours.length; at++) {
    if (theirs.includes(` ${ours.slice(at, at + WORDS_IN_A_ROW).join(' ')} `)) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
