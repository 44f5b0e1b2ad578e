/** Italian: the formats of Italy and Ticino, and what a cue or a title gives away. */

import { isAhv, isCodiceFiscale } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const italian: Language = {
  code: 'it',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'una pagina web',
        contact: 'un contatto',
        number: 'un numero',
        date: 'di recente',
        dateLead: "il|del|dal|al|l'",
        timeLead: 'alle|verso le|dalle|fino alle|le',
        shift: shifts('di notte', 'di mattina', 'di pomeriggio'),
      },
      neutral: {
        record: 'una cartella',
        staffNumber: 'una matricola',
        room: 'una stanza',
        address: 'un indirizzo',
        car: 'un’auto',
        colleague: 'un collega',
        patient: 'un paziente',
        older: 'di età avanzata',
      },
      months:
        'gennaio|gen|febbraio|feb|marzo|aprile|maggio|giugno|luglio|agosto|settembre|sett|ottobre|ott|novembre|nov|dicembre|dic',
      weekdays: 'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
      nearDays: "l'altro ieri|ieri|stanotte|stamattina|stasera|la settimana scorsa",
      born: 'nat[oa](?: il| nel)?|data di nascita',
      hours: String.raw`(?:alle|verso le|dalle|all') ?(?:ore )?(?:[01]?\d|2[0-4])(?:[:.,][0-5]\d)?(?: d(?:i notte|el mattino|i sera|el pomeriggio))?`,
      years: 'anni',
      aged: "di|d'età di",
      rooms: 'stanza|camera|letto|box|sala',
      records:
        'cartella(?: clinica)?|nosologico|sdo|codice paziente|numero paziente|tessera sanitaria|pratica',
      staffNumbers: 'matricola|badge|utente|codice dipendente',
      extensions: 'interno|int\\.|cordless|cercapersone',
      number: 'n\\.?|n[°o]|nr\\.?|num\\.?|numero|è|il',
      calling: 'chiama(?:re|mi|temi)?|richiama(?:re|mi)?|cellulare|cell\\.?|telefono|tel\\.?|numero|whatsapp',
      phone: String.raw`(?:3\d{2}[ .-]?\d{3}[ .-]?\d{3,4}|0\d{1,3}[ ./-]\d{3,4}[ .-]?\d{3,4})`,
      street: String.raw`(?:via|viale|piazza|corso|vicolo|largo|strada) (?:della |del |dei |delle |di |san |santa )?[\p{L}][\p{L}'-]{1,25}(?: [\p{L}][\p{L}'-]{1,20}){0,2},? ?(?:n\.? ?)?\d{1,4}(?!\d)`,
      postcode: String.raw`(?:I-)?\d{5} [A-Z][\p{L}'-]{2,25}`,
      plate: String.raw`[A-HJ-NPR-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}`,
      nationalIds: [
        {
          format: String.raw`[a-z]{3} ?[a-z]{3} ?[\dl-v]{2}[a-t][\dl-v]{2} ?[a-z][\dl-v]{3}[a-z]`,
          accept: isCodiceFiscale,
        },
        { format: String.raw`756\.?\d{4}\.?\d{4}\.?\d{2}`, accept: isAhv },
      ],
      at: 'chiocciola|at',
      dot: 'punto',
      only: "(?:sono|ero) l'unic[oa](?: [\\p{L}-]{2,20}){0,2}",
      staff:
        'dr\\.?|dott\\.?|dott\\.?ssa|dottor|dottore|dottoressa|prof\\.?|professor|professore|professoressa|primario|infermiera|infermiere|oss|ostetrica|ostetrico|caposala|coordinatrice|coordinatore|chirurg[oa]|anestesista|specializzando|specializzanda|fisioterapista|farmacista|collega',
      patients: 'sig\\.?|sig\\.?ra|signor|signora|signore|paziente|vicin[oa]',
      particles: "de|di|del|della|d'|lo|la",
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `il la che di è non per un una con sono del della si da nel ma anche le gli lo al alla nella dal dalla ne ha hanno era
        abbiamo stato stata ancora e in a i l nessuno due`,
  ),
};
