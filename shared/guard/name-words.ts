/** What a language brings so that people are found by name. */

import type { Phrases } from './vocabulary.ts';

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
  /** Endings of drugs, and of words that start a sentence: an unknown word with one of these is no name by itself. */
  readonly noNameAlone: RegExp;
  /** What a person does and an everyday word does not: "Grace needed". */
  readonly personActs: RegExp;
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

const NOTHING: ReadonlySet<string> = new Set();
const NO_PHRASES: Phrases = new Map();
const NEVER = /^(?!)/;

/** A language starts from here and says what it knows. */
export const NO_NAME_WORDS: NameWords = {
  titles: NO_PHRASES,
  weakTitles: NOTHING,
  roles: NO_PHRASES,
  patients: NO_PHRASES,
  links: NOTHING,
  shortForms: NOTHING,
  particles: NOTHING,
  openingParticles: NOTHING,
  departments: NO_PHRASES,
  fromWords: NOTHING,
  theWords: NOTHING,
  andWords: NOTHING,
  tellers: NO_PHRASES,
  weakTellers: NO_PHRASES,
  speech: NOTHING,
  softSpeech: NOTHING,
  predicates: NOTHING,
  conjunctions: NOTHING,
  pairVerbs: NOTHING,
  given: NOTHING,
  givenCapitalised: NOTHING,
  givenWords: NOTHING,
  surnames: NOTHING,
  familyWords: NOTHING,
  familyWordsTitled: NOTHING,
  notNames: NOTHING,
  eponyms: NOTHING,
  acronyms: NOTHING,
  notNameEnding: NEVER,
  noNameAlone: NEVER,
  personActs: NEVER,
  smallWordEnding: NEVER,
  eponymNouns: NOTHING,
  placeTitles: NOTHING,
  closers: NO_PHRASES,
  nounsAreCapitalised: false,
  somebody: '',
  fit: (neutral) => neutral,
};
