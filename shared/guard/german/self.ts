/** German words that point to the person who writes. */

import { after, before, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { NUMBER_WORD } from './amounts.ts';

const JOB = source`(?:leasingkraft|leasing|leiharbeiter(?:in)?|honorarkraft|zeitarbeiter(?:in)?|aushilfe|
      springer(?:in)?|pool|poolkraft|schüler(?:in)?|pflegeschüler(?:in)?|azubi(?:ne)?|auszubildende[rn]?|
      praktikant(?:in)?|student(?:in)?|pjler(?:in)?|famulant(?:in)?|fsjler(?:in)?|bufdi|
      berufsanfänger(?:in)?|neue[rn]?|pfleger(?:in)?|krankenpfleger(?:in)?|krankenschwester|schwester|
      nachtschwester|nachtwache|dauernachtwache|pflegekraft|pflegefachkraft|pflegefachfrau|pflegefachmann|
      pflegehelfer(?:in)?|helfer(?:in)?|pflegeassistent(?:in)?|altenpfleger(?:in)?|arzt|ärztin|
      assistenzarzt|assistenzärztin|assistent(?:in)?|oberarzt|oberärztin|stationsarzt|stationsärztin|
      dienstarzt|dienstärztin|weiterbildungsassistent(?:in)?|hebamme|apotheker(?:in)?|
      physiotherapeut(?:in)?|physio|ergotherapeut(?:in)?|logopäd(?:e|in)|stationsleitung|stellvertretung|
      stellvertretende leitung|schichtleitung|praxisanleiter(?:in)?|mentor(?:in)?|mfa|mta|mtra|ota|ata|
      sanitäter(?:in)?|notfallsanitäter(?:in)?|reinigungskraft|sekretär(?:in)?|betriebsrat|betriebsrätin|
      personalrat|hygienefachkraft|wundexpert(?:e|in)|fachkraft|teilzeitkraft|vollzeitkraft|frau|mann|
      mutter|vater|alleinerziehende[rn]?|ausländer(?:in)?|muslim(?:in|a)?|schwangere)`;

const ADJECTIVES = '(?:(?:[a-zäöüß]{3,16}(?:e|er|en|es|em)) ){0,2}';

/** "ich war …" and "… war ich": German turns the two around. */
const both = (verbs: string): string => `(?:ich (?:${verbs})|(?:${verbs}) ich)`;

const REPORTED = source`gemeldet|angezeigt|gemailt|geschrieben|gesagt|mitgeteilt|angesprochen|beschwert|weitergegeben|
      weitergeleitet|informiert|eingereicht|ausgefüllt|erzählt|angemerkt|gemahnt|bemängelt|
      dokumentiert und gemeldet|hingewiesen|eskaliert|kritisiert|aufgeschrieben und abgegeben|verfasst|
      gestellt|abgegeben`;

export function selfMatchers(): Matcher[] {
  return [
    pattern(
      'self_only',
      source`${LEFT}(?:${both('bin|war')}|als|(?:bin|war) (?:hier )?|ich,) ?(?:hier |auch |ja |nur |leider |
          heute |momentan |nachts |immer |im team |auf station ){0,3}(?:der|die|das|unsere?|
          eure?)? ?(?:einzige[rnms]?|einzigste[rnms]?|neue[rn]?|neueste[rn]?|jüngste[rn]?|älteste[rn]?|
          dienstälteste[rn]?|dienstjüngste[rn]?)${RIGHT}(?: [\p{L}-]{3,20}){0,1}`,
      {
        third: thirdPerson,
        accept: (hit) =>
          /ich|^als (?:der |die |das )?(?:einzige|neue|jüngste|älteste|dienst)/i.test(hit.words) &&
          !/^als (?:das|der|die) neue/i.test(hit.words),
      },
    ),
    pattern(
      'self_only',
      source`${LEFT}(?:nur ich|ich allein|ich alleine|außer mir|ich als einzige[rn]?|
          ${both('bin|war')} (?:ganz |wieder |komplett |völlig |immer |nachts ){0,2}(?:allein|alleine)|
          wir (?:sind|waren) (?:nur )?(?:zu )?(?:zweit|zu zweit|die einzigen|nur zwei|nur drei)|(?:jeder|
          alle|man|die|sie|er) (?:wissen|weiß|wird wissen|werden wissen|merkt|merken) (?:dann |
          sofort )?,? ?(?:dass|wer) (?:ich|das))${RIGHT}`,
      { neutral: 'eine Person', third: thirdPerson },
    ),
    pattern('self_role', `${LEFT}(?:ich )?als ${ADJECTIVES}${JOB}${RIGHT}`, {
      neutral: 'im Team',
      accept: (hit) =>
        /(?<!\p{L})(?:ich|mir|mich|mein|meine|wir|uns)(?!\p{L})/iu.test(
          hit.words + before(hit, 30) + after(hit, 50),
        ),
    }),
    pattern(
      'self_role',
      source`${LEFT}${both('bin|war|arbeite')} (?:hier |nur |auch |noch |ja |erst |doch |selbst |aktuell |
          derzeit ){0,3}(?:als )?(?:eine?|die|der)? ?${ADJECTIVES}${JOB}${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_role',
      source`${LEFT}(?:ich arbeite (?:auf|in|im|bei|nachts|als|nur|seit|teilzeit|in teilzeit)|
          in meiner (?:funktion|rolle|position|ausbildung)|mein(?:e|em|er|en)? (?:ausbildung|
          praxisanleiter(?:in)?|anleiter(?:in)?|mentor(?:in)?|zeitarbeitsfirma|leasingfirma|pj|
          weiterbildung|facharztausbildung|vorgesetzte[rn]?|chef(?:in)?|stationsleitung|leitung)|
          (?:frisch|gerade|neu) (?:examiniert|eingearbeitet|ausgelernt)|wir (?:schüler|azubis|
          leasingkräfte|pjler|nachtwachen|helfer))${RIGHT}`,
      { neutral: 'bei der Arbeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}(?:${both('arbeite|bin|war|mache')} (?:jetzt |nun |schon |hier |erst |bereits |
          auf (?:der |dieser )?station |in der klinik |im haus |als [a-zäöü]{3,20} |da |dabei |fast |
          über |in (?:diesem|dem) (?:haus|beruf) ){0,4}seit (?:fast |über |mehr als |gut |knapp |
          ca\.? )?(?:(?:19|20)\d{2}|\d{1,2}|${NUMBER_WORD}|einem|einer|vielen|einigen|wenigen|ein paar|
          zwei|drei)(?: jahren?| monaten?| wochen?| tagen?)?(?: (?:hier|auf (?:der |dieser )?station|
          im haus|dabei|in der klinik))?)${RIGHT}`,
      { neutral: 'seit einiger Zeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}seit (?:(?:19|20)\d{2}|(?:über |fast |mehr als )?(?:\d{1,2}|
          ${NUMBER_WORD}) jahren) (?:hier|auf (?:der |dieser |unserer )?station|im haus|in (?:der|
          dieser) (?:klinik|abteilung)|im team|dabei|in der pflege|im beruf|im dienst|
          im nachtdienst)${RIGHT}`,
      { neutral: 'seit einiger Zeit' },
    ),
    pattern(
      'self_tenure',
      source`${LEFT}(?:(?:in |es war |ist |war )?(?:meine[rmn]?|mein) (?:allererste[rnms]?|erste[rnms]?|
          zweite[rnms]?|dritte[rnms]?|vierte[rnms]?|letzte[rnms]?) (?:eigene[rnms]? )?(?:woche|tag|dienst|
          nacht|nachtdienst|schicht|monat|jahr|einsatz|spätdienst|frühdienst|tage|wochen|dienste)|
          (?:in )?meine[rm]? (?:probezeit|einarbeitung|kündigung|einarbeitungszeit|rente|befristung|
          vertrag)|nach (?:über |fast )?(?:\d{1,2}|${NUMBER_WORD}) (?:jahren|berufsjahren|
          dienstjahren) (?:in der pflege|hier|im beruf|berufserfahrung|dienst|im haus)|
          ${both('habe|hab')} (?:erst |gerade |neu |im [a-zäöü]{3,10} |letzte[nrs]? [a-zäöü]{3,10} |
          \d{4} |hier ){0,3}(?:angefangen|gekündigt|examen gemacht|gewechselt)|${both('bin')} (?:erst |
          noch |ganz |hier |gerade ){0,3}(?:neu|in (?:der )?(?:probezeit|einarbeitung)|
          in rente gegangen))${RIGHT}`,
      { neutral: 'am Anfang' },
    ),
    pattern(
      'self_past_report',
      String.raw`${LEFT}(?:${both('habe|hab|hatte')}) (?:[^.\n!?]{0,60} )?(?:${REPORTED})${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_past_report',
      source`${LEFT}(?:mein(?:e|er|en|em)? (?:letzte[nr]? |frühere[nr]? |erste[nr]? |
          zweite[nr]? )?(?:meldung|meldungen|cirs-?meldung|beschwerde|überlastungsanzeige|
          gefährdungsanzeige|e-?mail|mail|bericht|schreiben|anzeige)|wie (?:ich )?(?:schon|bereits|
          letzte woche) (?:gesagt|gemeldet|geschrieben|erwähnt)|(?:seit|seitdem|nachdem|weil|
          als) ich (?:das |es |ihn |sie )?(?:[a-zäöü]{2,12} ){0,3}(?:gemeldet|angesprochen|beschwert|
          gesagt) (?:habe|hatte))${RIGHT}`,
      { neutral: 'wie schon gemeldet' },
    ),
    pattern(
      'self_duty',
      source`${LEFT}(?:${both('hatte|hab|habe')} (?:an dem tag |in der nacht |allein |alleine |da |gerade |
          damals |heute |gestern |an diesem tag ){0,2}(?:(?:den |die |nacht|spät|früh|bereitschafts|ruf|
          wochenend)-?)?(?:dienst|nachtdienst|spätdienst|frühdienst|bereitschaft|bereitschaftsdienst|
          rufdienst|schicht|nachtschicht|wochenenddienst|hintergrund|pause|aufsicht|den funk|das telefon|
          den pieper)|${both('war|bin|wurde')} (?:an dem tag |in der nacht |da |gerade |allein |nur |
          damals |heute |selbst |ja |auch ){0,3}(?:im dienst|im nachtdienst|im spätdienst|im frühdienst|
          in der schicht|eingeteilt|zuständig|verantwortlich|zugeteilt|diensthabend|dienstarzt|
          schichtleitung|dabei|anwesend|in pause|vor ort|zweitprüfer(?:in)?|die zweite|der zweite|
          eingesprungen|versetzt|zwangsversetzt|abgezogen|ausgeliehen|allein für|alleine für|die erste|
          der erste|derjenige|diejenige|die, die|der, der|bezugspflege|bei ihm|bei ihr)|
          ${both('habe|hab')} (?:ihn|sie|den patienten|die patientin|es|
          das kind) (?:[a-zäöü]{2,12} ){0,3}(?:gefunden|entdeckt|betreut|übernommen|versorgt|aufgenommen|
          reanimiert)|(?:in|während|vor|nach|am ende) (?:von )?meine[mrs] (?:dienst|schicht|nachtdienst|
          spätdienst|frühdienst|nachtschicht|pause|runde|nacht|rundgang|bereich|dienstes|schichtende)|
          ich (?:musste|sollte) (?:allein|alleine|einspringen|unterschreiben|übernehmen)|
          ${both('bin')} (?:kurzfristig |wieder |extra ){0,2}(?:eingesprungen|ausgeholfen))${RIGHT}`,
      { third: thirdPerson },
    ),
    pattern(
      'self_personal',
      source`${LEFT}(?:(?:aus |nach |in |vor |zurück aus )?(?:der |meiner |die )?(?:elternzeit|mutterschutz|
          mutterschaftsurlaub|elternurlaub|babypause|schwangerschaft|krankschreibung|wiedereingliederung)|
          mein(?:e|em|er|en|es)? (?:mann|frau|ehemann|ehefrau|partner(?:in)?|freund(?:in)?|kinder|kind|
          sohn|tochter|mutter|vater|eltern|bruder|schwester|familie|akzent|deutsch|aussprache|kopftuch|
          religion|glauben?|herkunft|hautfarbe|behinderung|schwangerschaft|krankheit|rücken|visum|
          aufenthaltstitel|anerkennung|muttersprache|heimat|heimatland|alter|gesundheit|diagnose|therapie|
          depression|burnout|name|zweitjob|urlaub|auto|wohnung)|(?:deutsch|
          es) ist nicht meine (?:muttersprache|erste sprache)|nicht meine muttersprache|
          ${both('bin')} (?:im [a-zäöü\d.]{2,10} monat |auch |selbst |ja |gerade ){0,3}(?:schwanger|
          schwerbehindert|behindert|muslim(?:in|a)?|alleinerziehend|alleinerziehende|schwul|lesbisch|
          trans|ausländer(?:in)?|aus (?:polen|rumänien|syrien|der türkei|den philippinen|indien|bosnien|
          kroatien|serbien|ungarn|italien|spanien|tunesien|vietnam|mexiko|brasilien|der ukraine|russland)|
          krankgeschrieben|über (?:50|60|fünfzig|sechzig)|verheiratet|geschieden|stillend)|
          ${both('komme|stamme')} aus|${both('trage')} (?:ein |einen )?(?:kopftuch|hörgerät)|
          ${both('habe|hab')} (?:selbst |zwei |drei |kleine |ein |eine )?(?:kinder|rückenprobleme|
          eine behinderung|ein kleinkind|diabetes|epilepsie|depressionen))${RIGHT}`,
      {
        neutral: 'aus persönlichen Gründen',
        accept: (hit) =>
          /mein|ich|zurück|nach |aus /i.test(hit.words) ||
          /(?<!\p{L})(?:ich|mein|meine|mir|mich)(?!\p{L})/iu.test(before(hit, 40) + after(hit, 40)) ||
          /elternzeit|mutterschutz/i.test(hit.words),
      },
    ),
    pattern('self_first_person', `${LEFT}(?:ich|mir|mich|meine?[rnms]?|meins)${RIGHT}`, {
      third: firstPerson,
    }),
    pattern(
      'rare_case',
      source`${LEFT}(?:(?:der|die|das) einzige (?:patient(?:in)?|fall|kind|mit)|seltene[rnms]? (?:erkrankung|
          krankheit|syndrom|fall|blutgruppe)|in der zeitung|im fernsehen|
          (?:stadt)?bekannte[rnms]? (?:persönlichkeit|politiker(?:in)?|person|sportler(?:in)?)|
          promi(?:nente[rnms]?)?|bürgermeister(?:in)?|chefarztfrau)${RIGHT}`,
      { neutral: 'ein besonderer Fall' },
    ),
  ];
}

/** "ich war im Dienst" → "eine Person war im Dienst". Only where the pronoun leads and the verb stays the same. */
function thirdPerson(hit: Hit): string | null {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/^ich bin(?!\p{L})/iu, 'eine Person ist'],
    [/^ich habe?(?!\p{L})/iu, 'eine Person hat'],
    [/^ich (war|hatte|wurde|musste|sollte)(?!\p{L})/iu, 'eine Person $1'],
    [/^bin ich(?!\p{L})/iu, 'ist eine Person'],
    [/^habe? ich(?!\p{L})/iu, 'hat eine Person'],
    [/^(war|hatte|wurde) ich(?!\p{L})/iu, '$1 eine Person'],
  ];
  const swap = swaps.find(([from]) => from.test(hit.words));
  return swap === undefined ? null : hit.words.replace(swap[0], swap[1]);
}

function firstPerson(hit: Hit): string | null {
  const word = hit.words.toLowerCase();
  return word === 'ich' || word === 'mich' ? 'eine Person' : word === 'mir' ? 'einer Person' : null;
}
