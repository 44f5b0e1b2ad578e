/** Numbers in German words, and what makes a number an amount. */

import { after, type Hit, RIGHT, source } from '../matcher.ts';
import { UNIT } from '../numbers.ts';

export const ONES = 'ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun';

export const UNDER_TWENTY = source`eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|
      siebzehn|achtzehn|neunzehn`;

export const TENS = 'zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig';

export const NUMBER_WORD = `(?:(?:(?:${ONES})und)?(?:${TENS})|${UNDER_TWENTY}|(?:ein)?hundert(?:(?:und)?(?:${UNDER_TWENTY}))?)`;

const AMOUNT = new RegExp(`^ ?(?:${UNIT}${RIGHT}|[%°/])`, 'iu');

export const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));
