/** Reads where a name that starts at some word ends: initials, particles, hyphens, further names. */

import type { NameWords } from './name-words.ts';
import type { Token } from './tokens.ts';
import type { View } from './view.ts';
import { type Phrases, phraseAt } from './vocabulary.ts';

/**
 * How sure the words around are that a name comes: behind a title, a title that is an everyday word, a role or
 * another cue, another name, or nothing at all.
 */
export type Strength = 'title' | 'weak-title' | 'cue' | 'follow' | 'alone';

const FOLLOWERS_AT_MOST = 3;

export class NameReader {
  readonly tokens: readonly Token[];
  readonly #lexicon: NameWords;

  constructor(lexicon: NameWords, view: View) {
    this.#lexicon = lexicon;
    this.tokens = view.tokens();
  }

  key(at: number): string | undefined {
    return this.tokens[at]?.key;
  }

  #stems(key: string): readonly string[] {
    return this.#lexicon.stems?.(key) ?? [key];
  }

  has(set: ReadonlySet<string>, at: number): boolean {
    const key = this.key(at);
    return key !== undefined && this.#stems(key).some((stem) => set.has(stem));
  }

  phrase(list: Phrases, at: number): { next: number; value: string } | null {
    return phraseAt(list, this.tokens, at, (key) => this.#stems(key));
  }

  isListed(at: number): boolean {
    const { given, givenCapitalised, givenWords, surnames } = this.#lexicon;
    return (
      this.has(given, at) ||
      this.has(givenCapitalised, at) ||
      this.has(surnames, at) ||
      this.has(givenWords, at)
    );
  }

  isInitial(at: number): boolean {
    const token = this.tokens[at];
    return token !== undefined && token.text.length === 1 && token.written === 'upper';
  }

  /** "van", "al"; where nouns are Capitalised, a Capitalised "Der" starts a sentence. */
  #isParticle(at: number): boolean {
    const small = !this.#lexicon.nounsAreCapitalised || this.tokens[at]?.shape !== 'capital';
    return small && this.has(this.#lexicon.particles, at);
  }

  particlesEnd(at: number): number {
    let next = at;
    for (let count = 0; count < 3 && this.#isParticle(next); count++) {
      next++;
      const mark = this.tokens[next]?.text;
      if (mark === '-' || (mark === '.' && this.key(next - 1) === 'st')) next++;
    }
    return next;
  }

  /** The index after the name that starts at `at`; `at` itself where there is none. */
  end(at: number, strength: Strength): number {
    const titled = strength === 'title' || strength === 'weak-title';
    let next = at;
    for (let count = 0; count < 3; count++) {
      const initial = this.isInitial(next) && (titled || this.tokens[next + 1]?.text === '.');
      const small =
        strength === 'title' && this.tokens[next]?.text.length === 1 && this.tokens[next + 1]?.text === '.';
      if (strength === 'alone' || !(initial || small)) break;
      next++;
      if (this.tokens[next]?.text === '.') next++;
    }
    const initialsEnd = next;
    const afterParticles = strength === 'alone' ? next : this.particlesEnd(next);
    const coreStrength: Strength = afterParticles > next && strength === 'cue' ? 'follow' : strength;
    if (this.#isName(afterParticles, coreStrength)) next = afterParticles + 1;
    else if (this.#isName(next, strength)) next = next + 1;
    else return titled && initialsEnd > at && this.#mayEndInInitials(at, initialsEnd) ? initialsEnd : at;
    for (let count = 0; count < FOLLOWERS_AT_MOST; count++) {
      const hyphen = this.tokens[next];
      if (
        hyphen?.text === '-' &&
        hyphen.glued &&
        this.tokens[next + 1]?.glued &&
        this.#isName(next + 1, 'follow')
      ) {
        next += 2;
        continue;
      }
      const middle = this.#middleInitialEnd(next);
      const particles = this.particlesEnd(middle);
      if (this.#isName(particles, 'follow') && (particles > next || this.tokens[next]?.glued !== true))
        next = particles + 1;
      else break;
    }
    return this.#closingInitialEnd(next);
  }

  /** "Amelia J. Lee": an initial between two names. */
  #middleInitialEnd(at: number): number {
    const dotted =
      this.isInitial(at) && this.tokens[at]?.glued === false && this.tokens[at + 1]?.text === '.';
    return dotted ? at + 2 : at;
  }

  /** "Kelly M.", "Jane D": the initial of a family name behind a name. */
  #closingInitialEnd(at: number): number {
    const initial = this.tokens[at];
    const behind = this.tokens[at + 1];
    if (
      initial === undefined ||
      initial.shape === 'lower' ||
      !this.isInitial(at) ||
      initial.glued ||
      /[AI]/.test(initial.text)
    )
      return at;
    if (behind?.text === '.' && behind.glued) return at + 2;
    return behind === undefined || !behind.glued ? at + 1 : at;
  }

  /** "Mrs B": a title with nothing but initials, unless the letter starts something else ("Dr A&E", "Mr I"). */
  #mayEndInInitials(at: number, end: number): boolean {
    const behind = this.tokens[end];
    if (this.tokens[at]?.text === 'I' && end === at + 1) return false;
    return !(behind?.glued === true && (behind.text === '&' || behind.text === '/'));
  }

  #isName(at: number, strength: Strength): boolean {
    const token = this.tokens[at];
    if (token === undefined || token.text.length < 2 || isContraction(token)) return false;
    const {
      given,
      givenCapitalised,
      givenWords,
      surnames,
      familyWords,
      familyWordsTitled,
      notNames,
      acronyms,
    } = this.#lexicon;
    const { notNameEnding, smallWordEnding, nounsAreCapitalised } = this.#lexicon;
    const listed = this.has(given, at) || this.has(surnames, at);
    const titled = strength === 'title' || strength === 'weak-title';
    const everyday =
      notNames.has(token.key) || (acronyms.has(token.key) && !(titled && token.shape === 'capital'));
    switch (token.shape) {
      case 'capital':
        if (this.has(givenCapitalised, at)) return true;
        if (listed || strength === 'alone')
          return listed && !(strength === 'alone' && nounsAreCapitalised && everyday);
        if (givenWords.has(token.key) || familyWords.has(token.key)) return true;
        if (titled) return !everyday || familyWordsTitled.has(token.key);
        return !everyday && !notNameEnding.test(token.key);
      case 'upper':
        if (everyday && !(titled && listed)) return false;
        if (listed || this.has(givenCapitalised, at)) return strength !== 'alone' || token.text.length >= 4;
        if (strength === 'alone') return false;
        if (titled) return token.text.length >= 3;
        return token.text.length >= 5 && !notNameEnding.test(token.key);
      case 'lower':
      case 'mixed':
        if (strength === 'alone') return listed && !everyday && token.text.length >= 4;
        if (strength === 'title') {
          if (listed || familyWords.has(token.key)) return true;
          if (everyday) return false;
          return (
            givenWords.has(token.key) ||
            givenCapitalised.has(token.key) ||
            (token.text.length >= 3 && !smallWordEnding.test(token.key))
          );
        }
        return (listed || givenCapitalised.has(token.key)) && token.text.length >= 3;
      case 'plain': {
        if (listed) return true;
        if (strength === 'alone') return false;
        if (this.#lexicon.onlyWithCue !== undefined && this.has(this.#lexicon.onlyWithCue, at)) return true;
        return strength === 'title' && !this.has(notNames, at) && !smallWordEnding.test(token.key);
      }
      default:
        return false;
    }
  }
}

/** "We've", "didn't"; not "O'Neill", "D'Souza". */
function isContraction(token: Token): boolean {
  return token.text.includes("'") && !/^(?:\p{L}|Mac|Mc|al|el)'\p{L}{3}/u.test(token.text);
}
