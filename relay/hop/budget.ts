import type { Log } from '../log.ts';
import { alarm } from './alarm.ts';

/** So many seconds' worth may come at once. */
const BURST_SECONDS = 10;

/** What the relay takes from everybody together; there is no limit per address, since a hospital may share one. */
export interface Budget {
  /** Whether there is room for one more cell. */
  take(): boolean;
}

/** A token bucket for the whole site. Turning a cell away raises the alarm `budget.exceeded`. */
export function siteBudget(perSecond: number, clock: () => number, log: Log): Budget {
  const most = perSecond * BURST_SECONDS;
  const exceeded = alarm('budget.exceeded', clock, log);
  let left = most;
  let filledAt = clock();
  return {
    take() {
      const now = clock();
      // A clock that went back fills nothing, and starts to count from there.
      left = Math.min(most, left + Math.max(0, now - filledAt) * perSecond);
      filledAt = now;
      if (left < 1) {
        exceeded();
        return false;
      }
      left--;
      return true;
    },
  };
}
