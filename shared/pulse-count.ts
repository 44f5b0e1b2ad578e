import * as v from 'valibot';
import { dayField, shortText } from './json-fields.ts';
import { idField, scaleField } from './pulse.ts';
import { FEWEST_ANSWERS, MOST_ITEMS } from './pulse-scales.ts';

/*
 * What the answers to one pulse come to: whole per cents of 11 answers or more, and nothing of fewer. A desk keeps it in
 * its team log when the pulse is over; the answers themselves go with their time like every message.
 */

const answered = v.pipe(v.number(), v.safeInteger(), v.minValue(FEWEST_ANSWERS));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

const itemCount = v.strictObject({
  answered,
  /** Hundredths on the item's own scale, turned round where agreeing says the opposite. */
  mean: v.pipe(v.number(), v.safeInteger(), v.minValue(100), v.maxValue(700)),
  /** Of a hundred, how many chose each step, as they chose it. */
  shares: v.pipe(v.array(percent), v.minLength(5), v.maxLength(7)),
});

export const countedFields = {
  pulse: idField,
  title: shortText,
  from: dayField,
  /** The last day on which it was asked. */
  until: dayField,
  answers: answered,
  items: v.pipe(
    v.array(
      v.strictObject({
        text: shortText,
        scale: scaleField,
        reversed: v.optional(v.literal(true)),
        /** Missing where fewer than 11 answered it. */
        count: v.optional(itemCount),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_ITEMS),
  ),
  /** Of a hundred who were asked, how many named each reason, in the order of REASONS; none where it was not asked. */
  reasons: v.pipe(v.array(percent), v.maxLength(7)),
  /** Of a hundred, how many named a fear; `null` where it was not asked, or by fewer than 11. */
  fear: v.nullable(percent),
};

const countedSchema = v.strictObject(countedFields);
export type PulseCount = v.InferOutput<typeof countedSchema>;
export type ItemCount = v.InferOutput<typeof itemCount>;
