/** Clock times and dates in German, in figures and in words. */

import { after, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isExpiry } from '../numbers.ts';
import { isAmount, NUMBER_WORD } from './amounts.ts';

/** German shift brackets. */
export function shiftOf(hour: number): string {
  return hour >= 20 || hour < 6 ? 'im Nachtdienst' : hour < 14 ? 'im Frühdienst' : 'im Spätdienst';
}

const HOUR_WORD = 'eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf';

export const MONTH = source`(?:jan(?:uar)?|jänner|feb(?:ruar)?|märz|mrz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|
      okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)`;

const WEEKDAY = '(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?)';

const PART_OF_DAY = source`(?:nachts|morgens|früh|frühs|vormittags|mittags|nachmittags|abends|in der nacht|am morgen|am abend|
      am nachmittag|in der früh)`;

function hourIn(text: string): number {
  const lower = text.toLowerCase();
  const number = /\d{1,2}/.exec(lower);
  const spelled = HOUR_WORD.split('|').findIndex((word) =>
    new RegExp(`(?:^|[^a-zäöü])${word}(?![a-zäöü])`).test(lower.replace(/^.*(?:vor|nach|halb) /, '')),
  );
  const hour = number !== null ? Number(number[0]) : Math.max(0, spelled);
  return /nachmittag|abend/.test(lower) && hour < 12 ? hour + 12 : hour % 24;
}

const LEAD = source`(?:(?:um|gegen|ab|seit|bis|vor|nach|kurz vor|kurz nach|so um|so gegen|ca\.?|etwa|ungefähr|circa|zirka|
    nachts um|morgens um|abends um|früh um|punkt) ){0,3}`;

export function timeMatchers(): Matcher[] {
  const shift = { neutral: (hit: Hit) => shiftOf(hourIn(hit.words)), accept: (hit: Hit) => !isAmount(hit) };
  const recently = { neutral: 'vor Kurzem', accept: (hit: Hit) => !isExpiry(hit) };
  const ON = '(?:(?:am|vom|zum|seit dem|seit|bis|in der nacht vom|in der nacht auf den|den|ab) ){0,2}';
  return [
    pattern(
      'clock_time',
      String.raw`${LEFT}${LEAD}(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)? ?uhr${RIGHT}(?: ?(?:[0-5]\d)${RIGHT})?(?: ${PART_OF_DAY})?`,
      { ...shift, accept: (hit) => !/^ ?(?:gabe|dosis|medikamente|medis|runde)/i.test(after(hit)) },
    ),
    pattern(
      'clock_time',
      source`${LEFT}(?:(?:so |kurz |etwa |ca\.? ){0,2}(?:um|gegen|nach|vor) (?:kurz )?)(?:[01]?\d|
          2[0-4])(?:[:.][0-5]\d)?(?: ${PART_OF_DAY}| rum| herum)?${RIGHT}(?=[.,;!?)]|$|\n| (?:und|hat|war|
          ist|kam|ging|lag|als|wurde|noch|dann|da|habe|fiel|stand|saß|im|in|am|auf|keiner|
          niemand)${RIGHT})`,
      { ...shift, accept: (hit) => !isAmount(hit) && /^(?:so|kurz|etwa|um|gegen)/i.test(hit.words) },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${LEAD}(?:halb|viertel (?:vor|nach)|dreiviertel|viertel|(?:kurz|fünf|zehn|zwanzig|
          \d{1,2})(?: minuten?)? (?:vor|nach)(?: halb)?) (?:${HOUR_WORD}|\d{1,2}|mitternacht|
          mittag)${RIGHT}(?: uhr)?(?: ${PART_OF_DAY})?(?! (?:stunden?|tabletten?|der|des|tage|minuten))`,
      {
        ...shift,
        accept: (hit) =>
          !isAmount(hit) && !/^(?:viertel|kurz) (?:ein|eins) (?:tablette|stunde)/i.test(hit.words),
      },
    ),
    pattern(
      'clock_words',
      source`${LEFT}${LEAD}(?:${HOUR_WORD}|zwanzig|einundzwanzig|zweiundzwanzig|dreiundzwanzig|dreizehn|
          vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|
          null) uhr${RIGHT}(?: (?:${NUMBER_WORD}))?(?: ${PART_OF_DAY})?`,
      shift,
    ),
    pattern(
      'clock_words',
      source`${LEFT}(?:(?:nachts|morgens|abends|früh|nachmittags) (?:um|gegen|so um) (?:${HOUR_WORD}|
          \d{1,2})|(?:um|gegen) (?:${HOUR_WORD})(?: ${PART_OF_DAY}| rum| herum)?(?=[.,;!?)]|$|\n| (?:und|
          hat|war|ist|kam|ging|lag|als|wurde|in|am)${RIGHT}))${RIGHT}`,
      shift,
    ),
    pattern('rel_day', `${LEFT}(?:um|gegen|kurz vor|kurz nach|nach|vor) (?:mitternacht|mittag)${RIGHT}`, {
      neutral: 'im Dienst',
    }),
    pattern(
      'date_text',
      source`${LEFT}${ON}(?:${WEEKDAY},? (?:den |dem )?)?(?:[0-2]?\d|
          3[01])\. ?${MONTH}${RIGHT}\.?(?: ?(?:(?:19|20)\d{2}|'\d{2}))?`,
      recently,
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}(?:(?:im|seit|ende|anfang|mitte|bis) )?${MONTH}\.? (?:19|20)\d{2}${RIGHT}`,
      recently,
    ),
    pattern(
      'date_num',
      source`${LEFT}(?:am|vom|zum|seit dem|bis zum|nacht auf den|den) (?:[0-2]?\d|3[01])\. ?(?:0?\d|
          1[0-2])\.?(?![\p{L}\p{N}]|[.,]\d)`,
      { ...recently, accept: (hit) => /\d\. ?\d{1,2}/.test(hit.words) && !isAmount(hit) && !isExpiry(hit) },
    ),
    pattern(
      'date_day',
      source`${LEFT}(?:am|seit dem|vom|bis zum) (?:[0-2]?\d|3[01])\.(?=[ ,;!?)]|$|\n)(?! ?(?:\d|tag|postop|
          lebens|mal|stock|versuch|woche|monat|etage|og|behandlungs|aufenthalts))`,
      recently,
    ),
    pattern(
      'date_day',
      source`${LEFT}(?:am (?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|
          elften|zwölften|[a-zäöü]{3,8}zehnten|[a-zäöü]{0,12}(?:zwanzigsten|
          dreißigsten)))${RIGHT}(?! (?:tag|postop|versuch|lebenstag|abend|mal|bett|stock))(?=[.,;!?)]|$|
          \n| (?:war|hat|ist|kam|ging|lief|wurde|und|in)${RIGHT})`,
      recently,
    ),
    pattern(
      'rel_day',
      source`${LEFT}(?:gestern|vorgestern|heute|heut|letzte nacht|letzten? (?:woche|nacht|monat|${WEEKDAY}|
          wochenende)|letztes wochenende|vergangenen? (?:nacht|woche|${WEEKDAY})|diese[nr]? (?:nacht|
          morgen|woche|${WEEKDAY})|am ${WEEKDAY}|${WEEKDAY}|vor (?:einem|einer|zwei|drei|vier|fünf|
          \d{1,2}|ein paar) (?:tag|tagen|woche|wochen|nächten|monat|monaten)|(?:im|seit|letzten|ende|
          anfang|mitte) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|
          dezember)|(?:an |zu )?(?:weihnachten|heiligabend|silvester|neujahr|ostern|
          pfingsten))(?: (?:nacht|morgen|abend|früh|mittag|nachmittag|vormittag))?${RIGHT}`,
      { neutral: 'vor Kurzem' },
    ),
  ];
}
