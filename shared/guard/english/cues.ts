/** Numbers that an English word before them makes somebody's: record, phone, staff and device numbers. */

import { before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isAmount } from './amounts.ts';

/** A code: digits with a few letters, in groups. The check on how many digits is left to `digits`. */
const CODE = String.raw`(?:[A-Z]{1,4}[-/ ]?)?\d[A-Z0-9]{0,15}(?:[-/.][A-Z0-9]{1,12}){0,4}(?: \d{2,8}){0,4}[A-Z]?`;
const LINK =
  '(?:[ .:#=-]{0,3}(?:numbers?|num|nos?|nr|ids?|ref(?:erence)?|code|is|was|of|ending|pin|card|tag|label|#))';

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

const PAGER_CUE = source`bleeps?|bleeped|pagers?|pgr|paged|ext|extension|extn|x(?=\d)|vocera|dect|internal phone|
    ward phone|desk phone|phone|tel|telephone`;
const CALL_CUE = 'call|ring|rang|dial(?:led|ed)?|text';
const CALL_LINK = source`(?:[ .:#=-]{0,3}(?:numbers?|nos?|num|is|was|on|at|me on|me at|him on|her on|us on|them on|
    the ward on|switch on|it's|it is)){0,2}[ .:#=(-]{0,3}`;

export function cueMatchers(): Matcher[] {
  const notEmergency = (hit: Hit): boolean => {
    const number = hit.words.replace(/\D/g, '');
    const open = !/^(?:bleep|page|pgr|ext|x|vocera|dect|internal|ward|desk)/i.test(hit.words);
    if (/^(?:2222|999|911|112|111|000|3333|4444)$/.test(number)) return false;
    if (isAmount(hit)) return false;
    return number.length >= (open ? 4 : 3) && number.length <= 9;
  };
  return [
    pattern(
      'pager_ext',
      String.raw`${LEFT}(?:${PAGER_CUE})${CALL_LINK}\d{1,6}(?:[- ]\d{2,5})?${RIGHT}(?![:.,]\d)`,
      { accept: notEmergency, neutral: 'a number' },
    ),
    pattern(
      'pager_ext',
      String.raw`${LEFT}(?:${CALL_CUE})${CALL_LINK}(?<x>\d{1,6}(?:[- ]\d{2,5})?)${RIGHT}(?![:.,]\d)`,
      { accept: notEmergency, neutral: 'a number' },
    ),
    pattern(
      'phone_local',
      source`${LEFT}(?:call|ring|phone|tel|telephone|mobile|mob|cell|fax|text|whatsapp|number|landline|reach|
          contact)(?: ?(?:me|him|her|us|them|number|no|is|on|at|back|was|:|the ward|-|=|
          \.)){0,4} ?(?<x>[(+]?\d(?:[ .()-]{0,2}\d){6,14})${RIGHT}`,
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
      source`mrns?|m\.r\.n\.?|hosp(?:ital)? ?(?:nos?\.?|numbers?|num|ids?|#)|pt ?(?:ids?|nos?\.?|number|#)|
          patient ?(?:ids?|nos?\.?|numbers?|#|identifier)|unit (?:no\.?|number)|csn|fin|crn|mpi|pas|chi|
          nhs|npi|dea|medicare|medicaid|member|subscriber|health card|insurance|policy|claim|k ?number|
          x ?number|s ?number|district (?:no\.?|number)|acc(?:oun)?t|a\/c|accession|encounter|episode|
          visit|admission|chart|records?|case|casenotes?|specimen|sample|requisition|req|order|request|
          barcode|wristband|script|prescription|rx|study|exam|blood unit|donation|claim`,
      '{1,3}',
      3,
      'a record number',
    ),
    cued(
      'mrn_cued',
      source`mrns?|csn|fin|crn|chi|nhs|npi|dea|acc(?:oun)?t|a\/c|accession|encounter|hosp(?:ital)? ?(?:nos?\.?|num|#)|patient ?(?:nos?\.?|#)|pt ?(?:nos?\.?|#|ids?)|
          hospital number|patient id|pt id|medicare|medicaid|mpi|emrn|emr|pas|barcode|wristband`,
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
      source`${LEFT}(?:ni|nino|national insurance)(?: ?(?:no\.?|number|num|is|was|:|
          #)){0,3} ?[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Z]?${RIGHT}`,
      { neutral: 'a number' },
    ),
    cued(
      'employee_id',
      source`badge|payroll|pay ?roll|employee|staff (?:id|no\.?|number|#)|personnel|esr|assignment|
          smart ?card|swipe ?card|access card|id card|(?:key ?)?fob|gmc|nmc|hcpc|gphc|gdc|rcn|rn licen[cs]e|licen[cs]e|licence|registration|pin|login|
          log in|user(?: ?name| id)?|emp(?:loyee)? (?:id|no\.?|number)|clock(?: |-)?in|timesheet|locker`,
      '{0,3}',
      4,
      'a staff number',
    ),
    pattern(
      'employee_id',
      source`${LEFT}(?:user ?name|log ?in|user ?id|username)(?: is| was|
          :| =){0,2} ?[A-Z][A-Z0-9._-]{2,20}\d[A-Z0-9._-]{0,8}${RIGHT}`,
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
      source`serial|s\/n|sn|asset|equipment|device|pump|monitor|udi|imei|model|bme|ebme|medical physics|
          med phys|inventory|equip`,
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
      source`${LEFT}(?:reg(?:istration)?|number ?plate|licen[cs]e plate|plate|vrn|car)(?: ?(?:no\.?|number|
          is|was|:|#|plate)){0,3} ?(?:[A-Z]{1,3}[- ]?\d{1,4}[- ]?[A-Z]{0,3}|
          \d{1,3}[- ]?[A-Z]{2,3}[- ]?\d{0,4})${RIGHT}`,
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
