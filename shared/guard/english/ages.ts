/** Ages in English: "93yo", "87F", "aged ninety-one", "in his nineties", "3/12 old". */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { NUMBER_WORD, TENS, wordValue } from './amounts.ts';

const ageOf = (words: string): number => {
  const number = /\d+/.exec(words);
  if (number !== null) return Number(number[0]);
  const decade = /(nineties|eighties|seventies|sixties|fifties|forties|thirties|twenties|teens)/i.exec(words);
  const decades = [
    'teens',
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
    'nineties',
  ];
  if (decade !== null) return decades.indexOf((decade[0] ?? '').toLowerCase()) * 10 + 10;
  if (/nonagenarian|centenarian/i.test(words)) return 95;
  const word = new RegExp(NUMBER_WORD, 'iu').exec(words);
  return word === null ? 0 : wordValue(word[0]);
};

/** "a 47 y/o" man → "an adult man"; "he is 93" → "an older adult". Takes the article with it. */
function neutralAge(hit: Hit): string {
  const age = /month|week|day|\/12|\/52/i.test(hit.words) ? 0 : ageOf(hit.words);
  const noun =
    /^ ?(?:man|woman|lady|gentleman|gent|male|female|patient|pt|boy|girl|child|person|resident|baby)\b/i.test(
      after(hit),
    );
  const [adjective, alone] =
    age >= 60
      ? ['older', 'older adult']
      : age >= 18
        ? ['adult', 'adult']
        : age >= 1
          ? ['young', 'child']
          : ['very young', 'baby'];
  const words = noun ? adjective : alone;
  if (
    /(?:the|this|that|his|her|their|our|my|an?|is|was|old) $/i.test(before(hit)) &&
    !/^an? /i.test(hit.words)
  ) {
    return /(?:is|was) $/i.test(before(hit)) ? `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}` : words;
  }
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** A catheter has a gauge, not an age. */
const noGauge = (hit: Hit): boolean =>
  !/^[ -]?(?:french|fr|catheter|drain|tube|foley|chest|sheath|gauge|ng)/i.test(after(hit));

const AGE_FORMS = [
  String.raw`${LEFT}(?:an? )?\d{1,3}[ -]?(?:years?|yrs?|y)[ -]?(?:old|of age|o)(?:'?s)?${RIGHT}`,
  source`${LEFT}(?:an? )?\d{1,3} ?(?:y\/o|y\.o\.?|yo|yof|yom|yrs?|y)(?:[mf])?${RIGHT}(?! (?:ago|of|in|at|on|
      here|experience|later|now|since|supply))`,
  source`${LEFT}(?:aged?|turning|turned|is now|age of|aged about|age:?) ?:?(?:\d{1,3}|
      ${NUMBER_WORD})(?: (?:years|yrs)(?: old)?)?${RIGHT}(?! ?(?:mg|ml|hours|days|minutes|%|times))`,
  `${LEFT}(?:an? )?${NUMBER_WORD}[ -](?:years?|yrs?)[ -]old${RIGHT}`,
  source`${LEFT}(?:now )?in (?:his|her|their) (?:early |mid |late |mid-|late-|early-)?(?:nineties|eighties|
      seventies|sixties|fifties|forties|thirties|twenties|teens|\d0'?s)${RIGHT}`,
  source`${LEFT}(?:man|woman|lady|gentleman|gent|patient|pt|boy|girl|child|person|resident) (?:of|
      in) \d{1,3}(?: (?:years|yrs))?${RIGHT}(?! ?(?:of|mg|ml|beds|bays|%|times|hours|days|minutes|
      patients))`,
  source`${LEFT}(?:man|woman|lady|gentleman|gent|patient|pt|boy|girl|child|person|
      resident) of \d{1,3}(?: (?:years|yrs))?${RIGHT}(?! ?(?:of|mg|ml|beds|bays|%|times|hours|days|
      minutes|patients))`,
  source`${LEFT}(?:he|she)(?:'s| is| was) (?:${TENS})[ -](?:one|two|three|four|five|six|seven|eight|nine)${RIGHT}
      (?=[.,;!?)]|$| and| but| with| who| years)`,
  `${LEFT}(?:nonagenarian|centenarian|octogenarian|septuagenarian)s?${RIGHT}`,
] as const;

const YOUNG_FORMS = [
  String.raw`${LEFT}(?:an? )?\d{1,2} ?\/ ?(?:12|52|7)(?: (?:old|of age)|(?=-old))(?:-old)?${RIGHT}`,
  String.raw`${LEFT}(?:an? )?(?:\d{1,2}|${NUMBER_WORD})[ -]?(?:month|week|day|hour|wk|mth|mo)s?[ -]old${RIGHT}`,
] as const;

export function ageMatchers(): Matcher[] {
  const old = (hit: Hit): boolean => {
    const age = ageOf(hit.words);
    return age > 89 && age < 120;
  };
  const younger = (hit: Hit): boolean => {
    const age = ageOf(hit.words);
    return age > 0 && age <= 89;
  };
  const letter = String.raw`${LEFT}(?<n>\d{1,3}) ?[MF]${RIGHT}`;
  return [
    ...AGE_FORMS.flatMap((form) => [
      pattern('age_over_89', form, { accept: old, neutral: neutralAge }),
      pattern('age_exact', form, { accept: younger, neutral: neutralAge }),
    ]),
    ...YOUNG_FORMS.map((form) => pattern('age_exact', form, { neutral: neutralAge })),
    pattern(
      'age_over_89',
      letter,
      { accept: (hit) => old(hit) && noGauge(hit), neutral: neutralAge },
      'exact-case',
    ),
    pattern(
      'age_exact',
      letter,
      { accept: (hit) => younger(hit) && ageOf(hit.words) >= 17 && noGauge(hit), neutral: neutralAge },
      'exact-case',
    ),
    pattern(
      'age_exact',
      String.raw`${LEFT}\d{1,3}[ -]?(?:year|yr)[ -](?=(?:man|woman|lady|boy|girl|male|female)${RIGHT})`,
      { neutral: neutralAge },
    ),
  ];
}
