import { type OpenedEvent, openEvent } from '../../inbox/events.ts';
import { type OpenedConcern, openConcern } from '../../inbox/opening.ts';
import type { OpeningJob } from './worker-opener.ts';

/** Opens one portion and answers with what came out of it. It keeps nothing between two portions. */
addEventListener('message', async ({ data }: MessageEvent<OpeningJob>) => {
  const opened: readonly (OpenedConcern | OpenedEvent)[] =
    data.what === 'concerns'
      ? data.batch.map((sealed) => openConcern(sealed, data.keys.get(sealed.deskKid)))
      : await Promise.all(data.batch.map((sealed) => openEvent(sealed, data.keys, data.of)));
  postMessage(opened);
});
