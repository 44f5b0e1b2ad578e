import type { Place } from '../../../shared/bulletin.ts';
import type { ExportFormat } from '../../inbox/exports/formats.ts';
import { ftsuCsv } from '../../inbox/exports/ftsu.ts';
import { casesInPortions } from '../../inbox/exports/portions.ts';
import type { QueueItem } from '../../inbox/queue.ts';
import { placeGroups } from '../../inbox/trends/place-groups.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { TrendsView } from '../../ui/inbox/trends-contract.ts';
import { exportWriter } from './exports-in-worker.ts';
import { saveBlob, saveText } from './save-text.ts';

export interface ExportAsked {
  readonly format: ExportFormat;
  readonly withText: boolean;
  readonly items: readonly QueueItem[];
  readonly places: readonly Place[];
  readonly trends: Trends | null;
}

/** Hands one file to the member, and says how many concerns are in it and of how many the words are not. */
export async function saveExport(asked: ExportAsked): Promise<TrendsView['exported']> {
  const { format, withText, items, places, trends } = asked;
  if (format === 'ftsu') {
    const release = trends?.release ?? null;
    if (release !== null) saveText(`speak-up-${release.quarter}.csv`, ftsuCsv(release));
    return { format, cases: release?.total ?? 0, left: 0 };
  }
  const { groupOf } = placeGroups(places);
  const writer = exportWriter();
  try {
    for (const portion of casesInPortions(items, { withText, groupOf })) {
      writer.add(portion);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const { name, blob, events, left } = await writer.file(format, withText);
    saveBlob(name, blob);
    return { format, cases: events, left };
  } finally {
    writer.close();
  }
}
