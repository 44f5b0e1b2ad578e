import { preparation } from '../../../shared/guard/guard.ts';

/** What is left of an idle moment when the next step would be too long for it, in milliseconds. */
const STEP_MS = 4;

/**
 * Builds the guard's rules while nobody waits, step by step, in the order of the languages: a rule that is built for the
 * first text somebody writes would hold up her typing. Returns what ends it.
 */
export function rulesAhead(languages: readonly string[]): () => void {
  const steps = inTurn([...new Set(languages)]);
  let waiting = 0;
  const go = (moment: IdleDeadline): void => {
    let done = steps.next().done === true;
    while (!done && moment.timeRemaining() > STEP_MS) done = steps.next().done === true;
    if (!done) waiting = requestIdleCallback(go);
  };
  waiting = requestIdleCallback(go);
  return () => cancelIdleCallback(waiting);
}

function* inTurn(languages: readonly string[]): Generator<undefined> {
  for (const language of languages) yield* preparation(language);
}
