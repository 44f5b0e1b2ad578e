/*
 * XmR charts (individual values and moving ranges), as the NHS's "Making Data Count" uses them: a mean, process limits
 * at 2.66 mean moving ranges, and rules for what is more than the usual up and down.
 *
 * Limits: Wheeler, Understanding Variation; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, with 3/1.128 in
 * place of the customary 2.66. Rules: seven points for a shift and for a trend, two of three near one limit, as in
 * NHSRplotthedots (NHS-R community), the reference implementation of Making Data Count.
 */

/** 3 divided by d2 = 1.128, the expected range of two values of one standard deviation. */
export const LIMIT_FACTOR = 2.66;
/** Two standard deviations from the mean, where "near a limit" begins. */
const NEAR = 2 / 3;
const RUN = 7;
/** Limits are worked out from so many points and then stay, lest every new point moves the goal. */
export const BASELINE_POINTS = 12;
/** With fewer points there are no limits to speak of; up to the baseline they are on trial. */
export const FEWEST_POINTS = 5;

/** Why a point is more than the usual up and down. Of several rules, the one that says most is named. */
export type SpecialCause = 'outside' | 'two-of-three' | 'shift' | 'trend';

export interface XmrPoint {
  readonly value: number;
  readonly high: boolean;
  readonly cause: SpecialCause | null;
}

export interface Xmr {
  readonly points: readonly XmrPoint[];
  readonly mean: number;
  readonly meanMovingRange: number;
  /** Within what there can be. */
  readonly lower: number;
  readonly upper: number;
  /** Limits from fewer than the baseline's points will still move. */
  readonly trial: boolean;
}

/**
 * The chart of a series, oldest value first; `null` for fewer than five values. `floor` and `ceiling` are the lowest and
 * highest value there can be, as far as there are such: 0 for counts, 0 and 100 for shares.
 */
export function xmrOf(
  values: readonly number[],
  floor: number | null = 0,
  ceiling: number | null = null,
): Xmr | null {
  if (values.length < FEWEST_POINTS) return null;
  const baseline = values.slice(0, BASELINE_POINTS);
  const mean = average(baseline);
  const meanMovingRange = average(
    baseline.slice(1).map((value, at) => Math.abs(value - (baseline[at] ?? 0))),
  );
  const reach = LIMIT_FACTOR * meanMovingRange;
  const lower = Math.max(floor ?? Number.NEGATIVE_INFINITY, mean - reach);
  const upper = Math.min(ceiling ?? Number.POSITIVE_INFINITY, mean + reach);
  const shifted = inRuns(values.map((value) => Math.sign(value - mean)));
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? 0)));
  const trending = inTrends(steps, values.length);
  const near = values.map((value) => (Math.abs(value - mean) > NEAR * reach ? Math.sign(value - mean) : 0));
  const points = values.map((value, at) => ({
    value,
    high: value > mean,
    // A run says more than that one of its points lies far out.
    cause: firstOf({
      shift: shifted[at] ?? false,
      trend: trending[at] ?? false,
      outside: value > mean + reach || value < mean - reach,
      'two-of-three': twoOfThree(near, values, mean, at),
    }),
  }));
  return { points, mean, meanMovingRange, lower, upper, trial: values.length < BASELINE_POINTS };
}

function firstOf(holds: Readonly<Record<SpecialCause, boolean>>): SpecialCause | null {
  return (Object.keys(holds) as SpecialCause[]).find((cause) => holds[cause]) ?? null;
}

/** Marks the members of every run of seven or more equal signs; a value on the mean breaks a run. */
function inRuns(signs: readonly number[]): boolean[] {
  const marked = signs.map(() => false);
  let from = 0;
  for (let at = 1; at <= signs.length; at++) {
    if (at < signs.length && signs[at] === signs[from]) continue;
    if (at - from >= RUN && signs[from] !== 0) marked.fill(true, from, at);
    from = at;
  }
  return marked;
}

/** Seven points that each rise, or each fall, are six steps the same way. */
function inTrends(steps: readonly number[], points: number): boolean[] {
  const marked = new Array<boolean>(points).fill(false);
  let from = 0;
  for (let at = 1; at <= steps.length; at++) {
    if (at < steps.length && steps[at] === steps[from]) continue;
    if (at - from >= RUN - 1 && steps[from] !== 0) marked.fill(true, from, at + 1);
    from = at;
  }
  return marked;
}

/** A point near a limit, with another near the same one among three in a row that all lie on that side. */
function twoOfThree(near: readonly number[], values: readonly number[], mean: number, at: number): boolean {
  const side = near[at] ?? 0;
  if (side === 0) return false;
  return [at - 2, at - 1, at].some((from) => {
    if (from < 0 || from + 3 > values.length) return false;
    const three = values.slice(from, from + 3);
    const sameSide = three.every((value) => Math.sign(value - mean) === side);
    return sameSide && near.slice(from, from + 3).filter((sign) => sign === side).length >= 2;
  });
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
