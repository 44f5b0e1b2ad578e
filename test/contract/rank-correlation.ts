/** Spearman's rank correlation, ties sharing their mean rank; 0 where one side says nothing at all. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranksOf(one), ranksOf(other)];
  const middle = (a.length + 1) / 2;
  let [shared, own, others] = [0, 0, 0];
  a.forEach((rank, at) => {
    const [x, y] = [rank - middle, (b[at] ?? 0) - middle];
    shared += x * y;
    own += x * x;
    others += y * y;
  });
  return own === 0 || others === 0 ? 0 : shared / Math.sqrt(own * others);
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}
