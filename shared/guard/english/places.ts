/** Rooms, beds, wards and addresses in English. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { UNIT } from '../numbers.ts';
import { UNDER_TWENTY } from './amounts.ts';

const PLACE_CUE = source`(?:side ?rooms?|s\/r|sr|single rooms?|isolation rooms?|treatment rooms?|consult(?:ing|ation)? rooms?|
    clinic rooms?|exam(?:ination)? rooms?|delivery rooms?|birthing rooms?|operating (?:rooms?|theatres?)|
    interview rooms?|family rooms?|rooms?|rm|bays?|bed ?spaces?|beds?|cubicles?|cubical|cubes?|theatres?|
    theaters?|cots?|incubators?|cath labs?|angio suites?|majors|minors|resus(?: bays?)?|trauma bays?|
    chairs?|dialysis stations?|slots?|trolley spaces?|curtains?|lockers?)`;
const PLACE_NUMBER = source`(?:\d{1,4}(?:-?[A-Z])?|[A-Z]{1,3}-?\d{1,3}[A-Z]?|${UNDER_TWENTY}|twenty(?:[ -](?:one|two|three|four|
    five|six|seven|eight|nine))?)`;
const COUNT = new RegExp(
  source`^ ?(?:${UNIT}${RIGHT}|[%°:]|(?:times?|patients?|pts|nurses?|staff|people|beds|bays|hours?|mins?|
      minutes?|days?|weeks?|nights?|of|in one|visitors|relatives|members|hcas?|rns?|doctors|porters|
      closed|empty|rooms|cubicles|away|free|short|over|by the)(?![a-z]))`,
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

const STREET_END = source`street|str|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|crescent|terrace|gardens|grove|parade|
      highway|parkway|mews|square|hill|rise|walk`;
const STREET_END_RAISED =
  'Close|Way|Court|Place|Row|Green|Park|View|St|Dr|Ct|Pl|Cres|Hwy|Yard|End|Gate|Wharf|Croft|Drove';

export function placeMatchers(): Matcher[] {
  const room = { neutral: neutralRoom };
  const address = { neutral: 'an address' };
  const more = source`(?:(?:,? ?(?:${PLACE_CUE})(?: ?#| no\.?| number)? ?|,? and |,? ?& ?|, ?|\/|
      -)\d{1,3}[A-Z]?${RIGHT}){0,3}`;
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
      source`${LEFT}(?:[Ss]ide ?[Rr]oom|[Rr]oom|[Bb]ay|BAY|[Bb]ed ?[Ss]pace|[Bb]ed|BED|[Cc]ubicle|CUBICLE|
          [Pp]od|[Tt]heatre|[Tt]heater|[Rr]esus|[Tt]rolley|[Cc]ot|
          [Ss]uite)(?: no\.?| number)? [A-HJ-Z]${RIGHT}(?!['-.]\p{L})`,
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
      source`${LEFT}(?:first|second|third|last|end|corner|far|middle) (?:bed|cubicle|side ?room|bay|
          room)(?: on the (?:left|right))?${RIGHT}`,
      {
        ...room,
        accept: (hit) =>
          /on the (?:left|right)/i.test(hit.words) || /(?:in|from|to) the $/i.test(before(hit)),
      },
    ),
    pattern(
      'bed_spot',
      source`${LEFT}(?:bed|cubicle|bay|room|space|chair|side ?room) (?:by|near|nearest|next to|beside|
          opposite|closest to|at) (?:to )?(?:the )?(?:window|door|sink|desk|station|nurses'? station|
          toilet|bathroom|fire exit|exit|end|far end|kitchen|entrance|lift|sluice)${RIGHT}`,
      { neutral: 'a bed' },
    ),
    pattern('bed_spot', `${LEFT}(?:window|corner|end|door) bed${RIGHT}`, { neutral: 'bed' }),
    pattern(
      'ward_named',
      source`${LEFT}(?:ward|unit|floor|level|block|wing|zone|clinic|suite|tower) ?(?:no\.? |
          number )?(?:\d{1,3}[A-Z]?|(?<= )[A-Z]\d{0,2}|(?<= )(?:${UNDER_TWENTY}))${RIGHT}`,
      { neutral: 'a ward', accept: (hit) => isPlace(hit) && !/ (?:[ai])$/.test(hit.words) },
    ),
    pattern(
      'ward_named',
      source`${LEFT}(?:\d{1,2} ?(?:north|south|east|west)|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|
          fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|ground) floor)${RIGHT}`,
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
      source`${LEFT}(?:St\.?|Saint|Royal|Queen|King|Princess|Great|Mount|University|
          Our Lady) ?(?:[\p{Lu}][\p{L}'.]{1,15} ?){0,4}(?:[Hh]ospital|[Ii]nfirmary|
          [Mm]edical [Cc]ent(?:re|er)|[Cc]linic|[Hh]ospice)${RIGHT}`,
      { neutral: 'the hospital' },
      'exact-case',
    ),
    pattern(
      'ward_named',
      source`${LEFT}(?:[\p{Lu}][\p{L}'.]{2,15} ){1,3}(?:Hospital|Infirmary|Medical Cent(?:re|er)|Hospice|
          NHS Trust|Trust)${RIGHT}`,
      { neutral: 'the hospital' },
      'exact-case',
    ),
    pattern(
      'uk_postcode',
      source`${LEFT}(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|
          [A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})${RIGHT}`,
      { ...address, accept: (hit) => !/(?:hr|yr)$/i.test(hit.words) },
      'exact-case',
    ),
    pattern(
      'uk_postcode',
      source`${LEFT}(?:post ?code|address|lives (?:in|at|near)|living (?:in|
          at)) ?:?(?:is )?[a-pr-uwyz][a-hk-y]?\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}${RIGHT}`,
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
      source`${LEFT}(?:(?:flat|apt\.?|apartment|unit|suite|
          house)(?: no\.?| number)? ?\d{1,4}[A-Z]?,? )?\d{1,5}[A-Z]?,? (?:[\p{L}'.-]{2,20} ){1,3}(?:${STREET_END})${RIGHT}`,
      { ...address, accept: isStreet },
    ),
    pattern(
      'street',
      source`${LEFT}(?:(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Ss]uite|
          [Hh]ouse)(?: no\.?| number)? ?\d{1,4}[A-Z]?,? )?\d{1,5}[A-Z]?,? (?:\p{Lu}[\p{L}'.-]{0,20} ){1,3}(?:${STREET_END_RAISED})${RIGHT}`,
      address,
      'exact-case',
    ),
    pattern(
      'street',
      source`${LEFT}(?:\p{Lu}[\p{L}'.-]{2,20} ){1,2}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|
          Terrace|Grove|Close)${RIGHT}`,
      { ...address, accept: (hit) => !/^(?:The|A|This|That|Our|My) /.test(hit.words) },
      'exact-case',
    ),
    pattern(
      'street',
      source`${LEFT}(?:flat|apt\.?|apartment) (?:no\.? |number |#)?\d{1,4}[A-Z]?${RIGHT}|
          ${LEFT}p\.?o\.? box \d{1,6}${RIGHT}`,
      address,
    ),
    pattern(
      'street',
      source`${LEFT}(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Ss]tays?) (?:in|at|on|
          near) (?:\p{Lu}[\p{L}'-]{2,20} ?){1,3}`,
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
  return !/(?:spare|extra|more|no|(?:^|\s)\d+) $/i.test(before(hit));
}

function isNamedWard(hit: Hit): boolean {
  return !new RegExp(source`^(?:The|This|Our|On|In|At|My|Every|Each|Any|One|Whole|Same|Other|Another|That|Staff|Medical|
    Surgical|Labour|Acute|Maternity|From|High|Intensive|Day|Stroke|Per|No|All|Some|Next|Renal|Burns|
    Care|Dependency|Assessment|Emergency|Admissions?|Discharge|Home|Full|Open|Empty|Busy|Packed|
    Children|Paediatric|Neonatal|Entire|When|While) `).test(hit.words);
}

/** "12 High Street" but not "2 patients on the street". */
function isStreet(hit: Hit): boolean {
  return !new RegExp(
    source` (?:the|a|in|on|of|to|and|or|with|for|from|at|patients?|staff|nurses?|people|mg|ml|min|mins|
    minutes?|hours?|days?|l|minute|m|metre|meter|step|steps|times|was|were|is|his|her|my|our|their|
    this|that|up|down|out|off|tablets?|units?) `,
    'i',
  ).test(hit.words);
}
