/** Polish: the formats of Poland, and what a cue or a title gives away. */

import { isPesel } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

export const polish: Language = {
  code: 'pl',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'strona internetowa',
        contact: 'kontakt',
        number: 'numer',
        date: 'niedawno',
        dateLead: 'dnia|w dniu|od|do|z dnia|we|w',
        timeLead: 'o|około|ok\\.|od|do|przed|po',
        shift: shifts('w nocy', 'rano', 'po południu'),
      },
      neutral: {
        record: 'dokumentacja',
        staffNumber: 'numer pracownika',
        room: 'sala',
        address: 'adres',
        car: 'samochód',
        colleague: 'ktoś z zespołu',
        patient: 'pacjent',
        older: 'w podeszłym wieku',
      },
      months:
        'stycznia|styczeń|lutego|luty|marca|marzec|kwietnia|kwiecień|maja|maj|czerwca|czerwiec|lipca|lipiec|sierpnia|sierpień|września|wrzesień|października|październik|listopada|listopad|grudnia|grudzień',
      weekdays: 'poniedziałek|wtorek|środę|środa|czwartek|piątek|sobotę|sobota|niedzielę|niedziela',
      nearDays: 'przedwczoraj|wczoraj|dziś w nocy|tej nocy|dziś rano|w zeszłym tygodniu',
      born: 'ur\\.?|urodzon[yae](?: dnia)?|data urodzenia',
      hours: String.raw`(?:o|około|ok\.|od|do|po|przed) (?:godz(?:iny|inie)?\.? )?(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)(?: w nocy| rano)?|(?:o|około|ok\.|od|do|po|przed)? ?godz(?:iny|inie|ina)?\.? (?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: w nocy| rano)?`,
      years: 'lat|lata|latek',
      aged: 'lat|wieku',
      ageWord: 'letni\\p{L}{0,3}|latek|latk\\p{L}{1,2}',
      rooms: 'sal[aięy]|pok(?:ój|oju|oje)\\.?|łóżk[ouau]|boks|box|gabinet',
      records:
        'histori[aię](?: choroby)?|hch|księg[aię] główn\\p{L}{1,2}|kart[aęy]|numer pacjenta|nr pacjenta|numer historii|sprawa|mrn',
      staffNumbers: 'pwz|npwz|identyfikator|numer pracownika|nr pracownika|login|legitymacja',
      extensions: 'wewnętrzn[yae]|wewn?\\.?|dyżurk[ai]',
      number: 'nr\\.?|numer|to|jest|choroby',
      calling: 'dzwoni[ćc]|zadzwo[nń]\\p{L}{0,4}|komórk[ai]|telefon|tel\\.?|numer|nr|whatsapp|kom\\.',
      phone: String.raw`(?:[4-8]\d{2}[ -]?\d{3}[ -]?\d{3}|\(?[1-9]\d\)? \d{3}[ -]\d{2}[ -]\d{2})`,
      street: String.raw`(?:ul\.|ulica|ulicy|al\.|aleja|alei|aleje|pl\.|plac|os\.|osiedle) ?[\p{L}][\p{L}.-]{1,25}(?: [\p{L}][\p{L}.-]{1,20}){0,2} \d{1,4}[a-z]?(?:/\d{1,4})?(?!\d)`,
      postcode: String.raw`\d{2}-\d{3}(?: [A-ZŁŚŻŹĆ][\p{L}-]{2,25})?(?![\p{N}])`,
      plate: String.raw`(?!RR|HR|CT|MR|IL|CD|PH|PO|IV)[A-Z]{2,3} (?:\d{5}|\d{4}[A-Z]|\d{3}[A-Z]{2})`,
      nationalIds: [{ format: String.raw`\d{11}`, accept: isPesel }],
      at: 'małpa|at',
      dot: 'kropka',
      only: '(?:jestem|byłam|byłem|jako) jedyn(?:y|ym|ą|a)(?: [\\p{L}-]{2,20}){0,2}',
      staff:
        'dr|dr hab\\.|lek\\.|prof\\.|doktor|doktora|doktorowi|profesor|profesora|siostra|siostrę|siostry|pielęgniarka|pielęgniarkę|pielęgniarz|położna|położną|ordynator|ordynatora|oddziałowa|oddziałową|chirurg|anestezjolog|rezydent|rezydentka|salowa|ratownik|kolega|koleżanka|mgr',
      patients: 'pan|pana|panu|panem|pani|panią|państwo|pacjent|pacjentka|pacjentkę|pacjenta|chory|chora',
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `nie się na jest do to że z w od po ale jak za przez był była i o nikt przy nas tego już są jej było oraz`,
  ),
};
