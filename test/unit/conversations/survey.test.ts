import { describe, expect, it } from 'vitest';
import { guardianDesk, sealTreatedWorse } from '../../../extension/conversations/survey.ts';
import { encodeKeysFile, type Keys, verifyKeysFile } from '../../../shared/key-records.ts';
import type { Desk } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { openEnvelope } from '../../../shared/message.ts';
import { ENVELOPE } from '../../../shared/sizes.ts';
import { decodeSurveyAnswer } from '../../../shared/survey-answer.ts';
import { keyringBlob, NOW, root, SAFETY, safetyKey, signedRecords, WEEK } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from '../shared/code-of.ts';

const random = seededRandom('surveys');
const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
const to = { keys, atSeconds: NOW };

function withDesks(change: (desk: Desk) => Partial<Desk>): Keys {
  const desks = keys.keyring.desks.map((desk) => ({ ...desk, ...change(desk) }));
  return { ...keys, keyring: { ...keys.keyring, desks } };
}

describe('"Have you been treated worse since?"', () => {
  it('goes to the independent desk in an envelope like any other', () => {
    const { desk, deskKid, envelope } = sealTreatedWorse('yes', to, random);
    expect([desk, deskKid, envelope.length]).toEqual([SAFETY, kidOf(safetyKey.publicKey), ENVELOPE]);
    const message = openEnvelope(envelope, safetyKey);
    expect(message?.type).toBe('answer');
    expect(decodeSurveyAnswer(message?.body ?? new Uint8Array(0)).answer).toBe('yes');
  });

  it('has reply keys of its own each time, so that two answers are nobody’s', () => {
    const reply = () => openEnvelope(sealTreatedWorse('no', to, random).envelope, safetyKey)?.reply;
    const [one, other] = [reply(), reply()];
    expect(one?.publicKey).not.toEqual(other?.publicKey);
    expect(one?.tagKey).not.toEqual(other?.tagKey);
  });

  it('prefers the independent desk that hears of behaviour, and never takes one that is not independent', () => {
    const both = withDesks(() => ({ independent: true }));
    expect(guardianDesk(both)?.slug).toBe('people');
    expect(guardianDesk(keys)?.slug).toBe('patient-safety');
    const none = withDesks(() => ({ independent: false }));
    expect(guardianDesk(none)).toBeNull();
    expect(codeOf(() => sealTreatedWorse('yes', { ...to, keys: none }, random))).toBe('unknown-key');
  });

  it('is not sealed to a key whose week is over', () => {
    expect(codeOf(() => sealTreatedWorse('yes', { keys, atSeconds: WEEK.until }, random))).toBe(
      'unknown-key',
    );
  });
});
