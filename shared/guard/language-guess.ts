/** A coarse, local guess at the language of a text: the script first, then very frequent short words. */

import { LANGUAGES } from './languages.ts';

/** Scripts that belong to one language here, or to none that we know. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** Frequent words of neighbours without rules, so that they are not taken for one with rules. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  fr: 'le la les des une est et dans pour pas avec sur qui que du au était ont ce cette je il elle nous',
  es: 'el la los las una es y en para no con que del se por fue muy pero le lo su al como',
  it: 'il la che di è non per un una con sono del della si da nel ma anche le gli',
  pl: 'nie się na jest do to że z w od po ale jak za przez był była',
  pt: 'o a os as uma é não para com que do da em por foi mas se no na ao',
  nl: 'de het een en van is niet op te met dat voor zijn er maar aan was ook',
  tr: 'bir ve bu için çok ile da de değil gibi ama var olarak hasta',
  ro: 'și nu este în la cu pe care din un o mai am fost pentru',
  tl: 'ang ng sa na mga ay hindi ako siya po naman lang kasi',
};

const ENOUGH_LETTERS = 12;
const ENOUGH_WORDS = 2;

/** BCP 47 code of the likely language, or `null` where the text is too short or nothing fits. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 4_000).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_LETTERS) return null;
  for (const [script, code] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > letters / 2) return code;
  }
  const scores = new Map<string, number>();
  const words = sample.match(/[\p{L}\p{M}]+/gu) ?? [];
  const lists: [string, ReadonlySet<string>][] = [
    ...LANGUAGES.map((language): [string, ReadonlySet<string>] => [language.code, language.frequentWords]),
    ...Object.entries(NEIGHBOURS).map(([code, list]): [string, ReadonlySet<string>] => [
      code,
      new Set(list.split(' ')),
    ]),
  ];
  for (const word of words) {
    for (const [code, list] of lists) if (list.has(word)) scores.set(code, (scores.get(code) ?? 0) + 1);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < ENOUGH_WORDS || best[1] < words.length / 20) return null;
  return second !== undefined && second[1] === best[1] ? null : best[0];
}
