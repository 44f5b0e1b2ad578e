import type { Category, Kind } from '../../shared/taxonomy.ts';
import { isPractice, type QueueItem, unread } from './queue.ts';
import { matcher } from './search.ts';
import type { Status } from './triage.ts';

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

/** The items that pass, in the order they came. */
export function filtered(items: readonly QueueItem[], filters: Filters): QueueItem[] {
  return items.filter(passes(filters));
}

/** Signals have no folders and no clock: only kind, category and week narrow their tally. */
export function filteredSignals(signals: readonly QueueItem[], filters: Filters): QueueItem[] {
  return signals.filter(passes({ ...NO_FILTERS, ...pick(filters), folder: 'all' }));
}

export function isOverdue({ due }: QueueItem): boolean {
  return due !== null && due.daysLeft < 0;
}

export function countsOf(concerns: readonly QueueItem[], filters: Filters): Counts {
  const items = concerns.filter((item) => !isPractice(item));
  const inFolder = items.filter(passes({ ...NO_FILTERS, folder: filters.folder }));
  const folders = { new: 0, acknowledged: 0, 'in-review': 0, closed: 0, all: items.length };
  for (const item of items) folders[folderOf(item)]++;
  return {
    folders,
    overdue: items.filter(isOverdue).length,
    kinds: tallied(inFolder, (item) => kindOf(item)),
    categories: tallied(inFolder, (item) => categoryOf(item)),
    weeks: tallied(inFolder, ({ week }) => week).sort((a, b) => (a.value < b.value ? 1 : -1)),
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

function holds({ opened, followUps }: QueueItem, found: (searchable: string) => boolean): boolean {
  const words = opened.state === 'unreadable' ? [] : [opened.searchable];
  return found([...words, ...followUps.map(({ searchable }) => searchable)].join('\n'));
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

function tallied<T extends string>(
  items: readonly QueueItem[],
  of: (item: QueueItem) => T | null,
): Count<T>[] {
  const counts = new Map<T, number>();
  for (const item of items) {
    const value = of(item);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
