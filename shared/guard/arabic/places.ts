/** Rooms, beds, wards and addresses in Arabic. */

import { after, before, type Hit, type Matcher, RIGHT, source } from '../matcher.ts';
import { isAmount, rule, START } from './rule.ts';

export function placeMatchers(): Matcher[] {
  const number = String.raw`(?:رقم |# ?|نمرة )?(?:\d{1,4}[A-Z]?|[A-Z]\d{0,3}|[ابجده](?=[ .,]|$))`;
  const notCount = (hit: Hit): boolean =>
    !isAmount(hit) && !/^ (?:اسرة|غرف|اشخاص|مرضى|ممرضات)/.test(after(hit));
  return [
    rule(
      'room_bed',
      source`${START}(?:ال)?(?:غرفة العمليات|غرفة عمليات|غرفة العزل|غرفة|سرير|كابينة|حجرة|عيادة|غرفة الفحص|
          حاضنة|كرسي الغسيل|مقصورة) ${number}${RIGHT}(?:[ ,]{1,2}(?:ال)?(?:سرير|غرفة) ${number}${RIGHT})?`,
      {
        neutral: (hit) => (/سرير/.test(hit.words) ? 'أحد الأسرة' : 'إحدى الغرف'),
        accept: notCount,
      },
    ),
    rule(
      'room_bed',
      source`${START}(?:الغرفة|السرير|غرفة|سرير) (?:رقم )?(?:الاولى|الاول|الثانية|الثاني|الثالثة|الثالث|
          الرابعة|الرابع|الخامسة|الخامس|السادسة|السادس|السابعة|السابع|الثامنة|الثامن|التاسعة|التاسع|العاشرة|العاشر|واحد|اثنين|ثلاثة|اربعة|خمسة|ستة|سبعة|ثمانية|تسعة|
          عشرة)${RIGHT}`,
      { neutral: 'إحدى الغرف' },
    ),
    rule(
      'bed_spot',
      source`${START}(?:السرير|سرير) (?:الذي )?(?:بجانب|جنب|بجوار|قرب|عند|بقرب) (?:الشباك|النافذة|الباب|
          الحمام|المغسلة|محطة التمريض)${RIGHT}`,
      { neutral: 'أحد الأسرة' },
    ),
    rule(
      'ward_named',
      source`${START}(?:ال)?(?:جناح|عنبر|قسم|طابق|دور|مبنى|وحدة) (?:رقم )?(?:\d{1,3}[A-Z]?|[A-Z])${RIGHT}|
          ${START}(?:الطابق|الدور) (?:الاول|الثاني|الثالث|الرابع|الخامس|السادس|الارضي)${RIGHT}`,
      { neutral: 'أحد الأقسام', accept: notCount },
    ),
    rule(
      'ward_named',
      source`${START}(?:مستشفى|مركز|مجمع) (?:ال)?(?:ملك|ملكة|أمير|أميرة|جامعة|شيخ|حرس|
          قوات)[\p{L}]{0,3}(?: [\p{L}]{2,12}){1,2}${RIGHT}`,
      { neutral: 'المستشفى' },
    ),
    rule(
      'street',
      String.raw`${START}(?:شارع|طريق|زقاق) (?:[\p{L}]{2,12} ?){1,3}(?: ?(?:رقم )?\d{1,4})?${RIGHT}`,
      {
        neutral: 'عنوان',
        accept: (hit) =>
          /\d/.test(hit.words) ||
          /(?:يسكن|تسكن|ساكن|ساكنة|عنوان|بيت|منزل|السكن)[\p{L} ]{0,12}$/u.test(before(hit)),
      },
    ),
    rule(
      'street',
      source`${START}(?:يسكن|تسكن|ساكن|ساكنة|يقيم|تقيم|عنوانه|عنوانها) (?:في |ب)?(?:حي |مدينة |قرية |
          منطقة )?[\p{L}]{3,12}${RIGHT}`,
      {
        neutral: 'عنوان',
        accept: (hit) => !/(?:المستشفى|السكن|القسم|الجناح|شارع|وحده|وحدها|مع|دار)$/.test(hit.words),
      },
    ),
  ];
}
