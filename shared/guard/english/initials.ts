/** Initials of people: "J.S.", "signed KL", "pt JS". */

import { LEFT, type Matcher, pattern, RIGHT, source } from '../matcher.ts';
import { ACRONYMS } from './words.ts';

export function initialsMatchers(): Matcher[] {
  const neutral = { neutral: 'somebody' };
  return [
    pattern(
      'initials',
      String.raw`(?<![\p{L}\p{N}.])(?:\p{Lu}\. ?){2,4}(?!\p{L}{2})(?<![ap]\.m\. ?)`,
      { ...neutral, accept: (hit) => !NOT_INITIALS.has(hit.words.replace(/[. ]/g, '')) },
      'exact-case',
    ),
    pattern(
      'initials',
      source`${LEFT}(?:initials|initialled|initialed|signed|signed by|initials of|initialled by|
          initials were)(?: are| were| as| by|:)? [A-Z]{2,3}${RIGHT}`,
      {
        ...neutral,
        accept: (hit) =>
          /[A-Z]{2,3}$/.test(hit.words) &&
          !NOT_INITIALS.has(hit.words.slice(-2)) &&
          !NOT_INITIALS.has(hit.words.slice(-3)),
      },
    ),
    pattern(
      'initials',
      source`${LEFT}(?:seen|signed|checked|given|told|witnessed|reviewed|done|found|countersigned|
          administered|hung|prescribed|written|sent|drawn up|covered|assessed|consented|
          cannulated) by (?<x>[A-Z]{2,3}(?: ?(?:and|&|\/|\+) ?[A-Z]{2,3})?)${RIGHT}(?!['&/-])`,
      { ...neutral, accept: (hit) => hit.words.split(/[^A-Z]+/).every((each) => !NOT_INITIALS.has(each)) },
      'exact-case',
    ),
    pattern(
      'initials',
      `${LEFT}(?:[Pp]t|[Pp]atient|[Rr]esident|[Cc]lient|[Nn]urse|HCA|RN) [A-Z]{2}${RIGHT}(?!['&/-])`,
      { neutral: 'the patient', accept: (hit) => !NOT_INITIALS.has(hit.words.slice(-2)) },
      'exact-case',
    ),
  ];
}

/** Short forms that are no initials, and small words in lines written in capitals. */
const NOT_INITIALS: ReadonlySet<string> = new Set(
  `${ACRONYMS} am pm sc sl dr mr md ae in on at to was and by up we he if so my an do no all the she her him his`
    .toUpperCase()
    .split(/\s+/),
);
