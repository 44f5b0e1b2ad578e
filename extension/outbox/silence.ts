import type { Session } from './session.ts';

/** Without a valid ack for so long, the panel says so and shows the other ways. */
export const SILENT_AFTER_SECONDS = 2 * 3600;
/** In a session in which nothing was stored yet: so many ticks before an old manifest counts as silence. */
const TICKS_TO_BE_SURE = 3;

/**
 * Since when nothing has left this computer, or `null` while all is well. Counted from the last cell that the relay
 * stored; before the first one of a session from the last manifest, so that short sessions on a shared computer
 * notice a silence of days too.
 */
export function silentSince(
  session: Session,
  manifestTimeSeconds: number | null,
  nowSeconds: number,
): number | null {
  const { storedSeconds, startedSeconds, failures } = session;
  const earlier =
    storedSeconds === null && manifestTimeSeconds !== null && failures >= TICKS_TO_BE_SURE
      ? Math.min(manifestTimeSeconds, startedSeconds)
      : startedSeconds;
  const since = storedSeconds ?? earlier;
  return nowSeconds - since >= SILENT_AFTER_SECONDS ? since : null;
}
