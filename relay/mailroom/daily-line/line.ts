import type { StoredStanding } from '../store/standings.ts';

/** How a desk stands, in numbers. */
export interface LineNumbers {
  readonly toAcknowledge: number;
  readonly toAnswer: number;
  /** Of both, those whose day has passed. */
  readonly overdue: number;
  /** Messages that no inbox has fetched yet. */
  readonly fresh: number;
}

/** On a day (`2026-11-24`) in the organisation's time zone. `queued` stands in where no inbox has said anything. */
export function lineNumbers(standing: StoredStanding | null, queued: number, today: string): LineNumbers {
  const due = standing?.due ?? [];
  const sum = (of: (typeof due)[number]['day'] | null, pick: (one: (typeof due)[number]) => number) =>
    due.filter(({ day }) => of === null || day < of).reduce((total, one) => total + pick(one), 0);
  return {
    toAcknowledge: sum(null, ({ acknowledge }) => acknowledge),
    toAnswer: sum(null, ({ answer }) => answer),
    overdue: sum(today, ({ acknowledge, answer }) => acknowledge + answer),
    fresh: standing?.fresh ?? queued,
  };
}

/** The line itself: the same shape every day, whatever the numbers are. */
export function lineText({ toAcknowledge, toAnswer, overdue, fresh }: LineNumbers): string {
  return `${toAcknowledge} to acknowledge, ${toAnswer} to answer, ${overdue} overdue, ${fresh} new`;
}

export const NOBODY_LOOKED = 'Nobody has opened this inbox for 24 hours.';
