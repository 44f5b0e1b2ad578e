import { ahrqCsv } from './ahrq.ts';
import type { CaseRecord } from './case-record.ts';
import { casesCsv } from './cases-csv.ts';
import { casesJson } from './cases-json.ts';
import { fhirBundle } from './fhir.ts';
import type { CaseFormat } from './formats.ts';
import { lfpseWorksheet } from './lfpse.ts';

/** One file of cases: its name, its text, and how many of the cases are in it. */
export function fileOf(
  format: CaseFormat,
  cases: readonly CaseRecord[],
  withText: boolean,
): { readonly name: string; readonly text: string; readonly events: number } {
  const events = cases.length;
  switch (format) {
    case 'csv':
      return { name: 'concerns.csv', text: casesCsv(cases, withText), events };
    case 'json':
      return { name: 'concerns.json', text: casesJson(cases), events };
    case 'fhir':
      return { name: 'concerns.fhir.json', ...fhirBundle(cases) };
    case 'ahrq':
      return { name: 'concerns-ahrq.csv', ...ahrqCsv(cases) };
    case 'lfpse':
      return { name: 'lfpse-worksheet.json', ...lfpseWorksheet(cases) };
  }
}
