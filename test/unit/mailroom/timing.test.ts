import { describe, expect, test } from 'vitest';
import { every, noticing, steadiness } from '../../../relay/mailroom/timing.ts';

describe('a clock', () => {
  test('is steady for as long as it runs evenly', () => {
    const steady = steadiness();
    expect([1000, 1001, 1900, 5500].map(steady)).toEqual([0, 1, 900, 4500]);
  });

  test('begins anew after a jump ahead or back', () => {
    const steady = steadiness();
    expect([1000, 2000, 90_000, 90_900, 2000, 2600].map(steady)).toEqual([0, 1000, 0, 900, 0, 600]);
  });
});

describe('every so many seconds', () => {
  test('is the first time, then when they have passed, and when the clock was set back', () => {
    const due = every(60);
    expect([100, 101, 159, 160, 219, 220, 50, 109, 110].map(due)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('noticing', () => {
  test('tells a change and not a state', () => {
    const told: string[] = [];
    const note = noticing((value: string) => told.push(value));
    for (const value of ['a', 'a', 'b', 'b', 'a']) note(value);
    expect(told).toEqual(['a', 'b', 'a']);
  });
});
