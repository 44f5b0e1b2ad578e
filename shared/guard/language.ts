/** What one language brings to the guard. A new language is one file that exports one of these, and a line in `languages.ts`. */

import type { Matcher } from './matcher.ts';

export interface Language {
  /** BCP 47, two letters. */
  readonly code: string;
  /** Its matchers, made when first asked for. */
  readonly matchers: () => readonly Matcher[];
  /**
   * Whether names are found with measured quality: on a first run over lines its rules had not seen, 95 % of names
   * with a title or role and 70 % of names alone. The figures stand in test/guard-sets/RESULTS.md.
   */
  readonly namesChecked: boolean;
  /** Very frequent short words, for guessing the language of a text. */
  readonly frequentWords: ReadonlySet<string>;
}
