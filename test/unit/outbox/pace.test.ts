import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paceOf, secondsToNextTick, startingPace } from '../../../extension/outbox/pace.ts';
import type { Bytes } from '../../../shared/bytes.ts';
import { seededRandom } from './simulated-site.ts';

const filled = (byte: number) => (length: number) => new Uint8Array(length).fill(byte) as Bytes;

it('never comes sooner than the floor, and always comes', () => {
  for (const byte of [0, 1, 127, 255]) {
    const seconds = secondsToNextTick(paceOf(2), filled(byte));
    expect(seconds).toBeGreaterThanOrEqual(30);
    expect(seconds).toBeLessThan(30 + 90 * 40);
  }
});

it.each([1, 2, 10, 60])('takes %i minutes in the mean', (sendMinutes) => {
  const random = seededRandom(sendMinutes);
  const draws = Array.from({ length: 4000 }, () => secondsToNextTick(paceOf(sendMinutes), random));
  const mean = draws.reduce((sum, seconds) => sum + seconds, 0) / draws.length;
  expect(mean / 60).toBeGreaterThan(sendMinutes * 0.94);
  expect(mean / 60).toBeLessThan(sendMinutes * 1.06);
});

it('is memoryless beyond the floor: whoever waited a mean already waits as long again', () => {
  const random = seededRandom(3);
  const waits = Array.from({ length: 8000 }, () => secondsToNextTick(paceOf(2), random) - 30);
  const share = (list: readonly number[], than: number) =>
    list.filter((wait) => wait > than).length / list.length;
  const late = waits.filter((wait) => wait > 90).map((wait) => wait - 90);
  expect(Math.abs(share(waits, 90) - Math.exp(-1))).toBeLessThan(0.02);
  expect(Math.abs(share(late, 90) - share(waits, 90))).toBeLessThan(0.03);
});

it('begins a session with 30 s + exponential(30 s), also where cells are rare', () => {
  expect(startingPace(paceOf(60))).toEqual({ floorSeconds: 30, meanSeconds: 60, rewriteSeconds: 30 });
  expect(startingPace(paceOf(1))).toEqual(paceOf(1));
});

it('rises and falls with chance alone', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const seconds = secondsToNextTick(paceOf(2), () => bytes as Bytes);
      expect(Number.isFinite(seconds)).toBe(true);
      expect(seconds).toBeGreaterThanOrEqual(30);
    }),
  );
});
