import { type Release, shownCount } from '../trends/release.ts';
import type { Shown } from '../trends/suppression.ts';
import { csvOf } from './csv.ts';

/*
 * Quarterly counts for a Freedom to Speak Up guardian. A concern may count in several categories. Each count is a sum of
 * counts that the quarter's release shows anyway; where one of them is hidden, so is the sum, and nothing new can be worked
 * out from this file.
 */

export interface FtsuCount {
  readonly category: string;
  readonly count: Shown;
  readonly note: string;
}

export function ftsuCounts(release: Release): FtsuCount[] {
  const kind = (name: string): Shown => shownCount(release, 'kind', name);
  const category = (name: string): Shown => shownCount(release, 'category', name);
  return [
    {
      category: 'Patient safety or quality',
      count: summed([kind('near_miss'), kind('incident'), kind('hazard')]),
      note: 'near misses, incidents and unsafe conditions',
    },
    { category: 'Worker safety or wellbeing', count: kind('staff'), note: '' },
    {
      category: 'Bullying or harassment, and other inappropriate attitudes or behaviours',
      count: category('behaviour'),
      note: 'one category here: the two are not told apart',
    },
    {
      category: 'Detriment for speaking up',
      count: category('speaking_up'),
      note: 'includes pressure not to speak up',
    },
    { category: 'Anonymous', count: release.total, note: 'all: no name is ever asked for' },
  ];
}

export function ftsuCsv(release: Release): string {
  return csvOf(
    ['quarter', 'category', 'count', 'note'],
    ftsuCounts(release).map(({ category, count, note }) => [
      release.quarter,
      category,
      count ?? 'hidden',
      note,
    ]),
  );
}

function summed(counts: readonly Shown[]): Shown {
  return counts.reduce<Shown>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}
