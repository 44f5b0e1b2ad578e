/*
 * Whether a text is written in another language than the site's, which can itself point to a person. Two signs, both
 * cheap and both on this device: another script, or several words without one of the site language's commonest.
 */

const COMMONEST: Readonly<Record<string, string>> = {
  en: 'the a an and or to of in on at is was were are it we he she they not no for with that this had has have by be been but from after before as when there',
  de: 'der die das den dem des ein eine einen einem einer und oder zu von in im an am auf ist war waren sind es wir er sie nicht kein keine für mit dass hat haben hatte wurde wurden bei aber aus nach vor als wenn da ich',
  ar: 'في من على الى إلى عن مع هذا هذه كان كانت لم لا ما أن ان التي الذي بعد قبل هو هي تم و ثم قد كل',
};
/** Below this many words, the absence of common ones says nothing. */
const FEWEST_WORDS = 8;
const FEWEST_LETTERS = 12;

/** True when the text looks like another language than `site` (BCP 47). When in doubt, false. */
export function differsFrom(site: string, text: string): boolean {
  const sample = text.slice(0, 2000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return false;
  const locale = new Intl.Locale(site).maximize();
  const ofScript = scriptPattern(locale.script);
  if (ofScript !== null && (sample.match(ofScript)?.length ?? 0) < letters / 2) return true;
  const commonest = COMMONEST[locale.language]?.split(' ');
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return (
    commonest !== undefined && words.length >= FEWEST_WORDS && !words.some((word) => commonest.includes(word))
  );
}

function scriptPattern(script: string | undefined): RegExp | null {
  try {
    return script === undefined ? null : new RegExp(`\\p{Script=${script}}`, 'gu');
  } catch {
    // Composite codes such as Jpan or Hans are no Unicode scripts; then only the words are looked at.
    return null;
  }
}
