/*
 * How long what somebody began may wait in memory for a panel that opens, in milliseconds. Whoever opens a panel later
 * finds the first screen; and the background forgets it even where nobody opens one.
 */

/** A draft on a personal profile. */
export const DRAFT_WAITS_MS = 15 * 60_000;
/** A concern on its way from the popup to the side panel. */
export const MOVING_WAITS_MS = 10_000;
/** A concern that the context menu has sealed: as long as a confirmation stays by itself. */
export const FLAGGED_WAITS_MS = 8_000;

/** Whether a draft kept at `at` (milliseconds since 1970) has waited too long; `true` for what is no draft at all. */
export function isDraftOver(draft: unknown, nowMs: number): boolean {
  if (typeof draft !== 'object' || draft === null || !('at' in draft) || typeof draft.at !== 'number') {
    return true;
  }
  const waits = 'moving' in draft && draft.moving === true ? MOVING_WAITS_MS : DRAFT_WAITS_MS;
  return nowMs - draft.at > waits;
}

/** The same for what the context menu has sealed, with `atSeconds` since 1970. */
export function isFlaggedOver(flagged: unknown, nowMs: number): boolean {
  if (typeof flagged !== 'object' || flagged === null || !('atSeconds' in flagged)) return true;
  return nowMs - Number(flagged.atSeconds) * 1000 > FLAGGED_WAITS_MS;
}
