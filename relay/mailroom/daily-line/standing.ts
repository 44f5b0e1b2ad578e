import * as v from 'valibot';
import { dayField } from '../../../shared/json-fields.ts';

/** Concerns that are due by one day. */
export interface DueDay {
  readonly day: string;
  /** To be acknowledged by then. */
  readonly acknowledge: number;
  /** To be answered by then. */
  readonly answer: number;
}

/** An inbox has at most so many days to speak of: retention is half a year, and a year at the very most. */
const MOST_DAYS = 400;
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));

export const dueField = v.pipe(
  v.array(v.strictObject({ day: dayField, acknowledge: count, answer: count })),
  v.maxLength(MOST_DAYS),
);

/**
 * What an inbox tells the mailroom once it has fetched and opened everything, since only it can: numbers of concerns by
 * the day they are due, and how many envelopes released on `day` or later it has. No concern is named.
 */
export const standingField = v.strictObject({ v: v.literal(1), day: dayField, seen: count, due: dueField });
