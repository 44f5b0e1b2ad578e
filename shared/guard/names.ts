/**
 * Finds people by name: a title, a role or a relation with a name beside it, and names alone where a list or the
 * words around them give them away. It walks over words, not over expressions, so that "Dr. J. K. van der Berg",
 * "DR SMITH", "pt ahmed" and "the consultant (Patel)" are one idea. Linear: every word is looked at a bounded
 * number of times.
 */

import { type Fix, type Match, type Matcher, source } from './matcher.ts';
import type { RuleId } from './rules.ts';
import type { Token } from './tokens.ts';
import type { View } from './view.ts';
import { endsBefore, type Phrases, phraseAt } from './vocabulary.ts';

/** What a language knows about names. All words are keys (see `tokens.ts`). */
export interface NameWords {
  /** "Dr": any word after it that is no everyday word is a name. The value is the neutral way to say it. */
  readonly titles: Phrases;
  /** Titles that are everyday words too when written small ("miss", "frau"). */
  readonly weakTitles: ReadonlySet<string>;
  /** "nurse", "registrar": a Capitalised or well-known name after it. The value as for titles. */
  readonly roles: Phrases;
  /** "patient", "wife". */
  readonly patients: Phrases;
  /** Words that may stand between a role and the name: "called", "named". */
  readonly links: ReadonlySet<string>;
  /** Roles and relations that are written with a dot: "pt.", "reg." */
  readonly shortForms: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Particles that start a name by themselves: "von Berg". */
  readonly openingParticles: ReadonlySet<string>;
  readonly departments: Phrases;
  /** "Sarah *from* pharmacy". */
  readonly fromWords: ReadonlySet<string>;
  /** "Maria *the* pharmacist". */
  readonly theWords: ReadonlySet<string>;
  readonly andWords: ReadonlySet<string>;
  /** Words before a person: "told by", "spoke to" (made with `endings`). */
  readonly tellers: Phrases;
  /** Words before a person that stand before things too: only for known names. */
  readonly weakTellers: Phrases;
  /** What only a person does; the word before it is one: "said". */
  readonly speech: ReadonlySet<string>;
  /** What things do too ("was"): only counts behind one of `conjunctions`, or before one of `predicates`. */
  readonly softSpeech: ReadonlySet<string>;
  /** What only a person is: "crying", "rude". */
  readonly predicates: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** What two people do: "are", "both". */
  readonly pairVerbs: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Given names that are short or rare words when written small: Ben, Amy. Only with a capital. */
  readonly givenCapitalised: ReadonlySet<string>;
  /** Given names that are everyday words too: Will, May, Grace. Only with a capital and a cue. */
  readonly givenWords: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  /** Family names that are everyday words: Young, Brown. Only after a title or a role, Capitalised. */
  readonly familyWords: ReadonlySet<string>;
  /** Family names that are such common words that only a title makes them names: Long, May. */
  readonly familyWordsTitled: ReadonlySet<string>;
  /** Everyday, clinical and product words that are no names. */
  readonly notNames: ReadonlySet<string>;
  /** Names of signs and tools: no names alone, but names after a title or a role. */
  readonly eponyms: ReadonlySet<string>;
  /** Short forms in capitals; a Capitalised "Ng" after a title is a name all the same. */
  readonly acronyms: ReadonlySet<string>;
  /** Endings that unknown Capitalised words of this kind have: drugs, places, abstract nouns. */
  readonly notNameEnding: RegExp;
  /** Endings of verbs and the like, for words written small after a title. */
  readonly smallWordEnding: RegExp;
  /** "Thomas splint", "Elizabeth ward": the name of a thing. */
  readonly eponymNouns: ReadonlySet<string>;
  /** "St", "Queen": what follows is a place. */
  readonly placeTitles: ReadonlySet<string>;
  /** Words before a name at the very end: "thanks". */
  readonly closers: Phrases;
  /** Nouns are Capitalised in this language, so that a capital alone says little. */
  readonly nounsAreCapitalised: boolean;
  readonly somebody: string;
  /**
   * Makes neutral words fit after the word before them ("the a nurse" → "the nurse"). `role` is the role as written,
   * without the name.
   */
  readonly fit: (neutral: string, previousKey: string | undefined, role: string | null) => string;
  /** Names that are everyday words in a script without capitals: only after a title, a role or a relation. */
  readonly onlyWithCue?: ReadonlySet<string>;
  /** Other ways to read a word: with its prefixes taken off. */
  readonly stems?: (key: string) => readonly string[];
}

type Strength = 'title' | 'weak-title' | 'cue' | 'follow' | 'alone';

const REMOVE: Fix = { kind: 'remove' };
const FOLLOWERS_AT_MOST = 3;

/** Endings of drugs, and of words that start a sentence. An unknown word with one of these is no name by itself. */
const NO_NAME_ALONE = /(?:ine|ide|ate|ium|ol|in|yl|one|ase|ene|ed|ing|ly|ers|ions|als|ics|ents)$/;
const PERSON_ACTS =
  new RegExp(source`^(?:needs|needed|requires|required|seems|seemed|feels|felt|appears|appeared|remains|remained|
  enjoys|enjoyed|became|becomes|expressed|reported|complained|attended|participated|received|spent|
  joined|asked|wanted|liked|loves|likes|showed|experienced|started|stayed|struggled|refused|forgot|
  rang|came|[a-z]{3,12}ed)$`);

/** "We've", "didn't"; not "O'Neill", "D'Souza". */
function isContraction(token: Token): boolean {
  return token.text.includes("'") && !/^(?:\p{L}|Mac|Mc|al|el)'\p{L}{3}/u.test(token.text);
}

/** The matcher for names in one language. It reports under several rules. */
export function nameMatcher(lexicon: NameWords): Matcher {
  return { rule: 'person_name', find: (view) => new NameFinder(lexicon, view).find() };
}

class NameFinder {
  readonly #lexicon: NameWords;
  readonly #tokens: readonly Token[];
  readonly #matches: Match[] = [];
  readonly #view: View;

  constructor(lexicon: NameWords, view: View) {
    this.#lexicon = lexicon;
    this.#view = view;
    this.#tokens = view.tokens();
  }

  find(): Match[] {
    let at = 0;
    while (at < this.#tokens.length) {
      const token = this.#tokens[at];
      if (token === undefined || token.shape === 'break') {
        at++;
        continue;
      }
      const next = this.#signOff(at) ?? this.#titled(at) ?? this.#cued(at) ?? this.#alone(at);
      at = next === null ? at + 1 : this.#andAnother(next);
    }
    return this.#matches;
  }

  #key(at: number): string | undefined {
    return this.#tokens[at]?.key;
  }

  #stems(key: string): readonly string[] {
    return this.#lexicon.stems?.(key) ?? [key];
  }

  #has(set: ReadonlySet<string>, at: number): boolean {
    const key = this.#key(at);
    return key !== undefined && this.#stems(key).some((stem) => set.has(stem));
  }

  #phrase(list: Phrases, at: number): { next: number; value: string } | null {
    return phraseAt(list, this.#tokens, at, (key) => this.#stems(key));
  }

  #emit(rule: RuleId, from: number, to: number, neutral: string | null, role: string | null = null): number {
    const start = this.#tokens[from]?.start ?? 0;
    const end = this.#tokens[to - 1]?.end ?? start;
    const fixes: Fix[] =
      neutral === null
        ? [REMOVE]
        : [{ kind: 'neutral', text: this.#lexicon.fit(neutral, this.#key(from - 1), role) }, REMOVE];
    this.#matches.push({ rule, start, end, fixes });
    return to;
  }

  /** "Dr Smith", "Frau Dr. Weber", "MR JONES". */
  #titled(at: number): number | null {
    const title = this.#phrase(this.#lexicon.titles, at);
    if (title === null) return null;
    const { next, value } = this.#passTitles(title);
    const end = this.#nameEnd(next, this.#strengthOfTitle(at));
    return end === next ? null : this.#emit('staff_name', at, end, value);
  }

  /** Passes further titles and their dots: "Prof. Dr. med." The last one is the most exact. */
  #passTitles(first: { next: number; value: string }): { next: number; value: string } {
    let { next, value } = first;
    for (let more = 0; more < 4; more++) {
      if (this.#tokens[next]?.text === '.') next++;
      const title = this.#phrase(this.#lexicon.titles, next);
      if (title === null) break;
      next = title.next;
      value = title.value;
    }
    return { next, value };
  }

  #strengthOfTitle(at: number): Strength {
    const token = this.#tokens[at];
    const small = token?.shape === 'lower';
    return small && this.#stems(token.key).some((stem) => this.#lexicon.weakTitles.has(stem))
      ? 'weak-title'
      : 'title';
  }

  /** "nurse Kelly", "our registrar Tom", "the consultant (Patel)", "patient called Ahmed". */
  #cued(at: number): number | null {
    for (const [list, rule] of [
      [this.#lexicon.roles, 'staff_name'],
      [this.#lexicon.patients, 'patient_name'],
    ] as const) {
      const role = this.#phrase(list, at);
      if (role === null) continue;
      let { next, value } = role;
      const roleText = this.#view.text.slice(this.#tokens[at]?.start ?? 0, this.#tokens[next - 1]?.end ?? 0);
      let strength: Strength = 'cue';
      for (let more = 0; more < 3; more++) {
        if (this.#isShortFormDot(next)) next++;
        const further = this.#phrase(list, next);
        const title = this.#phrase(this.#lexicon.titles, next);
        if (further !== null) {
          next = further.next;
          value = further.value;
        } else if (title !== null) {
          strength = this.#strengthOfTitle(next);
          next = this.#passTitles(title).next;
        } else break;
      }
      const opener = this.#tokens[next]?.text ?? '';
      let closer = '';
      if (opener === '(' || opener === '"' || opener === '[') {
        closer = opener === '(' ? ')' : opener === '[' ? ']' : '"';
        next++;
      } else if (opener === ':' || opener === '=' || (opener === '-' && this.#tokens[next]?.glued === false))
        next++;
      else if (opener === ',') {
        next++;
        if (strength === 'cue') strength = 'alone';
      }
      for (let links = 0; links < 2 && this.#has(this.#lexicon.links, next); links++) next++;
      const titleInside = this.#phrase(this.#lexicon.titles, next);
      if (titleInside !== null) {
        strength = this.#strengthOfTitle(next);
        next = this.#passTitles(titleInside).next;
      }
      let end = this.#nameEnd(next, strength);
      if (end === next && opener === ',') end = this.#betweenCommas(next);
      if (end === next) continue;
      if (closer !== '' && this.#tokens[end]?.text === closer) end++;
      return this.#emit(rule, at, end, value, roleText);
    }
    return null;
  }

  /** ", Kelly," after a role: an unknown Capitalised name with a comma or an end behind it. */
  #betweenCommas(at: number): number {
    const end = this.#nameEnd(at, 'cue');
    const behind = this.#tokens[end]?.text;
    return end > at && (behind === ',' || behind === '.' || behind === ')') ? end : at;
  }

  /** A name without title or role. */
  #alone(at: number): number | null {
    const { eponymNouns, placeTitles } = this.#lexicon;
    const token = this.#tokens[at];
    if (token === undefined || token.shape === 'mark') return null;
    if (this.#has(placeTitles, at - 1) && token.shape !== 'plain') return null;
    if (this.#isHyphenated(at)) return null;
    const end = this.#knownName(at);
    if (end > at) {
      const behind = this.#tokens[end]?.text === "'s" ? end + 1 : end;
      if (this.#has(eponymNouns, behind) || this.#has(eponymNouns, end - 1) || this.#isCompound(at, end))
        return null;
      return this.#emit('person_name', at, end, this.#lexicon.somebody);
    }
    const unknownEnd = this.#unknownName(at);
    return unknownEnd > at ? this.#emit('person_name', at, unknownEnd, this.#lexicon.somebody) : null;
  }

  /** "Stevens-Johnson", "Guillain-Barré": a syndrome, when its first name is one of a sign or tool. */
  #isHyphenated(at: number): boolean {
    const { eponyms } = this.#lexicon;
    if (this.#has(eponyms, at) && this.#tokens[at + 1]?.text === '-' && this.#tokens[at + 1]?.glued === true)
      return true;
    return (
      this.#tokens[at - 1]?.text === '-' && this.#tokens[at]?.glued === true && this.#has(eponyms, at - 2)
    );
  }

  /** "Wagner-Stadium", where nouns are Capitalised: a thing that bears a name. */
  #isCompound(at: number, end: number): boolean {
    if (!this.#lexicon.nounsAreCapitalised) return false;
    for (let next = at + 1; next <= end; next++) {
      if (this.#tokens[next]?.text === '-' && this.#tokens[next]?.glued && !this.#isListed(next + 1))
        return true;
    }
    return false;
  }

  /** A name that stands in a list, or has the shape of one: "O'Neill", "McCarthy", "J. Smith", "van der Berg". */
  #knownName(at: number): number {
    const { given, surnames, notNames, openingParticles } = this.#lexicon;
    const token = this.#tokens[at];
    if (token === undefined) return at;
    if (this.#isInitial(at)) {
      const dotted = this.#tokens[at + 1]?.text === '.';
      let next = at + (dotted ? 2 : 1);
      if (dotted && this.#isInitial(next)) next += this.#tokens[next + 1]?.text === '.' ? 2 : 1;
      const core = this.#tokens[next];
      if (core === undefined || core.text.length < 3) return at;
      const known = this.#has(surnames, next) || this.#has(given, next);
      const unknown =
        dotted &&
        core.shape === 'capital' &&
        !notNames.has(core.key) &&
        !this.#lexicon.eponyms.has(core.key) &&
        !this.#lexicon.nounsAreCapitalised;
      if (core.shape === 'capital' && (known || unknown)) return this.#nameEnd(next, 'cue');
      return at;
    }
    if (
      /^(?:O'\p{Lu}|Mc\p{Lu}|Mac\p{Lu})/u.test(token.text) &&
      token.shape === 'capital' &&
      !notNames.has(token.key) &&
      !this.#lexicon.eponyms.has(token.key)
    ) {
      return this.#nameEnd(at, 'cue');
    }
    if (openingParticles.has(token.key)) {
      const end = this.#nameEnd(at, 'cue');
      const particles = this.#particlesEnd(at) - at;
      const core = this.#tokens[at + particles];
      return end > at && core?.shape === 'capital' && (particles > 1 || this.#tokens[at + 1]?.text === '-')
        ? end
        : at;
    }
    return this.#nameEnd(at, 'alone');
  }

  /** An unknown Capitalised word that the words around it make a person. */
  #unknownName(at: number): number {
    const {
      tellers,
      weakTellers,
      speech,
      softSpeech,
      predicates,
      conjunctions,
      fromWords,
      theWords,
      roles,
      departments,
      surnames,
    } = this.#lexicon;
    const token = this.#tokens[at];
    if (token === undefined || (token.shape !== 'capital' && token.shape !== 'plain')) return at;
    if (this.#lexicon.eponyms.has(token.key) && !this.#lexicon.familyWords.has(token.key)) return at;
    const known = this.#has(this.#lexicon.givenWords, at);
    const end = this.#nameEnd(at, 'cue');
    if (end === at) return at;
    if (end > at + 1 && this.#has(surnames, end - 1)) return end;
    if (this.#lexicon.nounsAreCapitalised && !known) return at;
    if (endsBefore(tellers, this.#tokens, at) || this.#has(speech, end)) return end;
    if (known && endsBefore(weakTellers, this.#tokens, at)) return end;
    const acts = this.#has(softSpeech, end) || (known && this.#actsAfter(end));
    if (!known && NO_NAME_ALONE.test(token.key)) return at;
    if (acts && (known || this.#has(conjunctions, at - 1) || this.#has(predicates, end + 1))) return end;
    if (this.#isPairEnd(end)) return end;
    if (known && end === at + 2 && this.#tokens[end - 1]?.shape === 'capital') return end;
    if (this.#has(fromWords, end) && (known || this.#key(end) === 'from') && !this.#has(theWords, at - 1)) {
      const place = this.#has(theWords, end + 1) ? end + 2 : end + 1;
      if (this.#phrase(departments, place) !== null) return end;
    }
    const mark = this.#tokens[end]?.text;
    const open = mark === '(' || mark === ',' ? end + 1 : end;
    const article = this.#has(theWords, open) ? open + 1 : open;
    if (this.#phrase(roles, article) !== null) {
      if (mark === '(' || article > open) return end;
      if (this.#tokens[article]?.written === 'upper') return end;
    }
    return at;
  }

  /** "Grace needed", "Mark's": what an everyday word does not do. */
  #actsAfter(at: number): boolean {
    const token = this.#tokens[at];
    return (
      token !== undefined && (token.text === "'s" || (token.shape === 'lower' && PERSON_ACTS.test(token.key)))
    );
  }

  /** "Yusra and Zeke are …": two Capitalised unknown words that do something together. */
  #isPairEnd(at: number): boolean {
    if (!this.#has(this.#lexicon.andWords, at) || this.#phrase(this.#lexicon.roles, at + 1) !== null)
      return false;
    const end = this.#nameEnd(at + 1, 'cue');
    if (end === at + 1) return false;
    return this.#has(this.#lexicon.pairVerbs, end) || this.#has(this.#lexicon.speech, end);
  }

  /** "Tunde and Grace", "Dr Smith and Jones": a Capitalised word joined to a name is one too. */
  #andAnother(at: number): number {
    const joined =
      this.#has(this.#lexicon.andWords, at) ||
      this.#tokens[at]?.text === '&' ||
      this.#tokens[at]?.text === '/';
    if (!joined || (this.#lexicon.nounsAreCapitalised && !this.#isListed(at + 1))) return at;
    if (this.#phrase(this.#lexicon.titles, at + 1) ?? this.#phrase(this.#lexicon.roles, at + 1)) return at;
    const end = this.#nameEnd(at + 1, 'cue');
    if (end === at + 1 || this.#has(this.#lexicon.eponymNouns, end)) return at;
    return this.#emit('person_name', at + 1, end, this.#lexicon.somebody);
  }

  /** "Thanks, Maria" or "- Maria" at the very end. */
  #signOff(at: number): number | null {
    const closer = this.#phrase(this.#lexicon.closers, at);
    const token = this.#tokens[at];
    const startsLine = at === 0 || this.#tokens[at - 1]?.shape === 'break';
    let next: number;
    if (closer !== null) next = closer.next;
    else if (token?.text === '-' && startsLine && at > 0) next = at + 1;
    else return null;
    for (let marks = 0; marks < 4; marks++) {
      const mark = this.#tokens[next];
      if (
        mark?.shape === 'break' ||
        mark?.text === ',' ||
        mark?.text === '.' ||
        mark?.text === '-' ||
        mark?.text === '!'
      )
        next++;
    }
    const strict = this.#lexicon.nounsAreCapitalised || closer === null;
    const first = this.#tokens[next];
    let end = this.#nameEnd(next, 'cue');
    if (strict && first !== undefined && !this.#isListed(next)) end = next;
    if (end === next && this.#isInitial(next))
      end = this.#tokens[next + 1]?.text === '.' ? next + 2 : next + 1;
    if (end === next) return null;
    let rest = end;
    for (let more = 0; more < 5; more++) {
      const mark = this.#tokens[rest];
      if (mark === undefined) break;
      const role = this.#phrase(this.#lexicon.roles, rest);
      if (role !== null) rest = role.next;
      else if (mark.shape === 'break' || mark.shape === 'mark') rest++;
      else break;
    }
    return rest >= this.#tokens.length ? this.#emit('sign_off', at, end, null) : null;
  }

  #isListed(at: number): boolean {
    const { given, givenCapitalised, givenWords, surnames } = this.#lexicon;
    return (
      this.#has(given, at) ||
      this.#has(givenCapitalised, at) ||
      this.#has(surnames, at) ||
      this.#has(givenWords, at)
    );
  }

  /** The dot of "pt." and "reg.", not the one that ends a sentence. */
  #isShortFormDot(at: number): boolean {
    return this.#tokens[at]?.text === '.' && this.#has(this.#lexicon.shortForms, at - 1);
  }

  #isInitial(at: number): boolean {
    const token = this.#tokens[at];
    return token !== undefined && token.text.length === 1 && token.written === 'upper';
  }

  /** "van", "al"; where nouns are Capitalised, a Capitalised "Der" starts a sentence. */
  #isParticle(at: number): boolean {
    const small = !this.#lexicon.nounsAreCapitalised || this.#tokens[at]?.shape !== 'capital';
    return small && this.#has(this.#lexicon.particles, at);
  }

  #particlesEnd(at: number): number {
    let next = at;
    for (let count = 0; count < 3 && this.#isParticle(next); count++) {
      next++;
      const mark = this.#tokens[next]?.text;
      if (mark === '-' || (mark === '.' && this.#key(next - 1) === 'st')) next++;
    }
    return next;
  }

  /** The index after the name that starts at `at`; `at` itself where there is none. */
  #nameEnd(at: number, strength: Strength): number {
    const titled = strength === 'title' || strength === 'weak-title';
    let next = at;
    for (let count = 0; count < 3; count++) {
      const initial = this.#isInitial(next) && (titled || this.#tokens[next + 1]?.text === '.');
      const small =
        strength === 'title' && this.#tokens[next]?.text.length === 1 && this.#tokens[next + 1]?.text === '.';
      if (strength === 'alone' || !(initial || small)) break;
      next++;
      if (this.#tokens[next]?.text === '.') next++;
    }
    const initialsEnd = next;
    const afterParticles = strength === 'alone' ? next : this.#particlesEnd(next);
    const coreStrength: Strength = afterParticles > next && strength === 'cue' ? 'follow' : strength;
    if (this.#isName(afterParticles, coreStrength)) next = afterParticles + 1;
    else if (this.#isName(next, strength)) next = next + 1;
    else return titled && initialsEnd > at && this.#mayEndInInitials(at, initialsEnd) ? initialsEnd : at;
    for (let count = 0; count < FOLLOWERS_AT_MOST; count++) {
      const hyphen = this.#tokens[next];
      if (
        hyphen?.text === '-' &&
        hyphen.glued &&
        this.#tokens[next + 1]?.glued &&
        this.#isName(next + 1, 'follow')
      ) {
        next += 2;
        continue;
      }
      const middle = this.#middleInitialEnd(next);
      const particles = this.#particlesEnd(middle);
      if (this.#isName(particles, 'follow') && (particles > next || this.#tokens[next]?.glued !== true))
        next = particles + 1;
      else break;
    }
    return this.#closingInitialEnd(next);
  }

  /** "Amelia J. Lee": an initial between two names. */
  #middleInitialEnd(at: number): number {
    const dotted =
      this.#isInitial(at) && this.#tokens[at]?.glued === false && this.#tokens[at + 1]?.text === '.';
    return dotted ? at + 2 : at;
  }

  /** "Kelly M.", "Jane D": the initial of a family name behind a name. */
  #closingInitialEnd(at: number): number {
    const initial = this.#tokens[at];
    const behind = this.#tokens[at + 1];
    if (
      initial === undefined ||
      initial.shape === 'lower' ||
      !this.#isInitial(at) ||
      initial.glued ||
      /[AI]/.test(initial.text)
    )
      return at;
    if (behind?.text === '.' && behind.glued) return at + 2;
    return behind === undefined || !behind.glued ? at + 1 : at;
  }

  /** "Mrs B": a title with nothing but initials, unless the letter starts something else ("Dr A&E", "Mr I"). */
  #mayEndInInitials(at: number, end: number): boolean {
    const behind = this.#tokens[end];
    if (this.#tokens[at]?.text === 'I' && end === at + 1) return false;
    return !(behind?.glued === true && (behind.text === '&' || behind.text === '/'));
  }

  #isName(at: number, strength: Strength): boolean {
    const token = this.#tokens[at];
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
    const listed = this.#has(given, at) || this.#has(surnames, at);
    const titled = strength === 'title' || strength === 'weak-title';
    const everyday =
      notNames.has(token.key) || (acronyms.has(token.key) && !(titled && token.shape === 'capital'));
    switch (token.shape) {
      case 'capital':
        if (this.#has(givenCapitalised, at)) return true;
        if (listed || strength === 'alone')
          return listed && !(strength === 'alone' && nounsAreCapitalised && everyday);
        if (givenWords.has(token.key) || familyWords.has(token.key)) return true;
        if (titled) return !everyday || familyWordsTitled.has(token.key);
        return !everyday && !notNameEnding.test(token.key);
      case 'upper':
        if (everyday && !(titled && listed)) return false;
        if (listed || this.#has(givenCapitalised, at)) return strength !== 'alone' || token.text.length >= 4;
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
        if (this.#lexicon.onlyWithCue !== undefined && this.#has(this.#lexicon.onlyWithCue, at)) return true;
        return strength === 'title' && !this.#has(notNames, at) && !smallWordEnding.test(token.key);
      }
      default:
        return false;
    }
  }
}
