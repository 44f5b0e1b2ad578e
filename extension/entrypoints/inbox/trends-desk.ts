import type { Inbox } from '../../inbox/inbox.ts';
import type { QueueItem } from '../../inbox/queue.ts';
import { dayNumber, factsOf } from '../../inbox/trends/facts.ts';
import type { TrendsQuestion } from '../../inbox/trends/trends.ts';
import type { TrendsProps, TrendsView } from '../../ui/inbox/trends-contract.ts';
import type { ExportAsked } from './save-export.ts';
import { trendsWorker } from './trends-in-worker.ts';

/** Concerns keep arriving while they are opened; the page is worked out again at most so often. */
const REST_MS = 1500;

export interface TrendsDeskDeps {
  readonly forTrends: Inbox['forTrends'];
  readonly today: () => string;
  readonly save: (asked: ExportAsked) => TrendsView['exported'];
  readonly changed: () => void;
}

/** What the trends page shows, kept up to date while somebody looks at it and forgotten when nobody does. */
export interface TrendsDesk {
  view(): TrendsView;
  readonly on: TrendsProps['on'];
  /** Something in the inbox may have changed. */
  refresh(): void;
}

export function trendsDesk(deps: TrendsDeskDeps): TrendsDesk {
  const worker = trendsWorker();
  let grain: TrendsQuestion['grain'] = 'week';
  let view: TrendsView = { trends: null, exported: null };
  let shown: readonly QueueItem[] | null = null;
  let resting = false;

  const work = async (): Promise<void> => {
    const made = deps.forTrends();
    if (made === null) return;
    const { items, places } = made;
    shown = items;
    const question = {
      today: dayNumber(deps.today()),
      grain,
      places,
      pulseAnswers: new Map<string, number>(),
    };
    const trends = await worker.ask({ table: factsOf(items), question });
    if (trends === null || shown !== items) return;
    view = { ...view, trends };
    deps.changed();
  };

  return {
    view: () => view,
    on: {
      onGrain(next) {
        grain = next;
        void work();
      },
      onExport(format, withText) {
        const made = deps.forTrends();
        if (made === null) return;
        view = { ...view, exported: deps.save({ format, withText, ...made, trends: view.trends }) };
        deps.changed();
      },
      onPrint: () => print(),
    },
    refresh() {
      const items = deps.forTrends()?.items ?? null;
      if (items === null) {
        if (shown === null) return;
        worker.close();
        view = { trends: null, exported: null };
        shown = null;
        return;
      }
      if (shown !== null && sameItems(items, shown)) return;
      if (shown === null) return void work();
      if (resting) return;
      resting = true;
      setTimeout(() => {
        resting = false;
        void work();
      }, REST_MS);
    },
  };
}

/** Items that have not changed stay the same objects. */
function sameItems(a: readonly QueueItem[], b: readonly QueueItem[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]));
}
