import type { Place } from '../../../shared/bulletin.ts';
import { LARGEST_TOTALS_BYTES, readUnitTotals, type UnitTotals } from '../../inbox/imports/unit-totals.ts';
import type { Inbox } from '../../inbox/inbox.ts';
import type { QueueItem } from '../../inbox/queue.ts';
import { dayNumber, type FactTable, factsInSteps } from '../../inbox/trends/facts.ts';
import type { TrendsQuestion } from '../../inbox/trends/trends.ts';
import type { InspectionTools } from '../../ui/inbox/inspection-contract.ts';
import type { TrendsProps, TrendsView } from '../../ui/inbox/trends-contract.ts';
import type { ExportAsked } from './save-export.ts';
import { trendsWorker } from './trends-in-worker.ts';

/** Concerns keep arriving while they are opened; the page is worked out again at most so often. */
const REST_MS = 1500;
/** A few milliseconds of work: ten thousand concerns are copied in ten portions, between which the page breathes. */
const ROWS_AT_ONCE = 1000;

const NOTHING: TrendsView = { trends: null, exported: null, totals: null };

export interface TrendsDeskDeps {
  readonly forTrends: Inbox['forTrends'];
  readonly today: () => string;
  readonly save: (asked: ExportAsked) => Promise<TrendsView['exported']>;
  readonly changed: () => void;
  readonly inspection?: InspectionTools;
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
  let change: NonNullable<TrendsQuestion['change']> | null = null;
  let view: TrendsView = NOTHING;
  let shown: readonly QueueItem[] | null = null;
  let resting = false;

  const work = async (): Promise<void> => {
    const made = deps.forTrends();
    if (made === null) return;
    const { items, places, stories, pulseAnswers } = made;
    shown = items;
    const question = {
      today: dayNumber(deps.today()),
      grain,
      places,
      stories,
      pulseAnswers,
      change,
    };
    const table = await unhurried(factsInSteps(items, ROWS_AT_ONCE), () => shown === items);
    if (table === null) return;
    const trends = await worker.ask({ table, question });
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
      onMark(day, category) {
        change = day === null ? null : { day: dayNumber(day), category };
        void work();
      },
      onExport(format, withText) {
        const made = deps.forTrends();
        if (made === null) return;
        void deps.save({ format, withText, ...made, trends: view.trends }).then((exported) => {
          if (shown === null) return;
          view = { ...view, exported };
          deps.changed();
        });
      },
      onTotals(file) {
        const places = deps.forTrends()?.places ?? [];
        void totalsFrom(file, places).then((totals) => {
          if (shown === null) return;
          view = { ...view, totals };
          deps.changed();
        });
      },
      onPrint: () => print(),
      ...(deps.inspection && { inspection: deps.inspection }),
    },
    refresh() {
      const items = deps.forTrends()?.items ?? null;
      if (items === null) {
        if (shown === null) return;
        worker.close();
        view = NOTHING;
        change = null;
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

/** A file that is too large is not read at all. */
async function totalsFrom(file: File, places: readonly Place[]): Promise<UnitTotals> {
  if (file.size > LARGEST_TOTALS_BYTES) return { state: 'refused', why: 'too-large', line: 0 };
  return readUnitTotals(new Uint8Array(await file.arrayBuffer()), places);
}

/** Runs steps with a rest after each, as long as somebody still wants the result; `null` when nobody does. */
async function unhurried(
  steps: Generator<undefined, FactTable>,
  wanted: () => boolean,
): Promise<FactTable | null> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return null;
  }
}

/** Items that have not changed stay the same objects. */
function sameItems(a: readonly QueueItem[], b: readonly QueueItem[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]));
}
