/** English cues for numbers, dates, times, ages and places. */

import { ACRONYMS } from '../english-words.ts';
import { after, before, type Hit, LEFT, type Matcher, onlyWhere, pattern, RIGHT } from '../matcher.ts';
import { isExpiry, UNIT } from '../numbers.ts';

export const UNDER_TWENTY =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
const NUMBER_WORD = `(?:(?:${TENS})(?:[ -]?(?:one|two|three|four|five|six|seven|eight|nine))?|${UNDER_TWENTY}|(?:a |one )hundred(?: and (?:${UNDER_TWENTY}))?)`;
const HOUR_WORD = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY =
  '(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:s|nesday)?s?|thu(?:r(?:s(?:day)?)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?)';
const FULL_WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const ORDINAL_WORD =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first';
const DAY_NUMBER = String.raw`(?:[0-2]?\d|3[01])`;
const PART_OF_DAY =
  "(?:in the (?:early |middle of the )?(?:morning|afternoon|evening|night)|this morning|this afternoon|at night|o'?clock|oclock)";

const AMOUNT = new RegExp(`^ ?(?:(?:${UNIT}|mls|min|degrees|percent|o2)${RIGHT}|[%°/])`, 'iu');
/** "at 3" may be a time, "at 3 litres" is none. */
const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));

/** A code: digits with a few letters, in groups. The check on how many digits is left to `digits`. */
const CODE = String.raw`(?:[A-Z]{1,4}[-/ ]?)?\d[A-Z0-9]{0,15}(?:[-/.][A-Z0-9]{1,12}){0,4}(?: \d{2,8}){0,4}[A-Z]?`;
const LINK =
  '(?:[ .:#=-]{0,3}(?:numbers?|num|nos?|nr|ids?|ref(?:erence)?|code|is|was|of|ending|pin|card|tag|label))';

const digits = (least: number) => (hit: Hit) =>
  hit.words.replace(/\D/g, '').length >= least && !isAmount(hit);

function cued(
  rule: 'mrn_cued' | 'pager_ext' | 'employee_id' | 'device_serial' | 'vehicle' | 'ssn_cued',
  cue: string,
  links: '{0,3}' | '{1,3}',
  least: number,
  neutral: string,
): Matcher {
  return pattern(rule, `${LEFT}(?:${cue})${LINK}${links}[ .:#=(-]{0,3}${CODE}${RIGHT}`, {
    accept: digits(least),
    neutral,
  });
}

function wordValue(words: string): number {
  const units = UNDER_TWENTY.split('|');
  const tens = TENS.replace('fourty|', '').split('|');
  const text = words.toLowerCase().replace('fourty', 'forty');
  if (text.includes('hundred')) return 100;
  const ten = tens.findIndex((each) => text.includes(each));
  const rest = ten < 0 ? text : text.replace(tens[ten] ?? '', '').replace(/[ -]/g, '');
  return (ten < 0 ? 0 : (ten + 2) * 10) + units.indexOf(rest) + 1;
}

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
  String.raw`${LEFT}(?:an? )?\d{1,3} ?(?:y\/o|y\.o\.?|yo|yof|yom|yrs?|y)(?:[mf])?${RIGHT}(?! (?:ago|of|in|at|on|here|experience|later|now|since|supply))`,
  String.raw`${LEFT}(?:aged?|turning|turned|is now|age of|aged about|age:?) ?:?(?:\d{1,3}|${NUMBER_WORD})(?: (?:years|yrs)(?: old)?)?${RIGHT}(?! ?(?:mg|ml|hours|days|minutes|%|times))`,
  `${LEFT}(?:an? )?${NUMBER_WORD}[ -](?:years?|yrs?)[ -]old${RIGHT}`,
  String.raw`${LEFT}(?:now )?in (?:his|her|their) (?:early |mid |late |mid-|late-|early-)?(?:nineties|eighties|seventies|sixties|fifties|forties|thirties|twenties|teens|\d0'?s)${RIGHT}`,
  String.raw`${LEFT}(?:man|woman|lady|gentleman|gent|patient|pt|boy|girl|child|person|resident) (?:of|in) \d{1,3}(?: (?:years|yrs))?${RIGHT}(?! ?(?:of|mg|ml|beds|bays|%|times|hours|days|minutes|patients))`,
  String.raw`${LEFT}(?:man|woman|lady|gentleman|gent|patient|pt|boy|girl|child|person|resident) of \d{1,3}(?: (?:years|yrs))?${RIGHT}(?! ?(?:of|mg|ml|beds|bays|%|times|hours|days|minutes|patients))`,
  `${LEFT}(?:nonagenarian|centenarian|octogenarian|septuagenarian)s?${RIGHT}`,
] as const;

const YOUNG_FORMS = [
  String.raw`${LEFT}(?:an? )?\d{1,2} ?\/ ?(?:12|52|7)(?: (?:old|of age)|(?=-old))(?:-old)?${RIGHT}`,
  String.raw`${LEFT}(?:an? )?(?:\d{1,2}|${NUMBER_WORD})[ -]?(?:month|week|day|hour|wk|mth|mo)s?[ -]old${RIGHT}`,
] as const;

function ageMatchers(): Matcher[] {
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

/** Night from eight to seven, day else: the bracket the panel asks for anyway. */
export function englishShift(hour: number): string {
  return hour >= 20 || hour < 8 ? 'on the night shift' : 'on the day shift';
}

function hourIn(words: string): number {
  const text = words.toLowerCase();
  const spelled = HOUR_WORD.split('|').findIndex((each) =>
    new RegExp(String.raw`\b${each}\b`).test(text.replace(/^.*(?:past|to|of|after) /, '')),
  );
  const number = /\d{1,2}/.exec(text);
  const hour = text.includes('midnight') ? 0 : number !== null ? Number(number[0]) : spelled + 1;
  const late = /pm|p\.m|afternoon|evening|noon|midday/.test(text);
  return late && hour < 12 ? hour + 12 : hour % 24;
}

/** The hour at which something is due every day says nothing about who was there. */
const isScheduled = (hit: Hit): boolean =>
  /^ ?(?:doses?|meds|medications?|medicines|drug round|feeds?|antibiotics?|insulin|tablets?)(?!\p{L})/iu.test(
    after(hit),
  );

const shift = {
  neutral: (hit: Hit) => englishShift(hourIn(hit.words)),
  accept: (hit: Hit) => !isScheduled(hit) && !isAmount(hit),
};
const APPROX =
  '(?:at |around |about |approx(?:imately)? |just (?:after|before) |shortly (?:after|before) |by |from |until |till |since |before |after |circa |roughly |@ ?|~ ?){0,3}';

function timeMatchers(): Matcher[] {
  const notYear = (hit: Hit): boolean =>
    !/^(?:19[0-5]\d|20[0-4]\d)$/.test(hit.groups.t ?? '') ||
    /(?:at|around|about|@|by) ?$/i.test(hit.words.slice(0, -4));
  return [
    pattern(
      'clock_time',
      String.raw`${LEFT}(?:between|from) (?:[01]\d|2[0-3])[:.]?[0-5]\d ?(?:and|to|-|until|till) ?(?:[01]\d|2[0-3])[:.]?[0-5]\d${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}(?:between |from )?(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)? ?(?:and|to|-|or) ?(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}${APPROX}(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}${APPROX}(?:[01]\d|2[0-3])[0-5]\d ?(?:hrs?|h|hours)${RIGHT}(?! (?:later|ago|of|after))`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}(?:at|around|about|by|from|until|till|since|before|after|approx|approximately|@|~|the) ?(?:about |around )?(?<t>(?:[01]\d|2[0-3])[0-5]\d)(?: ?(?:-|to|till|until) ?(?:[01]\d|2[0-3])[0-5]\d)?${RIGHT}(?![.,:]\d)`,
      { ...shift, accept: notYear },
    ),
    pattern(
      'clock_time',
      String.raw`(?<![\p{L}\p{N}.,:/+-])0\d[0-5]\d(?: ?- ?(?:[01]\d|2[0-3])[0-5]\d)?(?![\p{L}\p{N}]|[.,:/-]\d)`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`(?<![\p{L}\p{N}.,:/+-])(?:[01]\d|2[0-3])[0-5]\d ?(?:-|to) ?(?:[01]\d|2[0-3])[0-5]\d(?: shift)?(?![\p{L}\p{N}]|[.,:/-]\d)`,
      {
        ...shift,
        accept: (hit) =>
          !isAmount(hit) &&
          /^0|0$|[135]5$|30$|45$/.test(hit.words) &&
          /(?:shift|worked|working|on|rota|a|the) ?$|^$/i.test(before(hit)),
      },
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}${APPROX}(?:0?[1-9]|1[0-9]|2[0-3])(?:[:.]?[0-5]\d)?-?ish${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}${APPROX}(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?${PART_OF_DAY}${RIGHT}`,
      {
        ...shift,
        accept: (hit) => /o'?clock|(?:at|around|about|after|before|by|@|~) ?\d|[:.]\d/i.test(hit.words),
      },
    ),
    pattern(
      'clock_time',
      `${LEFT}(?:last |on |this )?(?:${WEEKDAY}|yesterday|last night|tonight|today|this morning|this afternoon|the other (?:night|day))(?: (?:night|morning|evening|afternoon))?,? (?:just )?(?:at|around|about|after|before)(?: about| around)? (?:1[0-2]|0?[1-9]|(?:${HOUR_WORD}))${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      String.raw`${LEFT}(?:at about|at around|at roughly|at approx|just after|just before|shortly after|shortly before|sometime after|sometime before|some time after|at like|at exactly) (?:1[0-2]|[1-9])${RIGHT}(?=[.,;!?)]|$|\n| (?:and|when|the|he|she|they|it|i|we|nobody|no|in|on|so|but|my|our|his|her)${RIGHT})`,
      shift,
    ),
    pattern(
      'clock_words',
      String.raw`${LEFT}${APPROX}(?:half|quarter|twenty[ -]?five|twenty|ten|five|\d{1,2})(?: minutes?| mins?)? (?:past|to|after|before|til|till) (?:${HOUR_WORD}|\d{1,2}|midnight|noon|midday)${RIGHT}(?: ${PART_OF_DAY}| ?[ap]\.?m\.?)?`,
      {
        ...shift,
        accept: isSpelledTime,
      },
    ),
    pattern(
      'clock_words',
      String.raw`${LEFT}${APPROX}a? ?(?:half|quarter|bit|little) (?:past|to|after|before) (?:${HOUR_WORD}|\d{1,2}|midnight|noon|midday)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_words',
      `${LEFT}${APPROX}half (?:${HOUR_WORD})${RIGHT}(?! (?:hours?|of|the|a|tablets?|doses?|days?|and))`,
      {
        ...shift,
        accept: (hit) => /(?:at|around|about|by|after|before)/i.test(hit.words),
      },
    ),
    pattern(
      'clock_words',
      String.raw`${LEFT}${APPROX}(?:${HOUR_WORD})(?:[ -](?:fifteen|thirty|forty[ -]five|twenty|oh[ -]five|ten|forty|fifty))? ?(?:${PART_OF_DAY}|a\.?m\.?|p\.?m\.?|-?ish)${RIGHT}`,
      {
        ...shift,
        accept: (hit) =>
          /o'?clock|(?:am|pm|a\.m\.?|p\.m\.?|ish)$/i.test(hit.words) ||
          /(?:at|around|about|after|before|by) (?:${HOUR_WORD})/i.test(hit.words) ||
          /in the|this/.test(hit.words),
      },
    ),
    pattern(
      'clock_words',
      `${LEFT}(?:at |around |about )(?:${HOUR_WORD})[ -](?:fifteen|thirty|forty[ -]five|twenty|forty|fifty|oh[ -]five)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_words',
      `${LEFT}(?:zero|oh|o|double oh) ?(?:zero|oh|${HOUR_WORD}) (?:hundred|thirty|fifteen|forty[ -]five)(?: hours?| hrs?)?${RIGHT}`,
      shift,
    ),
    pattern(
      'rel_day',
      `${LEFT}(?:at|around|about|just after|just before|shortly after|after) (?:midnight|noon|midday|dawn|lunchtime|teatime|breakfast time)${RIGHT}`,
      { neutral: 'during the shift' },
    ),
  ];
}

/** "five to six patients" is an amount; "five to six" at the end, or with a cue, is a time. */
function isSpelledTime(hit: Hit): boolean {
  if (isAmount(hit)) return false;
  if (/past|midnight|noon|midday|quarter|am|pm|in the|o'?clock/i.test(hit.words))
    return !/^\d+ .* \d+$/.test(hit.words) || /past/i.test(hit.words);
  if (
    /\b(?:after|before|til|till)\b/i.test(hit.words.replace(/^(?:just |shortly )?(?:after|before) /i, '')) &&
    /\d/.test(hit.words)
  )
    return false;
  const cueBefore =
    /^(?:at|around|about|by|just|shortly|before|after|since|until|till)/i.test(hit.words) ||
    /(?:was|it's|its|until|till) $/i.test(before(hit));
  if (/^\d/.test(hit.words.replace(/^(?:\D{2,} )/, '')) && !cueBefore) return false;
  const behind = after(hit);
  const whole = hit.start === 0 || before(hit, 1) === '\n';
  const endsHere =
    /^(?: ?[.,;!?)]|$|\n| (?:when|and|the|he|she|they|it|so|but|i|we|nobody|no|that|last|on)\b)/i.test(
      behind,
    );
  return (cueBefore || whole) && endsHere;
}

const recently = { neutral: 'recently' };
const ON =
  '(?:on |on the |since |since the |from |from the |dated |by |by the |until |before |after |night of |the )?';

function dateMatchers(): Matcher[] {
  const inDate = { ...recently, accept: (hit: Hit) => !isExpiry(hit) };
  return [
    pattern(
      'dob_cued',
      String.raw`${LEFT}(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on| in)?)[ :.=-]{0,3}(?:is |was |on |the )?(?:\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:19|20)\d{2}(?:-\d{2}-\d{2})?|${DAY_NUMBER}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ?(?:19|20)?\d{2})?|${MONTH} ${DAY_NUMBER}(?:st|nd|rd|th)?(?:,? ?(?:19|20)\d{2})?|\d{6,8})${RIGHT}`,
      { neutral: 'a date' },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}${ON}(?:${WEEKDAY},? (?:the )?)?${DAY_NUMBER}(?:st|nd|rd|th)?(?: day)?(?: of)?[ -]?${MONTH}${RIGHT}\.?(?:,? ?(?:(?:19|20)\d{2}|'\d{2}))?(?![\p{N}])`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}${ON}(?:${WEEKDAY},? )?${MONTH}\.? (?:the )?${DAY_NUMBER}(?:st|nd|rd|th)?${RIGHT}(?:,? (?:19|20)\d{2})?(?![\p{N}:])`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}${ON}(?:${ORDINAL_WORD})(?: of)? ${MONTH}${RIGHT}(?:,? (?:19|20)\d{2})?`,
      { ...recently, accept: isTextDate },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}(?:in |since |from |until |back in )?(?:early |mid |late )?${MONTH}\.?,? ?(?:19|20)\d{2}${RIGHT}`,
      inDate,
    ),
    pattern(
      'date_num',
      String.raw`${LEFT}(?:on|dated|since|from|until|night of)(?: the)? (?<a>\d{1,2})\/(?<b>\d{1,2})(?![\p{L}\p{N}/]|[.,-]\d)`,
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
      `${LEFT}(?:${WEEKDAY},? (?:the )?(?:${DAY_NUMBER}(?:st|nd|rd|th)|${ORDINAL_WORD})|(?:on|since|from|until|by|night of|before|after|evening of|morning of) (?:the )?(?:${DAY_NUMBER}(?:st|nd|rd|th)|${ORDINAL_WORD}))${RIGHT}`,
      {
        ...recently,
        accept: isBareDay,
      },
    ),
    pattern(
      'rel_day',
      String.raw`${LEFT}(?:the )?(?:yesterday|day before yesterday|the other (?:day|night)|(?:last|this|early|late|earlier) (?:night|morning|afternoon|evening|week|weekend|month|${FULL_WEEKDAY})|(?:on |last |this |next )?${FULL_WEEKDAY}s?(?: (?:night|morning|evening|afternoon)s?)?|today|tonight|(?:a |one |two |three |four |five |six |seven |a few |\d{1,2} )(?:days?|nights?|weeks?|months?) ago|christmas(?: (?:day|eve))?|boxing day|new year'?s?(?: (?:day|eve))?|easter|thanksgiving|eid|diwali|bank holiday)${RIGHT}`,
      recently,
    ),
    pattern(
      'rel_day',
      `${LEFT}(?:in|since|last|during|back in|of|until|this) (?:early |mid |late )?(?:january|february|march|april|may|june|july|august|september|october|november|december)${RIGHT}`,
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

const PLACE_CUE = String.raw`(?:side ?rooms?|s\/r|sr|single rooms?|isolation rooms?|treatment rooms?|consult(?:ing|ation)? rooms?|clinic rooms?|exam(?:ination)? rooms?|delivery rooms?|birthing rooms?|operating (?:rooms?|theatres?)|interview rooms?|family rooms?|rooms?|rm|bays?|bed ?spaces?|beds?|cubicles?|cubical|cubes?|theatres?|theaters?|cots?|incubators?|cath labs?|angio suites?|majors|minors|resus(?: bays?)?|trauma bays?|chairs?|dialysis stations?|slots?|trolley spaces?|curtains?|lockers?)`;
const PLACE_NUMBER = String.raw`(?:\d{1,4}(?:-?[A-Z])?|[A-Z]{1,3}-?\d{1,3}[A-Z]?|${UNDER_TWENTY}|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)`;
const COUNT = new RegExp(
  `^ ?(?:${UNIT}${RIGHT}|[%°:]|(?:times?|patients?|pts|nurses?|staff|people|beds|bays|hours?|mins?|minutes?|days?|weeks?|nights?|of|in one|visitors|relatives|members|hcas?|rns?|doctors|porters|closed|empty|rooms|cubicles|away|free|short|over|by the)(?![a-z]))`,
  'iu',
);
/** "room 4" is a place, "bay 4 patients" a count. */
const isPlace = (hit: Hit): boolean => !COUNT.test(after(hit));

const ROOM_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^bed/i, 'a bed'],
  [/^bay/i, 'a bay'],
  [/^(?:theat|operating|or)/i, 'a theatre'],
  [/^(?:cub|pod|curtain)/i, 'a cubicle'],
  [/^(?:side|s\/r|sr|isol|single)/i, 'a side room'],
  [/^(?:cot|incub)/i, 'a cot'],
  [/^(?:majors|minors|resus|trauma)/i, 'the emergency department'],
];

function neutralRoom(hit: Hit): string {
  const neutral = ROOM_WORDS.find(([cue]) => cue.test(hit.words))?.[1] ?? 'a room';
  return /(?:^|[^\p{L}])(?:the|a|an|our|my|his|her|this|that|their) $/iu.test(before(hit))
    ? neutral.replace(/^(?:an?|the) /, '')
    : neutral;
}

const STREET_END =
  'street|str|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|crescent|terrace|gardens|grove|parade|highway|parkway|mews|square|hill|rise|walk';
const STREET_END_RAISED =
  'Close|Way|Court|Place|Row|Green|Park|View|St|Dr|Ct|Pl|Cres|Hwy|Yard|End|Gate|Wharf|Croft|Drove';

function placeMatchers(): Matcher[] {
  const room = { neutral: neutralRoom };
  const address = { neutral: 'an address' };
  const more = String.raw`(?:(?:,? ?(?:${PLACE_CUE})(?: ?#| no\.?| number)? ?|,? and |,? ?& ?|, ?|\/|-)\d{1,3}[A-Z]?${RIGHT}){0,3}`;
  return [
    pattern(
      'room_bed',
      String.raw`${LEFT}${PLACE_CUE}(?: ?(?:no\.?|number|nr|#|:|-))? ?${PLACE_NUMBER}${RIGHT}${more}`,
      {
        ...room,
        accept: isRoom,
      },
    ),
    pattern(
      'room_bed',
      String.raw`${LEFT}(?:[Ss]ide ?[Rr]oom|[Rr]oom|[Bb]ay|BAY|[Bb]ed ?[Ss]pace|[Bb]ed|BED|[Cc]ubicle|CUBICLE|[Pp]od|[Tt]heatre|[Tt]heater|[Rr]esus|[Tt]rolley|[Cc]ot|[Ss]uite)(?: no\.?| number)? [A-HJ-Z]${RIGHT}(?!['-.]\p{L})`,
      room,
      'exact-case',
    ),
    pattern(
      'room_bed',
      String.raw`${LEFT}(?:OR|OT|LDR|SR|Rm|RM|Th)[ -]?#?\d{1,3}[A-Z]?${RIGHT}(?![.,/:]\d)`,
      { neutral: 'a room', accept: isPlace },
      'exact-case',
    ),
    pattern(
      'room_bed',
      String.raw`${LEFT}[A-D]\d?\/\d{1,2}${RIGHT}(?=[^\n]{0,12}(?:bed|bay|patient|pt))`,
      room,
      'exact-case',
    ),
    pattern(
      'room_bed',
      `${LEFT}(?:first|second|third|last|end|corner|far|middle) (?:bed|cubicle|side ?room|bay|room)(?: on the (?:left|right))?${RIGHT}`,
      {
        ...room,
        accept: (hit) =>
          /on the (?:left|right)/i.test(hit.words) || /(?:in|from|to) the $/i.test(before(hit)),
      },
    ),
    pattern(
      'bed_spot',
      `${LEFT}(?:bed|cubicle|bay|room|space|chair|side ?room) (?:by|near|nearest|next to|beside|opposite|closest to|at) (?:to )?(?:the )?(?:window|door|sink|desk|station|nurses'? station|toilet|bathroom|fire exit|exit|end|far end|kitchen|entrance|lift|sluice)${RIGHT}`,
      { neutral: 'a bed' },
    ),
    pattern('bed_spot', `${LEFT}(?:window|corner|end|door) bed${RIGHT}`, { neutral: 'bed' }),
    pattern(
      'ward_named',
      String.raw`${LEFT}(?:ward|unit|floor|level|block|wing|zone|clinic|suite|tower) ?(?:no\.? |number )?(?:\d{1,3}[A-Z]?|(?<= )[A-Z]\d{0,2}|(?<= )(?:${UNDER_TWENTY}))${RIGHT}`,
      { neutral: 'a ward', accept: (hit) => isPlace(hit) && !/ (?:[ai])$/.test(hit.words) },
    ),
    pattern(
      'ward_named',
      String.raw`${LEFT}(?:\d{1,2} ?(?:north|south|east|west)|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|ground) floor)${RIGHT}`,
      { neutral: 'a ward' },
    ),
    pattern(
      'ward_named',
      String.raw`${LEFT}(?:\p{Lu}\p{Ll}{2,14} ){1,2}(?:[Ww]ard|[Uu]nit|[Ss]uite|[Ww]ing|[Hh]ouse)${RIGHT}`,
      { neutral: 'a ward', accept: isNamedWard },
      'exact-case',
    ),
    pattern(
      'ward_named',
      String.raw`${LEFT}(?:St\.?|Saint|Royal|Queen|King|Princess|Great|Mount|University|Our Lady) ?(?:[\p{Lu}][\p{L}'.]{1,15} ?){0,4}(?:[Hh]ospital|[Ii]nfirmary|[Mm]edical [Cc]ent(?:re|er)|[Cc]linic|[Hh]ospice)${RIGHT}`,
      { neutral: 'the hospital' },
      'exact-case',
    ),
    pattern(
      'ward_named',
      String.raw`${LEFT}(?:[\p{Lu}][\p{L}'.]{2,15} ){1,3}(?:Hospital|Infirmary|Medical Cent(?:re|er)|Hospice|NHS Trust|Trust)${RIGHT}`,
      { neutral: 'the hospital' },
      'exact-case',
    ),
    pattern(
      'uk_postcode',
      String.raw`${LEFT}(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})${RIGHT}`,
      { ...address, accept: (hit) => !/(?:hr|yr)$/i.test(hit.words) },
      'exact-case',
    ),
    pattern(
      'uk_postcode',
      String.raw`${LEFT}(?:post ?code|address|lives (?:in|at|near)|living (?:in|at)) ?:?(?:is )?[a-pr-uwyz][a-hk-y]?\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}${RIGHT}`,
      address,
    ),
    pattern(
      'uk_postcode',
      String.raw`${LEFT}[a-pr-uwyz][a-hk-y]\d{1,2}[a-z]? \d[abd-hjlnp-uw-z]{2}${RIGHT}`,
      {
        ...address,
        accept: (hit) =>
          !/(?:hr|yr|st|nd|th|rd)$/i.test(hit.words) &&
          !/^(?:b|t|l|c|s|q|d|h|t|ml|mg|to|at|of|by|in|on|is|or|up|we|he)\d/i.test(hit.words),
      },
    ),
    pattern(
      'us_zip',
      String.raw`${LEFT}(?:zip(?: ?code)?[ :]{1,3}(?:is )?\d{5}|(?:[A-Z]{2}) \d{5}(?:-\d{4})?|\d{5}-\d{4})${RIGHT}`,
      {
        ...address,
        accept: (hit) =>
          /^zip/i.test(hit.words) ||
          /\d{5}-\d{4}$/.test(hit.words) ||
          /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) /.test(
            hit.words,
          ),
      },
    ),
    pattern(
      'street',
      String.raw`${LEFT}(?:(?:flat|apt\.?|apartment|unit|suite|house)(?: no\.?| number)? ?\d{1,4}[A-Z]?,? )?\d{1,5}[A-Z]?,? (?:[\p{L}'.-]{2,20} ){1,3}(?:${STREET_END})${RIGHT}`,
      { ...address, accept: isStreet },
    ),
    pattern(
      'street',
      String.raw`${LEFT}(?:(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Ss]uite|[Hh]ouse)(?: no\.?| number)? ?\d{1,4}[A-Z]?,? )?\d{1,5}[A-Z]?,? (?:\p{Lu}[\p{L}'.-]{0,20} ){1,3}(?:${STREET_END_RAISED})${RIGHT}`,
      address,
      'exact-case',
    ),
    pattern(
      'street',
      String.raw`${LEFT}(?:\p{Lu}[\p{L}'.-]{2,20} ){1,2}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace|Grove|Close)${RIGHT}`,
      { ...address, accept: (hit) => !/^(?:The|A|This|That|Our|My) /.test(hit.words) },
      'exact-case',
    ),
    pattern(
      'street',
      String.raw`${LEFT}(?:flat|apt\.?|apartment) (?:no\.? |number |#)?\d{1,4}[A-Z]?${RIGHT}|${LEFT}p\.?o\.? box \d{1,6}${RIGHT}`,
      address,
    ),
    pattern(
      'street',
      String.raw`${LEFT}(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Ss]tays?) (?:in|at|on|near) (?:\p{Lu}[\p{L}'-]{2,20} ?){1,3}`,
      address,
      'exact-case',
    ),
  ];
}

/** Not "bed one to one", not "3 extra beds 2 …", not a fraction. */
function isRoom(hit: Hit): boolean {
  if (!isPlace(hit) || /^ to \d/.test(after(hit)) || /^\S+ ?\d\/\d{2}/.test(hit.words)) return false;
  if (
    / (?:one|to)$/i.test(hit.words) &&
    /^ (?:to|of|at|in|on|night|day|shift|nurse|patient|person|member|more|was|had)/i.test(after(hit))
  )
    return false;
  if (/^(?:room|rm|theat|side|bay|cubic)/i.test(hit.words)) return true;
  return !/(?:spare|extra|more|no|\d) $/i.test(before(hit));
}

function isNamedWard(hit: Hit): boolean {
  return !/^(?:The|This|Our|On|In|At|My|Every|Each|Any|One|Whole|Same|Other|Another|That|Staff|Medical|Surgical|Labour|Acute|Maternity|From|High|Intensive|Day|Stroke|Per|No|All|Some|Next|Renal|Burns|Care|Dependency|Assessment|Emergency|Admissions?|Discharge|Home|Full|Open|Empty|Busy|Packed|Children|Paediatric|Neonatal|Entire|When|While) /.test(
    hit.words,
  );
}

/** "12 High Street" but not "2 patients on the street". */
function isStreet(hit: Hit): boolean {
  return !/ (?:the|a|in|on|of|to|and|or|with|for|from|at|patients?|staff|nurses?|people|mg|ml|min|mins|minutes?|hours?|days?|l|minute|m|metre|meter|step|steps|times|was|were|is|his|her|my|our|their|this|that|up|down|out|off|tablets?|units?) /i.test(
    hit.words,
  );
}

const PAGER_CUE = String.raw`bleeps?|bleeped|pagers?|paged|ext|extension|extn|x(?=\d)|vocera|dect|internal phone|ward phone|desk phone|call|ring|rang|dial(?:led|ed)?|phone|tel|telephone|text`;

function cueMatchers(): Matcher[] {
  const notEmergency = (hit: Hit): boolean => {
    const number = hit.words.replace(/\D/g, '');
    const open = /^(?:call|ring|rang|dial|phone|tel|text)/i.test(hit.words);
    if (/^(?:2222|999|911|112|111|000|3333|4444)$/.test(number)) return false;
    if (isAmount(hit)) return false;
    return number.length >= (open ? 4 : 3) && number.length <= 9;
  };
  return [
    pattern(
      'pager_ext',
      String.raw`${LEFT}(?:${PAGER_CUE})(?:[ .:#=-]{0,3}(?:numbers?|nos?|num|is|was|on|me on|him on|her on|us on|them on|the ward on|switch on|it's|it is)){0,2}[ .:#=(-]{0,3}\d{1,6}(?:[- ]\d{2,5})?${RIGHT}(?![:.,]\d)`,
      { accept: notEmergency, neutral: 'a number' },
    ),
    pattern(
      'phone_local',
      String.raw`${LEFT}(?:call|ring|phone|tel|telephone|mobile|mob|cell|fax|text|whatsapp|number|landline|reach|contact)(?: ?(?:me|him|her|us|them|number|no|is|on|at|back|was|:|the ward|-|=|\.)){0,4} ?[(+]?\d(?:[ .()-]{0,2}\d){6,14}${RIGHT}`,
      { neutral: 'a number' },
    ),
    pattern('phone_local', String.raw`(?<![\p{L}\p{N}.,+-])\d{3}-\d{4}(?![\p{L}\p{N}-])`, {
      neutral: 'a number',
      accept: (hit) =>
        /555|call|phone|ring|text|fax|tel|number|cell|mobile|reach/i.test(hit.words + before(hit, 30)),
    }),
    cued('ssn_cued', 'ssn|social security|social', '{0,3}', 4, 'a number'),
    cued(
      'mrn_cued',
      String.raw`mrns?|m\.r\.n\.?|hosp(?:ital)? ?(?:nos?\.?|numbers?|num|ids?|#)|pt ?(?:ids?|nos?\.?|number|#)|patient ?(?:ids?|nos?\.?|numbers?|#|identifier)|unit (?:no\.?|number)|csn|fin|crn|mpi|pas|chi|nhs|npi|dea|medicare|medicaid|member|subscriber|health card|insurance|policy|claim|k ?number|x ?number|s ?number|district (?:no\.?|number)|acc(?:oun)?t|a\/c|accession|encounter|episode|visit|admission|chart|records?|case|casenotes?|specimen|sample|requisition|req|order|request|barcode|wristband|script|prescription|rx|study|exam|blood unit|donation|claim`,
      '{1,3}',
      3,
      'a record number',
    ),
    cued(
      'mrn_cued',
      String.raw`mrns?|csn|fin|crn|chi|nhs|npi|dea|acc(?:oun)?t|a\/c|accession|encounter|hosp no\.?|hospital number|patient id|pt id|medicare|medicaid|mpi|emrn|emr|pas|barcode|wristband`,
      '{0,3}',
      4,
      'a record number',
    ),
    cued(
      'mrn_cued',
      'specimens?|samples?|order|requisition|visit|episode|record|chart|case|claim|policy|donation|unit',
      '{0,3}',
      6,
      'a record number',
    ),
    cued(
      'mrn_cued',
      'datix|incident|report|complaint|ticket|job|helpdesk|safeguarding|ulysses|rl|inphase|ref(?:erence)?',
      '{1,3}',
      3,
      'an earlier report',
    ),
    cued(
      'mrn_cued',
      'datix|incident|report|complaint|ticket|ref(?:erence)?|web|inc|ritm',
      '{0,3}',
      4,
      'an earlier report',
    ),
    cued(
      'mrn_cued',
      "passport|driv(?:er'?s?|ing) licen[cs]e|visa|share code|national id|id card|national insurance|ni",
      '{0,3}',
      5,
      'a number',
    ),
    pattern(
      'nino',
      String.raw`${LEFT}(?:ni|nino|national insurance)(?: ?(?:no\.?|number|num|is|was|:|#)){0,3} ?[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Z]?${RIGHT}`,
      { neutral: 'a number' },
    ),
    cued(
      'employee_id',
      String.raw`badge|payroll|pay ?roll|employee|staff (?:id|no\.?|number|#)|personnel|esr|assignment|smart ?card|gmc|nmc|hcpc|gphc|gdc|rcn|rn licen[cs]e|licen[cs]e|licence|registration|pin|login|log in|user(?: ?name| id)?|emp(?:loyee)? (?:id|no\.?|number)|clock(?: |-)?in|timesheet|locker`,
      '{0,3}',
      4,
      'a staff number',
    ),
    pattern(
      'employee_id',
      String.raw`${LEFT}(?:user ?name|log ?in|user ?id|username)(?: is| was|:| =){0,2} ?[A-Z][A-Z0-9._-]{2,20}\d[A-Z0-9._-]{0,8}${RIGHT}`,
      { neutral: 'a staff login' },
    ),
    pattern(
      'employee_id',
      String.raw`${LEFT}\d{2}[A-L]\d{4}[A-Z]${RIGHT}`,
      { neutral: 'a staff number' },
      'exact-case',
    ),
    cued(
      'device_serial',
      String.raw`serial|s\/n|sn|asset|equipment|device|pump|monitor|udi|imei|model|bme|ebme|medical physics|med phys|inventory|equip`,
      '{1,3}',
      3,
      'a device number',
    ),
    cued(
      'device_serial',
      String.raw`serial|s\/n|sn|asset(?: tag)?|udi|imei|ebme|lot|batch`,
      '{0,3}',
      4,
      'a device number',
    ),
    cued('device_serial', 'lot|batch', '{1,3}', 3, 'a batch number'),
    pattern(
      'vehicle',
      String.raw`${LEFT}(?:reg(?:istration)?|number ?plate|licen[cs]e plate|plate|vrn|car)(?: ?(?:no\.?|number|is|was|:|#|plate)){0,3} ?(?:[A-Z]{1,3}[- ]?\d{1,4}[- ]?[A-Z]{0,3}|\d{1,3}[- ]?[A-Z]{2,3}[- ]?\d{0,4})${RIGHT}`,
      {
        neutral: 'a car',
        accept: (hit) =>
          /\d{2}/.test(hit.words) &&
          !isAmount(hit) &&
          !/^(?:reg|car)[a-z]* ?(?:is|was) ?[a-z]+ ?\d+$/i.test(hit.words),
      },
    ),
    pattern(
      'vehicle',
      String.raw`${LEFT}[A-Z]{2}\d{2} ?[A-Z]{3}${RIGHT}`,
      { neutral: 'a car' },
      'exact-case',
    ),
  ];
}

function initialsMatchers(): Matcher[] {
  const neutral = { neutral: 'somebody' };
  return [
    pattern(
      'initials',
      String.raw`${LEFT}(?:\p{Lu}\. ?){2,4}(?!\p{L}{2})(?<![ap]\.m\. ?)`,
      { ...neutral, accept: (hit) => !NOT_INITIALS.has(hit.words.replace(/[. ]/g, '')) },
      'exact-case',
    ),
    pattern(
      'initials',
      `${LEFT}(?:initials|initialled|initialed|signed|signed by|initials of|initialled by|initials were)(?: are| were| as| by|:)? [A-Z]{2,3}${RIGHT}`,
      {
        ...neutral,
        accept: (hit) =>
          /[A-Z]{2,3}$/.test(hit.words) &&
          !NOT_INITIALS.has(hit.words.slice(-2)) &&
          !NOT_INITIALS.has(hit.words.slice(-3)),
      },
    ),
    pattern(
      'initials',
      String.raw`${LEFT}(?:seen|signed|checked|given|told|witnessed|reviewed|done|found|countersigned|administered|hung|prescribed|written|sent|drawn up|covered|assessed|consented|cannulated) by (?<x>[A-Z]{2,3}(?: ?(?:and|&|\/|\+) ?[A-Z]{2,3})?)${RIGHT}(?!['&/-])`,
      { ...neutral, accept: (hit) => hit.words.split(/[^A-Z]+/).every((each) => !NOT_INITIALS.has(each)) },
      'exact-case',
    ),
    pattern(
      'initials',
      `${LEFT}(?:[Pp]t|[Pp]atient|[Rr]esident|[Cc]lient|[Nn]urse|HCA|RN) [A-Z]{2}${RIGHT}(?!['&/-])`,
      { neutral: 'the patient', accept: (hit) => !NOT_INITIALS.has(hit.words.slice(-2)) },
      'exact-case',
    ),
  ];
}

/** Short forms that are no initials, and small words in lines written in capitals. */
const NOT_INITIALS: ReadonlySet<string> = new Set(
  `${ACRONYMS} am pm sc sl dr mr md ae in on at to was and by up we he if so my an do no all the she her him his`
    .toUpperCase()
    .split(/\s+/),
);

/** All of them; those that speak of numbers only run where there is a digit. */
export function englishDetails(): readonly Matcher[] {
  return [
    ...onlyWhere(/\d/, cueMatchers()),
    ...dateMatchers(),
    ...timeMatchers(),
    ...ageMatchers(),
    ...placeMatchers(),
    ...initialsMatchers(),
  ];
}
