/** How English writers speak of themselves: the pieces that several rules share. */

import { after, before, type Hit, source } from '../matcher.ts';

export const I_AM =
  "(?:i'?m|i am|i was|we're|we are|i've been|ive been|i have been|i'd been|me being|being|i being)";
export const I_HAVE = "(?:i've|ive|i have|i had|i'd|i|we've|we have|we)";
export const ADVERB = source`(?:(?:also|still|just|only|currently|now|already|actually|literally|basically|even|here|then|since|
      previously|both|always|usually|normally|really|the|personally|repeatedly|subsequently|immediately|
      later) ){0,3}`;
export const FILL = (most: number) => String.raw`(?:[\p{L}'-]{1,15} ){0,${most}}`;

/** Turns a clause of the writer into one about a colleague: "I was covering" → "a colleague was covering". */
export function inThirdPerson(hit: Hit): string | null {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/^i(?:'?m| am)(?![\p{L}'])/iu, 'a colleague is'],
    [/^i was(?!\p{L})/iu, 'a colleague was'],
    [/^(?:i've|ive|i have)(?!\p{L})/iu, 'a colleague has'],
    [/^(?:i'd|i had)(?!\p{L})/iu, 'a colleague had'],
    [/^i(?= )/iu, 'a colleague'],
  ];
  for (const [from, to] of swaps) {
    if (!from.test(hit.words)) continue;
    return hit.words
      .replace(from, to)
      .replace(/(?<!\p{L})my(?!\p{L})/giu, 'their')
      .replace(/(?<!\p{L})(?:me|myself)(?!\p{L})/giu, 'them');
  }
  return null;
}

export const third = { third: inThirdPerson };

/** Whether the writer stands within some words of the hit. */
export function speaksOfWriter(hit: Hit): boolean {
  return /(?<![a-z])(?:i|i'm|im|i've|me|my|we|us)(?![a-z])/i.test(`${before(hit, 40)} ${after(hit, 50)}`);
}
