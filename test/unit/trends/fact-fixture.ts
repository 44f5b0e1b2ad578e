import { type Fact, type FactTable, NEVER, tableOf } from '../../../extension/inbox/trends/facts.ts';

/** A concern about which nobody said anything but its kind. */
export const BARE: Fact = {
  released: 0,
  kind: 'near_miss',
  category: null,
  factors: [],
  place: null,
  signal: false,
  suggestsFix: false,
  distressed: false,
  closed: false,
  fixed: false,
  acknowledged: NEVER,
  answered: NEVER,
};

export function tableFrom(facts: readonly Partial<Fact>[]): FactTable {
  return tableOf(facts.length, (at) => ({ ...BARE, ...facts[at] }));
}

/** The same concern so many times. */
export function times(count: number, fact: Partial<Fact>): Partial<Fact>[] {
  return Array.from({ length: count }, () => fact);
}
