import { byWeek, type CaseRecord, clearedCase } from '../../inbox/exports/case-record.ts';
import { fileOf } from '../../inbox/exports/file-of.ts';
import { checkWords } from '../../inbox/leaving.ts';
import type { ExportJob, MadeFile } from './exports-in-worker.ts';

const cases: CaseRecord[] = [];
let left = 0;

/** Takes cases portion by portion and lets the guard read their words; asked for the file, it sorts them, writes it and hands it over whole. */
addEventListener('message', ({ data }: MessageEvent<ExportJob>) => {
  if (data.what === 'cases') {
    for (const each of data.portion) {
      const { record, withheld } = clearedCase(each, checkWords);
      cases.push(record);
      if (withheld) left++;
    }
    return;
  }
  const { name, text, events } = fileOf(data.format, cases.sort(byWeek), data.withText);
  // A blob goes to the page without being copied there.
  const made: MadeFile = { name, events, left, blob: new Blob([text], { type: 'text/plain;charset=utf-8' }) };
  postMessage(made);
});
