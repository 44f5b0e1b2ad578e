import type { Log } from '../log.ts';

const QUIET_SECONDS = 60;

/**
 * Logs an event when it happens, but at most once a minute and then with how many times it has, so that nobody outside
 * can fill a disk with log lines.
 */
export function alarm(event: string, clock: () => number, log: Log): () => void {
  let raisedAt = Number.NEGATIVE_INFINITY;
  let times = 0;
  return () => {
    times++;
    const now = clock();
    // Also when the clock went back.
    if (Math.abs(now - raisedAt) < QUIET_SECONDS) return;
    log(event, { times });
    raisedAt = now;
    times = 0;
  };
}
