import type { OpenedConcern } from './opening.ts';

/**
 * Whether a concern calls for a card that says what to do first: `harm` where it speaks of self-harm or sounds like
 * somebody in distress, `danger` where it goes on now and whoever wrote is very worried. It is a reminder for the desk
 * and changes nothing else.
 */
export function playbookFor(opened: OpenedConcern): 'danger' | 'harm' | null {
  if (opened.state !== 'read') return null;
  const { category, whenP, worry } = opened.concern;
  if (category === 'self_harm' || ('distressed' in opened && opened.distressed === true)) return 'harm';
  return whenP === 'ongoing' && worry === 'very' ? 'danger' : null;
}
