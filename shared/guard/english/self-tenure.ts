/** Words that say how long the writer has been here, or that she is about to leave. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { once } from '../once.ts';
import { ADVERB, FILL, I_HAVE, inThirdPerson, speaksOfWriter, third } from './writer.ts';

const NUMBER = source`(?:\d{1,3}(?:\.5)?\+?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|
    fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|a few|a couple(?: of)?|
    several|many|some|half a|long)`;
const DURATION = source`(?:about |around |over |nearly |almost |just |only |more than |less than |the last |the past |under |
    like |approx |roughly |just over |well over |a good |a ){0,2}${NUMBER}(?:[ -]?(?:and a half|odd|
    plus))? ?(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|shifts?|decades?)`;
const HERE = source`(?:here|(?:on|in|at|with|for) (?:this|the|our|that|these) (?:\p{L}{2,15} )?(?:ward|unit|floor|team|
    department|dept|site|trust|hospital|clinic|place|job|post|role|service|practice|home|theatres?|
    specialty|area)|in (?:icu|itu|hdu|ed|a&e|theatres?|nicu|picu|ccu|amu|maternity|recovery|oncology|
    the nhs|nursing|practice|pharmacy|radiology)|as an? (?:\p{L}{2,15} ){0,2}(?:nurse|hca|doctor|midwife|
    porter|pharmacist|tech|cna|rn|band \d|sister|registrar|physio|carer))`;

const OF_WORK = once(
  () =>
    new RegExp(
      `${HERE}|worked|work |nurs|job|doing this|qualified|on nights|years|yrs|decade|been in|been with`,
      'iu',
    ),
);
const LENGTH = once(
  () => new RegExp(String.raw`(?:for |since |going on |coming up to )?(?:${DURATION}|(?:19|20)\d{2})$`, 'iu'),
);

/** "I have worked here for 12 years" → "a colleague has worked here for some time". */
function withoutLength(hit: Hit): string | null {
  return inThirdPerson(hit)?.replace(LENGTH(), 'for some time') ?? null;
}

export const tenureMatchers = (): readonly Matcher[] => [
  pattern(
    'self_tenure',
    source`${LEFT}${I_HAVE} ${ADVERB}(?:been|worked|work|nursed|done|done this|had this job|served|
        given) ${FILL(6)}(?:for |since |going on |coming up to )?${DURATION}${RIGHT}`,
    {
      third: withoutLength,
      accept: (hit) =>
        OF_WORK().test(hit.words + after(hit)) &&
        !/(?:told|waiting|asked|trying|off sick|ill|given) /i.test(hit.words),
    },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}${I_HAVE} ${ADVERB}(?:been|worked|work|nursed|done) ${FILL(6)}since (?:19|20)\d{2}${RIGHT}`,
    { third: withoutLength },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:(?:been|worked|working|work|nursing|employed|nurse) ${FILL(2)}${HERE}|been here|here|
        on this (?:ward|unit|floor|team)) (?:for |since |going on )(?:(?:19|20)\d{2}|${DURATION})${RIGHT}`,
    { neutral: 'for some time', accept: isOwnTenure },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:after )?${NUMBER} (?:years|yrs) (?:in|on) (?:this|the) (?:\p{L}{2,15} )?(?:ward|unit|floor|team|
        department|dept|trust|hospital|clinic|job|post|service)${RIGHT}`,
    { neutral: 'over time', accept: isOwnTenure },
  ),
  pattern('self_tenure', `${LEFT}(?:been|worked|working) ${FILL(2)}${HERE} ${DURATION}${RIGHT}`, {
    neutral: 'for some time',
    accept: isOwnTenure,
  }),
  pattern(
    'self_tenure',
    source`${LEFT}${I_HAVE} ${ADVERB}(?:only )?(?:been|worked) (?:here|on this \p{L}{2,12}|
        in this \p{L}{2,12}|on the (?:ward|unit|floor)|in the (?:job|post|role|department|country)|
        qualified|registered|on my own)${RIGHT}`,
    { neutral: 'for some time', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:it(?:'s| was| is) )?(?:only |just |literally |still )?(?:on )?my (?:very )?(?:first|
        second|third|fourth|fifth|sixth|last|final|1st|2nd|3rd|4th|5th|6th|next|
        previous) (?:ever )?(?:full |proper |night |long |solo |unsupervised |independent |bank |
        agency )?(?:day|week|month|night|shift|year|placement|rotation|job|post|weekend|long day|few days|
        few weeks|few shifts|set of nights|time)${RIGHT}`,
    { neutral: 'an early shift' },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}my (?:first|last|second) (?:\d|two|three|four|few|couple) ?(?:of )?(?:days|weeks|months|
        nights|shifts|years)${RIGHT}`,
    { neutral: 'the early weeks' },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:first|1st|second|2nd|third) (?:day|week|night|shift|month) (?:back|here|on the (?:ward|
        unit|job)|in the job|on my own|for me|in (?:icu|itu|ed|theatre|post|the department))${RIGHT}`,
    {
      neutral: 'an early shift',
      accept: (hit) => !/(?:their|his|her|patient|patient's|the|pt|'s) $/i.test(before(hit)),
    },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:i've|ive|i have|i|we) ${ADVERB}(?:only |just )?(?:started|joined|qualified|transferred|
        graduated|moved here|came here|came over|came to this|arrived|trained|registered|returned|retire|
        leave|finish|resigned|handed in)(?: ${FILL(3)}(?:${DURATION} ago|in (?:19|20)\d{2}|last (?:week|
        month|year|summer|autumn|spring|winter|
        ${'january|february|march|april|june|july|august|september|october|november|december'})|
        this (?:week|month|year)|recently|a while ago|here|in (?:january|february|march|april|may|june|
        july|august|september|october|november|december)|from [\p{L}]{3,15}|the (?:job|ward|unit|trust|
        team)|my notice|soon|yesterday|on this (?:ward|unit)))${RIGHT}`,
    { neutral: 'for some time', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:i'?m|i am|i was|being|im) ${ADVERB}(?:(?:quite|fairly|relatively|very|so|pretty|brand|
        too) )?new(?: (?:here|to (?:the|this|nursing|icu|itu|ed|theatre|it)(?: \p{L}{2,12})?|in (?:the|
        this|post)(?: \p{L}{2,12})?|so|and|starter|on the \p{L}{2,12}))?${RIGHT}`,
    { neutral: 'for somebody new', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:(?:after|in|with|for) (?:all )?(?:my |over |nearly |more than |
        almost )?${NUMBER}[ -]?(?:\+|odd|plus)? ?(?:years?|yrs?|months) (?:here|of (?:nursing|service|
        experience|practice|working|being|doing)|in (?:nursing|this|the (?:job|nhs|trust|service|
        profession)|post|practice|healthcare|icu|itu|ed)|as an?|on (?:this|the) \p{L}{3,12}|qualified|
        experience)|(?:in |all )?my \d{1,2}\+? ?(?:years|yrs)|my (?:whole|entire) (?:career|
        time here))${RIGHT}`,
    { neutral: 'over time' },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:since|when|before|after|until|ever since) i (?:first )?(?:started|joined|qualified|
        trained|came here|came to|arrived|got here|moved here|was a student|was newly qualified|
        came back from|retire|leave)${RIGHT}`,
    { neutral: 'for some time' },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:my|in my) (?:probation|probationary period|notice|notice period|induction|
        supernumerary (?:period|time|weeks)|orientation|retirement|last day|leaving (?:date|do)|
        start date|contract|fixed[ -]term contract|resignation|exit interview|return to work)${RIGHT}`,
    { neutral: 'the early weeks' },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:i'?m|i am) (?:leaving|retiring|about to (?:leave|retire)|working my notice|on probation|
        on notice|due to (?:retire|leave)|handing in|nearly (?:retired|finished)|back from)${RIGHT}`,
    third,
  ),
];

export const careerMatchers = (): readonly Matcher[] => [
  pattern(
    'self_tenure',
    source`${LEFT}(?:(?:${NUMBER} (?:years?|yrs)|decades) (?:an? (?:nurse|hca|midwife|doctor|porter|carer|rn|
        physio)|in nursing|of nursing|nursing|in this job|in the job|on the job|in the nhs)|(?:nursing|
        a nurse|been a nurse|nurse) (?:for )?(?:over |nearly |more than )?${NUMBER} (?:years|yrs)|
        ${NUMBER} (?:days?|weeks?|months?) (?:into|in) (?:the|this|my) (?:job|post|role|ward|rotation|
        placement))${RIGHT}`,
    {
      neutral: 'over time',
      accept: (hit) =>
        !/(?:the|a|her|his|patient|she|he|retired) $/i.test(before(hit)) || speaksOfWriter(hit),
    },
  ),
  pattern(
    'self_tenure',
    source`${LEFT}(?:i|i've|ive|i have) (?:only |only just |just |recently )(?:started|joined|qualified|
        arrived|moved)${RIGHT}`,
    third,
  ),
];

/** "been on this unit since 2019" is the writer's; "he has been here for 3 weeks" and "the pump has been" are not. */
function isOwnTenure(hit: Hit): boolean {
  const left = before(hit, 40).toLowerCase();
  if (/(?:^|\n|[.!?;,] ?)(?:have |only |just )?$/.test(left)) return true;
  return (
    /(?<!\p{L})(?:i|i've|ive|i'd|me|my)(?: \p{L}{2,10}){0,2} $/u.test(left) ||
    (/(?:^| )(?:i|my|me|i've) /.test(left) === true &&
      !/(?:he|she|they|it|patient|pump|this|that|bed|has|pt) (?:has |have |had )?(?:been )?$/.test(left))
  );
}
