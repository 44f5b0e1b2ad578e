import { answersPulse, type Pulse, type PulseAnswer } from '../../../shared/pulse.ts';
import { FEARS, REASONS, type Reason, SCALE_STEPS } from '../../../shared/pulse-scales.ts';
import { SMALLEST_COUNT } from '../trends/suppression.ts';

/*
 * What a pulse says. Answers, not people: on a shared machine one person can answer twice and several use one, so nothing
 * here carries an interval, and no share is given finer than whole per cent.
 */

export interface PulseResults {
  readonly answers: number;
  readonly items: readonly ItemResult[];
  /** Of those who answered "What would stop you?": how many in a hundred named each reason. */
  readonly reasons: readonly { readonly reason: Reason; readonly share: number }[];
  /** How many in a hundred named a fear; `null` where it was not asked, or by fewer than 11. */
  readonly fear: number | null;
}

export interface ItemResult {
  readonly answered: number;
  /** Mean on the item's own scale, turned round where agreeing says the opposite. */
  readonly mean: number;
  /** How many in a hundred chose each step, from 1, as they chose it. */
  readonly shares: readonly number[];
}

/**
 * The results of a pulse, or `null` with fewer than 11 answers. An item that fewer than 11 answered is `null` too.
 * Answers that do not fit the pulse are left out, and so are all that belong to another.
 */
export function pulseResults(
  pulse: Pulse,
  received: Iterable<PulseAnswer>,
): (Omit<PulseResults, 'items'> & { readonly items: readonly (ItemResult | null)[] }) | null {
  const answers = [...received].filter((answer) => answersPulse(answer, pulse));
  if (answers.length < SMALLEST_COUNT) return null;
  const items = pulse.items.map(({ scale, reversed }, at) => {
    const steps = SCALE_STEPS[scale];
    const given = answers.map((answer) => answer.answers[at] ?? 0).filter((step) => step > 0);
    if (given.length < SMALLEST_COUNT) return null;
    const turned = given.map((step) => (reversed === true ? steps + 1 - step : step));
    return {
      answered: given.length,
      mean: turned.reduce((sum, step) => sum + step, 0) / turned.length,
      shares: Array.from({ length: steps }, (_, step) =>
        percent(given.filter((chosen) => chosen === step + 1).length, given.length),
      ),
    };
  });
  const whys = answers.flatMap(({ reasons }) => (reasons === undefined ? [] : [reasons]));
  const enough = whys.length >= SMALLEST_COUNT;
  return {
    answers: answers.length,
    items,
    reasons: enough
      ? REASONS.map((reason) => ({
          reason,
          share: percent(whys.filter((named) => named.includes(reason)).length, whys.length),
        }))
      : [],
    fear: enough
      ? percent(whys.filter((named) => named.some((reason) => FEARS.includes(reason))).length, whys.length)
      : null,
  };
}

/**
 * The score of a whole instrument: the mean of its items' means, each turned round as it must be. `null` while one of
 * them has too few answers, or where items have different scales.
 */
export function pulseScore(pulse: Pulse, items: readonly (ItemResult | null)[]): number | null {
  const [scale] = new Set(pulse.items.map((item) => item.scale));
  if (pulse.items.some((item) => item.scale !== scale) || items.length === 0) return null;
  let sum = 0;
  for (const item of items) {
    if (item === null) return null;
    sum += item.mean;
  }
  return sum / items.length;
}

function percent(count: number, of: number): number {
  return Math.round((100 * count) / of);
}
