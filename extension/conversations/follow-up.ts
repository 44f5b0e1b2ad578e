import type { RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { encodeFollowUp } from '../../shared/follow-up.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { keyInUse } from '../../shared/key-records.ts';
import { deskOf } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { sealEnvelope } from '../../shared/message.ts';
import type { SealTo } from '../compose/sealing.ts';
import { type Receipt, replyKeysFor } from './receipt.ts';

/**
 * Seals what somebody adds to a concern, or answers to a desk's question: a cell like any other, with the reply keys of
 * the concern, by which the desk and nobody else puts them together. Throws `unknown-key` for a desk that has no key
 * now, `too-long` or `bad-request` like `encodeFollowUp`.
 */
export function sealFollowUp(
  text: string,
  desk: number,
  receipt: Pick<Receipt, 'stretched'>,
  to: SealTo,
  random: RandomBytes,
): AddressedEnvelope {
  const record = keyInUse(to.keys.records, desk, to.atSeconds);
  if (record === undefined || deskOf(to.keys.keyring, desk) === undefined)
    throw new CandorError('unknown-key');
  const reply = replyKeysFor(receipt, desk);
  const message = { type: 'follow-up' as const, reply, body: encodeFollowUp(text) };
  return { desk, deskKid: kidOf(record.key), envelope: sealEnvelope(record.key, message, random) };
}
