import { describe, expect, it } from 'vitest';
import type { FoundReply } from '../../../extension/conversations/lookup.ts';
import { returnedView } from '../../../extension/entrypoints/popup/returned-view.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import type { Reply } from '../../../shared/reply.ts';
import { keyringBlob, root, SAFETY, signedRecords } from '../../vectors/cast.ts';

const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
const reach = { added: '2026-11-26', since: null, missing: 3, missingDays: 2 };
const desk = { id: SAFETY, name: 'Patient safety' };
const read = (index: number, day: string, reply: Reply): FoundReply => ({
  desk,
  index,
  day,
  state: 'read',
  reply,
  by: 'Berit, patient safety',
});

describe('what somebody who is back is shown', () => {
  const { threads, ...rest } = returnedView(
    {
      found: [
        read(0, '2026-11-25', { type: 'opened' }),
        read(1, '2026-11-26', {
          type: 'answer',
          status: 'planned',
          day: '2026-12-18',
          text: 'We change the shelf.',
        }),
        { desk, index: 2, day: '2026-11-26', state: 'unverified' },
        { desk: { id: 9, name: 'Gone' }, index: 0, day: '2026-11-26', state: 'unreadable' },
      ],
      reach,
    },
    keys,
  );

  it('names weeks by their Monday and no day', () => {
    expect(threads[0]).toEqual({
      desk: 'patient-safety',
      name: 'Patient safety',
      status: 'planned',
      reason: null,
      promisedWeek: '2026-12-14',
      said: [
        { week: '2026-11-23', what: 'opened' },
        {
          week: '2026-11-23',
          what: 'answer',
          by: 'Berit, patient safety',
          status: 'planned',
          reason: null,
          promisedWeek: '2026-12-14',
          text: 'We change the shelf.',
        },
        { week: '2026-11-23', what: 'unverified' },
      ],
    });
  });

  it('says nothing of where a thread stands that nobody could believe, and offers no desk that is gone', () => {
    expect(threads[1]).toMatchObject({ desk: null, name: 'Gone', status: null });
  });

  it('says how much is here, and who would hear of having been treated worse', () => {
    expect(rest).toEqual({ added: '2026-11-26', missingDays: 2, guardian: 'Patient safety' });
  });
});
