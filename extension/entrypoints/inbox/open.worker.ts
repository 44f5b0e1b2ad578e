import { quickestOpenBox } from '../../../shared/x25519.ts';
import { soundsDistressed } from '../../compose/distress.ts';
import { openShares } from '../../inbox/desk-keys.ts';
import { openEvent } from '../../inbox/events.ts';
import { masked } from '../../inbox/mask.ts';
import { type OpenedConcern, openConcernBy } from '../../inbox/opening.ts';
import type { Answers, OpeningJob } from './worker-opener.ts';

/** Chosen once: a worker lives as long as the inbox is open. */
const openBox = quickestOpenBox();

/** Opens one portion and answers with what came out of it. It keeps nothing between two portions. */
addEventListener('message', async ({ data }: MessageEvent<OpeningJob>) => {
  postMessage(await opened(data));
});

async function opened(job: OpeningJob): Promise<Answers[keyof Answers]> {
  const open = await openBox;
  switch (job.what) {
    case 'concerns':
      // All at once: the platform multiplies beside this thread while it reads what is multiplied already.
      return Promise.all(
        job.batch.map(async (sealed) =>
          withDistress(await openConcernBy(open, sealed, job.keys.get(sealed.deskKid))),
        ),
      );
    case 'events':
      return Promise.all(job.batch.map((sealed) => openEvent(sealed, job.keys, job.of, open)));
    case 'covers':
      return job.batch.map((text) => masked(text).text);
    case 'shares':
      return openShares(job.batch, job.memberBox, job.of);
  }
}

/** Here, where every text passes once and away from the page. */
function withDistress(opened: OpenedConcern): OpenedConcern {
  if (opened.state !== 'read' || opened.signal) return opened;
  return { ...opened, distressed: soundsDistressed(Object.values(opened.concern.t ?? {}).join('\n')) };
}
