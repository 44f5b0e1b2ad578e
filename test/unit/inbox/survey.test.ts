import { expect, it } from 'vitest';
import { sealTreatedWorse } from '../../../extension/conversations/survey.ts';
import { openConcern, type SealedConcern } from '../../../extension/inbox/opening.ts';
import { queueOf, tallyOf } from '../../../extension/inbox/queue.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { sha256 } from '../../../shared/hash.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import { keyringBlob, NOW, root, SAFETY, safetyKey, signedRecords, TODAY } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';

const random = seededRandom('surveys at the desk');
const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);

function arrived(answer: 'no' | 'yes'): SealedConcern {
  const { envelope, deskKid } = sealTreatedWorse(answer, { keys, atSeconds: NOW }, random);
  return {
    id: toBase64url(sha256(envelope)),
    desk: SAFETY,
    deskKid: toBase64url(deskKid),
    releaseDay: TODAY,
    envelope: toBase64url(envelope),
  };
}

it('answers to "Have you been treated worse since?" are tallied at the guardian’s desk, and are no concern of anybody', () => {
  const sealed = [arrived('yes'), arrived('no'), arrived('yes')];
  const opened = new Map(sealed.map((one) => [one.id, openConcern(one, safetyKey)] as const));
  const queue = queueOf(sealed, opened, foldTeamLog([]), TODAY);
  expect(queue.concerns).toEqual([]);
  expect(queue.signals.every(({ due }) => due === null)).toBe(true);
  expect(tallyOf(queue.signals).map(({ survey, waiting }) => [survey, waiting.length])).toEqual([
    ['yes', 2],
    ['no', 1],
  ]);
});
