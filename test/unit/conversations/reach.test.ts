import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../extension/conversations/reach.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';

const random = seededRandom('reach');
const [a, b, c, d] = [random(32), random(32), random(32), random(32)];
const days = [
  { day: '2026-11-26', packs: [a, b] },
  { day: '2026-11-25', packs: [c] },
  { day: '2026-11-24', packs: [d] },
];
const here = (...hashes: Uint8Array[]) => new Set(hashes.map(toBase64url));

describe('how far back the packs here reach', () => {
  it.each([
    ['all of them', here(a, b, c, d), '2026-11-24', 0, 0],
    ['the newest ones', here(a, b, c), '2026-11-25', 1, 1],
    ['a hole in the middle', here(a, b, d), '2026-11-26', 1, 1],
    ['half of the newest day', here(a, c, d), null, 1, 1],
    ['none', here(), null, 4, 3],
  ])('with %s', (_, set, since, missing, missingDays) => {
    expect(reachOf({ days }, set)).toEqual({ added: '2026-11-26', since, missing, missingDays });
  });

  it('is nothing before the first packs', () => {
    expect(reachOf({ days: [] }, here())).toEqual({ added: null, since: null, missing: 0, missingDays: 0 });
  });
});
