import type { RandomBytes } from '../../shared/bytes.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import type { HopKey } from '../drop/drop.ts';

/** When a hop key is in use from, and until when the relay has its secret. */
export interface HopTerm {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/**
 * The terms that must have a key at a moment: the one in use and the one after it. Terms lie on a grid that all copies
 * share, so that the drop can tell that two copies made a key for the same one. A key opens cells for a second term,
 * for those who saw the manifest before it changed, and is then destroyed.
 */
export function hopTerms(nowSeconds: number, hopKeySeconds: number): { current: HopTerm; next: HopTerm } {
  const fromSeconds = Math.floor(nowSeconds / hopKeySeconds) * hopKeySeconds;
  const term = (from: number) => ({ fromSeconds: from, untilSeconds: from + 2 * hopKeySeconds });
  return { current: term(fromSeconds), next: term(fromSeconds + hopKeySeconds) };
}

export function keyForTerm(keys: readonly HopKey[], term: HopTerm): HopKey | undefined {
  return keys.find((key) => key.fromSeconds === term.fromSeconds);
}

export function newHopKey(term: HopTerm, random: RandomBytes): HopKey {
  return { ...newBoxKeyPair(random), ...term };
}
