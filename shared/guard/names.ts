/**
 * Finds people by name: a title, a role or a relation with a name beside it, and names alone where a list or the
 * words around them give them away. It walks over words, not over expressions, so that "Dr. J. K. van der Berg",
 * "DR SMITH", "pt ahmed" and "the consultant (Patel)" are one idea. Linear: every word is looked at a bounded
 * number of times.
 */

import type { Fix, Match, Matcher } from './matcher.ts';
import { NameReader, type Strength } from './name-reader.ts';
import type { NameWords } from './name-words.ts';
import type { RuleId } from './rules.ts';
import type { Token } from './tokens.ts';
import type { View } from './view.ts';
import { endsBefore } from './vocabulary.ts';

const REMOVE: Fix = { kind: 'remove' };

/** The matcher for names in one language. It reports under several rules. */
export function nameMatcher(lexicon: NameWords): Matcher {
  return { rule: 'person_name', find: (view) => new NameFinder(lexicon, view).find() };
}

class NameFinder {
  readonly #lexicon: NameWords;
  readonly #reader: NameReader;
  readonly #tokens: readonly Token[];
  readonly #view: View;
  readonly #matches: Match[] = [];

  constructor(lexicon: NameWords, view: View) {
    this.#lexicon = lexicon;
    this.#reader = new NameReader(lexicon, view);
    this.#tokens = this.#reader.tokens;
    this.#view = view;
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

  #emit(rule: RuleId, from: number, to: number, neutral: string | null, role: string | null = null): number {
    const start = this.#tokens[from]?.start ?? 0;
    const end = this.#tokens[to - 1]?.end ?? start;
    const fixes: Fix[] =
      neutral === null
        ? [REMOVE]
        : [{ kind: 'neutral', text: this.#lexicon.fit(neutral, this.#reader.key(from - 1), role) }, REMOVE];
    this.#matches.push({ rule, start, end, fixes });
    return to;
  }

  /** "Dr Smith", "Frau Dr. Weber", "MR JONES". */
  #titled(at: number): number | null {
    const title = this.#reader.phrase(this.#lexicon.titles, at);
    if (title === null) return null;
    const { next, value } = this.#passTitles(title);
    const end = this.#reader.end(next, this.#strengthOfTitle(at));
    return end === next ? null : this.#emit('staff_name', at, end, value);
  }

  /** Passes further titles and their dots: "Prof. Dr. med." The last one is the most exact. */
  #passTitles(first: { next: number; value: string }): { next: number; value: string } {
    let { next, value } = first;
    for (let more = 0; more < 4; more++) {
      if (this.#tokens[next]?.text === '.') next++;
      const title = this.#reader.phrase(this.#lexicon.titles, next);
      if (title === null) break;
      next = title.next;
      value = title.value;
    }
    return { next, value };
  }

  #strengthOfTitle(at: number): Strength {
    const small = this.#tokens[at]?.shape === 'lower';
    return small && this.#reader.has(this.#lexicon.weakTitles, at) ? 'weak-title' : 'title';
  }

  /** "nurse Kelly", "our registrar Tom", "the consultant (Patel)", "patient called Ahmed". */
  #cued(at: number): number | null {
    for (const [list, rule] of [
      [this.#lexicon.roles, 'staff_name'],
      [this.#lexicon.patients, 'patient_name'],
    ] as const) {
      const role = this.#reader.phrase(list, at);
      if (role === null) continue;
      let { next, value } = role;
      const roleText = this.#view.text.slice(this.#tokens[at]?.start ?? 0, this.#tokens[next - 1]?.end ?? 0);
      let strength: Strength = 'cue';
      for (let more = 0; more < 3; more++) {
        if (this.#isShortFormDot(next)) next++;
        const further = this.#reader.phrase(list, next);
        const title = this.#reader.phrase(this.#lexicon.titles, next);
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
      for (let links = 0; links < 2 && this.#reader.has(this.#lexicon.links, next); links++) next++;
      const titleInside = this.#reader.phrase(this.#lexicon.titles, next);
      if (titleInside !== null) {
        strength = this.#strengthOfTitle(next);
        next = this.#passTitles(titleInside).next;
      }
      let end = this.#reader.end(next, strength);
      if (end === next && opener === ',') end = this.#betweenCommas(next);
      if (end === next) continue;
      if (closer !== '' && this.#tokens[end]?.text === closer) end++;
      return this.#emit(rule, at, end, value, roleText);
    }
    return null;
  }

  /** ", Kelly," after a role: an unknown Capitalised name with a comma or an end behind it. */
  #betweenCommas(at: number): number {
    const end = this.#reader.end(at, 'cue');
    const behind = this.#tokens[end]?.text;
    return end > at && (behind === ',' || behind === '.' || behind === ')') ? end : at;
  }

  /** A name without title or role. */
  #alone(at: number): number | null {
    const { eponymNouns, placeTitles } = this.#lexicon;
    const token = this.#tokens[at];
    if (token === undefined || token.shape === 'mark') return null;
    if (this.#reader.has(placeTitles, at - 1) && token.shape !== 'plain') return null;
    if (this.#isHyphenated(at)) return null;
    const end = this.#knownName(at);
    if (end > at) {
      const behind = this.#tokens[end]?.text === "'s" ? end + 1 : end;
      if (
        this.#reader.has(eponymNouns, behind) ||
        this.#reader.has(eponymNouns, end - 1) ||
        this.#isCompound(at, end)
      )
        return null;
      return this.#emitAlone(at, end);
    }
    const unknownEnd = this.#unknownName(at);
    return unknownEnd > at ? this.#emitAlone(at, unknownEnd) : null;
  }

  /** "Maria", or "Maria the pharmacist" as a whole, so that "the pharmacist" can take its place. */
  #emitAlone(from: number, to: number): number {
    const role = this.#reader.has(this.#lexicon.theWords, to)
      ? this.#reader.phrase(this.#lexicon.roles, to + 1)
      : null;
    return this.#emit('person_name', from, role?.next ?? to, role?.value ?? this.#lexicon.somebody);
  }

  /** "Stevens-Johnson", "Guillain-Barré": a syndrome, when its first name is one of a sign or tool. */
  #isHyphenated(at: number): boolean {
    const { eponyms } = this.#lexicon;
    if (
      this.#reader.has(eponyms, at) &&
      this.#tokens[at + 1]?.text === '-' &&
      this.#tokens[at + 1]?.glued === true
    )
      return true;
    return (
      this.#tokens[at - 1]?.text === '-' &&
      this.#tokens[at]?.glued === true &&
      this.#reader.has(eponyms, at - 2)
    );
  }

  /** "Wagner-Stadium", where nouns are Capitalised: a thing that bears a name. */
  #isCompound(at: number, end: number): boolean {
    if (!this.#lexicon.nounsAreCapitalised) return false;
    for (let next = at + 1; next <= end; next++) {
      if (this.#tokens[next]?.text === '-' && this.#tokens[next]?.glued && !this.#reader.isListed(next + 1))
        return true;
    }
    return false;
  }

  /** A name that stands in a list, or has the shape of one: "O'Neill", "McCarthy", "J. Smith", "van der Berg". */
  #knownName(at: number): number {
    const { given, surnames, notNames, openingParticles } = this.#lexicon;
    const token = this.#tokens[at];
    if (token === undefined) return at;
    if (this.#reader.isInitial(at)) {
      const dotted = this.#tokens[at + 1]?.text === '.';
      let next = at + (dotted ? 2 : 1);
      if (dotted && this.#reader.isInitial(next)) next += this.#tokens[next + 1]?.text === '.' ? 2 : 1;
      const core = this.#tokens[next];
      if (core === undefined || core.text.length < 3) return at;
      const known = this.#reader.has(surnames, next) || this.#reader.has(given, next);
      const unknown =
        dotted &&
        core.shape === 'capital' &&
        !notNames.has(core.key) &&
        !this.#lexicon.eponyms.has(core.key) &&
        !this.#lexicon.nounsAreCapitalised;
      if (core.shape === 'capital' && (known || unknown)) return this.#reader.end(next, 'cue');
      return at;
    }
    if (
      /^(?:O'\p{Lu}|Mc\p{Lu}|Mac\p{Lu})/u.test(token.text) &&
      token.shape === 'capital' &&
      !notNames.has(token.key) &&
      !this.#lexicon.eponyms.has(token.key)
    ) {
      return this.#reader.end(at, 'cue');
    }
    if (openingParticles.has(token.key)) {
      const end = this.#reader.end(at, 'cue');
      const particles = this.#reader.particlesEnd(at) - at;
      const core = this.#tokens[at + particles];
      return end > at && core?.shape === 'capital' && (particles > 1 || this.#tokens[at + 1]?.text === '-')
        ? end
        : at;
    }
    return this.#reader.end(at, 'alone');
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
    const known = this.#reader.has(this.#lexicon.givenWords, at);
    const end = this.#reader.end(at, 'cue');
    if (end === at) return at;
    if (end > at + 1 && this.#reader.has(surnames, end - 1)) return end;
    if (this.#lexicon.nounsAreCapitalised && !known) return at;
    if (endsBefore(tellers, this.#tokens, at) || this.#reader.has(speech, end)) return end;
    if (known && endsBefore(weakTellers, this.#tokens, at)) return end;
    const acts = this.#reader.has(softSpeech, end) || (known && this.#actsAfter(end));
    if (!known && this.#lexicon.noNameAlone.test(token.key)) return at;
    if (acts && (known || this.#reader.has(conjunctions, at - 1) || this.#reader.has(predicates, end + 1)))
      return end;
    if (this.#isPairEnd(end)) return end;
    if (known && end === at + 2 && this.#tokens[end - 1]?.shape === 'capital') return end;
    if (
      this.#reader.has(fromWords, end) &&
      (known || this.#reader.key(end) === 'from') &&
      !this.#reader.has(theWords, at - 1)
    ) {
      const place = this.#reader.has(theWords, end + 1) ? end + 2 : end + 1;
      if (this.#reader.phrase(departments, place) !== null) return end;
    }
    const mark = this.#tokens[end]?.text;
    const open = mark === '(' || mark === ',' ? end + 1 : end;
    const article = this.#reader.has(theWords, open) ? open + 1 : open;
    if (this.#reader.phrase(roles, article) !== null) {
      if (mark === '(' || article > open) return end;
      if (this.#tokens[article]?.written === 'upper') return end;
    }
    return at;
  }

  /** "Grace needed", "Mark's": what an everyday word does not do. */
  #actsAfter(at: number): boolean {
    const token = this.#tokens[at];
    return (
      token !== undefined &&
      (token.text === "'s" || (token.shape === 'lower' && this.#lexicon.personActs.test(token.key)))
    );
  }

  /** "Yusra and Zeke are …": two Capitalised unknown words that do something together. */
  #isPairEnd(at: number): boolean {
    if (
      !this.#reader.has(this.#lexicon.andWords, at) ||
      this.#reader.phrase(this.#lexicon.roles, at + 1) !== null
    )
      return false;
    const end = this.#reader.end(at + 1, 'cue');
    if (end === at + 1) return false;
    return this.#reader.has(this.#lexicon.pairVerbs, end) || this.#reader.has(this.#lexicon.speech, end);
  }

  /** "Tunde and Grace", "Dr Smith and Jones": a Capitalised word joined to a name is one too. */
  #andAnother(at: number): number {
    const joined =
      this.#reader.has(this.#lexicon.andWords, at) ||
      this.#tokens[at]?.text === '&' ||
      this.#tokens[at]?.text === '/';
    if (!joined || (this.#lexicon.nounsAreCapitalised && !this.#reader.isListed(at + 1))) return at;
    if (this.#reader.phrase(this.#lexicon.titles, at + 1) ?? this.#reader.phrase(this.#lexicon.roles, at + 1))
      return at;
    const end = this.#reader.end(at + 1, 'cue');
    if (end === at + 1 || this.#reader.has(this.#lexicon.eponymNouns, end)) return at;
    return this.#emit('person_name', at + 1, end, this.#lexicon.somebody);
  }

  /** "Thanks, Maria" or "- Maria" at the very end. */
  #signOff(at: number): number | null {
    const closer = this.#reader.phrase(this.#lexicon.closers, at);
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
    let end = this.#reader.end(next, 'cue');
    if (strict && first !== undefined && !this.#reader.isListed(next)) end = next;
    if (end === next && this.#reader.isInitial(next))
      end = this.#tokens[next + 1]?.text === '.' ? next + 2 : next + 1;
    if (end === next) return null;
    let rest = end;
    for (let more = 0; more < 5; more++) {
      const mark = this.#tokens[rest];
      if (mark === undefined) break;
      const role = this.#reader.phrase(this.#lexicon.roles, rest);
      if (role !== null) rest = role.next;
      else if (mark.shape === 'break' || mark.shape === 'mark') rest++;
      else break;
    }
    return rest >= this.#tokens.length ? this.#emit('sign_off', at, end, null) : null;
  }

  /** The dot of "pt." and "reg.", not the one that ends a sentence. */
  #isShortFormDot(at: number): boolean {
    return this.#tokens[at]?.text === '.' && this.#reader.has(this.#lexicon.shortForms, at - 1);
  }
}
