import { randomBytes } from 'node:crypto';
import { findReplies } from '../../extension/conversations/lookup.ts';
import { openReceipt, receiptWords } from '../../extension/conversations/receipt.ts';
import type { Bytes } from '../../shared/bytes.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { newReceiptSeed, replySecretFor } from '../../shared/receipt.ts';
import { decodeReplyPack } from '../../shared/reply-pack.ts';
import { openSealed } from '../../shared/sealed-box.ts';
import { halfAYear, slotFor } from '../unit/conversations/packs.ts';
import { keyring } from '../vectors/cast.ts';

/*
 * How long it takes to find the answers to seven words: half a year of packs (180 days × 2 packs × 32 slots), six
 * answers among them, three desks to look for. Beside it, in the same run, what it would take without tags: trying to
 * open every slot with every desk's key (measured on a part and counted up). One JSON line.
 *
 * Run: node test/bench/receipt-lookup.bench.ts
 */

const ROUNDS = 15;
/** Slots that are tried for the baseline. */
const TRIED = 640;
const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

const threeDesks: Keyring = {
  ...keyring,
  desks: [
    ...keyring.desks,
    {
      id: 3,
      slug: 'guardian',
      name: 'Guardian',
      kinds: [],
      independent: true,
      members: [kidOf(keyring.members[0]?.sign ?? random(32))],
    },
  ],
};

const seed = newReceiptSeed(random);
const words = receiptWords({ seed }, 'en');
const stretching = performance.now();
const { stretched } = await openReceipt(words, 'en', keyring.org.id, 1_000_000);
const stretchMs = performance.now() - stretching;

const answers = [0, 1, 2, 3, 4, 5].map((index) =>
  slotFor(stretched, index, index === 0 ? { type: 'opened' } : { type: 'answer', text: `Answer ${index}.` }),
);
const packs = halfAYear(answers);

const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const started = performance.now();
  const found = await findReplies(stretched, packs, [threeDesks]);
  times.push(performance.now() - started);
  if (found.filter(({ state }) => state === 'read').length !== answers.length)
    throw new Error('answers are missing');
}
const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
const first = Math.max(...times);

const slots = packs.flatMap(({ bytes }) => decodeReplyPack(bytes));
const secrets = threeDesks.desks.map(({ id }) => replySecretFor(stretched, id));
const trying = performance.now();
for (const slot of slots.slice(0, TRIED))
  for (const { keyPair } of secrets) openSealed(keyPair, slot.subarray(16));
const trialMs = ((performance.now() - trying) * slots.length) / TRIED;

process.stdout.write(
  `${JSON.stringify({
    name: 'receipt.lookup',
    value: Number(median.toFixed(1)),
    unit: 'ms',
    ratio: Number((median / trialMs).toFixed(5)),
    baseline: `trial decryption of the same ${slots.length} slots for ${secrets.length} desks, ${Math.round(trialMs)} ms`,
    slowest: Number(first.toFixed(1)),
    withStretching: Number((median + stretchMs).toFixed(1)),
  })}\n`,
);
