import type { QueueItem } from '../queue.ts';
import { type CaseOptions, type CaseRecord, casesOf } from './case-record.ts';

/** Some microseconds each, and as long again to be handed to a worker. */
const AT_ONCE = 500;

/**
 * The cases of a queue in portions, each short enough that a page answers to a key between two. Words in them have not been
 * through the guard, which takes a millisecond for a text: `clearedCase` is for the worker they go to.
 */
export function* casesInPortions(
  items: readonly QueueItem[],
  { groupOf, withText }: Omit<CaseOptions, 'check'>,
): Generator<readonly CaseRecord[], void> {
  const check = () => ({ findings: [], copied: false });
  for (let at = 0; at < items.length; at += AT_ONCE) {
    yield casesOf(items.slice(at, at + AT_ONCE), { withText, groupOf, check }).cases;
  }
}
