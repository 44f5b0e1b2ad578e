import { CATEGORIES, type Category } from '../../../shared/taxonomy.ts';
import type { FactTable } from './facts.ts';
import type { PlaceGroups } from './place-groups.ts';

/** The same category in the same group of places, so often within so many days, is a topic for the team. */
export const STUCK_TIMES = 3;
export const STUCK_DAYS = 90;

export interface StuckTopic {
  readonly category: Category;
  readonly group: string;
  readonly times: number;
}

/** Topics that keep coming back in the 90 days up to `today`, most frequent first. */
export function stuckTopics(table: FactTable, groups: PlaceGroups, today: number): StuckTopic[] {
  const times = new Map<string, StuckTopic>();
  for (let at = 0; at < table.count; at++) {
    const day = table.released[at] ?? 0;
    const category = CATEGORIES[(table.category[at] ?? 0) - 1];
    const place = table.places[(table.place[at] ?? 0) - 1];
    const recent = day <= today && day > today - STUCK_DAYS;
    if (!recent || category === undefined || place === undefined || isPraise(table, at)) continue;
    const group = groups.groupOf(place);
    const key = `${category} ${group}`;
    const known = times.get(key);
    times.set(key, { category, group, times: (known?.times ?? 0) + 1 });
  }
  return [...times.values()]
    .filter((topic) => topic.times >= STUCK_TIMES)
    .sort((a, b) => b.times - a.times || (a.category + a.group < b.category + b.group ? -1 : 1));
}

/** What went well three times is not stuck. `good_care` is the last of KINDS, and a test says so. */
export const PRAISE = 5;

function isPraise(table: FactTable, at: number): boolean {
  return table.kind[at] === PRAISE;
}
