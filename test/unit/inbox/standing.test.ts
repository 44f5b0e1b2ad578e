import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Due, Queue, QueueItem } from '../../../extension/inbox/queue.ts';
import { standingOf } from '../../../extension/inbox/standing.ts';
import { standingField } from '../../../relay/mailroom/daily-line/standing.ts';

const item = (id: string, due: Pick<Due, 'day' | 'what'> | null) =>
  ({ id, due: due === null ? null : { ...due, daysLeft: 0 } }) as QueueItem;

const queue: Queue = {
  items: new Map(),
  signals: [item('tile', null)],
  threads: new Set(),
  concerns: [
    item('a', { what: 'acknowledge', day: '2026-12-01' }),
    item('b', { what: 'acknowledge', day: '2026-11-20' }),
    item('c', { what: 'answer', day: '2026-12-01' }),
    item('d', { what: 'promise', day: '2026-12-01' }),
    item('closed', null),
  ],
};

test('a desk’s standing is numbers by day, which the mailroom takes as they are', () => {
  const standing = standingOf(queue, { day: '2026-11-24', count: 7 }, '2026-11-26');
  expect(standing).toEqual({
    v: 1,
    day: '2026-11-24',
    seen: 7,
    due: [
      { day: '2026-11-20', acknowledge: 1, answer: 0 },
      { day: '2026-12-01', acknowledge: 1, answer: 2 },
    ],
  });
  expect(v.parse(standingField, JSON.parse(JSON.stringify(standing)))).toEqual(standing);
});

test('an empty desk says so', () => {
  const empty = { items: new Map(), signals: [], concerns: [], threads: new Set<string>() };
  expect(standingOf(empty, null, '2026-11-26')).toEqual({ v: 1, day: '2026-11-26', seen: 0, due: [] });
});
