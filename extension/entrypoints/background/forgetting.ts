import { forgetOnce } from '../../browser/session-memory.ts';
import { isDraftOver, isFlaggedOver } from '../../compose/waiting.ts';

/** Takes away what has waited too long for a panel, in case that nobody opens one. At each alarm, so within a minute. */
export async function forgetWhatIsOver(nowMs: number): Promise<void> {
  await forgetOnce('draft', (draft) => isDraftOver(draft, nowMs));
  await forgetOnce('flagged', (flagged) => isFlaggedOver(flagged, nowMs));
}
