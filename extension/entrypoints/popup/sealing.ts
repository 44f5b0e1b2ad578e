import type { Bytes } from '../../../shared/bytes.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import { makeFiling } from './filing.ts';
import { makePulseAnswering } from './pulse-answering.ts';
import { startReceiptWork } from './receipt-work.ts';
import { makeReturning } from './returning.ts';

/*
 * What the panel needs from the first click on. Every panel loads it while the first screen is drawn, whatever anybody
 * does then.
 */

/** Filing and coming back, with one worker for both, and answering a pulse. */
export function makeSealing(
  filesNow: () => PublicFiles | null,
  rootKeyNow: () => Bytes | null,
  organisation: string,
  practising: () => boolean,
) {
  const work = startReceiptWork();
  return {
    filing: makeFiling(filesNow, organisation, work, practising),
    returning: makeReturning(filesNow, rootKeyNow, work, practising),
    pulses: makePulseAnswering(filesNow),
  };
}

export type Sealing = ReturnType<typeof makeSealing>;
