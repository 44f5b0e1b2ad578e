/** Dutch: the formats of the Netherlands and Belgium, and what a cue or a title gives away. */

import { isBelgianId, isBsn } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const dutch: Language = {
  code: 'nl',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'een webpagina',
        contact: 'een contact',
        number: 'een nummer',
        date: 'onlangs',
        dateLead: 'op|sinds|vanaf|tot|van',
        timeLead: 'om|rond|vanaf|tot|sinds|na|voor',
        shift: shifts('in de nacht', 'overdag', 'in de avond'),
      },
      neutral: {
        record: 'een dossier',
        staffNumber: 'een personeelsnummer',
        room: 'een kamer',
        address: 'een adres',
        car: 'een auto',
        colleague: 'een collega',
        patient: 'een patiënt',
        older: 'op leeftijd',
      },
      months:
        'januari|jan|februari|feb|maart|mrt|april|apr|mei|juni|juli|augustus|aug|september|sept|oktober|okt|november|nov|december|dec',
      weekdays: 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag',
      nearDays: 'eergisteren|gisteren|gisternacht|vannacht|vanochtend|vanavond|afgelopen week|vorige week',
      born: 'geboren(?: op| in)?|geb\\.?|geboortedatum',
      hours: String.raw`(?:om|rond|vanaf|tegen) (?:[01]?\d|2[0-4])(?:[:.][0-5]\d)? ?uur(?: 's (?:nachts|ochtends|middags|avonds))?`,
      years: 'jaar',
      aged: 'van',
      ageWord: 'jarige',
      rooms: 'kamer|bed|box|zaal|ok',
      records:
        'pati[eë]ntnummer|pati[eë]nt-?nr|dossier(?:nummer)?|zis-?nummer|epd-?nummer|opnamenummer|polisnummer|zaaknummer',
      staffNumbers:
        'big-?(?:nummer|nr)?|agb-?(?:code|nummer)?|personeelsnummer|badge(?:nummer)?|inlognaam|riziv(?:-?nummer)?',
      extensions: 'toestel(?:nummer)?|tst\\.?|pieper|sein|dect|doorkies(?:nummer)?',
      number: 'nr\\.?|no|nummer|is|het',
      calling: 'bel|bellen|mobiel|telefoon(?:nummer)?|tel\\.?|nummer|gsm|app|whatsapp|bereikbaar',
      phone: String.raw`(?:06[ -]?(?:\d{8}|\d{2}(?: \d{2}){3}|\d{4} \d{4})|0[1-9]\d{1,2}[ /-]?\d{2,3}[ .]?\d{2}[ .]?\d{2}|04\d{2}[ /.]?\d{2}[ .]?\d{2}[ .]?\d{2})`,
      street: String.raw`[\p{L}][\p{L}-]{2,25}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|steeg|pad) \d{1,4} ?[a-z]?(?![\p{L}\p{N}])`,
      postcode: String.raw`(?:[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?: [A-Z][\p{L}'-]{2,25})?(?![\p{L}\p{N}])|B-[1-9]\d{3} [A-Z][\p{L}'-]{2,25})`,
      plate: String.raw`(?:[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|\d{1,2}-[A-Z]{3}-\d{1,2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[12]-[A-Z]{3}-\d{3})`,
      nationalIds: [
        { format: String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}`, accept: isBsn },
        { format: String.raw`\d{4}[ .]\d{2}[ .]\d{3}`, accept: isBsn },
        { format: String.raw`\d{2}\.?\d{2}\.?\d{2}[ -]?\d{3}[ .-]?\d{2}`, accept: isBelgianId },
      ],
      at: 'apenstaartje|at',
      dot: 'punt|dot',
      only: '(?:ik ben|ik was|als) de enige(?: [\\p{L}-]{2,20}){0,2}',
      staff:
        'dr\\.?|drs\\.?|dokter|prof\\.?|professor|arts|zaalarts|verpleegkundige|zuster|broeder|hoofdverpleegkundige|verloskundige|chirurg|anesthesist|internist|coassistent|teamleider|apotheker|fysiotherapeut|collega',
      patients: 'mevr\\.?|mevrouw|mw\\.?|meneer|mijnheer|dhr\\.?|de heer|heer|pati[eë]nte?|buurman|buurvrouw',
      particles: "van den|van der|van de|van|de|den|der|ten|ter|el|'t",
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `de het een en van is niet op te met dat voor zijn er maar aan was ook in om werd hebben heeft geen nog bij naar uit
        door wij ik`,
  ),
};
