import { toBase64url } from '../../../shared/base64url.ts';
import type { RandomBytes } from '../../../shared/bytes.ts';
import { CandorError } from '../../../shared/errors.ts';
import type { Pulse, PulseItem } from '../../../shared/pulse.ts';
import { asksOfWellbeing, MOST_WEEKS } from '../../../shared/pulse-scales.ts';
import { addDays } from '../../../shared/weeks.ts';

/** A pulse as a member has written it, before it has an id and goes to a colleague. */
export interface PulseDraft {
  readonly title: string;
  readonly source?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly items: readonly PulseItem[];
  readonly reasons: boolean;
  /** Monday of the first week in which it is asked. */
  readonly from: string;
  readonly weeks: number;
}

const ID_BYTES = 9;

/**
 * The pulse that two members sign. Throws `bad-request` for more weeks than anybody may be asked, or for an item about
 * wellbeing where nobody stands ready to help.
 */
export function pulseFrom(
  draft: PulseDraft,
  desk: number,
  support: readonly unknown[],
  random: RandomBytes,
): Pulse {
  const { title, source, language, reasons, from, weeks } = draft;
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS) throw new CandorError('bad-request');
  if (asksOfWellbeing(draft.items) && support.length === 0) {
    throw new CandorError('bad-request', 'nobody is asked how they are where no help is named');
  }
  return {
    v: 1,
    id: toBase64url(random(ID_BYTES)),
    desk,
    from,
    until: addDays(from, 7 * weeks - 1),
    language,
    title: title.trim(),
    ...(source !== undefined && { source }),
    items: draft.items.map(({ text, scale, reversed, wellbeing }) => ({
      text: text.trim(),
      scale,
      ...(reversed === true && { reversed }),
      ...((wellbeing === true || scale === 'burnout5') && { wellbeing: true as const }),
    })),
    ...(reasons && { reasons: true as const }),
  };
}
