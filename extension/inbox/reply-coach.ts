import { ARABIC } from './coach/ar.ts';
import { GERMAN } from './coach/de.ts';
import { ENGLISH } from './coach/en.ts';
import type { CoachWords } from './coach/words.ts';
import type { AnswerDraft } from './replies.ts';
import { folded } from './search.ts';

/*
 * The coach reads an answer before it leaves, on this page and nowhere else: does it thank, say what happens next, and
 * when; does it blame, or ask who somebody is? It knows phrases, not meanings, so it advises and never forbids.
 */

const WORDS: Readonly<Record<string, CoachWords>> = { ar: ARABIC, de: GERMAN, en: ENGLISH };
/** So many words before a word of blame may take it back. */
const NEGATION_REACH = 3;

export type Virtue = 'thanks' | 'next-step' | 'date' | 'choice';
export type Slip = 'blame' | 'asks-who' | 'gap';

export interface Coaching {
  /** What a good answer has, and whether this one does, in the order in which one would write it. */
  readonly virtues: readonly { readonly virtue: Virtue; readonly there: boolean }[];
  /** Words that may hurt or frighten, and gaps that a template left, by their place in the text. */
  readonly slips: readonly { readonly slip: Slip; readonly start: number; readonly end: number }[];
}

/** Reads a draft. `null` in a language the coach has no words for. */
export function coach(draft: AnswerDraft, language: string): Coaching | null {
  const words = WORDS[language.split('-')[0] ?? ''];
  if (words === undefined) return null;
  const view = viewOf(draft.text);
  const has = (phrases: readonly string[]): boolean => placesOf(phrases, view).length > 0;
  const thanks = { virtue: 'thanks' as const, there: has(words.thanks) };
  const virtues =
    draft.type === 'question'
      ? [thanks, { virtue: 'choice' as const, there: has(words.choice) }]
      : [
          thanks,
          { virtue: 'next-step' as const, there: has(words.nextStep) },
          { virtue: 'date' as const, there: draft.week !== null || has(words.date) || DATE.test(view.text) },
        ];
  const slips = [
    ...placesOf(words.blame, view)
      .filter(({ from }) => !isTakenBack(view.text.slice(0, from), words.notBlame))
      .map(({ from, to }) => ({ slip: 'blame' as const, from, to })),
    ...placesOf(words.asksWho, view).map(({ from, to }) => ({ slip: 'asks-who' as const, from, to })),
    ...gapsIn(view.text),
  ]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from }, index, all) => all.slice(0, index).every((before) => before.to <= from))
    .map(({ slip, from, to }) => ({
      slip,
      start: view.at[from] ?? 0,
      end: view.at[to] ?? draft.text.length,
    }));
  return { virtues, slips };
}

/** Dots that stand alone, as templates have them; folding has made three of one. */
function gapsIn(text: string): { slip: 'gap'; from: number; to: number }[] {
  return [...text.matchAll(/(?<=^| )\.{3}(?=[ ,.;:!?،؛؟]|$)/gu)].map(({ 0: dots, index }) => ({
    slip: 'gap',
    from: index,
    to: index + dots.length,
  }));
}

/** 24.12., 24/12, 2026-12-24, in any digits. */
const DATE = /\p{Nd}{1,4}[./-]\p{Nd}{1,2}(?:[./-]\p{Nd}{0,4})?/u;

interface View {
  /** The text without capitals, accents and marks, one space between words. */
  readonly text: string;
  /** For each of its characters, and for its end, the place in the text as it was written. */
  readonly at: readonly number[];
}

function viewOf(written: string): View {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of written) {
    const plain = /\s/.test(character) ? ' ' : character === '\u2019' ? "'" : folded(character);
    if (plain !== ' ' || !text.endsWith(' ')) {
      for (const _ of plain) at.push(place);
      text += plain;
    }
    place += character.length;
  }
  at.push(place);
  return { text, at };
}

const COMPILED = new WeakMap<readonly string[], RegExp>();

function placesOf(phrases: readonly string[], { text }: View): { from: number; to: number }[] {
  const known = COMPILED.get(phrases) ?? new RegExp(patternOf(phrases), 'gu');
  COMPILED.set(phrases, known);
  return [...text.matchAll(known)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
}

/** Arabic writes "and", "so", "with", "for" and the article onto the word that follows. */
const JOINED = '(?:[وف]?(?:[بلك]|ال|لل|بال)?)';

function patternOf(phrases: readonly string[]): string {
  const each = phrases.map((phrase) =>
    folded(phrase)
      .split(' ')
      .map((word) =>
        word === '#' ? '\\p{Nd}{1,4}\\.?' : word.replace(/[.]/g, '\\.').replace(/\*/g, '[\\p{L}\\p{M}]*'),
      )
      .map((word, index) => (index === 0 && /^\p{Script=Arabic}/u.test(word) ? `${JOINED}${word}` : word))
      .join(' '),
  );
  return `(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`;
}

function isTakenBack(before: string, negations: readonly string[]): boolean {
  const sentence = before.split(/[.!?؟;]/u).at(-1) ?? '';
  const near = sentence
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
    .slice(-NEGATION_REACH)
    .join(' ');
  return placesOf(negations, { text: near, at: [] }).length > 0;
}
