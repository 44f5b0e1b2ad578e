/**
 * The rules of a language that has no word lists for names: formats of its countries, and what a cue word gives away.
 * A language brings the words, this brings the expressions. Names are found only behind a title, so such a language
 * never says that names are checked.
 */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT } from './matcher.ts';
import { isExpiry, type NumberWords, numberMatchers, UNIT } from './numbers.ts';
import type { RuleId } from './rules.ts';

/** Each string of words is an alternation in lower case: `chambre|lit`. */
export interface FormatWords {
  readonly say: NumberWords;
  /** What stands there after one tap. */
  readonly neutral: {
    readonly record: string;
    readonly staffNumber: string;
    readonly room: string;
    readonly address: string;
    readonly car: string;
    readonly colleague: string;
    readonly patient: string;
    readonly older: string;
  };
  readonly months: string;
  readonly weekdays: string;
  /** Between the day, the month and the year: "de". */
  readonly of?: string;
  /** Days told from today: "yesterday". */
  readonly nearDays: string;
  readonly born: string;
  /** An hour as it is spoken of, with its cue: "at 3", "kl. 14.30". */
  readonly hours: string;
  /** After a number of years of life, and before it. */
  readonly years: string;
  readonly aged: string;
  /** An age in one word with its number: "54-year-old". */
  readonly ageWord?: string;
  readonly rooms: string;
  /** A room whose number comes first. */
  readonly numberedRoom?: string;
  readonly records: string;
  readonly staffNumbers: string;
  readonly extensions: string;
  /** "number", "no." between a cue and its number. */
  readonly number: string;
  readonly calling: string;
  readonly phone: string;
  readonly street: string;
  /** As written, with its capitals. */
  readonly postcode: string;
  readonly plate: string;
  readonly nationalIds: readonly { readonly format: string; readonly accept: (code: string) => boolean }[];
  readonly at: string;
  readonly dot: string;
  readonly only: string;
  /** Titles and roles before a name, of staff and of patients; `after` for languages that put them behind it. */
  readonly staff: string;
  readonly patients: string;
  readonly titlesBehind?: string;
  readonly particles?: string;
}

const UPPER = 'A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİŁĽŃŅŇŐŒŔŘŚŞŠȘŤȚŪŮŰŲŹŻŽЄІЇА-ЯҐ';
const LETTER = `${UPPER}a-zß-öø-ÿāăąćčďđēęěğģīįıłľńņňőœŕřśşšșťțūůűųźżžєіїа-яґ`;
const NAME = `[${UPPER}](?:[${LETTER}]|['-](?=[${LETTER}])){1,24}`;
const CODE = String.raw`(?:[\p{L}]{1,4}[-/ ]?)?\d[\p{L}\p{N}]{0,15}(?:[-/.][\p{L}\p{N}]{1,12}){0,4}`;
const AMOUNT = new RegExp(`^ ?(?:${UNIT}${RIGHT}|[%°])`, 'iu');

/** All matchers of such a language, the shared numbers among them. */
export function formatMatchers(words: FormatWords): Matcher[] {
  const { say, neutral } = words;
  const date = { neutral: say.date, accept: isDate };
  const of = words.of === undefined ? '' : `(?:(?:${words.of}) )?`;
  const day = `(?:(?:${words.weekdays}),? )?(?:(?:${say.dateLead}) )?`;
  const link = `(?:[ .:#=-]{0,3}(?:${words.number})){0,2}[ .:#=(-]{0,3}`;
  const cued = (rule: RuleId, cue: string, least: number, instead: string): Matcher =>
    pattern(rule, `${LEFT}(?:${cue})${link}${CODE}${RIGHT}`, {
      neutral: instead,
      accept: (hit) => digitsOf(hit.words).length >= least && !isAmount(hit),
    });
  return [
    ...numberMatchers(say),
    pattern(
      'email_spoken',
      String.raw`${LEFT}[\p{L}\p{N}_-]{1,40}(?:(?:\.| (?:${words.dot}) )[\p{L}\p{N}_-]{1,40}){0,3} (?:${words.at}) [\p{L}\p{N}-]{1,40}(?:(?:\.| (?:${words.dot}) )[\p{L}\p{N}-]{2,20}){1,3}${RIGHT}`,
      { neutral: say.contact },
    ),
    ...words.nationalIds.map(({ format, accept }) =>
      pattern('national_id', String.raw`(?<![\p{L}\p{N}.+-])${format}(?![\p{L}\p{N}]|[.-]\d)`, {
        neutral: say.number,
        accept: (hit) => accept(hit.words.replace(/[^\p{L}\p{N}]/gu, '')),
      }),
    ),
    pattern('phone_local', String.raw`(?<![\p{L}\p{N}.,+/-])${words.phone}(?![\p{L}\p{N}]|[.,]\d)`, {
      neutral: say.contact,
      accept: (hit) => !isAmount(hit),
    }),
    pattern(
      'phone_local',
      String.raw`${LEFT}(?:${words.calling})(?: \p{L}{1,8}){0,2}[ :.]{1,3}\+?\d(?:[ ./()-]{0,2}\d){5,13}${RIGHT}`,
      { neutral: say.contact },
    ),
    pattern('pager_ext', String.raw`${LEFT}(?:${words.extensions})${link}\d{3,6}${RIGHT}`, {
      neutral: say.contact,
      accept: (hit) => !isAmount(hit),
    }),
    cued('mrn_cued', words.records, 3, neutral.record),
    cued('employee_id', words.staffNumbers, 3, neutral.staffNumber),
    pattern('vehicle', `${LEFT}${words.plate}${RIGHT}`, { neutral: neutral.car }, 'exact-case'),
    pattern(
      'dob_cued',
      String.raw`${LEFT}(?:${words.born})[ :.]{0,3}(?:(?:${say.dateLead}) )?(?:\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:19|20)\d{2}(?:-\d{2}-\d{2})?|\d{6,8}|\d{1,2}\.? ${of}(?:${words.months})(?: ${of}(?:19|20)\d{2})?)${RIGHT}`,
      { neutral: say.date },
    ),
    pattern(
      'date_text',
      String.raw`${LEFT}(?:(?:${say.dateLead}) )?${day}(?:[0-2]?\d|3[01])(?:er|o|\.)?,? ${of}(?:${words.months})${RIGHT}(?: ${of}(?:19|20)\d{2})?(?: (?:${words.weekdays})${RIGHT})?`,
      date,
    ),
    pattern('date_text', String.raw`${LEFT}(?:${words.months}),? ${of}(?:19|20)\d{2}${RIGHT}`, date),
    pattern(
      'date_num',
      String.raw`${LEFT}(?:${say.dateLead}) (?:0?[1-9]|[12]\d|3[01])[/.](?:0[1-9]|1[0-2])(?![\p{L}\p{N}/]|[.,-]\d)`,
      { neutral: say.date, accept: (hit) => isDate(hit) && !isAmount(hit) },
    ),
    pattern('rel_day', `${LEFT}(?:${words.nearDays}|${words.weekdays})${RIGHT}`, { neutral: say.date }),
    pattern('clock_time', `${LEFT}(?:${words.hours})${RIGHT}`, {
      neutral: (hit) => say.shift(hourOf(hit)),
      accept: (hit) => !isAmount(hit),
    }),
    pattern('age_over_89', String.raw`${LEFT}(?:9\d|1[01]\d)[ -](?:${words.years})${RIGHT}`, {
      neutral: neutral.older,
    }),
    pattern('age_exact', String.raw`(?:${LEFT}(?:${words.aged})|,) (?<x>\d{1,2} (?:${words.years}))${RIGHT}`),
    ...(words.ageWord === undefined
      ? []
      : [pattern('age_exact', String.raw`${LEFT}\d{1,3}[- ]?(?:${words.ageWord})${RIGHT}`)]),
    pattern(
      'room_bed',
      String.raw`${LEFT}(?:${words.rooms})(?: (?:${words.number}))?[ :]{0,2}\d{1,4}[a-z]?${RIGHT}`,
      {
        neutral: neutral.room,
        accept: (hit) => !isAmount(hit),
      },
    ),
    ...(words.numberedRoom === undefined
      ? []
      : [
          pattern('room_bed', String.raw`${LEFT}\d{1,4} ?(?:${words.numberedRoom})${RIGHT}`, {
            neutral: neutral.room,
          }),
        ]),
    pattern('street', `${LEFT}${words.street}`, { neutral: neutral.address }),
    pattern(
      'plz_place',
      `${LEFT}${words.postcode}`,
      { neutral: neutral.address, accept: (hit) => !AMOUNT.test(hit.words.replace(/^[\d-]{2,8}/, '')) },
      'exact-case',
    ),
    pattern('self_only', `${LEFT}(?:${words.only})${RIGHT}`),
    ...titled(words),
  ];
}

/** A title or a role, and the capitalised words that follow it. */
function titled({ staff, patients, titlesBehind, particles, neutral }: FormatWords): Matcher[] {
  const small = particles === undefined ? '' : `(?:(?:${particles}) ?){0,2}`;
  const name = `${small}${NAME}(?:[ -]${small}${NAME}){0,2}`;
  const behind = (titles: string): string =>
    `(?<=^|[^${LETTER}0-9])(?:${eitherCase(titles)})\\.?(?: (?:${eitherCase(titles)})\\.?){0,2} ${name}`;
  const isName = (hit: Hit): boolean => {
    const [last = ''] = hit.words.split(/[ .]/).slice(-1);
    return !/^[A-ZА-Я]{2,4}$/.test(last);
  };
  const rule = (id: RuleId, source: string, instead: string): Matcher =>
    pattern(id, source, { neutral: instead, accept: isName }, 'exact-case');
  return [
    rule('staff_name', behind(staff), neutral.colleague),
    rule('patient_name', behind(patients), neutral.patient),
    ...(titlesBehind === undefined
      ? []
      : [
          rule(
            'staff_name',
            `(?<=^|[^${LETTER}0-9])${NAME} (?:${eitherCase(titlesBehind)})(?![${LETTER}])`,
            neutral.colleague,
          ),
        ]),
  ];
}

/** `dr|mme` → `[dD]r|[mM]me`: as written, or at the beginning of a sentence. */
function eitherCase(alternatives: string): string {
  return alternatives
    .split('|')
    .map((word) => {
      const [first = ''] = word;
      const upper = first === 'i' ? 'Iİ' : first.toUpperCase();
      return `[${first}${upper}]${word.slice(first.length)}`;
    })
    .join('|');
}

/** Three shifts, as most hospitals have them. */
export function shifts(night: string, morning: string, late: string): (hour: number) => string {
  return (hour) => (hour >= 21 || hour < 7 ? night : hour < 14 ? morning : late);
}

function isDate(hit: Hit): boolean {
  return !isExpiry(hit);
}

function isAmount(hit: Hit): boolean {
  return AMOUNT.test(after(hit)) || /(?:x|[<>=≤≥±]) ?$/.test(before(hit, 3));
}

function digitsOf(words: string): string {
  return words.replace(/\D/g, '');
}

function hourOf(hit: Hit): number {
  return Number(/\d{1,2}/.exec(hit.words)?.[0] ?? 12) % 24;
}
