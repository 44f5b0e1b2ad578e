import * as v from 'valibot';

/*
 * A pulse as it stands in the bulletin: its words once, as bytes, and two members' signatures of them. Text throughout,
 * so that the bulletin stays what it is; `verifyPulse` of pulse.ts reads it. Apart from there, since every panel reads
 * bulletins and few ever carry a pulse.
 */

/** So many at once: whoever opens the panel should be asked little. */
export const MOST_PULSES = 3;
/** Characters of base64url: seven questions of 200 characters, two bytes each, with everything around them. */
export const LONGEST_PULSE = 6000;

const base64url = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.minLength(least), v.maxLength(most));

const approval = v.strictObject({ by: base64url(6, 6), signature: base64url(86, 86) });

export const publishedPulseSchema = v.strictObject({
  /** JSON of the pulse, in base64url. */
  pulse: base64url(1, LONGEST_PULSE),
  approvals: v.strictTuple([approval, approval]),
});

export type PublishedPulse = v.InferOutput<typeof publishedPulseSchema>;
/** One member's word for a pulse: kid and signature, in base64url. */
export type PulseApproval = PublishedPulse['approvals'][number];

/** How many requests for support a desk had in a whole quarter. */
export const supportRequestsSchema = v.strictObject({
  desk: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  /** `2026-Q3` */
  quarter: v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/)),
  /** Never told under 11. */
  requests: v.pipe(v.number(), v.safeInteger(), v.minValue(11)),
});
