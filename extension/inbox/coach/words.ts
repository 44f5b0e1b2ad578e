/**
 * What the coach knows of one language. Phrases are compared without capitals, accents and vowel marks; `*` at the end
 * of a word stands for any ending, `#` for a number.
 */
export interface CoachWords {
  readonly thanks: readonly string[];
  /** What is being done, or was. */
  readonly nextStep: readonly string[];
  readonly date: readonly string[];
  /** A question that may be left unanswered. */
  readonly choice: readonly string[];
  readonly blame: readonly string[];
  /** Shortly before a word of blame, these take it back: "nobody is to blame". */
  readonly notBlame: readonly string[];
  /** Asks for what the person was promised not to have to say. */
  readonly asksWho: readonly string[];
}
