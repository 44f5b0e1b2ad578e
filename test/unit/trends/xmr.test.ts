import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../extension/inbox/trends/reading.ts';
import { type Xmr, xmrOf } from '../../../extension/inbox/trends/xmr.ts';

function chartOf(values: readonly number[], floor: number | null = 0): Xmr {
  const chart = xmrOf(values, floor);
  if (chart === null) throw new RangeError('too few values');
  return chart;
}

function causes(values: readonly number[]): (string | null)[] {
  return chartOf(values).points.map(({ cause }) => cause);
}

/** Twelve unremarkable points around 10: mean 10, mean moving range 2, limits 4.68 and 15.32. */
const CALM = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11];

describe('limits', () => {
  it('are those of the worked example of the NIST/SEMATECH e-Handbook, 6.3.2.2', () => {
    // https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm: flow rate of ten batches. The handbook prints
    // mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041; it uses 3 / 1.128 = 2.6596 for our 2.66.
    const flowRate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    const chart = chartOf(flowRate, null);
    expect(chart.mean).toBeCloseTo(50.81, 6);
    expect(chart.meanMovingRange).toBeCloseTo(1.8778, 4);
    expect(Math.abs(chart.upper - 55.8041)).toBeLessThan(0.001);
    expect(Math.abs(chart.lower - 45.8159)).toBeLessThan(0.001);
    expect(chart.points.every(({ cause }) => cause === null)).toBe(true);
    expect(chart.trial).toBe(true);
  });

  it('stay where the first twelve points put them', () => {
    const before = chartOf(CALM);
    const after = chartOf([...CALM, 30, 40, 50]);
    expect([after.mean, after.lower, after.upper]).toEqual([before.mean, before.lower, before.upper]);
    expect(before.trial).toBe(false);
  });

  it('never fall below what there can be', () => {
    expect(chartOf([1, 4, 0, 3, 1, 5]).lower).toBe(0);
    expect(chartOf([1, 4, 0, 3, 1, 5], null).lower).toBeLessThan(0);
  });

  it('are not drawn from four points', () => {
    expect(xmrOf([1, 2, 3, 4])).toBeNull();
    expect(readingOf(null)).toEqual({ says: 'too-few', points: 0 });
  });
});

describe('rules', () => {
  it('name nothing in the usual up and down', () => {
    expect(causes(CALM)).toEqual(CALM.map(() => null));
    expect(readingOf(xmrOf(CALM))).toEqual({ says: 'usual', points: 12 });
  });

  it('outside: one point beyond a limit, and not one on it', () => {
    expect(causes([...CALM, 16]).at(-1)).toBe('outside');
    expect(causes([...CALM, 15]).at(-1)).toBeNull();
    expect(causes([...CALM, 4]).at(-1)).toBe('outside');
    expect(readingOf(xmrOf([...CALM, 4])).says).toBe('low-outside');
  });

  it('shift: seven points on one side of the mean, and not six', () => {
    // Starting at 9, so that the run does not begin with the last calm point.
    const six = [...CALM, 9, 11, 12, 11, 12, 11, 12];
    expect(causes(six).slice(-6)).toEqual(Array(6).fill(null));
    expect(causes([...six, 11]).slice(-7)).toEqual(Array(7).fill('shift'));
    expect(readingOf(xmrOf([...six, 11]))).toEqual({ says: 'high-shift', points: 7 });
  });

  it('a point on the mean breaks a shift', () => {
    expect(causes([...CALM, 9, 11, 12, 11, 10, 11, 12, 11, 12]).slice(-8)).toEqual(Array(8).fill(null));
  });

  it('trend: seven points that each fall, and not six', () => {
    const six = [...CALM, 12.4, 12, 11.5, 11, 9.5, 9];
    expect(causes(six).slice(-6)).toEqual(Array(6).fill(null));
    expect(causes([...six, 8.5]).slice(-7)).toEqual(Array(7).fill('trend'));
    expect(readingOf(xmrOf([...six, 8.5]))).toEqual({ says: 'low-trend', points: 7 });
  });

  it('two of three near one limit, all three on its side', () => {
    // Near begins at 10 + 2/3 × 5.32 = 13.55.
    expect(causes([...CALM, 14, 12, 14]).slice(-3)).toEqual(['two-of-three', null, 'two-of-three']);
    expect(causes([...CALM, 14, 9, 14]).slice(-3)).toEqual([null, null, null]);
    expect(causes([...CALM, 14, 12, 13]).slice(-3)).toEqual([null, null, null]);
    expect(causes([...CALM, 6, 8, 6]).slice(-3)).toEqual(['two-of-three', null, 'two-of-three']);
  });

  it('a change is news for four periods', () => {
    expect(readingOf(xmrOf([...CALM, 16, 9, 11, 9])).says).toBe('high-outside');
    expect(readingOf(xmrOf([...CALM, 16, 9, 11, 9, 11])).says).toBe('usual');
  });
});
