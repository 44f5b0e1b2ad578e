/** French: the formats of France, Belgium and Switzerland, and what a cue or a title gives away. */

import { isAhv, isBelgianId, isNir } from '../check-digits.ts';
import { formatMatchers, shifts } from '../format-rules.ts';
import type { Language } from '../language.ts';
import { once } from '../once.ts';
import { spelled } from '../vocabulary.ts';

const MONTHS =
  'janvier|janv|février|févr|mars|avril|avr|mai|juin|juillet|juil|août|septembre|sept|octobre|oct|novembre|nov|décembre|déc';

export const french: Language = {
  code: 'fr',
  matchers: once(() =>
    formatMatchers({
      say: {
        address: 'une page web',
        contact: 'un contact',
        number: 'un numéro',
        date: 'récemment',
        dateLead: 'le|du|au|depuis le|avant le|après le|jusqu.au',
        timeLead: 'à|vers|dès|depuis|avant|après|jusqu.à',
        shift: shifts('la nuit', 'le matin', 'l’après-midi'),
      },
      neutral: {
        record: 'un dossier',
        staffNumber: 'un matricule',
        room: 'une chambre',
        address: 'une adresse',
        car: 'une voiture',
        colleague: 'un collègue',
        patient: 'un patient',
        older: 'âgé',
      },
      months: MONTHS,
      weekdays: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
      nearDays: 'avant-hier|hier|cette nuit|ce matin|ce soir|la nuit dernière|la semaine dernière',
      born: 'née?(?:e)?(?: le| en)?|date de naissance|ddn',
      hours: String.raw`(?:à|vers|dès|depuis) (?:[01]?\d|2[0-4]) ?(?:h(?:eures?)?)(?: ?[0-5]\d)?`,
      years: 'ans',
      aged: 'de|âgée? de|a',
      rooms: 'chambre|ch\\.|lit|box|salle',
      records:
        'dossier|ipp|nip|iep|numéro de patient|n° de patient|numéro de sécu(?:rité sociale)?|venue|séjour',
      staffNumbers: 'matricule|rpps|adeli|badge|identifiant',
      extensions: 'poste|poste interne|dect|bip',
      number: 'n[°o]|no|num|numéro|est|le',
      calling: 'appele[rz]|rappele[rz]|portable|téléphone|tél\\.?|joindre|numéro|mobile',
      phone: String.raw`(?:0[1-9](?:[ .-]?\d{2}){4}|0[1-9]\d{0,2}[ /.]\d{2,3}(?:[ .]\d{2}){2,3})`,
      street: String.raw`(?:\d{1,4}(?: ?(?:bis|ter))?,? )?(?:rue|avenue|av\.|boulevard|bd|impasse|chemin|allée|quai|place) (?:de la |de l'|des |du |de |d')?[\p{L}][\p{L}'-]{1,25}(?: [\p{L}][\p{L}'-]{1,20}){0,1}(?<=\d.{3,70})`,
      postcode: String.raw`(?:F-|B-|CH-)?(?:0[1-9]|[1-8]\d|9[0-8])\d{3} [A-ZÉÈÎ][\p{L}'-]{2,25}`,
      plate: String.raw`(?!SS|WW)[A-HJ-NP-TV-Z]{2}[ -]\d{3}[ -][A-HJ-NP-TV-Z]{2}`,
      nationalIds: [
        { format: String.raw`[12] ?\d{2} ?\d{2} ?\d[\dab] ?\d{3} ?\d{3} ?\d{2}`, accept: isNir },
        { format: String.raw`\d{2}\.?\d{2}\.?\d{2}[ -]?\d{3}[ .-]?\d{2}`, accept: isBelgianId },
        { format: String.raw`756\.?\d{4}\.?\d{4}\.?\d{2}`, accept: isAhv },
      ],
      at: 'arobase|arrobase|at',
      dot: 'point',
      only: "(?:je suis|j'étais|étant) (?:le seul|la seule)(?: [\\p{L}-]{2,20}){0,2}",
      staff:
        'dr|docteure?|pr|professeure?|interne|infirmière?|infirmier|aide-soignante?|aide-soignant|sage-femme|cadre|chirurgiene?|chirurgien|chirurgienne|anesthésiste|kiné|pharmacien|pharmacienne|brancardier|collègue|chef|cheffe',
      patients: 'mme|madame|m\\.|mr|monsieur|mlle|patiente?|résidente?|voisine?',
      particles: "de la|de|du|des|le|la|d'|l'|el|ben|van",
    }),
  ),
  namesChecked: false,
  frequentWords: spelled(
    `le la les des une est et dans pour pas avec sur qui que du au était ont ce cette je il elle nous n l d a été plus de à si ne s on c j aux son encore personne
        deux par se sans`,
  ),
};
