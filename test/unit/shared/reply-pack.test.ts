import { describe, expect, it } from 'vitest';
import { type Bytes, compareBytes, concat } from '../../../shared/bytes.ts';
import { newReceiptSeed, replyKeysOf, replySecretFor } from '../../../shared/receipt.ts';
import { decodeReplyPack, encodeReplyPack, fillerSlot, SLOTS_PER_PACK } from '../../../shared/reply-pack.ts';
import { sealReplySlot, tagOfSlot } from '../../../shared/reply-slot.ts';
import { REPLY_PACK, REPLY_SLOT } from '../../../shared/sizes.ts';
import { amal, keyring, SAFETY } from '../../vectors/cast.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { codeOf } from './code-of.ts';

const random = seededRandom('reply packs');

function realSlot(index: number): Bytes {
  const secret = replySecretFor(newReceiptSeed(random), SAFETY);
  const to = { organisation: keyring.org.id, desk: SAFETY, index, reply: replyKeysOf(secret) };
  const text = 'We have changed the pumps. '.repeat(1 + (index % 20));
  return sealReplySlot(
    index % 3 === 0 ? { type: 'opened' } : { type: 'answer', text },
    to,
    amal.signing,
    random,
  );
}

/** Of 256 counts against their sum spread evenly: about 255, and above 340 once in 5,000 times. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function histogram(slots: readonly Bytes[], from = 0, until = REPLY_SLOT): number[] {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const slot of slots)
    for (const byte of slot.subarray(from, until)) counts[byte] = (counts[byte] ?? 0) + 1;
  return counts;
}

describe('a reply pack', { timeout: 60_000 }, () => {
  const slots = Array.from({ length: SLOTS_PER_PACK }, () => fillerSlot(random));

  it('holds 32 slots sorted by tag and nothing else', () => {
    const pack = encodeReplyPack(slots);
    expect(pack.length).toBe(REPLY_PACK);
    expect(pack.length).toBe(32_768);
    const sorted = [...slots].sort((a, b) => compareBytes(tagOfSlot(a), tagOfSlot(b)));
    expect(decodeReplyPack(pack)).toEqual(sorted);
    expect(encodeReplyPack([...slots].reverse())).toEqual(pack);
  });

  it('has no other number of slots, no other size and no tag twice', () => {
    const [first = new Uint8Array(0), ...rest] = slots;
    for (const wrong of [rest, [...slots, first], [...rest, rest[0] ?? first]]) {
      expect(codeOf(() => encodeReplyPack(wrong))).toBe('bad-length');
    }
    const pack = encodeReplyPack(slots);
    for (const wrong of [pack.subarray(1), concat(pack, new Uint8Array(1)), new Uint8Array(0)]) {
      expect(codeOf(() => decodeReplyPack(wrong))).toBe('bad-length');
    }
    expect(codeOf(() => decodeReplyPack(concat(...decodeReplyPack(pack).reverse())))).toBe('bad-length');
  });
});

describe('filler', { timeout: 120_000 }, () => {
  const SLOTS = 400;
  const real = Array.from({ length: SLOTS }, (_, index) => realSlot(index));
  const filler = Array.from({ length: SLOTS }, () => fillerSlot(random));

  it('has the size of a reply, and a key that can be one', () => {
    for (const slot of [...real, ...filler]) {
      expect(slot.length).toBe(REPLY_SLOT);
      // X25519 keys have 255 bits: random bytes would have this one set in half of all slots.
      expect((slot[16 + 31] ?? 0xff) & 0x80).toBe(0);
    }
  });

  it('cannot be told from replies by how often each byte comes', () => {
    // Each by itself is even where a box is (after tag and key) …
    for (const slots of [real, filler]) expect(chiSquare(histogram(slots, 48))).toBeLessThan(345);
    // … and the two are alike over the whole slot: two-sample chi-square, 255 degrees of freedom.
    const [a, b] = [histogram(real), histogram(filler)];
    const statistic = a.reduce((sum, count, byte) => {
      const other = b[byte] ?? 0;
      return sum + (count - other) ** 2 / (count + other);
    }, 0);
    expect(statistic).toBeLessThan(345);
  });

  it('cannot be told from replies by a classifier that learns each bit of each byte', () => {
    const half = SLOTS / 2;
    const learn = (slots: readonly Bytes[]) => bitShares(slots.slice(0, half));
    const [realBits, fillerBits] = [learn(real), learn(filler)];
    let right = 0;
    for (const [slots, isReal] of [
      [real.slice(half), true],
      [filler.slice(half), false],
    ] as const) {
      for (const slot of slots) {
        const score = bitsOf(slot).reduce(
          (sum, bit, at) => sum + (bit - 0.5) * ((realBits[at] ?? 0) - (fillerBits[at] ?? 0)),
          0,
        );
        if (score > 0 === isReal) right++;
      }
    }
    // 400 guesses at chance: 200 ± 10; five standard deviations either way.
    expect(Math.abs(right - half)).toBeLessThan(50);
  });

  it('random bytes instead of sealed boxes would be told apart by these very tests', () => {
    const bad = Array.from({ length: SLOTS }, () => random(REPLY_SLOT));
    const share = bad.filter((slot) => ((slot[47] ?? 0) & 0x80) !== 0).length / SLOTS;
    expect(share).toBeGreaterThan(0.4);
  });
});

function bitsOf(slot: Bytes): number[] {
  return Array.from({ length: slot.length * 8 }, (_, at) => ((slot[at >> 3] ?? 0) >> (at & 7)) & 1);
}

function bitShares(slots: readonly Bytes[]): number[] {
  const sums = Array.from({ length: REPLY_SLOT * 8 }, () => 0);
  for (const slot of slots) for (const [at, bit] of bitsOf(slot).entries()) sums[at] = (sums[at] ?? 0) + bit;
  return sums.map((sum) => sum / slots.length);
}
