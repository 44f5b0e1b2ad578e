/*
 * What a pulse is answered with: scales, reasons, bounds, and what a step of a scale says. Lists that a person picks from.
 */

export const MOST_ITEMS = 7;
/** As long as anybody may be asked one thing. */
export const MOST_WEEKS = 8;
/** Under so many answers nothing is told. */
export const FEWEST_ANSWERS = 11;
/** How many steps each scale has, from the least agreement (or the mildest) to the most. */
export const SCALE_STEPS = { agree5: 5, agree7: 7, burnout5: 5 } as const;
export type Scale = keyof typeof SCALE_STEPS;

/** "What would stop you?": the reasons of the LFPSE service's list, in its order, as far as they fit a desk without names. */
export const REASONS = [
  'time',
  'no-benefit',
  'employer',
  'another-organisation',
  'career',
  'colleagues',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];
/** Which of them are fear: LFPSE's 4 to 7. */
export const FEARS: readonly Reason[] = ['employer', 'another-organisation', 'career', 'colleagues'];

/** Whether it asks how somebody is, so that help must be named where it is asked. */
export function asksOfWellbeing(
  items: readonly { readonly scale: Scale; readonly wellbeing?: true | undefined }[],
): boolean {
  return items.some(({ wellbeing, scale }) => wellbeing === true || scale === 'burnout5');
}

/** Whether a step, from 1, is good to hear, bad, or neither. */
export function tone(
  { scale, reversed }: { readonly scale: Scale; readonly reversed?: true | undefined },
  step: number,
): 'between' | 'bad' | 'good' {
  if (scale === 'burnout5') return step <= 2 ? 'good' : 'bad';
  const middle = (SCALE_STEPS[scale] + 1) / 2;
  if (step === middle) return 'between';
  return step > middle === (reversed !== true) ? 'good' : 'bad';
}
