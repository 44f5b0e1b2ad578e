import { describe, expect, it } from 'vitest';
import { supportRequestsAfter, supportRequestsOf } from '../../../extension/inbox/pulse/support-requests.ts';
import type { QueueItem } from '../../../extension/inbox/queue.ts';

/** A concern of that day, as far as counting looks. */
function asked(releaseDay: string, concern: object = {}): QueueItem {
  return {
    releaseDay,
    opened: { state: 'read', concern: { kind: 'staff', wishes: ['support'], ...concern } },
  } as unknown as QueueItem;
}

const eleven = Array.from({ length: 11 }, (_, at) => asked(`2026-0${7 + (at % 3)}-15`));

describe('requests for support', () => {
  it('are told of a whole quarter that is over, from eleven on', () => {
    expect(supportRequestsOf(eleven, 1, '2026-10-08')).toEqual({ desk: 1, quarter: '2026-Q3', requests: 11 });
    expect(supportRequestsOf(eleven.slice(1), 1, '2026-10-08')).toBeNull();
    const others = [
      asked('2026-06-30'),
      asked('2026-10-01'),
      asked('2026-08-01', { practice: true }),
      asked('2026-08-01', { wishes: ['round'] }),
    ];
    expect(supportRequestsOf([...eleven.slice(1), ...others], 1, '2026-10-08')).toBeNull();
  });

  it('are not told while some may still come, nor once some may be deleted', () => {
    expect(supportRequestsOf(eleven, 1, '2026-10-07')).toBeUndefined();
    expect(supportRequestsOf(eleven, 1, '2026-10-29')).toEqual(expect.objectContaining({ requests: 11 }));
    expect(supportRequestsOf(eleven, 1, '2026-10-30')).toBeUndefined();
  });

  it('are told once: a number that moved would say when somebody asked', () => {
    const mine = { desk: 1, quarter: '2026-Q3', requests: 11 };
    const theirs = { desk: 2, quarter: '2026-Q3', requests: 20 };
    const before = [mine, theirs];
    expect(supportRequestsAfter(before, 1, { ...mine, requests: 12 })).toBe(before);
    expect(supportRequestsAfter(before, 1, undefined)).toBe(before);
    expect(supportRequestsAfter([theirs], 1, mine)).toEqual(before);
    const next = { desk: 1, quarter: '2026-Q4', requests: 15 };
    expect(supportRequestsAfter(before, 1, next)).toEqual([next, theirs]);
    // A quarter with fewer than eleven takes the old number away, and says no other.
    expect(supportRequestsAfter(before, 1, null)).toEqual([theirs]);
    expect(supportRequestsAfter([theirs], 1, null)).toEqual([theirs]);
  });
});
