/** Swedish: the formats of Sweden, and what a cue or a title gives away. */

import { isPersonnummer } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const swedish: Language = {
  code: 'sv',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'en webbsida',
        contact: 'en kontakt',
        number: 'ett nummer',
        date: 'nyligen',
        dateLead: 'den|från den|till den|sedan den',
        timeLead: 'kl\\.?|klockan|vid|runt|från|till|efter|före',
        shift: shifts('på natten', 'på dagen', 'på kvällen'),
      },
      neutral: {
        record: 'en journal',
        staffNumber: 'ett anställningsnummer',
        room: 'ett rum',
        address: 'en adress',
        car: 'en bil',
        colleague: 'en kollega',
        patient: 'en patient',
        older: 'äldre',
      },
      months:
        'januari|jan|februari|feb|mars|april|apr|maj|juni|juli|augusti|aug|september|sept|oktober|okt|november|nov|december|dec',
      weekdays:
        'måndag(?:en)?|tisdag(?:en)?|onsdag(?:en)?|torsdag(?:en)?|fredag(?:en)?|lördag(?:en)?|söndag(?:en)?',
      nearDays: 'i förrgår|igår|i går|inatt|i natt|i morse|imorse|ikväll|i kväll|förra veckan',
      born: 'född(?: den)?|f\\.|födelsedatum',
      hours: String.raw`(?:vid |runt |efter |före )?(?:kl\.?|klockan) (?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?`,
      years: 'år',
      aged: 'på',
      ageWord: 'årige?n?|åring(?:en)?',
      rooms: 'sal|rum|säng|plats|box',
      records:
        'patientnummer|patient-?nr|journal(?:nummer)?|remiss(?:nummer)?|vårdkontakt|ärende(?:nummer)?|reservnummer',
      staffNumbers: 'hsa-?id|anställningsnummer|användarnamn|legitimationskod|förskrivarkod|tjänstekort',
      extensions: 'anknytning|ankn\\.?|sökare|dect',
      number: 'nr\\.?|nummer|är|id',
      calling: 'ring|ringa|mobil(?:en)?|telefon(?:nummer)?|tel\\.?|nummer|växeln|sms',
      phone: String.raw`0(?:7[02369][ -]?\d(?:[ -]?\d){6}|[1-9]\d{0,2}[ -/]\d(?:[ -]?\d){5,7})`,
      street: String.raw`[\p{L}][\p{L}-]{2,25}(?:gatan|vägen|gränd|torget|stigen|allén|backen|platsen) \d{1,4} ?[a-z]?(?![\p{L}\p{N}])`,
      postcode: String.raw`(?:SE-|S-)?[1-9]\d{2} \d{2} [A-ZÅÄÖ][\p{L}-]{2,25}`,
      plate: String.raw`[A-HJ-PR-UW-Z]{3} ?\d{2}[0-9A-HJ-PR-UW-Z](?<=bil.{1,20}|registrer.{1,25}|regnr.{1,12})`,
      nationalIds: [{ format: String.raw`(?:18|19|20)?\d{6}[-+ ]?\d{4}`, accept: isPersonnummer }],
      at: 'snabel-a|at',
      dot: 'punkt',
      only: '(?:jag är|jag var|som) den enda(?: [\\p{L}-]{2,20}){0,2}',
      staff:
        'dr\\.?|doktor|doktorn|prof\\.?|professor|överläkare|läkare|läkaren|sjuksköterskan?|syster|undersköterskan?|barnmorskan?|kirurgen?|narkosläkaren?|at-läkaren?|chefen?|enhetschefen?|kollegan?|farmaceuten?',
      patients: 'fru|herr|fröken|patienten?|grannen?',
      particles: 'von|af|de|van',
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `och att det som en på är av för med den till inte om ett men var jag har de vid från efter när eller ingen fick vi
        finns också mycket utan mellan gick`,
  ),
};
