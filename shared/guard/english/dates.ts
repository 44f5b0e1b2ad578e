/** Dates and days in English. */

import { after, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isExpiry } from '../numbers.ts';
import { isAmount } from './amounts.ts';

const MONTH = source`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|
      oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
export const WEEKDAY = source`(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:s|nesday)?s?|thu(?:r(?:s(?:day)?)?)?s?|fri(?:day)?s?|
      sat(?:urday)?s?|sun(?:day)?s?)`;
const FULL_WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const ORDINAL_WORD = source`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|
      fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|
      second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first`;
const DAY_NUMBER = String.raw`(?:[0-2]?\d|3[01])`;

const recently = { neutral: 'recently' };
const ON =
  '(?:on |on the |since |since the |from |from the |dated |by |by the |until |before |after |night of |the )?';

export function dateMatchers(): Matcher[] {
  const inDate = { ...recently, accept: (hit: Hit) => !isExpiry(hit) };
  return [
    pattern(
      'dob_cued',
      source`${LEFT}(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on| in)?)[ :.=-]{0,3}(?:is |
          was |on |the )?(?:\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:19|20)\d{2}(?:-\d{2}-\d{2})?|
          ${DAY_NUMBER}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ?(?:19|20)?\d{2})?|
          ${MONTH} ${DAY_NUMBER}(?:st|nd|rd|th)?(?:,? ?(?:19|20)\d{2})?|\d{6,8})${RIGHT}`,
      { neutral: 'a date' },
    ),
    pattern(
      'date_text',
      source`${LEFT}${ON}(?:${WEEKDAY},? (?:the )?)?${DAY_NUMBER}(?:st|nd|rd|
          th)?(?: day)?(?: of)?[ -]?${MONTH}${RIGHT}\.?(?:,? ?(?:(?:19|20)\d{2}|'\d{2})|-(?:20)?\d{2})?(?![\p{N}])`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      source`${LEFT}${ON}(?:${WEEKDAY},? )?${MONTH}\.? (?:the )?${DAY_NUMBER}(?:st|nd|rd|
          th)?${RIGHT}(?:,? (?:19|20)\d{2})?(?![\p{N}:])`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}${ON}(?:${ORDINAL_WORD})(?: of)? ${MONTH}${RIGHT}(?:,? (?:19|20)\d{2})?`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      source`${LEFT}(?:in |since |from |until |back in )?(?:early |mid |late )?${MONTH}\.?,? ?(?:19|
          20)\d{2}${RIGHT}`,
      inDate,
    ),
    pattern(
      'date_num',
      source`${LEFT}(?:on|dated|since|from|until|
          night of)(?: the)? (?<a>\d{1,2})\/(?<b>\d{1,2})(?![\p{L}\p{N}/]|[.,-]\d)`,
      {
        ...recently,
        accept: (hit) => {
          const [a, b] = [Number(hit.groups.a), Number(hit.groups.b)];
          const fits = a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
          const clear =
            Math.max(a, b) > 12 ||
            /0\d/.test(hit.words) ||
            /^(?: ?[.,;!?)]|$|\n| (?:at|night|in|the|when|and|she|he|i|we|they)\b)/i.test(after(hit));
          return (
            fits &&
            clear &&
            !/^ ?(?:days?|weeks?|hours?|nights?|shifts?|strength|rate|dose|of|for|staff|beds?|ago|nurses|7)/i.test(
              after(hit),
            )
          );
        },
      },
    ),
    pattern(
      'date_day',
      source`${LEFT}(?:${WEEKDAY},? (?:the )?(?:${DAY_NUMBER}(?:st|nd|rd|th)|${ORDINAL_WORD})|(?:on|since|
          from|until|by|night of|before|after|evening of|morning of) (?:the )?(?:${DAY_NUMBER}(?:st|nd|rd|
          th)|${ORDINAL_WORD}))${RIGHT}`,
      {
        ...recently,
        accept: isBareDay,
      },
    ),
    pattern(
      'rel_day',
      source`${LEFT}(?:the )?(?:yesterday|day before yesterday|the other (?:day|night)|(?:last|this|early|
          late|earlier) (?:night|morning|afternoon|evening|week|weekend|month|${FULL_WEEKDAY})|(?:on |
          last |this |next )?${FULL_WEEKDAY}s?(?: (?:night|morning|evening|afternoon)s?)?|today|tonight|
          (?:a |one |two |three |four |five |six |seven |a few |\d{1,2} )(?:days?|nights?|weeks?|
          months?) ago|christmas(?: (?:day|eve))?|boxing day|new year'?s?(?: (?:day|eve))?|easter|
          thanksgiving|eid|diwali|bank holiday)${RIGHT}`,
      recently,
    ),
    pattern(
      'rel_day',
      source`${LEFT}(?:in|since|last|during|back in|of|until|this) (?:early |mid |late )?(?:january|february|
          march|april|may|june|july|august|september|october|november|december)${RIGHT}`,
      recently,
    ),
  ];
}

/** "may 5" and "march 3 times" are not dates; "May 5", "5 may" and "March 3rd" are. */
function isTextDate(hit: Hit): boolean {
  if (isExpiry(hit) || isAmount(hit)) return false;
  if (/\bmay\b/.test(hit.words))
    return /\d(?:st|nd|rd|th)|\bof may|\d{4}|^(?:on|since|from|the|by) /i.test(hit.words);
  if (/\b(?:mar|sat|sun|dec|sep|oct|jan)\b/i.test(hit.words) && !/\d/.test(hit.words)) return false;
  const number = /\d{1,2}/.exec(hit.words);
  return number === null || (Number(number[0]) >= 1 && Number(number[0]) <= 31);
}

/** "on the 4th" is a day; "on the 4th attempt" is not. */
function isBareDay(hit: Hit): boolean {
  const written = /\d/.test(hit.words);
  const weekday = new RegExp(`^${WEEKDAY}${RIGHT}`, 'iu').test(hit.words);
  const behind = after(hit);
  const ends = /^(?: ?[.,;!?)]|$|\n)/.test(behind);
  const goesOn =
    /^ (?:and|at|we|i|she|he|they|it|the|a|an|was|when|but|so|night|in the|about|around|because|before|there|no|nobody|our|his|her|my|two|our|during|to|of this month|of last month|again|with)\b/i.test(
      behind,
    );
  if (!written && !weekday)
    return ends && /(?:twent|thirt|teenth|tieth|fifth|sixth|seventh|eighth|ninth|tenth)/i.test(hit.words);
  return ends || goesOn;
}
