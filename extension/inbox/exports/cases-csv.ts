import type { CaseRecord } from './case-record.ts';
import { csvOf } from './csv.ts';

const COLUMNS = [
  'caseId',
  'receivedWeek',
  'kind',
  'category',
  'harmTriage',
  'worry',
  'unitGroup',
  'whenPrecision',
  'whenBracket',
  'factors',
  'caughtBy',
  'status',
  'closingReason',
  'ackWeek',
  'feedbackWeek',
  'daysToAck',
  'daysToFeedback',
] as const satisfies readonly (keyof CaseRecord)[];
const TEXTS = ['narrative', 'learning'] as const satisfies readonly (keyof CaseRecord)[];

/** Cases for spreadsheets and case tools. Columns with words are there only when asked for. */
export function casesCsv(cases: readonly CaseRecord[], withText: boolean): string {
  const columns = withText ? [...COLUMNS, ...TEXTS] : COLUMNS;
  return csvOf(
    columns,
    cases.map((record) =>
      columns.map((column) => (column === 'factors' ? record.factors.join(' ') : record[column])),
    ),
  );
}
