import { toBase64url } from '../../../shared/base64url.ts';
import { background } from '../../browser/background.ts';
import { randomBytes } from '../../browser/random.ts';
import { sealPulseAnswer } from '../../conversations/pulse-answer.ts';
import type { PublicFiles } from '../../outbox/public-files.ts';
import type { PanelCallbacks } from '../../ui/panel/contract.ts';
import { outcomeOf, refused, refusing } from './filing.ts';

/** Time for Undo, as the panel shows it. */
const UNDO_SECONDS = 5;

/** An answer is held and can be taken back like a concern, and waits for the same tick. Nothing of it is kept here. */
export function makePulseAnswering(
  filesNow: () => PublicFiles | null,
): NonNullable<PanelCallbacks['onPulse']> {
  return async (answer, desk) => {
    const id = toBase64url(randomBytes(12));
    const outcome = await refusing(async () => {
      const { keys = null, manifest = null } = filesNow() ?? {};
      if (keys === null || manifest === null) return refused('not-ready');
      const content = sealPulseAnswer(answer, desk, { keys, atSeconds: manifest.timeSeconds }, randomBytes);
      return outcomeOf(await background.hold(id, content, UNDO_SECONDS));
    });
    return outcome.ok ? { ok: true, undo: async () => outcomeOf(await background.withdraw(id)) } : outcome;
  };
}
