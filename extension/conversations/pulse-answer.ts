import type { RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { keyInUse } from '../../shared/key-records.ts';
import { deskOf } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { replyKeysOfNobody, sealEnvelope } from '../../shared/message.ts';
import { encodePulseAnswer, type PulseAnswer } from '../../shared/pulse.ts';
import type { SealTo } from '../compose/sealing.ts';

/**
 * Seals an answer to the desk that asked, in an envelope of its own and with reply keys that nobody holds: no receipt,
 * concern or earlier answer comes in here, so nothing can lead from one to another. Throws `unknown-key` where that desk
 * is gone or has no key now.
 */
export function sealPulseAnswer(
  answer: Omit<PulseAnswer, 'v'>,
  desk: number,
  to: SealTo,
  random: RandomBytes,
): AddressedEnvelope {
  const record = keyInUse(to.keys.records, desk, to.atSeconds);
  if (record === undefined || deskOf(to.keys.keyring, desk) === undefined) {
    throw new CandorError('unknown-key');
  }
  const message = {
    type: 'answer' as const,
    reply: replyKeysOfNobody(random),
    body: encodePulseAnswer(answer),
  };
  return { desk, deskKid: kidOf(record.key), envelope: sealEnvelope(record.key, message, random) };
}
