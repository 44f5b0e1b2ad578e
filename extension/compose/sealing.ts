import type { RandomBytes } from '../../shared/bytes.ts';
import { type Concern, encodeConcern } from '../../shared/concern.ts';
import { CandorError } from '../../shared/errors.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { type Keys, keyInUse } from '../../shared/key-records.ts';
import { deskOf } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { type ReplyKeys, sealEnvelope } from '../../shared/message.ts';

/** Desks and keys to seal to, and the manifest's time by which a key is in use: seconds since 1970. */
export interface SealTo {
  readonly keys: Keys;
  readonly atSeconds: number;
}

/**
 * Seals a concern to a desk's key of this week. Throws `unknown-key` for a desk that has none now, `too-long` for
 * words that do not fit.
 */
export function sealConcern(
  concern: Omit<Concern, 'v' | 'tax'>,
  desk: number,
  reply: ReplyKeys,
  to: SealTo,
  random: RandomBytes,
): AddressedEnvelope {
  const record = keyInUse(to.keys.records, desk, to.atSeconds);
  if (record === undefined || deskOf(to.keys.keyring, desk) === undefined)
    throw new CandorError('unknown-key');
  const message = { type: 'concern' as const, reply, body: encodeConcern(concern) };
  return { desk, deskKid: kidOf(record.key), envelope: sealEnvelope(record.key, message, random) };
}
