/** How a relay is run. Every copy over one drop has the same. */
export interface HopSettings {
  /** How long cells are collected before they may become a pack. */
  readonly windowSeconds: number;
  /** How long a hop key is in use; it opens cells for twice as long, and is then destroyed. */
  readonly hopKeySeconds: number;
  /** The mean time between two cells of one install. */
  readonly meanSendSeconds: number;
  /** Machines that a pack must come from. */
  readonly minimumCrowd: number;
  /** How long a pack waits for the mailroom. */
  readonly packDays: number;
  /** Cells that one copy takes in a second, from everybody together. */
  readonly siteBudgetPerSecond: number;
  /** How long a keyring is announced before it takes the place of another; none where it is not set. */
  readonly keyringNoticeSeconds?: number;
  /** Days after its week at which the mailroom destroys an intake key: the mailroom's `intakeKeepDays`. */
  readonly intakeKeepDays?: number;
}

const INTAKE_KEEP_DAYS = 28;
const DAY_SECONDS = 86_400;

/** When the mailroom destroys an intake key that was in use until then. */
export function intakeKeyEnd(supersededSeconds: number, settings: HopSettings): number {
  return supersededSeconds + (settings.intakeKeepDays ?? INTAKE_KEEP_DAYS) * DAY_SECONDS;
}

/**
 * From when on cells for an intake key are refused: two windows before its end, one to close and one to be fetched in,
 * so that whatever was answered "stored" can still be opened.
 */
export function intakeRefusedFrom(supersededSeconds: number, settings: HopSettings): number {
  return intakeKeyEnd(supersededSeconds, settings) - 2 * settings.windowSeconds;
}
