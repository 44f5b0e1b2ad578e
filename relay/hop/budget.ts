import type { Log } from '../log.ts';

/** So many seconds' worth may come at once. */
const BURST_SECONDS = 10;
const ALARM_SECONDS = 60;

/** What the relay takes from everybody together; there is no limit per address, since a hospital may share one. */
export interface Budget {
  /** Whether there is room for one more cell. */
  take(): boolean;
}

/**
 * A token bucket for the whole site. An empty one raises the alarm `budget.exceeded`, at most once a minute, with how
 * many cells were turned away since the last one.
 */
export function siteBudget(perSecond: number, clock: () => number, log: Log): Budget {
  const most = perSecond * BURST_SECONDS;
  let left = most;
  let filledAt = clock();
  let alarmedAt = Number.NEGATIVE_INFINITY;
  let turnedAway = 0;
  return {
    take() {
      const now = clock();
      // A clock that went back fills nothing, and starts to count from there.
      left = Math.min(most, left + Math.max(0, now - filledAt) * perSecond);
      filledAt = now;
      if (left >= 1) {
        left--;
        return true;
      }
      turnedAway++;
      if (Math.abs(now - alarmedAt) >= ALARM_SECONDS) {
        log('budget.exceeded', { turnedAway, perSecond });
        alarmedAt = now;
        turnedAway = 0;
      }
      return false;
    },
  };
}
