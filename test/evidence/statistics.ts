/*
 * The few tests of chance that the evidence is judged by.
 */

/**
 * Probability that two samples of one distribution differ as much as these (two-sample Kolmogorov–Smirnov, Stephens'
 * approximation, good from about four values on each side).
 */
export function sameDistribution(a: readonly number[], b: readonly number[]): number {
  const all = [...new Set([...a, ...b])].sort((x, y) => x - y);
  const share = (of: readonly number[], upTo: number) => of.filter((one) => one <= upTo).length / of.length;
  const distance = Math.max(...all.map((value) => Math.abs(share(a, value) - share(b, value))));
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * distance;
  // The series does not converge at 0, where the two are the same.
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, sum));
}

/** Area under the ROC curve of a score: how often one of `higher` scores above one of `lower`. 0.5 is a guess. */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  let won = 0;
  for (const high of higher) for (const low of lower) won += high > low ? 1 : high === low ? 0.5 : 0;
  return won / (higher.length * lower.length);
}

/** Probability of `count` events or more where `mean` are expected and each comes by itself. */
export function atLeast(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
}

/** Leave-one-out scores of the class 1 by the nearest neighbours: the share of them that is of class 1, tie by distance. */
export function neighbourScores(
  rows: readonly (readonly number[])[],
  classes: readonly (0 | 1)[],
): readonly number[] {
  const scaled = standardised(rows);
  return scaled.map((row, index) => {
    const nearest = (wanted: 0 | 1): number => {
      const distances = scaled
        .map((other, at) => (at !== index && classes[at] === wanted ? distanceOf(row, other) : Infinity))
        .sort((x, y) => x - y)
        .slice(0, 3)
        .filter(Number.isFinite);
      return distances.reduce((sum, one) => sum + one, 0) / distances.length;
    };
    return nearest(0) - nearest(1);
  });
}

function standardised(rows: readonly (readonly number[])[]): number[][] {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] ?? 0)) ?? [];
  const told = columns.map((values) => {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
    return { mean, spread: spread || 1 };
  });
  return rows.map((row) =>
    row.map((value, column) => (value - (told[column]?.mean ?? 0)) / (told[column]?.spread ?? 1)),
  );
}

function distanceOf(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0));
}
