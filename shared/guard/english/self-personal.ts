/** Words about the life of the writer: family, health, language, faith. */

import { after, before, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { ADVERB, inThirdPerson, speaksOfWriter, third } from './writer.ts';

/** What anybody may feel or do; saying so points to nobody. */
const ANYBODY = source`(?:not|so|very|really|quite|too|a bit|a little|rather|deeply|extremely|genuinely|truly|honestly|
      seriously|worried|concerned|afraid|scared|frightened|terrified|sorry|sure|certain|unsure|uncertain|
      aware|unaware|happy|unhappy|glad|grateful|proud|angry|upset|sad|shocked|surprised|disappointed|
      tired|exhausted|stressed|anxious|nervous|fed up|sick of|ashamed|embarrassed|confused|wondering|
      hoping|told|asked|writing|reporting|raising|thinking|trying|able|unable|going|saying|appalled|
      horrified|disgusted|frustrated|worn|burnt|struggling|losing|under|right|wrong|fine|ok|okay|pleased|
      relieved|thankful|lucky|impressed|amazed|given|shown|made|expecting|waiting|looking|getting|seeing|
      hearing|feeling|asking|hesitant|reluctant|uncomfortable|willing|ready|expected|also|just|being|to|
      of|in tears|in shock|guessing|assuming|suggesting|sharing|flagging|mortified|gutted|livid|furious|
      curious|convinced|positive|told|advised|informed|the|an?|out|no|walking|passing|called|there|here|
      all|doing|having|helping|taking|using|giving|checking|told off)`;
const HARMLESS = source`(?:opinion|view|views|mind|understanding|knowledge|god|goodness|apologies|thanks|worry|worries|fear|
      guess|point|hands?|question|suggestion|idea|ideas|feeling|feelings|experience|impression|best|heart|
      eyes|breath|gloves|turn|patient|patients|patient's|pt|pts|colleagues?|team|ward|unit|floor|bay|hope|
      advice|attention|gut|life|word|head|time|notes?|computer|screen|phone|help|request|part|side|shift)`;

/** Whatever else the writer says she is, has or does for a living: the list above cannot be complete. */
export const generalMatchers = (): readonly Matcher[] => [
  pattern(
    'self_personal',
    source`${LEFT}(?:i'?m|i am) (?:also |only |just |still |now |actually |even |
        already )?(?!${ANYBODY}${RIGHT})[\p{L}'-]{2,15}(?: (?!and |but |so |when |because |that |who |if |
        or )[\p{L}\p{N}'-]{1,15}){0,2}`,
    third,
  ),
  pattern(
    'self_personal',
    source`${LEFT}(?:i have|i've got|ive got|i had) (?:an? |two |three |my |bad |severe |
        chronic )(?!(?:concern|question|feeling|suggestion|idea|problem|issue|worry|doubt|fear|right|duty|
        copy|chance|look|bad feeling|word|chat|good|bit|lot|few|couple|quick|patient|serious|moment|
        minute)s?${RIGHT})[\p{L}-]{2,15}`,
    third,
  ),
  pattern(
    'self_duty',
    source`${LEFT}(?:i was|i'd been|i had been|i'?ve been|i have been|ive been) (?:also |only |just |still |
        then |actually |already |always |never )?(?!${ANYBODY}${RIGHT})[\p{L}'-]{2,15}(?: (?!and |but |
        so |when |because |that |who |if |or )[\p{L}\p{N}'-]{1,15})?`,
    third,
  ),
  pattern(
    'self_duty',
    source`${LEFT}i ${ADVERB}(?:had|have|took|got|looked after|cared for|nursed|covered|ran|led|held|carried|
        managed|coordinated|supervised|mentored|relieved|floated to|worked) (?:the |a |both |all |my |
        only |over |about |another |two |three |four |five |six |seven |eight |\d{1,2} |side |
        end ){0,3}(?:bays?|sides?|patients?|rooms?|wards?|bleeps?|teams?|babies|women|residents|beds?|
        clinic|list|keys|phone|floor|unit|students?|admissions?|theatre|shift|double|overtime|late|early|
        night|long day|caseload|desk|triage|resus|majors)${RIGHT}`,
    third,
  ),
  pattern(
    'self_role',
    source`${LEFT}i ${ADVERB}(?:work|float|cover|train|trained|study|studied|live|lived|manage|run|lead|
        teach|mentor|supervise|rotate|commute|speak|specialise|specialize|locum|temp|moonlight|represent|
        belong|grew up|emigrated|volunteer|earn|suffer|qualified|graduated|resigned|retired|retire|
        transferred|moved|gave (?:in )?my notice|handed in|quit|applied|coordinate|prescribe|deputise|
        chair|sit on|job share|job-share|do (?:bank|agency|nights|days|weekends|overtime|locums|
        extra shifts|the rota|the off duty|the ordering)|only (?:do|
        work))${RIGHT}(?! out| with it| the machine| at all)`,
    third,
  ),
  pattern('self_personal', String.raw`${LEFT}my (?:own )?(?!${HARMLESS}${RIGHT})[\p{L}-]{2,15}${RIGHT}`, {
    neutral: 'a personal matter',
  }),
];

const RELATION = source`husband|wife|partner|boyfriend|girlfriend|fiance|fiancee|fiancé|fiancée|kids?|child|children|sons?|
      daughters?|mum|mom|mother|dad|father|parents|brother|sister|family|baby|babies|toddler|twins|ex|
      flatmate|housemate|cousin|uncle|aunt|grandmother|grandfather|nan|best friend|niece|nephew|in-laws?|
      mother-in-law`;

export const personalMatchers = (): readonly Matcher[] => [
  pattern(
    'self_personal',
    source`${LEFT}(?:being|as) (?:an? |the only )(?:[\p{L}-]{3,12} )?(?:man|woman|male|female|mother|father|
        parent|immigrant|foreigner|muslim|christian|minority)${RIGHT}|${LEFT}they (?:call|called|treat|
        treated|see) me${RIGHT}`,
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
    source`${LEFT}(?:i (?:just |only |recently |have |had )?(?:came|went|am|was|got|come|go) (?:back |off |
        on |from ){1,3})?(?:(?:back |returning |returned |return )?(?:from |on |off on |after )?(?:my |a |
        long )?(?:maternity|paternity|parental|adoption|mat|sick|compassionate|carers?|bereavement|study|
        career|sabbatical|annual) (?:leave|break)(?: cover)?|my (?:leave|sick leave|sickness|career break|
        phased return|time off|holiday))${RIGHT}`,
    {
      neutral: 'leave',
      accept: (hit) =>
        /^i |my|back|return/i.test(hit.words) ||
        / i[ '.,]|^i[ ']|(?<!\p{L})my /iu.test(`${before(hit, 40)} ${after(hit, 20)} `),
    },
  ),
  pattern(
    'self_personal',
    source`${LEFT}my (?:strong |thick |foreign |own |chronic |mental |physical |bad )?(?:pregnancy|
        disability|accent|religion|faith|hijab|headscarf|turban|skin(?: colour| color)?|race|ethnicity|
        nationality|visa|sponsorship|dyslexia|adhd|autism|back injury|bad back|back|knee|wheelchair|
        hearing aids?|hearing|eyesight|illness|condition|chemo|cancer|diagnosis|anxiety|depression|health|
        mental health|medication|religious|prayers?|prayer (?:time|break)s?|beard|hair|weight|age|gender|
        sexuality|orientation|transition|country|home country|village|language|native language|
        first language|mother tongue|english|spoken english|culture|background|menopause|period|divorce|
        childcare|child care|school run|commute|bump|ivf|miscarriage|operation|surgery|injury|counsellor|
        therapist|gp|occupational health|reasonable adjustments?|adjustments?|surname|full name|
        first name|birthday|wedding|car|house|flat|address|bank account|second job|other job|church|
        mosque|temple|burnout)${RIGHT}`,
    { neutral: 'personal reasons' },
  ),
  pattern(
    'self_personal',
    source`${LEFT}(?:english|german|arabic|polish|spanish|tagalog|it) (?:is|isn'?t|is not|
        was) (?:not )?my (?:second|first|third|native|main|mother) (?:language|tongue)|${LEFT}(?:i speak|
        i only speak|i don't speak) (?:\p{L}{4,12})${RIGHT}`,
    { neutral: 'language is a barrier' },
  ),
  pattern(
    'self_personal',
    source`${LEFT}(?:i'?m|i am|im|i was|being|because i'?m|because i am|as i'?m|
        i identify as) ${ADVERB}(?:an? |the only )?(?:(?:\d{1,2}|thirty|twenty|
        ${'\\w{2,8}'}) weeks )?(?:pregnant|breast ?feeding|dyslexic|deaf|hard of hearing|diabetic|
        autistic|disabled|gay|lesbian|bisexual|trans|non-?binary|muslim|jewish|hindu|sikh|christian|
        catholic|black|asian|brown|white|filipino|filipina|polish|indian|nigerian|ghanaian|kenyan|
        zimbabwean|romanian|portuguese|spanish|italian|greek|irish|pakistani|bangladeshi|chinese|african|
        caribbean|jamaican|arab|syrian|ukrainian|german|turkish|foreign|an? immigrant|single (?:mum|
        mother|mom|parent|dad|father)|mum of|mother of|dad of|widow(?:ed)?|divorced|married to|related to|
        going out with|seeing|dating|engaged|vegetarian|colou?r[- ]?blind|left[- ]handed|epileptic|
        asthmatic|immunosuppressed|immunocompromised|menopausal|on (?:a visa|sponsorship|chemo|
        antidepressants|medication|light duties|a phased return|sick leave|long term sick)|off sick|
        signed off|over (?:50|60|fifty|sixty)|\d{2}(?: (?:years|yrs) old)?(?= and|[.,!]|$)|
        from (?:\p{Lu}[\p{L}]{2,15}|abroad|overseas|another country|india|nigeria|poland|the philippines|
        ghana|kenya|zimbabwe))${RIGHT}`,
    {
      third: inThirdPerson,
      accept: (hit) =>
        !/^being/i.test(hit.words) || / i[ '.,]| me[ .,]| my /i.test(`${before(hit, 40)}${after(hit, 40)} `),
    },
  ),
  pattern(
    'self_personal',
    source`${LEFT}(?:i (?:just |recently |have |have just )?turned \d{2}|i come from|i came from|
        where i(?:'m| am| come) from|back home in|back in my country|in my country|i wear (?:a |an |
        my )?(?:hijab|headscarf|turban|hearing aids?|glasses)|i pray|i fast|i was fasting|i'?m fasting|
        i have (?:an? )?(?:dyslexia|adhd|diabetes|epilepsy|asthma|a disability|kids|children|a baby|
        a toddler|a bad back|small children|young children|\d kids|two kids|three kids|anxiety|depression|
        a stammer|a stutter|a visa|ms|crohn'?s|arthritis|cancer|hearing loss|a hearing aid|
        caring responsibilities)|i had (?:a |my )?(?:miscarriage|baby|operation|surgery|stroke|breakdown)|
        i live (?:in|on|at|near|with|opposite|next)|i (?:drive|cycle|commute) (?:a|from|in|to)|
        because of my (?:\p{L}{3,15})|due to my (?:\p{L}{3,15}))${RIGHT}`,
    { neutral: 'for personal reasons' },
  ),
  pattern(
    'self_personal',
    source`${LEFT}as an? (?:\p{L}{3,12} )?(?:black|muslim|gay|lesbian|trans|foreign|disabled|pregnant|older|
        young|asian|african|filipino|filipina|deaf|dyslexic|jewish|christian|hindu|sikh|brown|arab|single|
        working) (?:\p{L}{3,15})${RIGHT}`,
    {
      neutral: 'as a member of the team',
      accept: (hit) =>
        !/patient|pt$|lady|gentleman|baby/i.test(hit.words) &&
        / i[ '.,]| me[ .,]| my |^/i.test(after(hit, 40)),
    },
  ),
];
