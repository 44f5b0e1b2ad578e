import type { Bulletin } from '../../shared/bulletin.ts';
import { addDays, isoWeekOf } from '../../shared/weeks.ts';
import { ackDue, feedbackDue } from './clocks.ts';
import { type PledgeState, pledgeAfter, samePledge } from './launch/pledge.ts';
import type { ProposalState } from './proposals.ts';
import type { QueueItem } from './queue.ts';
import type { TeamLog } from './team-fold.ts';

/*
 * "You said, we did": a story is written by one member and approved by another; two distinct members' events of the team
 * log are needed, looked at whenever a bulletin is made. With the stories go the promises that a desk kept, and what
 * somebody who leads here has pledged.
 */

/** A story about a concern waits so long after its release: a fresh one would tell colleagues when somebody wrote. */
export const STORY_DELAY_DAYS = 14;
/** As many as a bulletin holds. */
export const MOST_STORIES = 50;
/** Below it no share is told. */
export const SMALLEST_COUNT = 11;
/** Shares are told in such steps, rounded down: finer ones would give small counts away. */
export const SHARE_STEP = 5;
/** Promises are looked at over half a year. */
const PROMISE_DAYS = 182;

/** A story and where it stands. Members are kids. */
export interface Story {
  /** Id of the event. */
  readonly id: string;
  readonly said: string;
  readonly did: string;
  readonly by: string;
  /** The concern it came from; `null` for one about many, or about none. */
  readonly concern: string | null;
  readonly approvedBy: string | null;
  readonly state: ProposalState['state'];
  /** From this day on it may be told; `null` until a second member has approved it. */
  readonly from: string | null;
}

/** Every story of a desk, the newest first. `releaseDay` gives the day of a concern that is still here. */
export function storiesOf(log: TeamLog, releaseDay: (concern: string) => string | undefined): Story[] {
  const found = log.proposals.flatMap((proposal) => storyOf(proposal, null, undefined));
  for (const [concern, { proposals }] of log.concerns) {
    for (const proposal of proposals) found.push(...storyOf(proposal, concern, releaseDay(concern)));
  }
  return found.sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}

/** In how many of a hundred concerns a promise was kept; `null` where there are too few to say. */
export interface Kept {
  readonly acknowledged: number | null;
  readonly answered: number | null;
}

/**
 * Acknowledged within 7 days, answered within 3 months, of those where that is decided: done, or its time over. Counted
 * over half a year, and told only for 11 or more.
 */
export function promisesKept(items: Iterable<QueueItem>, today: string): Kept {
  const since = addDays(today, -PROMISE_DAYS);
  const acknowledged = { kept: 0, of: 0 };
  const answered = { kept: 0, of: 0 };
  for (const { opened, releaseDay, triage } of items) {
    if (opened.state !== 'read' || opened.signal || releaseDay < since) continue;
    // Junk was promised nothing.
    if (triage.closing?.reason === 'not-safety') continue;
    const ack = triage.acknowledged?.day ?? null;
    count(acknowledged, ack, ackDue(releaseDay), today);
    const answer = triage.replies.find(({ reply, waiting }) => reply.type === 'answer' && waiting !== true);
    count(answered, answer?.day ?? null, feedbackDue(releaseDay, ack), today);
  }
  return { acknowledged: share(acknowledged), answered: share(answered) };
}

/**
 * The bulletin with this desk's stories, promises and pledge, or `null` when it says the same already. Stories of other desks
 * stay; a desk's own that were withdrawn go.
 */
export function nextBulletin(
  before: Bulletin,
  desk: number,
  stories: readonly Story[],
  kept: Kept,
  today: string,
  pledges: readonly PledgeState[] = [],
): Bulletin | null {
  const week = isoWeekOf(today);
  const told = stories.filter(({ state, from }) => state === 'confirmed' && from !== null && from <= today);
  const gone = new Set(stories.filter((story) => !told.includes(story)).map(linesOf));
  const there = before.stories.filter((story) => !gone.has(linesOf(story)));
  const known = new Set(there.map(linesOf));
  const fresh = told
    .filter((story) => !known.has(linesOf(story)))
    .map(({ said, did }) => ({ said, did, week }));
  const next = [...fresh, ...there]
    .sort((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0))
    .slice(0, MOST_STORIES);
  const mine = before.promises?.find((promise) => promise.desk === desk);
  // Once a week: two inboxes that count a little differently would else take turns for ever.
  const due = mine === undefined ? kept.acknowledged !== null || kept.answered !== null : mine.week !== week;
  const pledge = pledgeAfter(before.pledge, desk, pledges);
  const changed =
    fresh.length > 0 || there.length !== before.stories.length || !samePledge(before.pledge, pledge);
  if (!changed && !due) return null;
  const others = (before.promises ?? []).filter((promise) => promise.desk !== desk);
  const promises = due ? [...others, ...promiseOf(desk, kept, week)] : (before.promises ?? []);
  const { promises: _, pledge: __, ...rest } = before;
  return {
    ...rest,
    serial: before.serial + 1,
    issued: today,
    stories: next,
    ...(promises.length > 0 && { promises: promises.toSorted((a, b) => a.desk - b.desk) }),
    ...(pledge !== undefined && { pledge }),
  };
}

function promiseOf(desk: number, kept: Kept, week: string): NonNullable<Bulletin['promises']> {
  const { acknowledged, answered } = kept;
  return [
    {
      desk,
      week,
      ...(acknowledged !== null && { acknowledged }),
      ...(answered !== null && { answered }),
    },
  ];
}

function storyOf(
  { id, by, day, what, state, confirmed }: ProposalState,
  concern: string | null,
  releaseDay: string | undefined,
): (Story & { readonly day: string })[] {
  if (what.type !== 'told') return [];
  const earliest = releaseDay === undefined ? null : addDays(releaseDay, STORY_DELAY_DAYS);
  const from = confirmed && (earliest !== null && earliest > confirmed.day ? earliest : confirmed.day);
  const { said, did } = what;
  return [{ id, said, did, by, concern, approvedBy: confirmed?.by ?? null, state, from, day }];
}

function linesOf({ said, did }: { readonly said: string; readonly did: string }): string {
  return JSON.stringify([said, did]);
}

function count(of: { kept: number; of: number }, done: string | null, due: string, today: string): void {
  if (done === null && due >= today) return;
  of.of++;
  if (done !== null && done <= due) of.kept++;
}

function share({ kept, of }: { kept: number; of: number }): number | null {
  if (of < SMALLEST_COUNT) return null;
  return Math.floor((100 * kept) / of / SHARE_STEP) * SHARE_STEP;
}
