import type { Place } from '../../../shared/bulletin.ts';

/**
 * Places by their group: the outermost one around them, such as the directorate of a ward. Trends never go finer, since
 * a ward's few concerns over time say more about its people than one concern does.
 */
export interface PlaceGroups {
  /** The code of a place's group; a place that the bulletin does not know stands for itself. */
  groupOf(code: string): string;
  /** Every group, with the number of people who work there. */
  readonly groups: ReadonlyMap<string, { readonly label: string; readonly staff: number }>;
}

export function placeGroups(places: readonly Place[]): PlaceGroups {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const outermost = new Map<string, string>();
  const groups = new Map<string, { label: string; staff: number }>();
  for (const { code } of places) {
    let place = byCode.get(code);
    const seen = new Set<string>();
    while (place?.parent !== undefined && byCode.has(place.parent) && !seen.has(place.code)) {
      seen.add(place.code);
      place = byCode.get(place.parent);
    }
    const group = place ?? { code, label: code, staff: 0 };
    outermost.set(code, group.code);
    groups.set(group.code, { label: group.label, staff: group.staff });
  }
  return { groupOf: (code) => outermost.get(code) ?? code, groups };
}
