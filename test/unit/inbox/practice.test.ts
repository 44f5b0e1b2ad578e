import { describe, expect, it } from 'vitest';
import { countsOf, NO_FILTERS } from '../../../extension/inbox/filters.ts';
import type { OpenedConcern } from '../../../extension/inbox/opening.ts';
import { isPractice, queueOf } from '../../../extension/inbox/queue.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { factsOf } from '../../../extension/inbox/trends/facts.ts';
import { asTravels, type Concern, decodeConcern, encodeConcern } from '../../../shared/concern.ts';

const TODAY = '2027-03-01';
const LONG_AGO = '2026-11-24';

function queue(given: Record<string, Omit<Concern, 'v' | 'tax'>>) {
  const entries = Object.entries(given);
  const sealed = entries.map(([id]) => ({ id, desk: 1, deskKid: 'k', releaseDay: LONG_AGO, envelope: '' }));
  const opened = entries.map(([id, fields]): [string, OpenedConcern] => {
    const concern = decodeConcern(encodeConcern(fields));
    const words = { signal: concern.t === undefined, first: '', searchable: '', thread: id };
    return [id, { id, state: 'read', concern, ...words }];
  });
  return queueOf(sealed, new Map(opened), foldTeamLog([]), TODAY);
}

describe('what was made while practising', () => {
  const { concerns, signals } = queue({
    tile: { kind: 'near_miss', practice: true },
    words: { kind: 'hazard', practice: true, t: { what: 'Only trying.' } },
    real: { kind: 'hazard', t: { what: 'The door sticks.' } },
  });

  it('travels as one more field, and a real concern has none', () => {
    expect(asTravels({ kind: 'hazard', practice: true })).toMatchObject({ practice: true });
    expect(asTravels({ kind: 'hazard' })).not.toHaveProperty('practice');
  });

  it('lies in the queue as a row of its own, also without words, so that nobody overlooks a real one among them', () => {
    expect(concerns.filter(isPractice).map(({ id }) => id)).toEqual(['tile', 'words']);
    expect(signals).toEqual([]);
  });

  it('has no deadline, however long it lies there', () => {
    const due = Object.fromEntries(concerns.map((item) => [item.id, item.due?.what ?? null]));
    expect(due).toEqual({ tile: null, words: null, real: 'acknowledge' });
  });

  it('is in no count and in no trend', () => {
    expect(countsOf(concerns, NO_FILTERS)).toMatchObject({
      folders: { new: 1, all: 1 },
      overdue: 1,
      kinds: [{ value: 'hazard', count: 1 }],
    });
    expect(factsOf(concerns).count).toBe(1);
  });
});
