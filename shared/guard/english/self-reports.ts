/** Words that lead to something the writer said, sent or filed before. */

import { LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { ADVERB, inThirdPerson, third } from './writer.ts';

const BOSS = source`(?:managers?|matrons?|boss(?:es)?|leads?|supervisors?|sister|charge nurse|nurse in charge|
      coordinator|management|hr|human resources|the guardian|guardian|union|director|head of nursing|
      chief nurse|line manager|ward manager|team leader|consultant|site manager|bed manager|
      on[ -]call manager|ceo|executives?|them all|everyone|everybody|higher ups|seniors?|educator|
      occupational health|ftsu|cqc|whistleblowing|security|estates|it|pals|safeguarding)`;

const TOLD_ANYWAY = source`(?:e-?mailed|datixed|datix'?d|reported|raised|flagged|complained|whistleblew|blew the whistle|
  submitted|filed|put in|put through|filled in|filled out|logged|completed|wrote (?:to|up|in|
  an? (?:letter|e-?mail|report|statement|complaint|datix|note|incident))|put (?:it|this|that) (?:in|
  on|through)|said (?:it|this|that|so|the same|something)|sent|messaged|texted|spoke up|reported it|
  incident reported|brought (?:it|this|that) up|mentioned (?:it|this|that)|made an? (?:complaint|
  report|statement)|(?:done|did|filed|made|sent) (?:an?|two|three|four|several|many|another|
  \d) (?:datix(?:es)?|incidents?|reports?|complaints?|incident forms?)|have an? (?:open|
  ongoing) (?:grievance|complaint|case))`;
const I_ALONE = "(?:i've|ive|i have|i had|i'd|i)";
const TOLD = source`(?:told|informed|asked|mentioned|said|spoke (?:to|with)|talked to|contacted|escalated|warned|
      challenged|approached|went to|met with|discussed|tried|called|rang|phoned|bleeped)`;

export const pastReportMatchers = (): readonly Matcher[] => [
  pattern(
    'self_past_report',
    source`${LEFT}${I_ALONE} ${ADVERB}(?:have |had )?(?:been )?${ADVERB}${TOLD_ANYWAY}(?: (?:a|an|in|the|it|
        this|that|my|two|three|\d|several|another|many|multiple)){0,2}(?: (?:datix(?:es)?|report|reports|
        complaint|complaints|grievance|incident(?: form| report)?|concern|concerns|form|email|statement|
        safety report|ticket))?${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    `${LEFT}${I_ALONE} ${ADVERB}(?:already|before|twice|previously|repeatedly) ${ADVERB}${TOLD}${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    source`${LEFT}${I_ALONE} ${ADVERB}${TOLD} (?:to )?(?:with )?(?:the |my |our |a |his |her )?(?:ward |
        line |nurse |on[ -]call |site |bed |duty |senior |deputy |clinical |night |unit |
        department )?${BOSS}${RIGHT}`,
    third,
  ),
  pattern(
    'self_past_report',
    source`${LEFT}(?:i|i've|ive|i have|we) ${ADVERB}${TOLD}${RIGHT}(?=[^.\n]{0,40}(?<!\p{L})(?:twice|before|
        already|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|year|time)|several times|
        many times|again and again|times|weeks ago|months ago|previously|in supervision|
        in my (?:appraisal|one to one|1:1|supervision))${RIGHT})`,
    third,
  ),
  pattern(
    'self_past_report',
    source`${LEFT}(?:my|our) (?:previous |earlier |last |first |second |other |original |own |recent |open |
        ongoing |formal |third )?(?:report|reports|datix|datixes|e-?mails?|complaints?|concerns?|
        grievance|statement|incident (?:form|report)|letter|feedback|whistleblowing|disclosure|case|
        exit interview)${RIGHT}`,
    { neutral: 'an earlier report' },
  ),
  pattern(
    'self_past_report',
    source`${LEFT}(?:as i (?:said|mentioned|wrote|reported|explained|told|stated)|like i said|(?:this is|
        that's|it's|its|thats) (?:my|the) (?:second|third|2nd|3rd|fourth|\d\w\w) (?:time|report|datix|
        complaint|concern)(?: i(?:'ve| have)?)?|(?:since|after|when|because|every time|each time|whenever|
        before|the day) i (?:reported|raised|complained|spoke up|spoke out|emailed|datixed|flagged|put in|
        escalated|challenged|said something|told|whistleblew))${RIGHT}`,
    { neutral: 'as reported before' },
  ),
  pattern(
    'self_past_report',
    source`${LEFT}(?:i got|i was|i've been|i have been|i am being|i'm being|been) (?:told off|shouted at|
        disciplined|investigated|suspended|moved(?: wards?)? (?:after|for|because)|warned|bullied|
        threatened|ignored|punished|given a warning|reported|called into|called in to|pulled into|
        taken aside|sent home|accused|blamed)${RIGHT}`,
    { third: inThirdPerson, accept: (hit) => !/^been/i.test(hit.words) },
  ),
];
