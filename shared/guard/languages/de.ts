/** German. Nouns are Capitalised, so a capital says little: names need a title, a role or a place in a list. */

import { ageMatchers } from '../german/ages.ts';
import { cueMatchers } from '../german/cues.ts';
import { names } from '../german/names.ts';
import { placeMatchers } from '../german/places.ts';
import { selfMatchers } from '../german/self.ts';
import { shiftOf, timeMatchers } from '../german/times.ts';
import type { Language } from '../language.ts';
import { onlyWhere } from '../matcher.ts';
import { nameMatcher } from '../names.ts';
import { numberMatchers } from '../numbers.ts';
import { once } from '../once.ts';
import { words } from '../vocabulary.ts';

const WRITER =
  /(?<![a-zäöü])(?:ich|mein[a-z]{0,2}|mir|mich|wir|uns|seit|als|elternzeit|mutterschutz|nach|frisch|neu|gerade|muttersprache)(?![a-zäöü])/;

export const german: Language = {
  code: 'de',
  matchers: once(() => [
    ...numberMatchers({
      address: 'eine Webseite',
      contact: 'ein Kontakt',
      number: 'eine Nummer',
      date: 'vor Kurzem',
      dateLead: 'am|vom|seit dem|seit|bis|ab|zum',
      timeLead: 'um|gegen|ab|seit|bis|vor|nach|kurz vor|kurz nach|so um|so gegen|ca\\.?|etwa',
      shift: shiftOf,
    }),
    ...onlyWhere(/\d/, cueMatchers()),
    ...timeMatchers(),
    ...ageMatchers(),
    ...placeMatchers(),
    ...onlyWhere(WRITER, selfMatchers()),
    nameMatcher(names()),
  ]),
  namesChecked: true,
  frequentWords: words(
    `der die das und ist nicht ein eine war wurde zu mit auf für von im dem den es sie er ich wir bei
        nach aus wird hat kein keine noch auch`,
  ),
};
