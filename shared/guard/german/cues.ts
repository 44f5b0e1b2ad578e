/** Numbers and codes that a German word before them gives away. */

import { type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isAmount } from './amounts.ts';
import { isPostcodePlace } from './places.ts';
import { MONTH } from './times.ts';

const CODE = String.raw`(?:[A-Z]{1,4}[-/ ]?)?\d[A-Z0-9]{0,15}(?:[-/.][A-Z0-9]{1,12}){0,4}(?: \d{2,8}){0,4}`;

const digits = (least: number) => (hit: Hit) =>
  hit.words.replace(/\D/g, '').length >= least && !isAmount(hit);

function cued(
  rule: 'mrn_cued' | 'employee_id' | 'device_serial',
  cue: string,
  least: number,
  neutral: string,
): Matcher {
  const link = '(?:[ .:#=-]{0,3}(?:nummer|nr|no|id|ist|war|lautet|kennung)){0,3}';
  return pattern(rule, `${LEFT}(?:${cue})${link}[ .:#=(-]{0,3}${CODE}${RIGHT}`, {
    accept: digits(least),
    neutral,
  });
}

export function cueMatchers(): Matcher[] {
  const contact = { neutral: 'ein Kontakt' };
  return [
    cued(
      'mrn_cued',
      source`fall-?(?:nummer|nr|id)|fall(?= ?nr)|pat(?:ient(?:en)?)?[. -]{0,2}(?:nummer|nr|id)|pid|
          aufnahme-?(?:nummer|nr)|kis-?(?:nummer|nr)|(?:kranken)?versicherten-?(?:nummer|nr)|
          versicherungs-?(?:nummer|nr)|vers[. -]{0,2}nr|kvnr|krankenkassen-?nummer|auftrags-?(?:nummer|
          nr)|proben-?(?:nummer|nr)|röhrchen-?nummer|barcode|konserven-?(?:nummer|nr)|befund-?(?:nummer|
          nr)|rezept-?(?:nummer|nr)|konto(?:nummer|nr)?|ausweis-?(?:nummer|nr)|personalausweis(?:nummer)?|
          reisepass(?:nummer)?|steuer-?(?:id|nummer|nr)|sozialversicherungs-?(?:nummer|nr)|
          rentenversicherungs-?(?:nummer|nr)|sv-?nr|ahv-?(?:nr|nummer)|mrn`,
      3,
      'eine Fallnummer',
    ),
    cued(
      'mrn_cued',
      source`vorgangs-?(?:nummer|nr)|meldungs?-?(?:nummer|nr)|cirs-?(?:nummer|nr|meldung|fall)|
          ticket(?:nummer|nr)?|meldung|vorgang`,
      3,
      'eine frühere Meldung',
    ),
    pattern(
      'mrn_cued',
      source`${LEFT}(?:aktenzeichen|az\.?|gz\.?|
          geschäftszeichen)[ :.]{0,3}(?:[A-Z0-9]{1,5}[ ./-]){0,4}\d{1,6}(?:[./-]\d{2,4}){0,2}${RIGHT}`,
      { neutral: 'ein Aktenzeichen' },
    ),
    cued(
      'employee_id',
      source`personal-?(?:nummer|nr)|pers[. -]{0,2}nr|mitarbeiter-?(?:nummer|nr|id)|dienstausweis|
          dienst-?(?:nummer|nr)|lanr|bsnr|arzt-?(?:nummer|nr)|benutzer(?:name|kennung|id)?|kennung|login|
          pin|spind|ausweis|stempel-?(?:nummer|nr)`,
      3,
      'eine Personalnummer',
    ),
    cued(
      'device_serial',
      source`serien-?(?:nummer|nr)|sn|s\/n|geräte-?(?:nummer|nr)|inventar-?(?:nummer|nr)|inv[. -]{0,2}nr|
          chargen?-?(?:nummer|nr)?|ch[. -]{0,2}b|lot|seriennummer`,
      3,
      'eine Gerätenummer',
    ),
    pattern(
      'pager_ext',
      source`${LEFT}(?:dect|telefon|tel|durchwahl|dw|piepser|pieper|funker|funk|nebenstelle|diensttelefon|
          diensthandy|handy|apparat|intern|rufnummer|kurzwahl|app)(?: ?(?:nummer|nr|unter|ist|war|auf|die|
          der)){0,2}[ .:#-]{0,3}\d{1,6}(?:[- ]\d{2,5})?${RIGHT}`,
      {
        neutral: 'ein Telefon',
        accept: (hit) => {
          const number = hit.words.replace(/\D/g, '');
          return number.length >= 3 && !/^(?:110|112|2222|115|116117)$/.test(number) && !isAmount(hit);
        },
      },
    ),
    pattern(
      'phone_local',
      String.raw`(?<![\p{L}\p{N}.,+/-])\(?0[1-9]\d{1,4}\)?[ /.-]{0,3}\d{2,8}(?:[ .-]\d{1,6}){0,4}(?![\p{L}\p{N}]|[.,]\d)`,
      {
        ...contact,
        accept: (hit) => {
          const number = hit.words.replace(/\D/g, '').length;
          return number >= 7 && number <= 14 && !isAmount(hit);
        },
      },
    ),
    pattern(
      'phone_local',
      source`${LEFT}(?:ruft?|rufen|anrufen|nummer|handynummer|handy|mobil|telefonnummer|fax|whatsapp|
          erreichbar|erreicht)(?: (?:mich|uns|ihn|sie|unter|ist|lautet|an|auf|die|der|nummer|mir|
          meine)){0,4}[ :]{1,2}\+?\d(?:[ ./()-]{0,2}\d){5,14}${RIGHT}`,
      contact,
    ),
    pattern(
      'vehicle',
      source`${LEFT}(?:kennzeichen|nummernschild|auto|pkw|wagen|fahrzeug|kfz)(?: (?:mit|ist|war|dem|das|
          kennzeichen|nummer)){0,3}[ :]{1,2}[A-ZÄÖÜ]{1,3}[ -]{1,2}?[A-ZÄÖÜ]{1,2} ?\d{1,4}[EH]?${RIGHT}`,
      { neutral: 'ein Auto' },
    ),
    pattern(
      'vehicle',
      source`${LEFT}(?!CT|MR|OP|EKG|PCR|HIV|HCV|IL|TNF|CA|CK|GPT|GOT|LDH|PH|HB|T|L|C|
          B-Z)[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2} \d{2,4}[EH]?${RIGHT}`,
      { neutral: 'ein Auto', accept: (hit) => !isAmount(hit) },
      'exact-case',
    ),
    pattern(
      'dob_cued',
      source`${LEFT}(?:geb(?:oren)?\.?(?: am| in)?|geburtsdatum|geb\.?-?datum|jahrgang|
          jg\.?)[ :.]{0,3}(?:\d{1,2}\. ?(?:\d{1,2}\.|${MONTH}) ?(?:(?:19|20)?\d{2})?|(?:19|20)\d{2}|
          \d{6,8})${RIGHT}`,
      { neutral: 'ein Datum' },
    ),
    pattern(
      'plz_place',
      source`${LEFT}(?:(?:D|A|CH)[ -])?(?:plz:? ?)?\d{4,5} (?:[A-ZÄÖÜ][a-zäöüß]{2,20}(?:[ -](?:am|an der|im|
          bei|ob der|[A-ZÄÖÜ][a-zäöüß]{2,15})){0,3})${RIGHT}`,
      { neutral: 'ein Ort', accept: isPostcodePlace },
      'exact-case',
    ),
  ];
}
