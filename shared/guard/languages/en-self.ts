/** English words that point to the person who writes: who she is, how long she has been here, what she did and told. */

import { after, before, type Hit, LEFT, type Matcher, onlyWhere, pattern, RIGHT } from '../matcher.ts';
import type { View } from '../view.ts';

const I_AM =
  "(?:i'?m|i am|i was|we're|we are|i've been|ive been|i have been|i'd been|me being|being|i being)";
const I_HAVE = "(?:i've|ive|i have|i had|i'd|i|we've|we have|we)";
const ADVERB =
  '(?:(?:also|still|just|only|currently|now|already|actually|literally|basically|even|here|then|since|previously|both|always|usually|normally|really|the|personally|repeatedly|subsequently|immediately|later) ){0,3}';
const FILL = (most: number) => String.raw`(?:[\p{L}'-]{1,15} ){0,${most}}`;
const NUMBER = String.raw`(?:\d{1,3}(?:\.5)?\+?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|a few|a couple(?: of)?|several|many|some|half a|long)`;
const DURATION = `(?:about |around |over |nearly |almost |just |only |more than |less than |the last |the past |under |like |approx |roughly |just over |well over |a good |a ){0,2}${NUMBER}(?:[ -]?(?:and a half|odd|plus))? ?(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|shifts?|decades?)`;
const HERE = String.raw`(?:here|(?:on|in|at|with|for) (?:this|the|our|that|these) (?:\p{L}{2,15} )?(?:ward|unit|floor|team|department|dept|site|trust|hospital|clinic|place|job|post|role|service|practice|home|theatres?|specialty|area)|in (?:icu|itu|hdu|ed|a&e|theatres?|nicu|picu|ccu|amu|maternity|recovery|oncology|the nhs|nursing|practice|pharmacy|radiology)|as an? (?:\p{L}{2,15} ){0,2}(?:nurse|hca|doctor|midwife|porter|pharmacist|tech|cna|rn|band \d|sister|registrar|physio|carer))`;
const JOB = String.raw`(?:nurse|nurses|hcas?|hcsw|cnas?|rn|rns|lpns?|en|students?|student nurse|doctor|registrar|reg|consultant|f1|f2|fy1|fy2|sho|st\d|ct\d|trainee|intern|resident|fellow|midwife|midwives|physio|physiotherapist|porter|cleaner|domestic|housekeeper|pharmacist|pharmacy tech|technician|tech|locum|floater|float nurse|float|traveller|traveler|temp|volunteer|apprentice|band \d\w?|b\d|sister|charge nurse|ward sister|matron|manager|ward manager|team leader|clerk|ward clerk|receptionist|secretary|odp|radiographer|sonographer|paramedic|emt|dietitian|dietician|ot|slt|phlebotomist|healthcare assistant|health care assistant|nursing assistant|nursing associate|nursing auxiliary|auxiliary|support worker|care assistant|carer|bank staff|bank worker|agency|agency worker|agency staff|bank|preceptee|preceptor|nqn|newbie|starter|new starter|new start|new grad|new graduate|newly qualified|international nurse|overseas nurse|immigrant|foreigner|rep|union rep|steward|security guard|security officer|cook|caterer|engineer|surgeon|surgical trainee|anaesthetist|anesthetist|anaesthetic trainee|psychiatrist|psychologist|social worker|therapist|nurse practitioner|np|anp|acp|physician associate|pa|crna|scrub nurse|scrub|runner|orderly|supervisor|mentor|educator|practice educator|coordinator|co-ordinator|specialist nurse|cns|prescriber|chaplain|interpreter|admin|administrator|physician|gp|dentist|optometrist|audiologist|scientist|biomedical scientist|lab tech|staff nurse|community nurse|district nurse|health visitor|school nurse|practice nurse|nurse manager|member of staff|person of colour)`;
const ADJECTIVE =
  '(?:newly qualified |newly-qualified |recently qualified |junior |senior |new |brand new |relatively new |fairly new |bank |agency |locum |temporary |part[ -]time |full[ -]time |permanent |overseas |international |foreign |internationally trained |male |female |young |older |final[ -]year |first[ -]year |second[ -]year |third[ -]year |1st year |2nd year |3rd year |registered |qualified |unqualified |trainee |night |day |visiting |rotating |redeployed |supernumerary |lone |single |black |white |asian |muslim |filipino |indian |african |nigerian |polish |medical |surgical |paediatric |pediatric |icu |itu |ed |theatre |critical care |ward |staff |student |charge |clinical |pharmacy |specialist |lead |deputy |acting |experienced |retired |return to practice |mental health |learning disability |mere |lowly |humble |only |non[ -]clinical |care )';
const BOSS =
  '(?:managers?|matrons?|boss(?:es)?|leads?|supervisors?|sister|charge nurse|nurse in charge|coordinator|management|hr|human resources|the guardian|guardian|union|director|head of nursing|chief nurse|line manager|ward manager|team leader|consultant|site manager|bed manager|on[ -]call manager|ceo|executives?|them all|everyone|everybody|higher ups|seniors?|educator|occupational health|ftsu|cqc|whistleblowing|security|estates|it|pals|safeguarding)';

/** Turns a clause of the writer into one about a colleague: "I was covering" → "a colleague was covering". */
export function inThirdPerson(hit: Hit): string | null {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/^i(?:'?m| am)(?![\p{L}'])/iu, 'a colleague is'],
    [/^i was(?!\p{L})/iu, 'a colleague was'],
    [/^(?:i've|ive|i have)(?!\p{L})/iu, 'a colleague has'],
    [/^(?:i'd|i had)(?!\p{L})/iu, 'a colleague had'],
    [/^i(?= )/iu, 'a colleague'],
  ];
  for (const [from, to] of swaps) {
    if (!from.test(hit.words)) continue;
    return hit.words
      .replace(from, to)
      .replace(/(?<!\p{L})my(?!\p{L})/giu, 'their')
      .replace(/(?<!\p{L})(?:me|myself)(?!\p{L})/giu, 'them');
  }
  return null;
}

function onlyInThirdPerson(hit: Hit): string | null {
  const only =
    /^i(?:'?m| am| was) (?:still |also |currently |now |just )?the (?:only|sole|lone|single) (.*)$/iu.exec(
      hit.words,
    );
  if (only === null)
    return hit.words.toLowerCase().startsWith('as ') ? 'as one of the team' : inThirdPerson(hit);
  const verb = /was/i.test(hit.words) ? 'was' : 'is';
  return `there ${verb} only one ${only[1] ?? ''}`.trimEnd();
}

const third = { third: inThirdPerson };

const ONLY =
  '(?:only|sole|new|newest|on[ -]?call|most senior|most junior|youngest|oldest|lone|single|last|first|longest[ -]serving|one and only)';
const NOUN = String.raw`(?: (?!and |so |but |who |that |to |i |on |in |at |when |for |because |as )[\p{L}'-]{1,15}){0,3}`;

const only = (): readonly Matcher[] => [
  pattern(
    'self_only',
    `${LEFT}${I_AM} ${ADVERB}(?:one of )?(?:the |our |your )?(?:two |three |few )?${ONLY}(?: one)?${NOUN}${RIGHT}`,
    {
      third: onlyInThirdPerson,
      accept: (hit) =>
        /(?:the|our|your|one of) |only (?:one|person)|(?:i'?m|i am|i was) (?:also |still |now )?(?:on[ -]?call|new)/i.test(
          hit.words,
        ) &&
        !(/being the|^being/i.test(hit.words) && !/ i[ '.,]| me | my /i.test(`${before(hit)}${after(hit)} `)),
    },
  ),
  pattern(
    'self_only',
    `${LEFT}as (?:the|our|their|one of the) (?:(?:two|three|few) )?${ONLY}(?: one)?${NOUN}${RIGHT}`,
    { third: onlyInThirdPerson },
  ),
  pattern(
    'self_only',
    String.raw`${LEFT}(?:only me|just me|it'?s (?:only|just) me|it was (?:only|just) me|only myself|just myself|me and (?:one|an|another|a|1) (?:other )?\p{L}{2,15}|nobody (?:else )?(?:but|except|apart from) me|no one (?:else )?(?:but|except|apart from) me|apart from me|besides me|me alone|me on my own|me being the)${RIGHT}`,
    { neutral: 'one person' },
  ),
  pattern(
    'self_only',
    `${LEFT}(?:they|he|she|you|everyone|everybody|people|the manager|management|my manager|staff)(?:'ll| will| would|'d) (?:all )?(?:know|guess|work out|realise|realize|think|assume|figure out)(?: that)? (?:it's|its|it is|it was|who it was|who this is|who it is|who wrote|this is|it must be|it came from|who i am|i)(?: me| from me)?${RIGHT}`,
    { neutral: 'it may be recognised' },
  ),
  pattern(
    'self_only',
    String.raw`${LEFT}(?:i'?m|i am|i was) (?:the )?(?:one of|1 of) (?:only |just )?(?:the )?(?:\d{1,2}|two|three|four|five|a few|few)(?: [\p{L}'-]{2,15}){0,2}${RIGHT}`,
    third,
  ),
  pattern(
    'self_only',
    String.raw`${LEFT}(?:we|we are|we're|we were|were) (?:the )?only(?: (?:two|three|few|2|3|ones|nurses|\p{L}{3,12})){0,2}${RIGHT}`,
    { neutral: 'only a few are', accept: (hit) => /^we/i.test(hit.words) },
  ),
  pattern(
    'self_only',
    `${LEFT}(?:knows?|knew|suspects?|guessed|saw) (?:that )?(?:i|it'?s me|it was me|me)${RIGHT}`,
    { neutral: 'may recognise this' },
  ),
  pattern('self_only', `${LEFT}(?:there (?:are|is|were) only|only) (?:two|three|2|3|four|4) of us${RIGHT}`, {
    neutral: 'only a few of the team',
  }),
  pattern(
    'self_only',
    `${LEFT}(?:i'?m|i am|i was) (?:always )?(?:alone|on my own|by myself|the one (?:they|everyone|who always))${RIGHT}`,
    third,
  ),
  pattern(
    'self_only',
    String.raw`${LEFT}(?:nobody|no one|no-one|none) else (?:here |on (?:the|this|my) \p{L}{3,12} )?(?:can|does|knows|speaks|is trained|has|was on|is)${RIGHT}`,
    {
      neutral: 'few people can',
      accept: (hit) => / i[ '.,]| me[ .,]| my /i.test(`${before(hit, 40)}${after(hit, 40)} `),
    },
  ),
];

const role = (): readonly Matcher[] => [
  pattern('self_role', `${LEFT}(?:speaking )?as (?:an? |the |one of the )?${ADJECTIVE}{0,4}${JOB}${RIGHT}`, {
    neutral: 'as a member of the team',
    accept: (hit) =>
      (/ (?:an?|one of the) /i.test(hit.words) || speaksOfWriter(hit)) &&
      !/(?:he|she|they|him|her|them|who|patient|works|worked|came|dressed|employed|registered|him\/her|trained|known|booked|acts|acted|acting|it|used|posing) $/i.test(
        before(hit),
      ),
  }),
  pattern(
    'self_role',
    String.raw`${LEFT}(?:i'?m|i am|i was|i work(?:ed)?|i've been working|me being|being|i'm working|i was working|i am working|i was (?:booked|rostered|sent|employed|there|here|on|in)) ${ADVERB}(?:here )?(?:as )?(?:an?|the|one of the|your|their|our) ${ADJECTIVE}{0,4}(?:(?!who|that|when|for|of|with|patient)[\p{L}-]{2,14} (?:to [\p{L}-]{2,14} )?){0,3}${JOB}${RIGHT}`,
    {
      neutral: (hit) => (/^being/i.test(hit.words) ? 'being part of the team' : 'I work here'),
      third: (hit) => (/^i(?:'?m| am| was) /i.test(hit.words) ? inThirdPerson(hit) : null),
      accept: (hit) =>
        !/^being/i.test(hit.words) || / i[ '.,]| me[ .,]| my /i.test(`${before(hit)}${after(hit, 40)} `),
    },
  ),
  pattern(
    'self_role',
    String.raw`${LEFT}(?:i'?m|i am|i was|im) ${ADVERB}(?:agency|bank|locum|supernumerary|redeployed|floated|a float|floating|temporary|part[ -]time|newly qualified|recently qualified|just qualified|band \d|overseas trained|internationally trained|a band \d|the band \d|b\d|from (?:an )?(?:agency|bank|another ward|the pool)|shadowing|not (?:even )?(?:qualified|a nurse|a doctor|clinical|permanent)|unqualified|only bank|only agency|doing bank|doing agency|in training|still training|still a student|a student|training (?:to be|as))${RIGHT}`,
    third,
  ),
  pattern(
    'self_role',
    String.raw`(?:${LEFT}|^)(?:newly|recently|just) qualified(?= (?:and|so|but|,)|,)(?=[^\n.]{0,14}(?<!\p{L})i(?![\p{L}\p{N}]))`,
    { neutral: 'new in post' },
  ),
  pattern(
    'self_role',
    `${LEFT}(?:i (?:work|worked) (?:in|on|for|at|with|nights|days|part|bank|weekends|every)|in my (?:role|job|post|position|capacity|line of work)|my (?:role|job|job title|post|position|grade|banding|specialty|profession) (?:is|as|was|means|in)|from my (?:role|position))${RIGHT}`,
    { neutral: 'at work' },
  ),
  pattern(
    'self_role',
    `${LEFT}my (?:mentor|supervisor|educational supervisor|clinical supervisor|preceptor|assessor|preceptorship|placement|apprenticeship|university|uni|tutor|line manager|manager|boss|agency|rotation|training|trainee|student|intern|deanery|portfolio|pin|registration|appraisal|preceptee)${RIGHT}`,
    {
      neutral: (hit) =>
        /manager|boss/i.test(hit.words)
          ? 'a manager'
          : /mentor|superv|precep|assess|tutor/i.test(hit.words)
            ? 'a senior colleague'
            : 'the course',
    },
  ),
  pattern(
    'self_role',
    `${LEFT}(?:us|we) (?:the )?(?:students?|hcas?|bank (?:staff|nurses)|agency (?:staff|nurses)|juniors?|internationals?|overseas nurses|foreign(?:ers| nurses)?|night staff|night nurses|porters|cleaners|domestics|filipinos|trainees|f1s|shos|registrars|midwives)${RIGHT}`,
    { neutral: 'some staff' },
  ),
];

const tenure = (): readonly Matcher[] => [
  pattern(
    'self_tenure',
    `${LEFT}${I_HAVE} ${ADVERB}(?:been|worked|work|nursed|done|done this|had this job|served|given) ${FILL(6)}(?:for |since |going on |coming up to )?${DURATION}${RIGHT}`,
    {
      neutral: 'for some time',
      accept: (hit) =>
        new RegExp(
          `${HERE}|worked|work |nurs|job|doing this|qualified|on nights|years|yrs|decade|been in|been with`,
          'iu',
        ).test(hit.words + after(hit)) &&
        !/(?:told|waiting|asked|trying|off sick|ill|given) /i.test(hit.words),
    },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}${I_HAVE} ${ADVERB}(?:been|worked|work|nursed|done) ${FILL(6)}since (?:19|20)\d{2}${RIGHT}`,
    { neutral: 'for some time' },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}(?:(?:been|worked|working|work|nursing|employed|nurse) ${FILL(2)}${HERE}|been here|here|on this (?:ward|unit|floor|team)) (?:for |since |going on )(?:(?:19|20)\d{2}|${DURATION})${RIGHT}`,
    { neutral: 'for some time', accept: isOwnTenure },
  ),
  pattern('self_tenure', `${LEFT}(?:been|worked|working) ${FILL(2)}${HERE} ${DURATION}${RIGHT}`, {
    neutral: 'for some time',
    accept: isOwnTenure,
  }),
  pattern(
    'self_tenure',
    String.raw`${LEFT}${I_HAVE} ${ADVERB}(?:only )?(?:been|worked) (?:here|on this \p{L}{2,12}|in this \p{L}{2,12}|on the (?:ward|unit|floor)|in the (?:job|post|role|department|country)|qualified|registered|on my own)${RIGHT}`,
    { neutral: 'for some time', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:it(?:'s| was| is) )?(?:only |just |literally |still )?(?:on )?my (?:very )?(?:first|second|third|fourth|fifth|sixth|last|final|1st|2nd|3rd|4th|5th|6th|next|previous) (?:ever )?(?:full |proper |night |long |solo |unsupervised |independent |bank |agency )?(?:day|week|month|night|shift|year|placement|rotation|job|post|weekend|long day|few days|few weeks|few shifts|set of nights|time)${RIGHT}`,
    { neutral: 'an early shift' },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}my (?:first|last|second) (?:\d|two|three|four|few|couple) ?(?:of )?(?:days|weeks|months|nights|shifts|years)${RIGHT}`,
    { neutral: 'the early weeks' },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:first|1st|second|2nd|third) (?:day|week|night|shift|month) (?:back|here|on the (?:ward|unit|job)|in the job|on my own|for me|in (?:icu|itu|ed|theatre|post|the department))${RIGHT}`,
    {
      neutral: 'an early shift',
      accept: (hit) => !/(?:their|his|her|patient|patient's|the|pt|'s) $/i.test(before(hit)),
    },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}(?:i've|ive|i have|i|we) ${ADVERB}(?:only |just )?(?:started|joined|qualified|transferred|graduated|moved here|came here|came over|came to this|arrived|trained|registered|returned|retire|leave|finish|resigned|handed in)(?: ${FILL(3)}(?:${DURATION} ago|in (?:19|20)\d{2}|last (?:week|month|year|summer|autumn|spring|winter|${'january|february|march|april|june|july|august|september|october|november|december'})|this (?:week|month|year)|recently|a while ago|here|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|from [\p{L}]{3,15}|the (?:job|ward|unit|trust|team)|my notice|soon|yesterday|on this (?:ward|unit)))${RIGHT}`,
    { neutral: 'for some time', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}(?:i'?m|i am|i was|being|im) ${ADVERB}(?:(?:quite|fairly|relatively|very|so|pretty|brand|too) )?new(?: (?:here|to (?:the|this|nursing|icu|itu|ed|theatre|it)(?: \p{L}{2,12})?|in (?:the|this|post)(?: \p{L}{2,12})?|so|and|starter|on the \p{L}{2,12}))?${RIGHT}`,
    { neutral: 'for somebody new', third: inThirdPerson },
  ),
  pattern(
    'self_tenure',
    String.raw`${LEFT}(?:(?:after|in|with|for) (?:all )?(?:my |over |nearly |more than |almost )?${NUMBER}[ -]?(?:\+|odd|plus)? ?(?:years?|yrs?|months) (?:here|of (?:nursing|service|experience|practice|working|being|doing)|in (?:nursing|this|the (?:job|nhs|trust|service|profession)|post|practice|healthcare|icu|itu|ed)|as an?|on (?:this|the) \p{L}{3,12}|qualified|experience)|(?:in |all )?my \d{1,2}\+? ?(?:years|yrs)|my (?:whole|entire) (?:career|time here))${RIGHT}`,
    { neutral: 'over time' },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:since|when|before|after|until|ever since) i (?:first )?(?:started|joined|qualified|trained|came here|came to|arrived|got here|moved here|was a student|was newly qualified|came back from|retire|leave)${RIGHT}`,
    { neutral: 'for some time' },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:my|in my) (?:probation|probationary period|notice|notice period|induction|supernumerary (?:period|time|weeks)|orientation|retirement|last day|leaving (?:date|do)|start date|contract|fixed[ -]term contract|resignation|exit interview|return to work)${RIGHT}`,
    { neutral: 'the early weeks' },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:i'?m|i am) (?:leaving|retiring|about to (?:leave|retire)|working my notice|on probation|on notice|due to (?:retire|leave)|handing in|nearly (?:retired|finished)|back from)${RIGHT}`,
    third,
  ),
];

const career = (): readonly Matcher[] => [
  pattern(
    'self_tenure',
    String.raw`${LEFT}(?:(?:${NUMBER} (?:years?|yrs)|decades) (?:an? (?:nurse|hca|midwife|doctor|porter|carer|rn|physio)|in nursing|of nursing|nursing|in this job|in the job|on the job|in the nhs)|(?:nursing|a nurse|been a nurse|nurse) (?:for )?(?:over |nearly |more than )?${NUMBER} (?:years|yrs)|${NUMBER} (?:days?|weeks?|months?) (?:into|in) (?:the|this|my) (?:job|post|role|ward|rotation|placement))${RIGHT}`,
    {
      neutral: 'over time',
      accept: (hit) =>
        !/(?:the|a|her|his|patient|she|he|retired) $/i.test(before(hit)) || speaksOfWriter(hit),
    },
  ),
  pattern(
    'self_tenure',
    `${LEFT}(?:i|i've|ive|i have) (?:only |only just |just |recently )(?:started|joined|qualified|arrived|moved)${RIGHT}`,
    third,
  ),
];

const TOLD_ANYWAY =
  "(?:e-?mailed|datixed|datix'?d|reported|raised|flagged|complained|whistleblew|blew the whistle|submitted|filed|put in|put through|filled in|filled out|logged|completed|wrote (?:to|up|in|an? (?:letter|e-?mail|report|statement|complaint|datix|note|incident))|put (?:it|this|that) (?:in|on|through)|said (?:it|this|that|so|the same|something)|sent|messaged|texted|spoke up|reported it|incident reported|brought (?:it|this|that) up|mentioned (?:it|this|that)|made an? (?:complaint|report|statement)|(?:done|did|filed|made|sent) (?:an?|two|three|four|several|many|another|\\d) (?:datix(?:es)?|incidents?|reports?|complaints?|incident forms?)|have an? (?:open|ongoing) (?:grievance|complaint|case))";
const I_ALONE = "(?:i've|ive|i have|i had|i'd|i)";
const TOLD =
  '(?:told|informed|asked|mentioned|said|spoke (?:to|with)|talked to|contacted|escalated|warned|challenged|approached|went to|met with|discussed|tried|called|rang|phoned|bleeped)';

const pastReport = (): readonly Matcher[] => [
  pattern(
    'self_past_report',
    String.raw`${LEFT}${I_ALONE} ${ADVERB}(?:have |had )?(?:been )?${ADVERB}${TOLD_ANYWAY}(?: (?:a|an|in|the|it|this|that|my|two|three|\d|several|another|many|multiple)){0,2}(?: (?:datix(?:es)?|report|reports|complaint|complaints|grievance|incident(?: form| report)?|concern|concerns|form|email|statement|safety report|ticket))?${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    `${LEFT}${I_ALONE} ${ADVERB}(?:already|before|twice|previously|repeatedly) ${ADVERB}${TOLD}${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    `${LEFT}${I_ALONE} ${ADVERB}${TOLD} (?:to )?(?:with )?(?:the |my |our |a |his |her )?(?:ward |line |nurse |on[ -]call |site |bed |duty |senior |deputy |clinical |night |unit |department )?${BOSS}${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    String.raw`${LEFT}(?:i|i've|ive|i have|we) ${ADVERB}${TOLD}${RIGHT}(?=[^.\n]{0,40}(?<!\p{L})(?:twice|before|already|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|year|time)|several times|many times|again and again|times|weeks ago|months ago|previously|in supervision|in my (?:appraisal|one to one|1:1|supervision))${RIGHT})`,
    third,
  ),
  pattern(
    'self_past_report',
    `${LEFT}(?:my|our) (?:previous |earlier |last |first |second |other |original |own |recent |open |ongoing |formal |third )?(?:report|reports|datix|datixes|e-?mails?|complaints?|concerns?|grievance|statement|incident (?:form|report)|letter|feedback|whistleblowing|disclosure|case|exit interview)${RIGHT}`,
    { neutral: 'an earlier report' },
  ),
  pattern(
    'self_past_report',
    String.raw`${LEFT}(?:as i (?:said|mentioned|wrote|reported|explained|told|stated)|like i said|(?:this is|that's|it's|its|thats) (?:my|the) (?:second|third|2nd|3rd|fourth|\d\w\w) (?:time|report|datix|complaint|concern)(?: i(?:'ve| have)?)?|(?:since|after|when|because|every time|each time|whenever|before|the day) i (?:reported|raised|complained|spoke up|spoke out|emailed|datixed|flagged|put in|escalated|challenged|said something|told|whistleblew))${RIGHT}`,
    { neutral: 'as reported before' },
  ),
  pattern(
    'self_past_report',
    `${LEFT}(?:i got|i was|i've been|i have been|i am being|i'm being|been) (?:told off|shouted at|disciplined|investigated|suspended|moved(?: wards?)? (?:after|for|because)|warned|bullied|threatened|ignored|punished|given a warning|reported|called into|called in to|pulled into|taken aside|sent home|accused|blamed)${RIGHT}`,
    { third: inThirdPerson, accept: (hit) => !/^been/i.test(hit.words) },
  ),
];

const duty = (): readonly Matcher[] => [
  pattern(
    'self_duty',
    `${LEFT}(?:i was|i'?m|i am|i've been|i had been|i'd been|im|me being) ${ADVERB}(?:on (?:nights?|days?|call|shift|duty|the rota|a (?:long )?(?:day|night|break|double)|my (?:break|own|way|third|last|first|shift|lunch|night)|earlys?|earlies|lates?|with|that (?:night|day|shift)|an? (?:early|late|extra|bank|agency|overtime))|covering|on[ -]?call|in charge|the (?:one|nurse|person|doctor|hca|rn|midwife|only|second|first|duty|bleep holder|shift lead|coordinator|registrar|pharmacist|porter|junior|senior|witness|runner|scrub|admitting|responsible|allocated|named)|looking after|caring for|assigned|allocated|left (?:alone|on my own|by myself|in charge|with|to)|working(?! on)|working on (?:the|that|this|my|a)|running|holding the|(?:the )?second checker|the checker|scrubbed|leading|supervising|relieving|floated|moved to|sent to|rostered|down to|doing (?:the|my|a|nights|overtime|bank|an?)|pulled|redeployed|taking over|taking handover|handing over|giving handover|coordinating|co-ordinating|bleep holding|carrying the|one to one|1:1|1 to 1|specialing|escorting|transferring|assisting|helping (?:with|the)|responsible for|there when|there at|present|with (?:her|him|the patient)|made to (?:take|look|cover|work|do)|asked to (?:cover|look|take|help|do|work|go|come|stay|sign|lie|change|check|give|move|act)|forced to|due to (?:finish|start|be))${RIGHT}`,
    third,
  ),
  pattern(
    'self_duty',
    String.raw`${LEFT}(?:i) ${ADVERB}(?:(?:have |had )?(?:gave|given|administered|hung|drew up|prescribed|signed (?:it|for|off|the|as)|found (?:him|her|it|them|the (?:patient|pt|body|baby|lady|man))|dispensed|programmed|set (?:up )?the|connected|witnessed|intubated|cannulated|catheterised|catheterized|discharged|admitted|transferred|escorted|handed over|inserted|removed the|second checked|countersigned|set the rate|charted)|(?:just |only )?(?:came on|come on|came back|come back)|was the one (?:who|that)|took (?:over|handover|the handover|report|the call)|did (?:the|my) (?:\p{L}{2,12} )?(?:round|check|shift|obs|handover|handoff|night|admission|discharge|transfer|count|rounds|dressing|bloods)|had (?:just )?(?:${'\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty'}) (?:patients|bays|wards|babies|women|residents)|(?:had|have) the (?:bleep|keys|end bay|bay|other|phone|patient)|came on (?:shift|duty)|came back from (?:my )?break|finished my (?:shift|break)|started my (?:shift|break)|made (?:the|a|this|that) (?:mistake|error)|nearly gave|almost gave|was second check(?:er|ing)?|did it wrong|held the bleep|am the (?:nurse|one)|got (?:moved|floated|sent|pulled)|covered (?:the|for|two|both|three|a|\d|his|her|their)|was due)${RIGHT}`,
    third,
  ),
  pattern(
    'self_duty',
    `${LEFT}(?:on|during|at the (?:end|start) of|towards the end of|halfway through|through|before|after|throughout) my (?:own )?(?:night |day |late |early |last |next |bank |long |agency |weekend |third |first )?(?:shifts?|break|night|nights|nightshift|watch|weekend|round|rounds|long day|day off|way (?:in|home)|drug round|lunch|on[ -]call)${RIGHT}`,
    { neutral: 'during a shift' },
  ),
  pattern(
    'self_duty',
    `${LEFT}(?:it was my (?:turn|shift|night|patient|mistake|error|fault|bay|break)|my (?:mistake|error|fault|bleep|bay|side|allocation|caseload|list|clinic|rota|off duty|annual leave|overtime|name (?:is|was|on|down|against)|signature|initials|login|password|smartcard|locker))${RIGHT}`,
    { neutral: 'a colleague' },
  ),
];

/** What anybody may feel or do; saying so points to nobody. */
const ANYBODY =
  '(?:not|so|very|really|quite|too|a bit|a little|rather|deeply|extremely|genuinely|truly|honestly|seriously|worried|concerned|afraid|scared|frightened|terrified|sorry|sure|certain|unsure|uncertain|aware|unaware|happy|unhappy|glad|grateful|proud|angry|upset|sad|shocked|surprised|disappointed|tired|exhausted|stressed|anxious|nervous|fed up|sick of|ashamed|embarrassed|confused|wondering|hoping|told|asked|writing|reporting|raising|thinking|trying|able|unable|going|saying|appalled|horrified|disgusted|frustrated|worn|burnt|struggling|losing|under|right|wrong|fine|ok|okay|pleased|relieved|thankful|lucky|impressed|amazed|given|shown|made|expecting|waiting|looking|getting|seeing|hearing|feeling|asking|hesitant|reluctant|uncomfortable|willing|ready|expected|also|just|being|to|of|in tears|in shock|guessing|assuming|suggesting|sharing|flagging|mortified|gutted|livid|furious|curious|convinced|positive|told|advised|informed|the|an?|out|no|walking|passing|called|there|here|all|doing|having|helping|taking|using|giving|checking|told off)';
const HARMLESS =
  "(?:opinion|view|views|mind|understanding|knowledge|god|goodness|apologies|thanks|worry|worries|fear|guess|point|hands?|question|suggestion|idea|ideas|feeling|feelings|experience|impression|best|heart|eyes|breath|gloves|turn|patient|patients|patient's|pt|pts|colleagues?|team|ward|unit|floor|bay|hope|advice|attention|gut|life|word|head|time|notes?|computer|screen|phone|help|request|part|side|shift)";

/** Whatever else the writer says she is, has or does for a living: the list above cannot be complete. */
const general = (): readonly Matcher[] => [
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:i'?m|i am) (?:also |only |just |still |now |actually |even |already )?(?!${ANYBODY}${RIGHT})[\p{L}'-]{2,15}(?: (?!and |but |so |when |because |that |who |if |or )[\p{L}\p{N}'-]{1,15}){0,2}`,
    third,
  ),
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:i have|i've got|ive got|i had) (?:an? |two |three |my |bad |severe |chronic )(?!(?:concern|question|feeling|suggestion|idea|problem|issue|worry|doubt|fear|right|duty|copy|chance|look|bad feeling|word|chat|good|bit|lot|few|couple|quick|patient|serious|moment|minute)s?${RIGHT})[\p{L}-]{2,15}`,
    third,
  ),
  pattern(
    'self_duty',
    String.raw`${LEFT}(?:i was|i'd been|i had been|i'?ve been|i have been|ive been) (?:also |only |just |still |then |actually |already |always |never )?(?!${ANYBODY}${RIGHT})[\p{L}'-]{2,15}(?: (?!and |but |so |when |because |that |who |if |or )[\p{L}\p{N}'-]{1,15})?`,
    third,
  ),
  pattern(
    'self_duty',
    String.raw`${LEFT}i ${ADVERB}(?:had|have|took|got|looked after|cared for|nursed|covered|ran|led|held|carried|managed|coordinated|supervised|mentored|relieved|floated to|worked) (?:the |a |both |all |my |only |over |about |another |two |three |four |five |six |seven |eight |\d{1,2} |side |end ){0,3}(?:bays?|sides?|patients?|rooms?|wards?|bleeps?|teams?|babies|women|residents|beds?|clinic|list|keys|phone|floor|unit|students?|admissions?|theatre|shift|double|overtime|late|early|night|long day|caseload|desk|triage|resus|majors)${RIGHT}`,
    third,
  ),
  pattern(
    'self_role',
    `${LEFT}i ${ADVERB}(?:work|float|cover|train|trained|study|studied|live|lived|manage|run|lead|teach|mentor|supervise|rotate|commute|speak|specialise|specialize|locum|temp|moonlight|represent|belong|grew up|emigrated|volunteer|earn|suffer|qualified|graduated|resigned|retired|retire|transferred|moved|gave (?:in )?my notice|handed in|quit|applied|coordinate|prescribe|deputise|chair|sit on|job share|job-share|do (?:bank|agency|nights|days|weekends|overtime|locums|extra shifts|the rota|the off duty|the ordering)|only (?:do|work))${RIGHT}(?! out| with it| the machine| at all)`,
    third,
  ),
  pattern('self_personal', String.raw`${LEFT}my (?:own )?(?!${HARMLESS}${RIGHT})[\p{L}-]{2,15}${RIGHT}`, {
    neutral: 'a personal matter',
  }),
];

const RELATION =
  'husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|fiancé|fiancée|kids?|child|children|sons?|daughters?|mum|mom|mother|dad|father|parents|brother|sister|family|baby|babies|toddler|twins|ex|flatmate|housemate|cousin|uncle|aunt|grandmother|grandfather|nan|best friend|niece|nephew|in-laws?|mother-in-law';
const personal = (): readonly Matcher[] => [
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:being|as) (?:an? |the only )(?:[\p{L}-]{3,12} )?(?:man|woman|male|female|mother|father|parent|immigrant|foreigner|muslim|christian|minority)${RIGHT}|${LEFT}they (?:call|called|treat|treated|see) me${RIGHT}`,
    {
      neutral: 'personal reasons',
      accept: (hit) => /me$/i.test(hit.words) || speaksOfWriter(hit),
    },
  ),
  pattern('self_personal', `${LEFT}my (?:own |own)?(?:${RELATION})(?: also)?(?: works?| worked)?${RIGHT}`, {
    neutral: (hit) => `somebody close${/ work.*$/i.exec(hit.words)?.[0] ?? ''}`,
    accept: (hit) => !/my sister (?:ward|unit)/i.test(hit.words + after(hit)),
  }),
  pattern(
    'self_personal',
    `${LEFT}(?:i (?:just |only |recently |have |had )?(?:came|went|am|was|got|come|go) (?:back |off |on |from ){1,3})?(?:(?:back |returning |returned |return )?(?:from |on |off on |after )?(?:my |a |long )?(?:maternity|paternity|parental|adoption|mat|sick|compassionate|carers?|bereavement|study|career|sabbatical|annual) (?:leave|break)(?: cover)?|my (?:leave|sick leave|sickness|career break|phased return|time off|holiday))${RIGHT}`,
    {
      neutral: 'leave',
      accept: (hit) =>
        /^i |my|back|return/i.test(hit.words) ||
        / i[ '.,]|^i[ ']|(?<!\p{L})my /iu.test(`${before(hit, 40)} ${after(hit, 20)} `),
    },
  ),
  pattern(
    'self_personal',
    `${LEFT}my (?:strong |thick |foreign |own |chronic |mental |physical |bad )?(?:pregnancy|disability|accent|religion|faith|hijab|headscarf|turban|skin(?: colour| color)?|race|ethnicity|nationality|visa|sponsorship|dyslexia|adhd|autism|back injury|bad back|back|knee|wheelchair|hearing aids?|hearing|eyesight|illness|condition|chemo|cancer|diagnosis|anxiety|depression|health|mental health|medication|religious|prayers?|prayer (?:time|break)s?|beard|hair|weight|age|gender|sexuality|orientation|transition|country|home country|village|language|native language|first language|mother tongue|english|spoken english|culture|background|menopause|period|divorce|childcare|child care|school run|commute|bump|ivf|miscarriage|operation|surgery|injury|counsellor|therapist|gp|occupational health|reasonable adjustments?|adjustments?|surname|full name|first name|birthday|wedding|car|house|flat|address|bank account|second job|other job|church|mosque|temple|burnout)${RIGHT}`,
    { neutral: 'personal reasons' },
  ),
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:english|german|arabic|polish|spanish|tagalog|it) (?:is|isn'?t|is not|was) (?:not )?my (?:second|first|third|native|main|mother) (?:language|tongue)|${LEFT}(?:i speak|i only speak|i don't speak) (?:\p{L}{4,12})${RIGHT}`,
    { neutral: 'language is a barrier' },
  ),
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:i'?m|i am|im|i was|being|because i'?m|because i am|as i'?m|i identify as) ${ADVERB}(?:an? |the only )?(?:(?:\d{1,2}|thirty|twenty|${'\\w{2,8}'}) weeks )?(?:pregnant|breast ?feeding|dyslexic|deaf|hard of hearing|diabetic|autistic|disabled|gay|lesbian|bisexual|trans|non-?binary|muslim|jewish|hindu|sikh|christian|catholic|black|asian|brown|white|filipino|filipina|polish|indian|nigerian|ghanaian|kenyan|zimbabwean|romanian|portuguese|spanish|italian|greek|irish|pakistani|bangladeshi|chinese|african|caribbean|jamaican|arab|syrian|ukrainian|german|turkish|foreign|an? immigrant|single (?:mum|mother|mom|parent|dad|father)|mum of|mother of|dad of|widow(?:ed)?|divorced|married to|related to|going out with|seeing|dating|engaged|vegetarian|colou?r[- ]?blind|left[- ]handed|epileptic|asthmatic|immunosuppressed|immunocompromised|menopausal|on (?:a visa|sponsorship|chemo|antidepressants|medication|light duties|a phased return|sick leave|long term sick)|off sick|signed off|over (?:50|60|fifty|sixty)|\d{2}(?: (?:years|yrs) old)?(?= and|[.,!]|$)|from (?:\p{Lu}[\p{L}]{2,15}|abroad|overseas|another country|india|nigeria|poland|the philippines|ghana|kenya|zimbabwe))${RIGHT}`,
    {
      third: inThirdPerson,
      accept: (hit) =>
        !/^being/i.test(hit.words) || / i[ '.,]| me[ .,]| my /i.test(`${before(hit, 40)}${after(hit, 40)} `),
    },
  ),
  pattern(
    'self_personal',
    String.raw`${LEFT}(?:i (?:just |recently |have |have just )?turned \d{2}|i come from|i came from|where i(?:'m| am| come) from|back home in|back in my country|in my country|i wear (?:a |an |my )?(?:hijab|headscarf|turban|hearing aids?|glasses)|i pray|i fast|i was fasting|i'?m fasting|i have (?:an? )?(?:dyslexia|adhd|diabetes|epilepsy|asthma|a disability|kids|children|a baby|a toddler|a bad back|small children|young children|\d kids|two kids|three kids|anxiety|depression|a stammer|a stutter|a visa|ms|crohn'?s|arthritis|cancer|hearing loss|a hearing aid|caring responsibilities)|i had (?:a |my )?(?:miscarriage|baby|operation|surgery|stroke|breakdown)|i live (?:in|on|at|near|with|opposite|next)|i (?:drive|cycle|commute) (?:a|from|in|to)|because of my (?:\p{L}{3,15})|due to my (?:\p{L}{3,15}))${RIGHT}`,
    { neutral: 'for personal reasons' },
  ),
  pattern(
    'self_personal',
    String.raw`${LEFT}as an? (?:\p{L}{3,12} )?(?:black|muslim|gay|lesbian|trans|foreign|disabled|pregnant|older|young|asian|african|filipino|filipina|deaf|dyslexic|jewish|christian|hindu|sikh|brown|arab|single|working) (?:\p{L}{3,15})${RIGHT}`,
    {
      neutral: 'as a member of the team',
      accept: (hit) =>
        !/patient|pt$|lady|gentleman|baby/i.test(hit.words) &&
        / i[ '.,]| me[ .,]| my |^/i.test(after(hit, 40)),
    },
  ),
];

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
    `${LEFT}(?:the only (?:patient|baby|child|person|family|case|woman|man|one|nurse|doctor) (?:with|who|on|in|to|that|here)|the first (?:ever|time ever|patient|case|baby)(?: (?:with|to|who|in))?|one of (?:only )?(?:two|three|a handful of|very few) (?:patients|cases|people|families)|(?:a |very |extremely )?rare (?:disease|condition|syndrome|case|disorder|blood group)|in the (?:news|papers|paper|local news|press)|on the news|well[- ]known|famous|celebrity|vip|councillor|mayor|footballer|politician|the (?:chief executive|ceo|director|chairman|mp|bishop)'?s (?:wife|son|daughter|mother|husband|father|relative))${RIGHT}`,
    { neutral: 'an unusual case' },
  ),
];

/** A text without one of these words does not speak of its writer. */
const WRITER =
  /(?<![a-z])(?:years?|yrs|months?|weeks?|nursing|i|i'm|im|i've|ive|i'd|i'll|me|my|mine|myself|we|we're|us|our|as|been|on this|newly|recently|just|know|knows|new)(?![a-z])/;

export function englishSelf(): readonly Matcher[] {
  const own = [
    ...only(),
    ...role(),
    ...tenure(),
    ...career(),
    ...pastReport(),
    ...duty(),
    ...personal(),
    ...general(),
    ...firstPerson(),
  ];
  return [...onlyWhere(WRITER, own).map(notIntramuscular), ...rare()];
}

/** Whether the writer stands within some words of the hit. */
function speaksOfWriter(hit: Hit): boolean {
  return /(?<![a-z])(?:i|i'm|im|i've|me|my|we|us)(?![a-z])/i.test(`${before(hit, 40)} ${after(hit, 50)}`);
}

/** "IM Zofran" is an injection, not the writer; "IM THE ONLY ONE" shouts. */
function notIntramuscular(matcher: Matcher): Matcher {
  const find = (view: View) =>
    matcher
      .find(view)
      .filter(({ start }) => !/^IM (?![A-Z]{2}|[A-Z] )/.test(view.text.slice(start, start + 5)));
  return { ...matcher, find };
}

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
