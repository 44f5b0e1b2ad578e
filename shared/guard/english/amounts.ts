/** Numbers in English words, and what makes a number an amount. */

import { after, type Hit, RIGHT, source } from '../matcher.ts';
import { UNIT } from '../numbers.ts';

export const UNDER_TWENTY = source`one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|
      seventeen|eighteen|nineteen`;
export const TENS = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
export const NUMBER_WORD = source`(?:(?:${TENS})(?:[ -]?(?:one|two|three|four|five|six|seven|eight|nine))?|${UNDER_TWENTY}|(?:a |
    one )hundred(?: and (?:${UNDER_TWENTY}))?)`;

const AMOUNT = new RegExp(`^ ?(?:(?:${UNIT}|mls|min|degrees|percent|o2)${RIGHT}|[%°/])`, 'iu');
/** "at 3" may be a time, "at 3 litres" is none. */
export const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));

export function wordValue(words: string): number {
  const units = UNDER_TWENTY.split('|');
  const tens = TENS.replace('fourty|', '').split('|');
  const text = words.toLowerCase().replace('fourty', 'forty');
  if (text.includes('hundred')) return 100;
  const ten = tens.findIndex((each) => text.includes(each));
  const rest = ten < 0 ? text : text.replace(tens[ten] ?? '', '').replace(/[ -]/g, '');
  return (ten < 0 ? 0 : (ten + 2) * 10) + units.indexOf(rest) + 1;
}
