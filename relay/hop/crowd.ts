import { kidNumber } from '../../shared/kid.ts';
import type { IntakeKey, Judge } from '../drop/drop.ts';
import { type HopSettings, intakeKeyEnd } from './settings.ts';

/** An install's outbox: the most cells it can still hold for a key that was superseded. */
const OUTBOX_PLACES = 4;
const DAY_SECONDS = 86_400;

/**
 * Decides which cells may become a pack: those of at least `minimumCrowd` machines. Machines are counted, not cells:
 *
 * - While a key is in use, a machine sends one cell in `meanSendSeconds`, so the busiest window of those that a batch
 *   holds says how many there were. Windows are not added up: a quiet night's hundred machines stay a hundred, however
 *   long their cells wait.
 * - After a key was superseded, a machine has at most its outbox of cells left for it, whenever it sends them.
 *
 * A day before a key ends its cells leave whatever their crowd: later nobody could open them.
 */
export function crowdJudge(settings: HopSettings, intakeKeys: readonly IntakeKey[]): Judge {
  const keys = new Map(intakeKeys.map((key) => [kidNumber(key.kid), key]));
  return (waiting, { closedSeconds, lastedSeconds }) => {
    const key = keys.get(kidNumber(waiting.intakeKid));
    const superseded = key !== undefined && closedSeconds - lastedSeconds >= key.supersededSeconds;
    const stragglers = waiting.stragglers + (superseded ? waiting.fresh : 0);
    const inWindow = superseded ? 0 : (waiting.fresh * settings.meanSendSeconds) / lastedSeconds;
    const crowd = Math.max(waiting.crowd, Math.floor(inWindow), Math.floor(stragglers / OUTBOX_PLACES));
    const lastCall =
      key !== undefined &&
      closedSeconds + settings.windowSeconds > intakeKeyEnd(key.supersededSeconds, settings) - DAY_SECONDS;
    return {
      crowd,
      stragglers,
      release: crowd >= settings.minimumCrowd || lastCall,
      announce: !superseded,
    };
  };
}
