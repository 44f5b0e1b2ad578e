import type { Category, Kind } from '../../shared/taxonomy.ts';
import type { Lookout } from './lookout.ts';
import { masked, maskedBoxes } from './mask.ts';
import { isPractice, type QueueItem, unread } from './queue.ts';
import { folded, matcher } from './search.ts';
import { namesShown, type Status } from './triage.ts';

/** `new` is whatever a person has not acknowledged yet: a concern, or words that were added to one since. */
export const FOLDERS = ['new', 'acknowledged', 'in-review', 'closed', 'all'] as const;
/** Concerns by what has been done about them. */
export type Folder = (typeof FOLDERS)[number];

/** What the member wants to see. `null` is "any". */
export interface Filters {
  readonly folder: Folder;
  readonly kind: Kind | null;
  readonly category: Category | null;
  /** Monday of a week. */
  readonly week: string | null;
  readonly overdue: boolean;
  readonly query: string;
}

export const NO_FILTERS: Filters = {
  folder: 'new',
  kind: null,
  category: null,
  week: null,
  overdue: false,
  query: '',
};

export interface Count<T> {
  readonly value: T;
  readonly count: number;
}

/** How many there are of each, before the filter in question is applied. */
export interface Counts {
  readonly folders: Readonly<Record<Folder, number>>;
  readonly overdue: number;
  readonly kinds: readonly Count<Kind>[];
  readonly categories: readonly Count<Category>[];
  readonly weeks: readonly Count<string>[];
}

/**
 * A search must not find who is covered. Looking over a text takes about a millisecond, so it is done where few are
 * found: whoever looks for a name finds few, and what is in more texts than this is no name.
 */
const MOST_LOOKED_OVER = 100;

/** The items that pass, in the order they came. With a lookout, those that are still looked over are left out. */
export function filtered(
  items: readonly QueueItem[],
  filters: Filters,
  lookout: Lookout | null = null,
): QueueItem[] {
  const passing = items.filter(passes(filters));
  if (filters.query.trim() === '' || passing.length > MOST_LOOKED_OVER) return passing;
  const found = matcher(filters.query);
  return passing.filter((item) => holdsUncovered(item, found, lookout));
}

/** Signals have no folders and no clock: only kind, category and week narrow their tally. */
export function filteredSignals(signals: readonly QueueItem[], filters: Filters): QueueItem[] {
  return signals.filter(passes({ ...NO_FILTERS, ...pick(filters), folder: 'all' }));
}

export function isOverdue({ due }: QueueItem): boolean {
  return due !== null && due.daysLeft < 0;
}

/** In one walk, since it is done at every drawing of a long queue. */
export function countsOf(concerns: readonly QueueItem[], { folder }: Pick<Filters, 'folder'>): Counts {
  const folders = { new: 0, acknowledged: 0, 'in-review': 0, closed: 0, all: 0 };
  const kinds = new Map<Kind, number>();
  const categories = new Map<Category, number>();
  const weeks = new Map<string, number>();
  let overdue = 0;
  for (const item of concerns) {
    if (isPractice(item)) continue;
    const lies = folderOf(item);
    folders.all++;
    folders[lies]++;
    if (isOverdue(item)) overdue++;
    if (folder !== 'all' && folder !== lies) continue;
    count(kinds, kindOf(item));
    count(categories, categoryOf(item));
    count(weeks, item.week);
  }
  return {
    folders,
    overdue,
    kinds: tallied(kinds),
    categories: tallied(categories),
    weeks: tallied(weeks).sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

function passes({ folder, kind, category, week, overdue, query }: Filters): (item: QueueItem) => boolean {
  const found = query.trim() === '' ? null : matcher(query);
  return (item) =>
    (folder === 'all' || folderOf(item) === folder) &&
    (kind === null || kindOf(item) === kind) &&
    (category === null || categoryOf(item) === category) &&
    (week === null || item.week === week) &&
    (!overdue || isOverdue(item)) &&
    (found === null || holds(item, found));
}

/** Where a concern lies. */
export function folderOf(item: QueueItem): Status {
  return unread(item).length > 0 ? 'new' : item.triage.status;
}

function holds({ opened, followUps, triage }: QueueItem, found: (searchable: string) => boolean): boolean {
  const words = opened.state === 'unreadable' ? '' : opened.searchable;
  if (followUps.length === 0 && triage.tags.length === 0) return found(words);
  const tags = triage.tags.map(folded);
  return found([words, ...followUps.map(({ searchable }) => searchable), ...tags].join('\n'));
}

/** The same, in the words as they are shown while names are covered. */
function holdsUncovered(
  item: QueueItem,
  found: (searchable: string) => boolean,
  lookout: Lookout | null,
): boolean {
  const { opened, followUps, triage } = item;
  if (namesShown(triage)) return true;
  if (lookout !== null) {
    const covered = lookout.searchable(item);
    return covered !== null && found([covered, ...triage.tags.map(folded)].join('\n'));
  }
  const words = [...maskedBoxes(opened).values()].map(({ text }) => text);
  if (opened.state === 'follow-up') words.push(masked(opened.text).text);
  for (const { text } of followUps) words.push(masked(text).text);
  return found([...words, ...triage.tags].map(folded).join('\n'));
}

function pick({ kind, category, week }: Filters): Pick<Filters, 'kind' | 'category' | 'week'> {
  return { kind, category, week };
}

function kindOf({ opened }: QueueItem): Kind | null {
  return opened.state === 'read' ? opened.concern.kind : null;
}

function categoryOf({ opened }: QueueItem): Category | null {
  return opened.state === 'read' ? (opened.concern.category ?? null) : null;
}

function count<T>(counts: Map<T, number>, value: T | null): void {
  if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function tallied<T extends string>(counts: ReadonlyMap<T, number>): Count<T>[] {
  return [...counts]
    .map(([value, of]) => ({ value, count: of }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
