import { SMALLEST_PLACE } from '../../../shared/bulletin.ts';
import type { FactTable } from './facts.ts';
import type { PlaceGroups } from './place-groups.ts';

/** A group with no concern for so long is looked at. */
export const SILENCE_DAYS = 90;

/**
 * How a group of places sounds. `quiet`: people answer the pulse there, and nobody raises anything; that is not the same
 * as good. `no-word`: neither; nothing can be said. `too-small`: a group whose silence would point at its few people.
 */
export interface GroupVoice {
  readonly group: string;
  readonly label: string;
  readonly voice: 'speaking' | 'quiet' | 'no-word' | 'too-small';
}

/**
 * The silence map: every group of the bulletin, quiet ones first. `pulseAnswers` counts answers of the last 90 days by
 * group; one that is missing there, or under 11, says nothing.
 */
export function silenceMap(
  table: FactTable,
  groups: PlaceGroups,
  pulseAnswers: ReadonlyMap<string, number>,
  today: number,
): GroupVoice[] {
  const speaking = new Set<string>();
  for (let at = 0; at < table.count; at++) {
    const place = table.places[(table.place[at] ?? 0) - 1];
    const day = table.released[at] ?? 0;
    if (place !== undefined && day <= today && day > today - SILENCE_DAYS)
      speaking.add(groups.groupOf(place));
  }
  return [...groups.groups]
    .map(([group, { label, staff }]) => ({
      group,
      label,
      voice: voiceOf(staff, speaking.has(group), pulseAnswers.get(group) ?? 0),
    }))
    .sort((a, b) => ORDER.indexOf(a.voice) - ORDER.indexOf(b.voice) || (a.label < b.label ? -1 : 1));
}

const ORDER: readonly GroupVoice['voice'][] = ['quiet', 'no-word', 'speaking', 'too-small'];

function voiceOf(staff: number, speaks: boolean, answers: number): GroupVoice['voice'] {
  if (staff < SMALLEST_PLACE) return 'too-small';
  if (speaks) return 'speaking';
  return answers >= SMALLEST_PLACE ? 'quiet' : 'no-word';
}
