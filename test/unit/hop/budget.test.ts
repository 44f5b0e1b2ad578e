import { describe, expect, it } from 'vitest';
import { siteBudget } from '../../../relay/hop/budget.ts';

describe('the site budget', () => {
  const withClock = () => {
    const state = { now: 1000, alarms: [] as unknown[] };
    const budget = siteBudget(
      5,
      () => state.now,
      (event, fields) => state.alarms.push([event, fields]),
    );
    const taken = (tries: number) =>
      Array.from({ length: tries }, () => budget.take()).filter(Boolean).length;
    return { state, taken };
  };

  it('lets ten seconds’ worth come at once, then so many a second', () => {
    const { state, taken } = withClock();
    expect(taken(80)).toBe(50);
    state.now += 1;
    expect(taken(80)).toBe(5);
    state.now += 1000;
    expect(taken(80)).toBe(50);
  });

  it('raises the alarm once a minute, with how many were turned away', () => {
    const { state, taken } = withClock();
    taken(60);
    expect(state.alarms).toEqual([['budget.exceeded', { times: 1 }]]);
    state.now += 60;
    taken(60);
    expect(state.alarms).toEqual([
      ['budget.exceeded', { times: 1 }],
      ['budget.exceeded', { times: 10 }],
    ]);
  });

  it('survives a clock that goes back', () => {
    const { state, taken } = withClock();
    taken(50);
    state.now -= 500;
    expect(taken(1)).toBe(0);
    state.now += 1;
    expect(taken(10)).toBe(5);
  });
});
