/** Clock times in English, in figures and in words. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isAmount } from './amounts.ts';
import { WEEKDAY } from './dates.ts';

const HOUR_WORD = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const PART_OF_DAY = source`(?:in the (?:early |middle of the )?(?:morning|afternoon|evening|night)|this morning|this afternoon|
      at night|o'?clock|oclock)`;

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
  /^ ?(?:doses?|meds|medications?|medicines|drug round|feeds?|antibiotics?|insulin|tablets?|(?:every|each) (?:night|day|morning|evening|shift)|daily|nightly)(?!\p{L})/iu.test(
    after(hit),
  );

const shift = {
  neutral: (hit: Hit) => englishShift(hourIn(hit.words)),
  accept: (hit: Hit) => !isScheduled(hit) && !isAmount(hit),
};
const APPROX = source`(?:at |around |about |approx(?:imately)? |just (?:after|before) |shortly (?:after|before) |by |
      from |until |till |since |before |after |circa |roughly |@ ?|~ ?){0,3}`;

export function timeMatchers(): Matcher[] {
  const notYear = (hit: Hit): boolean =>
    !/^(?:19[0-5]\d|20[0-4]\d)$/.test(hit.groups.t ?? '') ||
    /(?:at|around|about|@|by) ?$/i.test(hit.words.slice(0, -4));
  return [
    pattern(
      'clock_time',
      source`${LEFT}(?:between|from) (?:[01]\d|2[0-3])[:.]?[0-5]\d ?(?:and|to|-|until|till) ?(?:[01]\d|
          2[0-3])[:.]?[0-5]\d${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_time',
      source`${LEFT}(?:between |from )?(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)? ?(?:and|to|
          -|or) ?(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)? ?(?:a\.?m\.?|p\.?m\.?)${RIGHT}`,
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
      source`${LEFT}(?:at|around|about|by|from|until|till|since|before|after|approx|approximately|@|~|
          the) ?(?:about |around )?(?<t>(?:[01]\d|2[0-3])[0-5]\d)(?: ?(?:-|to|till|until) ?(?:[01]\d|
          2[0-3])[0-5]\d)?${RIGHT}(?![.,:]\d)`,
      { ...shift, accept: notYear },
    ),
    pattern(
      'clock_time',
      String.raw`(?<![\p{L}\p{N}.,:/+-])0\d[0-5]\d(?: ?- ?(?:[01]\d|2[0-3])[0-5]\d)?(?![\p{L}\p{N}]|[.,:/-]\d)`,
      shift,
    ),
    pattern(
      'clock_time',
      source`(?<![\p{L}\p{N}.,:/+-])(?:[01]\d|2[0-3])[0-5]\d ?(?:-|to) ?(?:[01]\d|
          2[0-3])[0-5]\d(?: shift)?(?![\p{L}\p{N}]|[.,:/-]\d)`,
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
      source`${LEFT}(?:last |on |this )?(?:${WEEKDAY}|yesterday|last night|tonight|today|this morning|
          this afternoon|the other (?:night|day))(?: (?:night|morning|evening|
          afternoon))?,? (?:just )?(?:at|around|about|after|before)(?: about| around)? (?:1[0-2]|0?[1-9]|
          (?:${HOUR_WORD}))${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_words',
      source`${LEFT}(?:at|at about|at around|just after|just before|shortly after|shortly before|around|sometime after) (?:${HOUR_WORD})
        ${RIGHT}(?=[.,;!?)]|$|\n| (?:when|and the|nobody|no one|in the|on the|last|that|so|but)${RIGHT})`,
      shift,
    ),
    pattern(
      'clock_time',
      source`${LEFT}(?:at about|at around|at roughly|at approx|just after|just before|shortly after|
          shortly before|sometime after|sometime before|some time after|at like|at exactly) (?:1[0-2]|
          [1-9])${RIGHT}(?=[.,;!?)]|$|\n| (?:and|when|the|he|she|they|it|i|we|nobody|no|in|on|so|but|my|
          our|his|her)${RIGHT})`,
      shift,
    ),
    pattern(
      'clock_words',
      source`${LEFT}${APPROX}(?:half|quarter|twenty[ -]?five|twenty|ten|five|
          \d{1,2})(?: minutes?| mins?)?[ -](?:past|to|after|before|til|till) (?:${HOUR_WORD}|\d{1,2}|
          midnight|noon|midday)${RIGHT}(?: ${PART_OF_DAY}| ?[ap]\.?m\.?)?`,
      {
        ...shift,
        accept: isSpelledTime,
      },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${APPROX}(?:a )?(?:half|quarter|bit|little) (?:past|to|after|before) (?:${HOUR_WORD}|
          \d{1,2}|midnight|noon|midday)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_words',
      `${LEFT}${APPROX}half (?:${HOUR_WORD})${RIGHT}(?! (?:hours?|of|a|tablets?|doses?|days?|and))`,
      {
        ...shift,
        accept: (hit) => /(?:at|around|about|by|after|before)/i.test(hit.words),
      },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${APPROX}(?:${HOUR_WORD})(?:[ -](?:fifteen|thirty|forty[ -]five|twenty|oh[ -]five|ten|
          forty|fifty))? ?(?:${PART_OF_DAY}|a\.?m\.?|p\.?m\.?|-?ish)${RIGHT}`,
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
      source`${LEFT}(?:at |around |about )(?:${HOUR_WORD})[ -](?:fifteen|thirty|forty[ -]five|twenty|forty|
          fifty|oh[ -]five)${RIGHT}`,
      shift,
    ),
    pattern(
      'clock_words',
      source`${LEFT}(?:zero|oh|o|double oh) ?(?:zero|oh|${HOUR_WORD}) (?:hundred|thirty|fifteen|
          forty[ -]five)(?: hours?| hrs?)?${RIGHT}`,
      shift,
    ),
    pattern(
      'rel_day',
      source`${LEFT}(?:at|around|about|just after|just before|shortly after|after) (?:midnight|noon|midday|
          dawn|lunchtime|teatime|breakfast time)${RIGHT}`,
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
