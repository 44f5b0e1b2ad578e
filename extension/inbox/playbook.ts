import type { OpenedConcern } from './opening.ts';

/**
 * Whether a concern calls for a card that says what to do first: `harm` where it speaks of self-harm or sounds like
 * somebody in distress, `danger` where it goes on now, nothing has stopped it, and whoever wrote is very worried. It is a reminder for the desk
 * and changes nothing else.
 */
export function playbookFor(opened: OpenedConcern): 'danger' | 'harm' | null {
  if (opened.state !== 'read') return null;
  const { category, kind, whenP, worry } = opened.concern;
  if (category === 'self_harm' || ('distressed' in opened && opened.distressed === true)) return 'harm';
  const stopped = kind === 'near_miss' || kind === 'good_care';
  return whenP === 'ongoing' && worry === 'very' && !stopped ? 'danger' : null;
}
