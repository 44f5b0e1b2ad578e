/** Ages in Arabic, in figures and in words. */

import { type Hit, type Matcher, RIGHT, source } from '../matcher.ts';
import { foldArabic } from '../view.ts';
import { rule, START } from './rule.ts';

const DECADES = 'العشرين|الثلاثين|الاربعين|الخمسين|الستين|السبعين|الثمانين|التسعين|المئة|المائة';

const ORDINALS = 'الحادية|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة';

/** Two to ten, with what is counted: always a child. */
const FEW = source`(?:(?:ثلاثة?|اربعة?|خمسة?|ستة?|سبعة?|ثمانية?|ثمان|تسعة?|عشرة?) (?:ايام|اسابيع|اشهر|شهور|
    سنوات|سنين|اعوام)|يومين|يومان|اسبوعين|اسبوعان|شهرين|شهران|سنتين|سنتان|عامين|عامان)`;

const DECADE_WORDS = ['عشر', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];

function ageOf(text: string): number {
  const number = /\d{1,3}/.exec(text);
  if (number !== null) return Number(number[0]);
  if (/المئة|المائة/.test(text)) return 100;
  if (/سنوات|سنين|اعوام|عامين|عامان|سنتين|سنتان/.test(text)) return 5;
  const ten = /(عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ين|ون|يني|ينات|ينيه|ينيات)/.exec(foldArabic(text));
  return ten === null ? 30 : (DECADE_WORDS.indexOf(ten[1] ?? '') + 2) * 10;
}

export function ageMatchers(): Matcher[] {
  const forms = [
    source`${START}(?:عمره|عمرها|العمر|عمر|يبلغ من العمر|تبلغ من العمر|سنه|سنها|بعمر|البالغ من العمر|
        البالغة من العمر)[ :]{1,2}(?:حوالي |تقريبا )?\d{1,3}(?: ?(?:سنة|سنوات|عاما|عام|اعوام|شهرا|شهر|
        اشهر|شهور|يوما|ايام|اسابيع|اسبوع))?${RIGHT}`,
    source`${START}(?:(?:رجل|امرأة|سيدة|طفل|طفلة|شاب|شابة|مسن|مسنة|مريض|مريضة|رضيع) )\d{1,3} (?:سنة|سنوات|
        عاما|عام|شهرا|شهر|اشهر)${RIGHT}`,
    source`${START}(?:في|تجاوز|تجاوزت|جاوز|فوق) (?:اواخر |اوائل |
        منتصف )?(?:${DECADES})(?:ات)?(?: من (?:ال)?عمر(?:ه|ها)?)?${RIGHT}`,
    `${START}في (?:${ORDINALS}) و ?(?:${DECADES})(?: من (?:ال)?عمر(?:ه|ها)?)?${RIGHT}`,
    `${START}(?:عمره|عمرها|العمر|بعمر|يبلغ من العمر|تبلغ من العمر) ${FEW}${RIGHT}`,
    `${START}(?:عشريني|ثلاثيني|اربعيني|خمسيني|ستيني|سبعيني|ثمانيني|تسعيني)(?:ة)?${RIGHT}`,
  ];
  const neutral = (hit: Hit): string => {
    const age = /شهر|شهور|يوم|ايام|اسب/.test(hit.words) ? 0 : ageOf(hit.words);
    return age >= 60 ? 'كبير السن' : age >= 18 ? 'بالغ' : 'صغير السن';
  };
  const months = (hit: Hit): boolean => /شهر|يوم|ايام|اسب|شهور/.test(hit.words);
  return forms.flatMap((form) => [
    rule('age_over_89', form, {
      neutral,
      accept: (hit) => !months(hit) && ageOf(hit.words) > 89 && ageOf(hit.words) < 120,
    }),
    rule('age_exact', form, { neutral, accept: (hit) => months(hit) || ageOf(hit.words) <= 89 }),
  ]);
}
