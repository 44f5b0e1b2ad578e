import type { Bulletin } from '../../../shared/bulletin.ts';
import { isPractice, type QueueItem } from '../queue.ts';
import { dayNumber } from '../trends/facts.ts';
import { lastQuarter } from '../trends/release.ts';
import { SMALLEST_COUNT } from '../trends/suppression.ts';

/*
 * "So many asked for support last quarter": told to everybody, since asking should be ordinary. One whole quarter, once,
 * and only from 11 on: a number that grew from week to week would tell when somebody asked.
 */

type Told = NonNullable<Bulletin['supportRequests']>[number];

/** What comes late belongs to the quarter too. */
const SETTLED_DAYS = 7;
/** After that a part of the quarter may be deleted, where an organisation keeps concerns no longer than it must. */
const KEPT_DAYS = 120;

/** What this desk may tell of the last quarter; `null` under 11, `undefined` where it is too early or too late to say. */
export function supportRequestsOf(
  items: Iterable<QueueItem>,
  desk: number,
  today: string,
): Told | null | undefined {
  const day = dayNumber(today);
  const quarter = lastQuarter(day);
  if (day < quarter.until + SETTLED_DAYS || day > quarter.from + KEPT_DAYS) return undefined;
  let requests = 0;
  for (const item of items) {
    const { opened, releaseDay } = item;
    const released = dayNumber(releaseDay);
    if (opened.state !== 'read' || isPractice(item)) continue;
    if (released < quarter.from || released >= quarter.until) continue;
    if (opened.concern.wishes?.includes('support') === true) requests++;
  }
  return requests < SMALLEST_COUNT ? null : { desk, quarter: quarter.name, requests };
}

/** What all desks tell after this one has had its word. What was told of a quarter once is not told differently. */
export function supportRequestsAfter(
  before: readonly Told[],
  desk: number,
  now: Told | null | undefined,
): readonly Told[] {
  const mine = before.find((told) => told.desk === desk);
  if (now === undefined || (now !== null && mine?.quarter === now.quarter)) return before;
  if (now === null && mine === undefined) return before;
  const others = before.filter((told) => told.desk !== desk);
  return now === null ? others : [...others, now].sort((a, b) => a.desk - b.desk);
}
