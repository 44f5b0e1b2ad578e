import { addDays, WEEK_SECONDS } from '../../../shared/weeks.ts';
import { charactersLeft } from '../../inbox/replies.ts';
import { coach } from '../../inbox/reply-coach.ts';
import type { AnswerTools } from '../../ui/inbox/contract.ts';
import { guardFor } from '../popup/guard.ts';
import { reasonsIn } from '../popup/reasons.ts';

const DAYS_IN_A_WEEK = WEEK_SECONDS / 86_400;

/** The guard with the site's own patterns, the coach, and what a slot holds: nothing of it leaves this page. */
export async function answerTools(sitePatterns: readonly string[], language: string): Promise<AnswerTools> {
  return { ...NO_TOOLS, ...guardFor(sitePatterns, await reasonsIn(language)), coach, charactersLeft };
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
