import type { Place } from '../../../shared/bulletin.ts';
import { ahrqCsv } from '../../inbox/exports/ahrq.ts';
import { byWeek, type CaseRecord, casesOf } from '../../inbox/exports/case-record.ts';
import { casesCsv } from '../../inbox/exports/cases-csv.ts';
import { casesJson } from '../../inbox/exports/cases-json.ts';
import { fhirBundle } from '../../inbox/exports/fhir.ts';
import type { ExportFormat } from '../../inbox/exports/formats.ts';
import { ftsuCsv } from '../../inbox/exports/ftsu.ts';
import { lfpseWorksheet } from '../../inbox/exports/lfpse.ts';
import { checkWords } from '../../inbox/leaving.ts';
import type { QueueItem } from '../../inbox/queue.ts';
import { placeGroups } from '../../inbox/trends/place-groups.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { TrendsView } from '../../ui/inbox/trends-contract.ts';
import { saveText } from './save-text.ts';

export interface ExportAsked {
  readonly format: ExportFormat;
  readonly withText: boolean;
  readonly items: readonly QueueItem[];
  readonly places: readonly Place[];
  readonly trends: Trends | null;
}

/** The guard takes about a millisecond for a text: so many at once, then the page breathes. */
const AT_ONCE = 25;

/** Hands one file to the member, and says how many concerns are in it and of how many the words are not. */
export async function saveExport(asked: ExportAsked): Promise<TrendsView['exported']> {
  const { format, withText, items, places, trends } = asked;
  if (format === 'ftsu') {
    const release = trends?.release ?? null;
    if (release !== null) saveText(`speak-up-${release.quarter}.csv`, ftsuCsv(release));
    return { format, cases: release?.total ?? 0, left: 0 };
  }
  const { groupOf } = placeGroups(places);
  const cases: CaseRecord[] = [];
  let withheld = 0;
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const portion = casesOf(items.slice(at, at + AT_ONCE), { withText, groupOf, check: checkWords });
    cases.push(...portion.cases);
    withheld += portion.withheld;
    if (withText || at % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  cases.sort(byWeek);
  const { name, text, events = cases.length } = fileOf(format, cases, withText);
  saveText(name, text);
  return { format, cases: events, left: withheld };
}

function fileOf(
  format: Exclude<ExportFormat, 'ftsu'>,
  cases: readonly CaseRecord[],
  withText: boolean,
): { readonly name: string; readonly text: string; readonly events?: number } {
  switch (format) {
    case 'csv':
      return { name: 'concerns.csv', text: casesCsv(cases, withText) };
    case 'json':
      return { name: 'concerns.json', text: casesJson(cases) };
    case 'fhir':
      return { name: 'concerns.fhir.json', ...fhirBundle(cases) };
    case 'ahrq':
      return { name: 'concerns-ahrq.csv', ...ahrqCsv(cases) };
    case 'lfpse':
      return { name: 'lfpse-worksheet.json', ...lfpseWorksheet(cases) };
  }
}
