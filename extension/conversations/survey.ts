import type { RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import type { AddressedEnvelope } from '../../shared/intake.ts';
import { type Keys, keyInUse } from '../../shared/key-records.ts';
import type { Desk } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { replyKeysOfNobody, sealEnvelope } from '../../shared/message.ts';
import { encodeSurveyAnswer, type SurveyAnswer } from '../../shared/survey-answer.ts';
import type { SealTo } from '../compose/sealing.ts';

/**
 * Whom to tell of having been treated worse: the independent desk that hears of behaviour, else any independent one, and
 * never the team that may have handled the concern only because no other is there. `null` without such a desk.
 */
export function guardianDesk({ keyring }: Keys): Desk | null {
  const independent = keyring.desks.filter((desk) => desk.independent);
  return independent.find(({ kinds }) => kinds.includes('culture')) ?? independent[0] ?? null;
}

/**
 * Seals "Have you been treated worse since?" to the guardian's desk, in an envelope of its own and with reply keys that
 * nobody holds: no receipt comes in here, so nothing can lead from the answer to a concern. Throws `unknown-key` where
 * there is no such desk, or it has no key now.
 */
export function sealTreatedWorse(
  answer: SurveyAnswer['answer'],
  to: SealTo,
  random: RandomBytes,
): AddressedEnvelope {
  const desk = guardianDesk(to.keys);
  const record = desk === null ? undefined : keyInUse(to.keys.records, desk.id, to.atSeconds);
  if (desk === null || record === undefined) throw new CandorError('unknown-key');
  const message = {
    type: 'answer' as const,
    reply: replyKeysOfNobody(random),
    body: encodeSurveyAnswer('treated-worse', answer),
  };
  return { desk: desk.id, deskKid: kidOf(record.key), envelope: sealEnvelope(record.key, message, random) };
}
