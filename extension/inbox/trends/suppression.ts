/*
 * What may be shown beyond the desk. Counts of 1 to 10 are never shown, nor anything from which one can be worked out
 * (the rule of the US Centers for Medicare & Medicaid Services for public tables). Zero may be shown.
 *
 * A partition is a row of counts that add up to a total that is shown, such as the kinds of a quarter's concerns. With
 * one count hidden, subtraction finds it; with two hidden that add up to 2, both are 1; and whoever knows that the
 * smallest count that would do is hidden beside it reads off both. So what is hidden must leave every small count free:
 *
 * - p small counts alone may be hidden if they add up to no less than p + 9 and no more than 10 p - 9: then each of them
 *   can be anything from 1 to 10, and the others make up for it.
 * - Otherwise larger counts are hidden too, chosen by their place and never by their size, until p small and k larger ones
 *   add up to at least 10 p + 11 k: then the larger ones make up for it.
 */

/** The smallest count that may be shown. An organisation may ask for more, never for less. */
export const SMALLEST_COUNT = 11;

/** A count as it may be shown: `null` is hidden. */
export type Shown = number | null;

/**
 * The counts of a partition as they may be shown beside their shown total; a hidden one (`null`) hides them all. What is
 * hidden beside the small counts is chosen by its place, the last first, and never by its size: "the smallest that would
 * do" tells everyone who knows the rule what the hidden ones are. So the order of counts must not come from their sizes,
 * and the row that is missed least stands last.
 */
export function suppressed(
  counts: readonly number[],
  total: Shown,
  smallest: number = SMALLEST_COUNT,
): readonly Shown[] {
  const least = Math.max(SMALLEST_COUNT, smallest);
  const small = counts.filter((count) => isSmall(count, least));
  const larger = counts.map((count, at) => ({ count, at })).filter(({ count }) => count >= least);
  // Ten concerns in ten rows would each be one: under a hidden total nothing is shown, not even which rows there are.
  if (total === null) return counts.map(() => null);
  if (small.length === 0) return [...counts];
  const most = least - 1;
  const sum = small.reduce((all, count) => all + count, 0);
  if (sum >= small.length + most - 1 && sum <= most * small.length - most + 1) {
    return counts.map((count) => (isSmall(count, least) ? null : count));
  }
  let room = sum - most * small.length;
  const hidden = new Set<number>();
  do {
    const next = larger.pop();
    // Everything is hidden and still adds up to too little: a zero would say which counts share the total.
    if (next === undefined) return counts.map(() => null);
    hidden.add(next.at);
    room += next.count - least;
  } while (room < 0);
  return counts.map((count, at) => (isSmall(count, least) || hidden.has(at) ? null : count));
}

/** A count that stands alone, in no sum that is shown. Its counterpart within `of` is protected as well. */
export function shownAlone(count: number, of: number, smallest: number = SMALLEST_COUNT): Shown {
  const least = Math.max(SMALLEST_COUNT, smallest);
  return isSmall(count, least) || isSmall(of - count, least) || isSmall(of, least) ? null : count;
}

/** A total as it may be shown. */
export function shownTotal(total: number, smallest: number = SMALLEST_COUNT): Shown {
  return isSmall(total, Math.max(SMALLEST_COUNT, smallest)) ? null : total;
}

function isSmall(count: number, least: number): boolean {
  return count > 0 && count < least;
}
