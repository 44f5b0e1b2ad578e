/** Words that say which one of the team writes: the only one, the new one, the bank nurse. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { ADVERB, I_AM, inThirdPerson, speaksOfWriter, third } from './writer.ts';

const JOB = source`(?:nurse|nurses|hcas?|hcsw|cnas?|rn|rns|lpns?|en|students?|student nurse|doctor|registrar|reg|
    consultant|f1|f2|fy1|fy2|sho|st\d|ct\d|trainee|intern|resident|fellow|midwife|midwives|physio|
    physiotherapist|porter|cleaner|domestic|housekeeper|pharmacist|pharmacy tech|technician|tech|locum|
    floater|float nurse|float|traveller|traveler|temp|volunteer|apprentice|band \d\w?|b\d|sister|
    charge nurse|ward sister|matron|manager|ward manager|team leader|clerk|ward clerk|receptionist|
    secretary|odp|radiographer|sonographer|paramedic|emt|dietitian|dietician|ot|slt|phlebotomist|
    healthcare assistant|health care assistant|nursing assistant|nursing associate|nursing auxiliary|
    auxiliary|support worker|care assistant|carer|bank staff|bank worker|agency|agency worker|
    agency staff|bank|preceptee|preceptor|nqn|newbie|starter|new starter|new start|new grad|new graduate|
    newly qualified|international nurse|overseas nurse|immigrant|foreigner|rep|union rep|steward|
    security guard|security officer|cook|caterer|engineer|surgeon|surgical trainee|anaesthetist|
    anesthetist|anaesthetic trainee|psychiatrist|psychologist|social worker|therapist|nurse practitioner|
    np|anp|acp|physician associate|pa|crna|scrub nurse|scrub|runner|orderly|supervisor|mentor|educator|
    practice educator|coordinator|co-ordinator|specialist nurse|cns|prescriber|chaplain|interpreter|admin|
    administrator|physician|gp|dentist|optometrist|audiologist|scientist|biomedical scientist|lab tech|
    staff nurse|community nurse|district nurse|health visitor|school nurse|practice nurse|nurse manager|
    member of staff|person of colour)`;
const ADJECTIVE = source`(?:newly qualified |newly-qualified |recently qualified |junior |senior |new |brand new |
      relatively new |fairly new |bank |agency |locum |temporary |part[ -]time |full[ -]time |permanent |
      overseas |international |foreign |internationally trained |male |female |young |older |
      final[ -]year |first[ -]year |second[ -]year |third[ -]year |1st year |2nd year |3rd year |
      registered |qualified |unqualified |trainee |night |day |visiting |rotating |redeployed |
      supernumerary |lone |single |black |white |asian |muslim |filipino |indian |african |nigerian |
      polish |medical |surgical |paediatric |pediatric |icu |itu |ed |theatre |critical care |ward |
      staff |student |charge |clinical |pharmacy |specialist |lead |deputy |acting |experienced |retired |
      return to practice |mental health |learning disability |mere |lowly |humble |only |non[ -]clinical |
      care )`;

const ONLY = source`(?:only|sole|new|newest|on[ -]?call|most senior|most junior|youngest|oldest|lone|single|last|first|
      longest[ -]serving|one and only)`;
const NOUN = source`(?: (?!and |so |but |who |that |to |i |on |in |at |when |for |because |as )[\p{L}'-]{1,15}){0,3}`;

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

export const onlyOneMatchers = (): readonly Matcher[] => [
  pattern(
    'self_only',
    source`${LEFT}${I_AM} ${ADVERB}(?:one of )?(?:the |our |your )?(?:two |three |
        few )?${ONLY}(?: one)?${NOUN}${RIGHT}`,
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
    source`${LEFT}(?:only me|just me|it'?s (?:only|just) me|it was (?:only|just) me|only myself|just myself|
        me and (?:one|an|another|a|1) (?:other )?\p{L}{2,15}|nobody (?:else )?(?:but|except|
        apart from) me|no one (?:else )?(?:but|except|apart from) me|apart from me|besides me|me alone|
        me on my own|me being the)${RIGHT}`,
    { neutral: 'one person' },
  ),
  pattern(
    'self_only',
    source`${LEFT}(?:they|he|she|you|everyone|everybody|people|the manager|management|my manager|
        staff)(?:'ll| will| would|'d) (?:all )?(?:know|guess|work out|realise|realize|think|assume|
        figure out)(?: that)? (?:it's|its|it is|it was|who it was|who this is|who it is|who wrote|this is|
        it must be|it came from|who i am|i)(?: me| from me)?${RIGHT}`,
    { neutral: 'it may be recognised' },
  ),
  pattern(
    'self_only',
    source`${LEFT}(?:i'?m|i am|i was) (?:the )?(?:one of|1 of) (?:only |just )?(?:the )?(?:\d{1,2}|two|three|
        four|five|a few|few)(?: [\p{L}'-]{2,15}){0,2}${RIGHT}`,
    third,
  ),
  pattern(
    'self_only',
    source`${LEFT}(?:we|we are|we're|we were) (?:the )?only(?: (?:two|three|few|2|3|ones|nurses|
        \p{L}{3,12})){0,2}${RIGHT}`,
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
    source`${LEFT}(?:i'?m|i am|i was) (?:always )?(?:alone|on my own|by myself|the one (?:they|everyone|
        who always))${RIGHT}`,
    third,
  ),
  pattern(
    'self_only',
    source`${LEFT}(?:nobody|no one|no-one|none) else (?:here |on (?:the|this|my) \p{L}{3,12} )?(?:can|does|
        knows|speaks|is trained|has|was on|is)${RIGHT}`,
    {
      neutral: 'few people can',
      accept: (hit) => / i[ '.,]| me[ .,]| my /i.test(`${before(hit, 40)}${after(hit, 40)} `),
    },
  ),
];

export const roleMatchers = (): readonly Matcher[] => [
  pattern(
    'self_role',
    source`${LEFT}(?:as|being) (?:the |our |an? )(?:[\p{L}'-]{2,15} ){0,2}(?:leads?|link nurse|holder|champion|
        coordinator|co-ordinator|officer|rep|guardian|trainer)${RIGHT}(?=,? (?:i|we) )`,
    { neutral: 'as one of the team' },
  ),
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
    source`${LEFT}(?:i'?m|i am|i was|i work(?:ed)?|i've been working|me being|being|i'm working|
        i was working|i am working|i was (?:booked|rostered|sent|employed|there|here|on|
        in)) ${ADVERB}(?:here )?(?:as )?(?:an?|the|one of the|your|their|our) ${ADJECTIVE}{0,4}(?:(?!who|
        that|when|for|of|with|patient)[\p{L}-]{2,14} (?:to [\p{L}-]{2,14} )?){0,3}${JOB}${RIGHT}`,
    {
      neutral: (hit) => (/^being/i.test(hit.words) ? 'being part of the team' : 'I work here'),
      third: (hit) => (/^i(?:'?m| am| was) /i.test(hit.words) ? inThirdPerson(hit) : null),
      accept: (hit) =>
        !/^being/i.test(hit.words) || / i[ '.,]| me[ .,]| my /i.test(`${before(hit)}${after(hit, 40)} `),
    },
  ),
  pattern(
    'self_role',
    source`${LEFT}(?:i'?m|i am|i was|im) ${ADVERB}(?:agency|bank|locum|supernumerary|redeployed|floated|
        a float|floating|temporary|part[ -]time|newly qualified|recently qualified|just qualified|band \d|
        overseas trained|internationally trained|a band \d|the band \d|b\d|from (?:an )?(?:agency|bank|
        another ward|the pool)|shadowing|not (?:even )?(?:qualified|a nurse|a doctor|clinical|permanent)|
        unqualified|only bank|only agency|doing bank|doing agency|in training|still training|
        still a student|a student|training (?:to be|as))${RIGHT}`,
    third,
  ),
  pattern(
    'self_role',
    source`(?:${LEFT}|^)(?:newly|recently|just) qualified(?= (?:and|so|but|,)|
        ,)(?=[^\n.]{0,14}(?<!\p{L})i(?![\p{L}\p{N}]))`,
    { neutral: 'new in post' },
  ),
  pattern(
    'self_role',
    source`${LEFT}(?:i (?:work|worked) (?:in|on|for|at|with|nights|days|part|bank|weekends|every)|
        in my (?:role|job|post|position|capacity|line of work)|my (?:role|job|job title|post|position|
        grade|banding|specialty|profession) (?:is|as|was|means|in)|from my (?:role|position))${RIGHT}`,
    { neutral: 'at work' },
  ),
  pattern(
    'self_role',
    source`${LEFT}my (?:mentor|supervisor|educational supervisor|clinical supervisor|preceptor|assessor|
        preceptorship|placement|apprenticeship|university|uni|tutor|line manager|manager|boss|agency|
        rotation|training|trainee|student|intern|deanery|portfolio|pin|registration|appraisal|
        preceptee)${RIGHT}`,
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
    source`${LEFT}(?:us|we) (?:the )?(?:students?|hcas?|bank (?:staff|nurses)|agency (?:staff|nurses)|
        juniors?|internationals?|overseas nurses|foreign(?:ers| nurses)?|night staff|night nurses|porters|
        cleaners|domestics|filipinos|trainees|f1s|shos|registrars|midwives)${RIGHT}`,
    { neutral: 'some staff' },
  ),
];
