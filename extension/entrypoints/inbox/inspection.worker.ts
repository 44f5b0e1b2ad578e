import { hashOfPack } from '../../../shared/inspection.ts';
import { type Inspected, makeDeskPack } from '../../inbox/inspection/make.ts';
import { sharedPackOf } from '../../inbox/inspection/share.ts';
import type { InspectionJob, MadePacks } from './inspection-desk.ts';

const concerns: Inspected['concerns'][number][] = [];
const events: Inspected['events'][number][] = [];

/** Takes the books portion by portion, and makes both copies of the pack when it has them all. */
addEventListener('message', ({ data }: MessageEvent<InspectionJob>) => {
  if (data.what === 'concerns') concerns.push(...data.portion);
  else if (data.what === 'events') events.push(...data.portion);
  else {
    const desk = makeDeskPack({ ...data.asked, concerns, events });
    const shared = sharedPackOf(desk, data.sharedBefore);
    const made: MadePacks = {
      desk,
      deskHash: hashOfPack(desk),
      shared,
      sharedHash: hashOfPack(shared),
    };
    postMessage(made);
  }
});
