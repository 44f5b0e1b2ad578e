/** Ages in German, in figures and in words. */

import { after, type Hit, LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { isAmount, NUMBER_WORD, ONES, TENS, UNDER_TWENTY } from './amounts.ts';

const decadeValue = (word: string): number =>
  TENS.replace('dreissig|', '')
    .split('|')
    .findIndex((ten) => word.includes(ten)) *
    10 +
  20;

function ageOf(text: string): number {
  const number = /\d{1,3}/.exec(text);
  if (number !== null) return Number(number[0]);
  const lower = text.toLowerCase().replace('dreissig', 'dreißig');
  if (/hundert/.test(lower)) return 100;
  const decade = decadeValue(lower);
  if (decade >= 20) {
    const one = ONES.replace('eins|', '')
      .split('|')
      .findIndex((word) => lower.includes(`${word}und`));
    return decade + one + 1;
  }
  return new RegExp(UNDER_TWENTY, 'u').test(lower) ? 10 : 0;
}

export function ageMatchers(): Matcher[] {
  const neutral = (hit: Hit): string => {
    const age = /monat|woche|tage/i.test(hit.words) ? 0 : ageOf(hit.words);
    const ending = /jährige([nrsm]{0,2})/i.exec(hit.words);
    const [adjective, alone] =
      age >= 60
        ? ['ältere', 'im höheren Alter']
        : age >= 18
          ? ['erwachsene', 'erwachsen']
          : ['junge', 'im Kindesalter'];
    return ending === null
      ? / (?:alter?|alte[nrsm]?)$/i.test(hit.words)
        ? `${adjective}${/alter$/i.test(hit.words) ? 'r' : /alten$/i.test(hit.words) ? 'n' : ''}`
        : alone
      : `${adjective}${ending[1] ?? ''}`;
  };
  const forms = [
    String.raw`${LEFT}(?:\d{1,3} ?-?|${NUMBER_WORD}[ -]?)jährige?[nrsm]{0,2}${RIGHT}`,
    String.raw`${LEFT}(?:\d{1,3}|${NUMBER_WORD}) jahre? (?:alte?[nrsm]{0,2}|jung)${RIGHT}`,
    source`${LEFT}(?:\d{1,3} ?j\.?(?: ?alt)?|[mwf],? ?\d{1,3} ?(?:j\.?|jahre)?|
        \d{1,3} ?[mwf])${RIGHT}(?![.,]?\d)`,
    String.raw`${LEFT}(?:im alter von|alter:?|mit) (?:\d{1,3}|${NUMBER_WORD})(?: jahren?)?${RIGHT}`,
    String.raw`${LEFT}(?:anfang|mitte|ende|über|weit über) (?:\d0|${TENS})${RIGHT}`,
    source`${LEFT}(?:er|sie) (?:ist|war|wird) (?:${ONES})und(?:${TENS})${RIGHT}
        (?=[.,;!?)]|$| und| aber| mit| jahre)`,
    String.raw`${LEFT}(?:in den|in seinen|in ihren) (?:${TENS}|\d0)ern${RIGHT}`,
  ];
  const real = (hit: Hit): boolean => {
    if (/^mit /i.test(hit.words) && !/jahren/i.test(hit.words)) return false;
    if (
      /^(?:über|anfang|mitte|ende)/i.test(hit.words) &&
      (isAmount(hit) || /^ ?(?:patient|mal|minut|kilo|kg|grad|jahre)/i.test(after(hit)))
    )
      return false;
    if (/^(?:[mwf],? ?\d|\d+ ?[mwf]$)/i.test(hit.words))
      return /\d{2}/.test(hit.words) && (/j/i.test(hit.words) || /^\d{2} ?[mwf]$/i.test(hit.words));
    return true;
  };
  return forms
    .flatMap((form) => [
      pattern('age_over_89', form, {
        neutral,
        accept: (hit) => real(hit) && ageOf(hit.words) > 89 && ageOf(hit.words) < 120,
      }),
      pattern('age_exact', form, {
        neutral,
        accept: (hit) => real(hit) && ageOf(hit.words) <= 89 && ageOf(hit.words) > 0,
      }),
    ])
    .concat([
      pattern(
        'age_exact',
        String.raw`${LEFT}(?:\d{1,2}|${NUMBER_WORD}) (?:monate?|wochen?|tage?) alte?[nrsm]{0,2}${RIGHT}`,
        { neutral },
      ),
    ]);
}
