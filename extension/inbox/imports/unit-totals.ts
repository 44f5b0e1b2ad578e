import type { Place } from '../../../shared/bulletin.ts';
import { SMALLEST_PLACE } from '../../../shared/bulletin.ts';
import { readCsv } from './read-csv.ts';

/*
 * Totals of overtime, leave or sickness that a member sets beside the trends: one line for each place and month. Lines
 * about people are refused, however they are dressed: beside concerns they would say who wrote them.
 */

/** Bytes of a file; a year of a large hospital's places has under a tenth of that. */
export const LARGEST_TOTALS_BYTES = 512 * 1024;
const MOST_MEASURES = 6;

export type TotalsRefusal =
  | 'too-large'
  | 'not-text'
  | 'not-a-table'
  | 'no-place'
  | 'no-month'
  | 'no-number'
  | 'person'
  | 'several-lines'
  | 'unknown-place'
  | 'small-place';

export type UnitTotals =
  | {
      readonly state: 'read';
      /** Names of the measures, as the file has them. */
      readonly measures: readonly string[];
      /** Sums over all places, oldest month first (`2026-11`). */
      readonly months: readonly { readonly month: string; readonly sums: readonly number[] }[];
    }
  | {
      readonly state: 'refused';
      readonly why: TotalsRefusal;
      /** The line, from 1, or 0 for the whole file. Nothing of what stood there is repeated. */
      readonly line: number;
    };

/** What a column about a person is called. A name that only contains such a word counts too. */
const PERSON =
  /name|person|employ|staff ?(id|no|num)|payroll|badge|e-?mail|phone|birth|\bdob\b|\bage\b|gender|\bsex\b|ethnic|grade|\bband\b|\brole\b|position|tenure|start ?date|mitarbeiter|personal ?(nr|nummer)|vorname|geburt|alter\b|geschlecht|dienstgrad|funktion|اسم|موظف|الرقم الوظيفي|جنس|عمر/iu;
const PLACE = /^(place|unit|ward|group|code|ort|station|bereich|المكان|القسم)$/iu;
const MONTH = /^(month|period|monat|الشهر)$/iu;

/** Reads a CSV file of totals against the places of the bulletin. Never throws; what is refused changes nothing. */
export function readUnitTotals(file: Uint8Array, places: readonly Place[]): UnitTotals {
  if (file.length > LARGEST_TOTALS_BYTES) return refused('too-large');
  const table = readCsv(file);
  if (table === 'not-text' || table === 'not-a-table') return refused(table);
  const [names = [], ...lines] = table;
  const header = names.map((name) => name.trim());
  if (header.some((name) => PERSON.test(name.replaceAll('_', ' ')))) return refused('person', 1);
  const placeAt = header.findIndex((name) => PLACE.test(name));
  const monthAt = header.findIndex((name) => MONTH.test(name));
  if (placeAt === -1) return refused('no-place', 1);
  if (monthAt === -1) return refused('no-month', 1);
  const measuresAt = header.flatMap((_, at) => (at === placeAt || at === monthAt ? [] : [at]));
  if (measuresAt.length === 0 || measuresAt.length > MOST_MEASURES) return refused('not-a-table', 1);
  const staffOf = new Map(places.map(({ code, staff }) => [code, staff]));
  const seen = new Set<string>();
  const months = new Map<string, number[]>();
  for (const [at, cells] of lines.entries()) {
    const line = at + 2;
    const place = cells[placeAt]?.trim() ?? '';
    const month = cells[monthAt]?.trim() ?? '';
    const staff = staffOf.get(place);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return refused('no-month', line);
    if (staff === undefined) return refused('unknown-place', line);
    if (staff < SMALLEST_PLACE) return refused('small-place', line);
    // Two lines for one place and month are lines about people, whatever the columns are called.
    if (seen.has(`${place} ${month}`)) return refused('several-lines', line);
    seen.add(`${place} ${month}`);
    const sums = months.get(month) ?? measuresAt.map(() => 0);
    for (const [measure, column] of measuresAt.entries()) {
      const cell = cells[column]?.trim() ?? '';
      if (!/^\d{1,9}(\.\d{1,3})?$/.test(cell)) return refused('no-number', line);
      sums[measure] = (sums[measure] ?? 0) + Number(cell);
    }
    months.set(month, sums);
  }
  return {
    state: 'read',
    measures: measuresAt.map((at) => header[at] ?? ''),
    months: [...months]
      .map(([month, sums]) => ({ month, sums }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

function refused(why: TotalsRefusal, line = 0): UnitTotals {
  return { state: 'refused', why, line };
}
