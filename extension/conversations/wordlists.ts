import { wordlist as czech } from '@scure/bip39/wordlists/czech.js';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as japanese } from '@scure/bip39/wordlists/japanese.js';
import { wordlist as korean } from '@scure/bip39/wordlists/korean.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';

/*
 * BIP39's lists of 2,048 words. All of them come in one piece: a file that only one language loads would leave, in the
 * browser's code cache, which language somebody chose. The Chinese lists are left out, since they share characters under
 * different numbers.
 */

const ENGLISH = 'en';
const LISTS: Readonly<Record<string, readonly string[]>> = {
  [ENGLISH]: english,
  cs: czech,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  ko: korean,
  pt: portuguese,
};

/** The list for a language (BCP 47), the English one where BIP39 has none. */
export function wordlistFor(language: string): readonly string[] {
  return LISTS[primary(language)] ?? english;
}

/** The language (BCP 47) that the words of `wordlistFor` are in, for whoever reads them aloud. */
export function wordlistLanguage(language: string): string {
  return primary(language) in LISTS ? primary(language) : ENGLISH;
}

/** All lists, that of the language first and the English one next: words may have been shown in another language. */
export function wordlistsFrom(language: string): (readonly string[])[] {
  return [...new Set([wordlistFor(language), english, ...Object.values(LISTS)])];
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ENGLISH;
}
