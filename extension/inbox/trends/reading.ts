import type { SpecialCause, Xmr } from './xmr.ts';

/**
 * What a chart says, as one of a few sentences: about its latest points, since what happened a year ago is history. The
 * screen has the words.
 */
export interface Reading {
  readonly says: 'too-few' | 'usual' | `${'high' | 'low'}-${SpecialCause}`;
  /** Periods that the sentence is about. */
  readonly points: number;
}

/** A change is news for so many periods; after that the chart shows it and the title is quiet. */
const RECENT = 4;

export function readingOf(chart: Xmr | null): Reading {
  if (chart === null) return { says: 'too-few', points: 0 };
  const { points } = chart;
  const from = Math.max(0, points.length - RECENT);
  const latest = points.findLastIndex(({ cause }, at) => at >= from && cause !== null);
  const point = points[latest];
  if (point === undefined || point.cause === null) return { says: 'usual', points: points.length };
  const side = sideOf(chart, latest);
  let first = latest;
  while (first > 0 && points[first - 1]?.cause === point.cause && sideOf(chart, first - 1) === side) first--;
  return { says: `${side}-${point.cause}`, points: latest - first + 1 };
}

/** A trend is named by where it goes, everything else by the side of the mean it lies on. */
function sideOf({ points }: Xmr, at: number): 'high' | 'low' {
  const point = points[at];
  if (point?.cause !== 'trend') return point?.high ? 'high' : 'low';
  const before = points[at - 1];
  const after = points[at + 1];
  const rises = before?.cause === 'trend' ? point.value > before.value : (after?.value ?? 0) > point.value;
  return rises ? 'high' : 'low';
}
