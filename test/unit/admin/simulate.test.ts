import { describe, expect, it } from 'vitest';
import { simulateCrowd } from '../../../relay/admin/crowd-simulation.ts';
import { runSimulate } from '../../../relay/admin/simulate.ts';

function seeded(seed: number): () => number {
  // mulberry32: enough for a simulation that has to come out the same each time.
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function said(...argv: string[]): { status: number; out: string; err: string } {
  let out = '';
  let err = '';
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  return { status: runSimulate(argv, io, seeded(1)), out, err };
}

describe('the crowd simulation', () => {
  it('agrees with arithmetic where arithmetic can answer', () => {
    const setting = { machines: 10_000, perHour: 30, windowHours: 1 / 30, linked: 2, on: 1 };
    const [first, second] = simulateCrowd(setting, 60, seeded(7));
    // Two minutes at a mean gap of two minutes, half a minute of it fixed: 1 - (90/120) e^{-1} = 0.724.
    expect((first?.p50 ?? 0) / 10_000).toBeCloseTo(0.724, 2);
    expect((second?.p50 ?? 0) / 10_000).toBeCloseTo(0.724 ** 2, 1);
  });

  it('shows why a relay that shuffles for seconds hides nobody', () => {
    const shuffled = { machines: 10_000, perHour: 5, windowHours: 20 / 3600, linked: 3, on: 0.96 };
    const hourly = { ...shuffled, windowHours: 1 };
    expect(simulateCrowd(shuffled, 40, seeded(2))[2]?.p50).toBeLessThanOrEqual(2);
    expect(simulateCrowd(hourly, 40, seeded(2))[0]?.p50).toBeGreaterThan(9_000);
  });

  it('prints one row a message and warns below four sends a window', () => {
    const weak = said('crowd', '--machines', '500', '--per-hour', '2', '--window', '1', '--linked', '2');
    expect(weak.status).toBe(0);
    expect(weak.out.split('\n').filter((line) => /^\s+[12]\s/.test(line))).toHaveLength(2);
    expect(weak.out).toContain('below 4');
    const strong = said('crowd', '--machines', '500', '--per-hour', '30', '--window', '1', '--linked', '1');
    expect(strong.out).not.toContain('below 4');
  });

  it('explains itself when called wrongly', () => {
    for (const argv of [
      [],
      ['crowd'],
      ['crowd', '--machines', 'many'],
      ['weather'],
      ['crowd', '--wind', '3'],
    ]) {
      expect(said(...argv)).toMatchObject({ status: 2, out: '' });
    }
  });
});
