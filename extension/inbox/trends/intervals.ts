/*
 * 95 % intervals, each by a method that stands in textbooks and holds for small numbers too. The tests have published worked
 * examples of each.
 */

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;
const TAIL = 0.025;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share: Wilson's score interval (Wilson 1927; Newcombe 1998, method 3). Throws for shares that cannot be. */
export function wilson(count: number, of: number): Interval {
  if (of <= 0 || count < 0 || count > of) throw new RangeError('not a share');
  const share = count / of;
  const middle = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return {
    low: count === 0 ? 0 : (middle - half) / scale,
    high: count === of ? 1 : (middle + half) / scale,
  };
}

/** The difference of two independent shares, second minus first: Newcombe 1998, method 10, from Wilson's intervals. */
export function shareDifference(
  first: { readonly count: number; readonly of: number },
  second: { readonly count: number; readonly of: number },
): Interval {
  const [a, b] = [wilson(first.count, first.of), wilson(second.count, second.of)];
  const [p, q] = [first.count / first.of, second.count / second.of];
  return {
    low: q - p - Math.hypot(q - b.low, a.high - p),
    high: q - p + Math.hypot(b.high - q, p - a.low),
  };
}

/** A count of events that come by chance: the exact interval for a Poisson mean (Garwood 1936). */
export function poisson(count: number): Interval {
  if (count < 0 || !Number.isInteger(count)) throw new RangeError('not a count');
  const most = count + 10 * Math.sqrt(count + 1) + 10;
  return {
    // The mean under which so many or more are as rare as the tail; and so many or fewer.
    low: count === 0 ? 0 : root((mean) => 1 - poissonUpTo(count - 1, mean) - TAIL, 0, most),
    high: root((mean) => TAIL - poissonUpTo(count, mean), 0, most),
  };
}

/**
 * How many times as often the second as the first: the ratio of two Poisson rates, exact given their sum (Przyborowski and
 * Wilenski 1940), which makes it a binomial share in Clopper and Pearson's interval. `null` where there is no first event.
 */
export function rateRatio(
  first: { readonly count: number; readonly time: number },
  second: { readonly count: number; readonly time: number },
): (Interval & { readonly ratio: number }) | null {
  if (first.count === 0 || first.time <= 0 || second.time <= 0) return null;
  const all = first.count + second.count;
  const share = clopperPearson(second.count, all);
  const asRatio = (part: number): number => ((part / (1 - part)) * first.time) / second.time;
  return {
    ratio: ((second.count / first.count) * first.time) / second.time,
    low: asRatio(share.low),
    high: asRatio(share.high),
  };
}

/** Exact interval of a binomial share (Clopper and Pearson 1934). */
export function clopperPearson(count: number, of: number): Interval {
  return {
    low: count === 0 ? 0 : root((p) => 1 - binomialUpTo(count - 1, of, p) - TAIL, 0, 1),
    high: count === of ? 1 : root((p) => TAIL - binomialUpTo(count, of, p), 0, 1),
  };
}

/** Where a rising function is zero. */
function root(rising: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function poissonUpTo(count: number, mean: number): number {
  if (mean === 0) return 1;
  let sum = 0;
  for (let n = 0; n <= count; n++) sum += Math.exp(n * Math.log(mean) - mean - logFactorial(n));
  return Math.min(1, sum);
}

function binomialUpTo(count: number, of: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return count >= of ? 1 : 0;
  let sum = 0;
  for (let n = 0; n <= count; n++) {
    const ways = logFactorial(of) - logFactorial(n) - logFactorial(of - n);
    sum += Math.exp(ways + n * Math.log(p) + (of - n) * Math.log1p(-p));
  }
  return Math.min(1, sum);
}

const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let next = LOG_FACTORIALS.length; next <= n; next++) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  }
  return LOG_FACTORIALS[n] ?? 0;
}
