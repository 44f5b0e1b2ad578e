/** For a language without rules of its own: the numbers, codes and addresses that every language shares. */

import { numberMatchers } from '../numbers.ts';
import { once } from '../once.ts';

export const sharedMatchers = once(() => numberMatchers(null));
