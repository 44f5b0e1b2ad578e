import { describe, expect, it } from 'vitest';
import { sealFollowUp } from '../../../extension/conversations/follow-up.ts';
import { replyKeysFor } from '../../../extension/conversations/receipt.ts';
import { decodeFollowUp } from '../../../shared/follow-up.ts';
import { encodeKeysFile, verifyKeysFile } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { openEnvelope } from '../../../shared/message.ts';
import { ENVELOPE } from '../../../shared/sizes.ts';
import { keyringBlob, NOW, root, SAFETY, safetyKey, signedRecords, WEEK } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from '../shared/code-of.ts';

const random = seededRandom('follow-ups');
const receipt = { stretched: random(32) };
const keys = await verifyKeysFile(encodeKeysFile(keyringBlob, signedRecords), root.publicKey);
const to = { keys, atSeconds: NOW };

describe('a follow-up', () => {
  it('is an envelope like any other, with the reply keys of the concern', () => {
    const { desk, deskKid, envelope } = sealFollowUp(
      'It was the pump by the door.',
      SAFETY,
      receipt,
      to,
      random,
    );
    expect([desk, deskKid, envelope.length]).toEqual([SAFETY, kidOf(safetyKey.publicKey), ENVELOPE]);
    const message = openEnvelope(envelope, safetyKey);
    expect(message?.type).toBe('follow-up');
    expect(message?.reply).toEqual(replyKeysFor(receipt, SAFETY));
    expect(decodeFollowUp(message?.body ?? new Uint8Array(0)).text).toBe('It was the pump by the door.');
  });

  it('cannot be sealed to a desk without a key, or without words', () => {
    expect(codeOf(() => sealFollowUp('x', 9, receipt, to, random))).toBe('unknown-key');
    const later = { keys, atSeconds: WEEK.until };
    expect(codeOf(() => sealFollowUp('x', SAFETY, receipt, later, random))).toBe('unknown-key');
    expect(codeOf(() => sealFollowUp(' ', SAFETY, receipt, to, random))).toBe('bad-request');
    expect(codeOf(() => sealFollowUp('x'.repeat(4001), SAFETY, receipt, to, random))).toBe('too-long');
  });
});
