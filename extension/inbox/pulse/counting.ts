import type { Pulse, PulseAnswer } from '../../../shared/pulse.ts';
import type { PulseCount } from '../../../shared/pulse-count.ts';
import { addDays } from '../../../shared/weeks.ts';
import type { TeamLog } from '../team-fold.ts';
import { SMALLEST_COUNT } from '../trends/suppression.ts';
import { type Campaign, isOver, isRunning } from './campaigns.ts';
import { LATE_DAYS } from './kept-counts.ts';
import { pulseResults } from './results.ts';

/** One answer as it came out of its envelope, with the day on which the mailroom released it. */
export interface ReceivedAnswer {
  readonly id: string;
  readonly releaseDay: string;
  readonly answer: PulseAnswer;
}

/** So long after it is due a count is made by whoever is there. */
const OVERDUE_DAYS = 7;

/** What the answers to a pulse come to; `null` under 11. `until` is the last day on which it was asked. */
export function countOf(pulse: Pulse, until: string, received: Iterable<PulseAnswer>): PulseCount | null {
  const results = pulseResults(pulse, received);
  if (results === null) return null;
  return {
    pulse: pulse.id,
    title: pulse.title,
    from: pulse.from,
    until,
    answers: results.answers,
    items: pulse.items.map(({ text, scale, reversed }, at) => {
      const item = results.items[at] ?? null;
      return {
        text,
        scale,
        ...(reversed === true && { reversed }),
        ...(item !== null && {
          count: { answered: item.answered, mean: Math.round(100 * item.mean), shares: [...item.shares] },
        }),
      };
    }),
    reasons: results.reasons.map(({ share }) => share),
    fear: results.fear,
  };
}

/**
 * What a desk sees of a campaign; `null` under 11 answers. While it runs the numbers move in portions of 11 answers: with
 * each single one they would say what that one was.
 */
export function seenOf(
  campaign: Campaign,
  received: readonly ReceivedAnswer[],
  kept: TeamLog['counted'],
  today: string,
): PulseCount | null {
  const { pulse, until } = campaign;
  const mine = received.flatMap(({ answer }) => (answer.pulse === pulse.id ? [answer] : []));
  const whole = mine.length - (mine.length % SMALLEST_COUNT);
  const live = countOf(pulse, until, isRunning(campaign, today) ? mine.slice(0, whole) : mine);
  const last = kept.get(pulse.id)?.count ?? null;
  return last !== null && last.answers >= (live?.answers ?? 0) ? last : live;
}

/**
 * What should be written down now, since it is over and everybody has had time to send: by the first active member of
 * the desk, by a colleague when a week has gone by.
 */
export function countsDue(
  campaigns: readonly Campaign[],
  received: readonly ReceivedAnswer[],
  kept: TeamLog['counted'],
  who: { readonly member: string; readonly active: readonly string[] },
  today: string,
): PulseCount[] {
  return campaigns.flatMap((campaign) => {
    const due = addDays(campaign.until, LATE_DAYS);
    if (!isOver(campaign, today) || today <= due || kept.has(campaign.pulse.id)) return [];
    const first = [...who.active].sort()[0];
    if (who.member !== first && today <= addDays(due, OVERDUE_DAYS)) return [];
    return seenOf(campaign, received, kept, today) ?? [];
  });
}

/** Answers of the last 90 days by group of places, for the silence map. */
export function answersByGroup(
  received: readonly ReceivedAnswer[],
  today: string,
  days = 90,
): ReadonlyMap<string, number> {
  const since = addDays(today, -days);
  const groups = new Map<string, number>();
  for (const { answer, releaseDay } of received) {
    if (answer.group === undefined || releaseDay <= since) continue;
    groups.set(answer.group, (groups.get(answer.group) ?? 0) + 1);
  }
  return groups;
}
