import type { AnswerDraft } from '../../../inbox/replies.ts';
import type { Coaching } from '../../../inbox/reply-coach.ts';

/**
 * What is left to do on an answer: what a good one has and this does not, and words that hurt or name somebody. `null`
 * in a language that the coach does not know.
 */
export function leftToDo(coaching: Coaching | null, namesSomebody: number): number | null {
  if (coaching === null) return null;
  return coaching.virtues.filter(({ there }) => !there).length + coaching.slips.length + namesSomebody;
}

/** An answer to practise on: `null` while there is not enough of it to judge. */
export function readyToJudge({ text }: Pick<AnswerDraft, 'text'>): boolean {
  return text.trim().split(/\s+/).length >= FEWEST_WORDS;
}

/** "Thanks, we will look" says nothing that a checklist could help with. */
const FEWEST_WORDS = 3;
