/**
 * Arabic. The script has no capitals, and many names are everyday words, so a name needs a title, or a place in a
 * list of names that are no words. The folded text writes ا for أ إ آ and ه for ة; the vocabulary here is folded too.
 */

import { ageMatchers } from '../arabic/ages.ts';
import { cueMatchers } from '../arabic/cues.ts';
import { names } from '../arabic/names.ts';
import { placeMatchers } from '../arabic/places.ts';
import { selfMatchers } from '../arabic/self.ts';
import { shiftOf, timeMatchers } from '../arabic/times.ts';
import type { Language } from '../language.ts';
import { nameMatcher } from '../names.ts';
import { numberMatchers } from '../numbers.ts';
import { once } from '../once.ts';
import { foldArabic } from '../view.ts';
import { words } from '../vocabulary.ts';

export const arabic: Language = {
  code: 'ar',
  matchers: once(() => [
    ...numberMatchers({
      address: 'صفحة ويب',
      contact: 'وسيلة اتصال',
      number: 'رقم',
      date: 'مؤخرا',
      dateLead: foldArabic('يوم|في يوم|بتاريخ|في|منذ|من'),
      timeLead: foldArabic('الساعة|عند الساعة|حوالي الساعة|حوالي|في الساعة|عند|في|بعد|قبل|من|حتى'),
      shift: shiftOf,
    }),
    ...cueMatchers(),
    ...timeMatchers(),
    ...ageMatchers(),
    ...placeMatchers(),
    ...selfMatchers(),
    nameMatcher(names()),
  ]),
  namesChecked: false,
  frequentWords: words('في من على الى عن ان لم ولم لا ما كان كانت هذا هذه التي الذي مع'),
};
