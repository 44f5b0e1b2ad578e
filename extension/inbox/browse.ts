import { type Filters, filtered, NO_FILTERS } from './filters.ts';
import type { Lookout } from './lookout.ts';
import type { QueueItem } from './queue.ts';

/** What everybody is told, the first month, what is asked, who is on the desk, what is kept and deleted, and practice. */
export const DESK_PAGES = ['stories', 'launch', 'pulse', 'cases', 'members', 'records', 'practice'] as const;
export type DeskPageName = (typeof DESK_PAGES)[number];

/** Where a member is looking: kept in memory only, and gone with the lock. */
export interface Browse {
  /** `null` until the member has a desk. */
  readonly desk: number | null;
  /** The queue of concerns, the tally of signals, or what many concerns say together. */
  readonly shelf: 'concerns' | 'signals' | 'trends' | DeskPageName;
  readonly filters: Filters;
  readonly selected: string | null;
}

export type BrowseChange =
  | { readonly to: 'desk'; readonly desk: number }
  | { readonly to: 'signals' | 'trends' | DeskPageName }
  /** A concern from one of the pages, wherever it stands. */
  | { readonly to: 'read'; readonly id: string }
  | { readonly to: 'filters'; readonly filters: Partial<Filters> }
  | { readonly to: 'concern'; readonly id: string | null }
  /** The next concern down the list, or up. */
  | { readonly to: 'neighbour'; readonly step: 1 | -1 };

export const AT_FIRST: Browse = { desk: null, shelf: 'concerns', filters: NO_FILTERS, selected: null };

export function browseAfter(browse: Browse, change: BrowseChange, shown: readonly QueueItem[]): Browse {
  switch (change.to) {
    case 'desk':
      return { ...AT_FIRST, desk: change.desk };
    case 'read':
      return {
        ...browse,
        shelf: 'concerns',
        filters: { ...NO_FILTERS, folder: 'all' },
        selected: change.id,
      };
    case 'signals':
    case 'trends':
    case 'stories':
    case 'launch':
    case 'pulse':
    case 'cases':
    case 'members':
    case 'records':
    case 'practice':
      return { ...browse, shelf: change.to, selected: null };
    case 'filters': {
      const filters = { ...browse.filters, ...change.filters };
      // Words being typed do not put away what is being read.
      const narrows = Object.keys(change.filters).some((name) => name !== 'query');
      const shelf = change.filters.folder === undefined ? browse.shelf : 'concerns';
      return { ...browse, shelf, filters, selected: narrows ? null : browse.selected };
    }
    case 'concern':
      return { ...browse, selected: change.id };
    case 'neighbour':
      if (browse.shelf !== 'concerns') return browse;
      return { ...browse, selected: neighbour(shown, browse.selected, change.step) };
  }
}

/**
 * What the list shows. The concern that is being read stays in its place although acknowledging it took it out of the
 * folder: a list that jumps under the hand makes people press the wrong thing.
 */
export function shownItems(
  items: readonly QueueItem[],
  browse: Browse,
  before: readonly string[],
  lookout: Lookout | null = null,
): QueueItem[] {
  const passing = filtered(items, browse.filters, lookout);
  if (browse.selected === null) return passing;
  const selected = items.find(({ id }) => id === browse.selected);
  if (selected === undefined || passing.includes(selected)) return passing;
  // Only what acting changes is overlooked: a search shows what was searched for.
  if (filtered([selected], { ...browse.filters, folder: 'all', overdue: false }, lookout).length === 0)
    return passing;
  const at = before.indexOf(selected.id);
  return at === -1 ? [selected, ...passing] : passing.toSpliced(Math.min(at, passing.length), 0, selected);
}

function neighbour(shown: readonly QueueItem[], selected: string | null, step: 1 | -1): string | null {
  const at = shown.findIndex(({ id }) => id === selected);
  if (at === -1) return shown[step === 1 ? 0 : shown.length - 1]?.id ?? null;
  return shown[at + step]?.id ?? selected;
}
