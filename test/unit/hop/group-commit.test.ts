import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../relay/group-commit.ts';

describe('group commit', () => {
  const recorded = (options: { largestGroup: number; lanes: number }, write = () => pause(5)) => {
    const groups: number[][] = [];
    const state = { underWay: 0, most: 0 };
    const commit = groupCommit<number, string>(async (items) => {
      groups.push([...items]);
      state.most = Math.max(state.most, ++state.underWay);
      await write();
      state.underWay--;
      return items.map((item) => `wrote ${item}`);
    }, options);
    return { groups, state, commit };
  };

  it('writes what came at the same time in one go, and what came meanwhile in the next', async () => {
    const { groups, commit } = recorded({ largestGroup: 100, lanes: 1 });
    const first = Promise.all([1, 2, 3].map((item) => commit.submit(item)));
    await pause(2);
    const second = Promise.all([4, 5].map((item) => commit.submit(item)));
    expect(await first).toEqual(['wrote 1', 'wrote 2', 'wrote 3']);
    expect(await second).toEqual(['wrote 4', 'wrote 5']);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('keeps groups to their size and lanes to their number', async () => {
    const { groups, state, commit } = recorded({ largestGroup: 4, lanes: 2 });
    await Promise.all(Array.from({ length: 30 }, (_, item) => commit.submit(item)));
    expect(groups.every((group) => group.length <= 4)).toBe(true);
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    expect(state.most).toBe(2);
  });

  it('tells everybody in a group that failed, and goes on', async () => {
    let fail = true;
    const { commit } = recorded({ largestGroup: 2, lanes: 1 }, async () => {
      if (fail) throw new Error('full');
    });
    const outcomes = await Promise.allSettled([commit.submit(1), commit.submit(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fail = false;
    expect(await commit.submit(3)).toBe('wrote 3');
  });

  it('drains what waits and what is under way', async () => {
    const { groups, commit } = recorded({ largestGroup: 1, lanes: 1 });
    const all = Promise.all([1, 2, 3].map((item) => commit.submit(item)));
    await commit.drain();
    expect(groups).toEqual([[1], [2], [3]]);
    expect(await all).toEqual(['wrote 1', 'wrote 2', 'wrote 3']);
    await commit.drain();
  });
});
