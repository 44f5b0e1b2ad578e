/** For a language without rules of its own: the numbers, codes and addresses that every language shares. */

import { once } from '../language.ts';
import { numberMatchers } from '../numbers.ts';

export const sharedMatchers = once(() => numberMatchers(null));
