/** English words that point to the person who writes. */

import {
  after,
  before,
  type Hit,
  LEFT,
  type Matcher,
  onlyWhere,
  pattern,
  RIGHT,
  source,
} from '../matcher.ts';
import type { View } from '../view.ts';
import { dutyMatchers } from './self-duty.ts';
import { generalMatchers, personalMatchers } from './self-personal.ts';
import { pastReportMatchers } from './self-reports.ts';
import { onlyOneMatchers, roleMatchers } from './self-role.ts';
import { careerMatchers, tenureMatchers } from './self-tenure.ts';

const PAST =
  'saw|noticed|found|heard|discovered|realised|realized|observed|witnessed|spotted|felt|thought|knew|believed';
const PASSIVE: Readonly<Record<string, string>> = {
  saw: 'it was seen',
  noticed: 'it was noticed',
  heard: 'it was heard',
  discovered: 'it was discovered',
  realised: 'it was realised',
  realized: 'it was realized',
  observed: 'it was observed',
  spotted: 'it was spotted',
};
const PRESENT: Readonly<Record<string, string>> = {
  think: 'thinks',
  feel: 'feels',
  know: 'knows',
  need: 'needs',
  want: 'wants',
  believe: 'believes',
  see: 'sees',
  hope: 'hopes',
  worry: 'worries',
  do: 'does',
  get: 'gets',
  go: 'goes',
  dont: 'does not',
  "don't": 'does not',
  am: 'is',
  have: 'has',
  "haven't": 'has not',
  find: 'finds',
  keep: 'keeps',
  feelthat: 'feels that',
};

/** "I saw" → "it was seen", "I think" → "a colleague thinks", "my" → "the", "me" → "a colleague". */
function firstInThirdPerson(hit: Hit): string | null {
  const words = hit.words.toLowerCase();
  if (words === 'my') return /^ colleague(?!s)/i.test(after(hit)) ? 'a' : 'the';
  if (words === 'mine') return "a colleague's";
  if (words === 'me' || words === 'myself') return 'a colleague';
  const [subject, verb] = words.split(' ');
  if (verb !== undefined && subject === 'i') {
    const passive = PASSIVE[verb];
    if (
      passive !== undefined &&
      /^ (?:that|how|when|the|a|an|two|it|him|her|them|this)\b/i.test(after(hit))
    ) {
      return /^ that\b/i.test(after(hit)) ? passive : `a colleague ${verb}`;
    }
    return `a colleague ${PRESENT[verb] ?? verb}`;
  }
  if (subject === "i'm" || subject === 'im') return 'a colleague is';
  if (subject === "i've" || subject === 'ive') return 'a colleague has';
  if (subject === "i'd") return 'a colleague had';
  if (subject === "i'll") return 'a colleague will';
  return 'a colleague';
}

/** "Grade I", "type I", "I/O", "I-gel": not the writer. */
function isWriter(hit: Hit): boolean {
  if (!/^i$/i.test(hit.words.split(' ')[0] ?? '')) return true;
  if (
    /(?:grade|type|stage|class|phase|lead|factor|category|level|group|degree|vitamin|part|chapter|apolipoprotein|mobitz|angiotensin|troponin|section|schedule|bed|bay|cubicle) $/i.test(
      before(hit),
    )
  )
    return false;
  return !/[/&.+-]$/.test(before(hit)) && !/^(?:[/&+-]|\.\p{L})/u.test(after(hit));
}

const firstPerson = (): readonly Matcher[] => [
  pattern(
    'self_first_person',
    `${LEFT}(?:i (?:${PAST}|${Object.keys(PRESENT).join('|')})|i'm|i've|i'd|i'll|ive|i)${RIGHT}(?!')`,
    { third: firstInThirdPerson, accept: isWriter },
  ),
  pattern('self_first_person', `${LEFT}(?:me|my|mine|myself)${RIGHT}(?!')`, {
    third: firstInThirdPerson,
  }),
];

const rare = (): readonly Matcher[] => [
  pattern(
    'rare_case',
    source`${LEFT}(?:the only (?:patient|baby|child|person|family|case|woman|man|one|nurse|doctor) (?:with|
        who|on|in|to|that|here)|the first (?:ever|time ever|patient|case|baby)(?: (?:with|to|who|in))?|
        one of (?:only )?(?:two|three|a handful of|very few) (?:patients|cases|people|families)|(?:a |
        very |extremely )?rare (?:disease|condition|syndrome|case|disorder|blood group)|in the (?:news|
        papers|paper|local news|press)|on the news|well[- ]known|famous|celebrity|vip|councillor|mayor|
        footballer|politician|the (?:chief executive|ceo|director|chairman|mp|bishop)'?s (?:wife|son|
        daughter|mother|husband|father|relative))${RIGHT}`,
    { neutral: 'an unusual case' },
  ),
];

/** A text without one of these words does not speak of its writer. */
const WRITER =
  /(?<![a-z])(?:years?|yrs|months?|weeks?|nursing|i|i'm|im|i've|ive|i'd|i'll|me|my|mine|myself|we|we're|us|our|as|been|on this|newly|recently|just|know|knows|new)(?![a-z])/;

export function selfMatchers(): readonly Matcher[] {
  const own = [
    ...onlyOneMatchers(),
    ...roleMatchers(),
    ...tenureMatchers(),
    ...careerMatchers(),
    ...pastReportMatchers(),
    ...dutyMatchers(),
    ...personalMatchers(),
    ...generalMatchers(),
    ...firstPerson(),
  ];
  return [...onlyWhere(WRITER, own).map(notIntramuscular), ...rare()];
}

/** "IM Zofran" is an injection, not the writer; "IM THE ONLY ONE" shouts. */
function notIntramuscular(matcher: Matcher): Matcher {
  const find = (view: View) =>
    matcher
      .find(view)
      .filter(({ start }) => !/^IM (?![A-Z]{2}|[A-Z] )/.test(view.text.slice(start, start + 5)));
  return { ...matcher, find };
}
