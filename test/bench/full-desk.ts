import sodium from 'libsodium-wrappers-sumo';
import { type Bytes, slice } from '../../shared/bytes.ts';
import { type Concern, encodeConcern } from '../../shared/concern.ts';
import { encodeMessage } from '../../shared/message.ts';
import { CATEGORIES, KINDS } from '../../shared/taxonomy.ts';
import type { InboxDesk } from '../browser/inbox-desk.ts';
import { readSet } from '../guard-sets/score.ts';
import { random } from './fast-seal.ts';

/*
 * A desk with very many concerns in its queue: what people write in three languages, over half a year. Sealed by
 * libsodium, which is faster at it than the product in one thread.
 */

const DAYS = 175;
const SETS = ['en-1', 'en-2', 'en-3', 'en-4', 'de-1', 'de-2', 'ar-1'];
/** Sentences of one concern: some 300 characters. */
const SENTENCES = 5;

/** Fills the queue with `count` concerns, all with words; gives back some of their envelopes and the key's public half. */
export async function fillDesk(
  desk: InboxDesk,
  count: number,
): Promise<{ readonly words: readonly string[] }> {
  const sentences = SETS.map((name) => readSet(name).map(({ text }) => text));
  const words: string[] = [];
  for (let day = DAYS; day > 0; day--) {
    const upTo = Math.round((count * (DAYS - day + 1)) / DAYS);
    const bodies: Bytes[] = [];
    while (words.length < upTo) {
      const concern = concernNumber(words.length, sentences);
      words.push(concern.t?.what ?? '');
      bodies.push(encodeConcern(concern));
    }
    await desk.sendSealed((deskKey) => bodies.map((body) => sealed(body, deskKey)), day);
  }
  return { words };
}

function concernNumber(
  number: number,
  sentences: readonly (readonly string[])[],
): Omit<Concern, 'v' | 'tax'> {
  const own = sentences[number % sentences.length] ?? [];
  // Steps without a common divisor: no two concerns say the same.
  const what = Array.from(
    { length: SENTENCES },
    (_, i) => own[(number * 7 + i * (31 + number)) % own.length],
  );
  return {
    kind: pick(KINDS, number),
    category: pick(CATEGORIES, number * 3),
    t: { what: `${what.join('. ')}. Number ${number}.` },
  };
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

/** An ENVELOPE as `sealEnvelope` makes it, from somebody who has no receipt. */
function sealed(body: Bytes, deskKey: Bytes): Bytes {
  const reply = { publicKey: random(32), tagKey: random(32) };
  return slice(sodium.crypto_box_seal(encodeMessage({ type: 'concern', reply, body }), deskKey), 0);
}
