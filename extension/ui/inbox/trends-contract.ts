import type { Category } from '../../../shared/taxonomy.ts';
import type { ExportFormat } from '../../inbox/exports/formats.ts';
import type { UnitTotals } from '../../inbox/imports/unit-totals.ts';
import type { Trends, TrendsQuestion } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import type { InspectionTools } from './inspection-contract.ts';

/** What the trends page shows: `null` while it is being worked out. */
export interface TrendsView {
  readonly trends: Trends | null;
  /** What the last export could not take along, by why; `null` before any. */
  readonly exported: { readonly format: ExportFormat; readonly cases: number; readonly left: number } | null;
  /** The last file of totals; `null` before any. */
  readonly totals: UnitTotals | null;
}

export interface TrendsCallbacks {
  /** Sets totals of places beside the concerns, or says why not. */
  onTotals(file: File): void;
  onGrain(grain: TrendsQuestion['grain']): void;
  /** Marks a change (an ISO date), and a topic to follow beside it; `null` takes it back. */
  onMark?(day: string | null, category: Category | null): void;
  onExport(format: ExportFormat, withText: boolean): void;
  onPrint(): void;
  /** Packs for board and regulator; while it is missing, there is no such page. */
  readonly inspection?: InspectionTools;
}

export interface TrendsProps {
  readonly view: TrendsView;
  readonly on: TrendsCallbacks;
  readonly t: Translator;
}
