/** A coarse, local guess at the language of a text: the script first, then very frequent short words. */

import { LANGUAGES } from './languages.ts';

/** Scripts that belong to one language here, or to none that we know. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'uk'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** Letters that Ukrainian does without: what is written with them is Russian or one of its other neighbours. */
const NOT_UKRAINIAN = /[ыэёъўј]/;

/** Frequent words of neighbours without rules, so that they are not taken for one with rules. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  da: 'og at det som en på er af for med den til ikke om et men var jeg har de ved blev fra efter når ingen vi uden mellem gik',
  no: 'og at det som en på er av for med den til ikke om et men var jeg har de ved ble fra etter når ingen vi uten mellom gikk',
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
    if ((sample.match(script)?.length ?? 0) <= letters / 2) continue;
    return code === 'uk' && NOT_UKRAINIAN.test(sample) ? 'ru' : code;
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
