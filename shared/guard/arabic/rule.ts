/** What every Arabic rule shares: the words glued to the one behind them, and what makes a number an amount. */

import { after, type Hit, LEFT, type Matcher, type PatternOptions, pattern, RIGHT } from '../matcher.ts';
import { UNIT } from '../numbers.ts';
import type { RuleId } from '../rules.ts';
import { foldArabic } from '../view.ts';

/** Arabic glues "and", "in", "for" to the word behind them. */
export const START = `${LEFT}[وفبلك]{0,2}`;

export const rule = (id: RuleId, source: string, options: PatternOptions = {}): Matcher =>
  pattern(id, foldArabic(source), options);

const AMOUNT = new RegExp(`^ ?(?:${UNIT}${RIGHT}|[%°/])`, 'iu');

export const isAmount = (hit: Hit): boolean => AMOUNT.test(after(hit));
