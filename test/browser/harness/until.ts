import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until `check` gives something truthy, and returns that. Throws after `seconds` with `what` was
 * awaited and what the last answer was. An error inside `check` counts as "not yet".
 */
export async function until<T>(
  what: string,
  check: () => T | Promise<T>,
  seconds = 20,
): Promise<NonNullable<T>> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
    try {
      const answer = await check();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${seconds} s for ${what}; the last answer was ${seen}.`);
}
