import { addDays, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { charactersLeft } from '../../inbox/replies.ts';
import { coach } from '../../inbox/reply-coach.ts';
import type { AnswerTools } from '../../ui/inbox/contract.ts';
import { guardFor } from '../popup/guard.ts';
import { reasonsIn } from '../popup/reasons.ts';

const DAYS_IN_A_WEEK = WEEK_SECONDS / 86_400;

/**
 * What the guard finds for whoever writes a concern and a desk may say of itself: its own part, its wards, and above
 * all days, since a good answer names one.
 */
const A_DESK_MAY_SAY = /^(?:self_|date_|rel_day|clock_|ward_named)/;

/** The guard with the site's own patterns, the coach, and what a slot holds: nothing of it leaves this page. */
export async function answerTools(sitePatterns: readonly string[], language: string): Promise<AnswerTools> {
  const guard = guardFor(sitePatterns, await reasonsIn(language));
  return {
    ...NO_TOOLS,
    ...guard,
    scan: (text, written) => guard.scan(text, written).filter(({ rule }) => !A_DESK_MAY_SAY.test(rule)),
    coach,
    charactersLeft,
  };
}

/** While the inbox is not open there is nothing to write. */
export const NO_TOOLS: AnswerTools = {
  scan: () => [],
  applyFix: (text) => text,
  languageOf: () => null,
  coach: () => null,
  charactersLeft: () => 0,
  weeksFrom: (week, count) => Array.from({ length: count }, (_, n) => addDays(week, n * DAYS_IN_A_WEEK)),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
