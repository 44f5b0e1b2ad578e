import type { QueueItem } from './queue.ts';

/*
 * Groups texts that are nearly the same, so that a flood of them can be put away at once. Each text becomes a few small
 * numbers that two alike texts are likely to share (MinHash; Broder 1997), so that ten thousand are compared in a moment.
 */

/** Fewer than this many are no flood: they are read one by one. */
export const LEAST_ALIKE = 3;
/** The share of three-word runs that two alike texts have in common, at least. */
const LEAST_SHARED = 0.6;
const WORDS_IN_A_RUN = 3;
const BANDS = 6;
const ROWS_IN_A_BAND = 2;

/** Messages whose words are nearly the same; the first stands for the others. */
export interface Alike {
  readonly items: readonly QueueItem[];
}

/** Groups of at least three, the largest first. Whatever has no words is in none. */
export function alikeAmong(items: readonly QueueItem[]): Alike[] {
  const groups: { readonly runs: ReadonlySet<number>; readonly items: QueueItem[] }[] = [];
  const buckets = new Map<string, number[]>();
  for (const item of items) {
    if (item.opened.state !== 'read' || item.opened.signal) continue;
    const runs = runsOf(item.opened.searchable);
    const keys = bandsOf(runs);
    const near = keys.flatMap((key) => buckets.get(key) ?? []);
    const known = near.find((at) => shared(runs, groups[at]?.runs ?? new Set()) >= LEAST_SHARED);
    if (known !== undefined) {
      groups[known]?.items.push(item);
      continue;
    }
    const at = groups.push({ runs, items: [item] }) - 1;
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [at]);
      else bucket.push(at);
    }
  }
  return groups
    .filter((group) => group.items.length >= LEAST_ALIKE)
    .map((group) => ({ items: group.items }))
    .sort((a, b) => b.items.length - a.items.length);
}

/** Hashes of every three words in a row; of all of them together where there are fewer. */
function runsOf(text: string): Set<number> {
  // Floods are told apart by a number in them.
  const words = text
    .replace(/\p{Nd}+/gu, '0')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const runs = new Set<number>();
  const last = Math.max(1, words.length - WORDS_IN_A_RUN + 1);
  for (let at = 0; at < last; at++) runs.add(hashOf(words.slice(at, at + WORDS_IN_A_RUN).join(' ')));
  return runs;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function bandsOf(runs: ReadonlySet<number>): string[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS_IN_A_BAND }, (_, row) =>
      lowest(runs, 2 * (band * ROWS_IN_A_BAND + row) + 1),
    );
    return `${band} ${rows.join(' ')}`;
  });
}

/** The lowest of the runs as another order of numbers sees them; `odd` names the order. */
function lowest(runs: ReadonlySet<number>, odd: number): number {
  let low = 0xffffffff;
  for (const run of runs) {
    let mixed = Math.imul(run ^ (odd * 0x9e3779b1), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    low = Math.min(low, (mixed ^ (mixed >>> 16)) >>> 0);
  }
  return low;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const run of a) if (b.has(run)) both++;
  return both / (a.size + b.size - both);
}
