/*
 * Words that suggest that the person writing is in acute distress. Finding them only brings the support contacts
 * forward on this screen: nothing is recorded, nothing is sent, and nothing else changes. Phrases in the first
 * person, since a safety concern may well tell of a patient's.
 */

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'kill myself',
    'killing myself',
    'end my life',
    'take my own life',
    'end it all',
    'want to die',
    'wish i was dead',
    'wish i were dead',
    'better off dead',
    'better off without me',
    'no reason to live',
    'do not want to live',
    'dont want to live',
    'dont want to be here anymore',
    'cannot go on',
    'cant go on',
    'cant take it anymore',
    'hurt myself',
    'hurting myself',
    'harm myself',
    'harming myself',
    'i am suicidal',
    'im suicidal',
    'feel suicidal',
    'my suicide',
    'suicidal thoughts myself',
  ],
  de: [
    'mich umbringen',
    'mich umzubringen',
    'bringe mich um',
    'mir das leben nehmen',
    'mein leben beenden',
    'nicht mehr leben',
    'will sterben',
    'mochte sterben',
    'ware am liebsten tot',
    'ware lieber tot',
    'mir etwas antun',
    'mir etwas anzutun',
    'mich selbst verletzen',
    'keinen sinn mehr',
    'ich kann nicht mehr',
    'halte es nicht mehr aus',
    'ohne mich besser dran',
    'meine suizidgedanken',
    'habe suizidgedanken',
    'bin suizidal',
  ],
  ar: [
    'اريد ان اموت',
    'اتمني الموت',
    'اقتل نفسي',
    'قتل نفسي',
    'انهي حياتي',
    'انهاء حياتي',
    'اؤذي نفسي',
    'ايذاء نفسي',
    'افكر في الانتحار',
    'افكر بالانتحار',
    'لا اريد ان اعيش',
    'لا اريد العيش',
    'لا استطيع الاستمرار',
    'لم اعد احتمل',
    'سئمت الحياه',
    'تعبت من الحياه',
  ],
};

const FOLDED = Object.values(PHRASES)
  .flat()
  .map((phrase) => ` ${folded(phrase)} `);

/** True when the text holds one of the phrases, in whichever language it is written. */
export function soundsDistressed(text: string): boolean {
  const words = ` ${folded(text)} `;
  return FOLDED.some((phrase) => words.includes(phrase));
}

/** Lower case, without accents, apostrophes and vowel marks, one space between words, one spelling of alef, ya and ta. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640'’]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
