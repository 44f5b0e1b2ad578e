import { type RandomBytes, readU32 } from '../../shared/bytes.ts';

/** How often an install sends, in seconds. */
export interface Pace {
  /** The shortest time between two cells. */
  readonly floorSeconds: number;
  /** The mean time between two cells, the floor included. */
  readonly meanSeconds: number;
  /** How often the places that may still change are rewritten. */
  readonly rewriteSeconds: number;
}

const FLOOR_SECONDS = 30;
const REWRITE_SECONDS = 30;
/** Mean of the first cells after the browser started: what waits from yesterday leaves soon. */
const START_MEAN_SECONDS = 60;

export function paceOf(sendMinutes: number): Pace {
  return { floorSeconds: FLOOR_SECONDS, meanSeconds: sendMinutes * 60, rewriteSeconds: REWRITE_SECONDS };
}

/** Far longer than a tick takes to get its cell ready, on a slow computer too. */
const SETTLE_SECONDS = 1;

/** How long after a tick began its cell leaves, whatever had to be done first; less where the pace itself is quicker. */
export function settleSeconds({ floorSeconds }: Pace): number {
  return Math.min(SETTLE_SECONDS, floorSeconds / 3);
}

/** The pace of the first cells after the browser started: floor + exponential(30 s), or quicker where the pace is. */
export function startingPace(pace: Pace): Pace {
  return { ...pace, meanSeconds: Math.min(pace.meanSeconds, START_MEAN_SECONDS) };
}

/**
 * Seconds until the next tick: the floor and an exponentially distributed time. Memoryless, so that neither a sleeping
 * computer nor the last tick says anything about the next one.
 */
export function secondsToNextTick(pace: Pace, random: RandomBytes): number {
  const bytes = random(8);
  // 53 bits, in (0, 1]: the logarithm of 0 would be a tick that never comes.
  const uniform = ((readU32(bytes, 0) >>> 11) * 2 ** 32 + readU32(bytes, 4) + 1) / 2 ** 53;
  return pace.floorSeconds + -Math.log(uniform) * Math.max(0, pace.meanSeconds - pace.floorSeconds);
}
