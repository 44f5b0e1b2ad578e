import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_FIRST, browseAfter, shownItems } from '../../../extension/inbox/browse.ts';
import { countsOf, filtered, filteredSignals, NO_FILTERS } from '../../../extension/inbox/filters.ts';
import type { OpenedConcern, SealedConcern } from '../../../extension/inbox/opening.ts';
import { type QueueItem, queueOf, tallyOf, withAdded } from '../../../extension/inbox/queue.ts';
import { folded } from '../../../extension/inbox/search.ts';
import { foldTeamLog, type TeamLog } from '../../../extension/inbox/team-fold.ts';
import { type Triage, UNTOUCHED } from '../../../extension/inbox/triage.ts';
import type { Concern } from '../../../shared/concern.ts';

const TODAY = '2026-11-24';
const NOTHING = foldTeamLog([]);
const ACKNOWLEDGED: Triage = {
  ...UNTOUCHED,
  status: 'acknowledged',
  acknowledged: { day: TODAY, by: 'ada' },
};
const CLOSED: Triage = { ...ACKNOWLEDGED, status: 'closed', closing: { reason: 'resolved', line: '' } };

interface Given {
  readonly id: string;
  readonly day?: string;
  readonly concern?: Omit<Concern, 'v' | 'tax'> | null;
  readonly triage?: Triage;
}

function queue(given: readonly Given[]) {
  const sealed = given.map(
    ({ id, day = TODAY }): SealedConcern => ({ id, desk: 1, deskKid: 'k', releaseDay: day, envelope: '' }),
  );
  const opened = new Map(
    given.map(({ id, concern = { kind: 'near_miss', t: { what: id } } }): [string, OpenedConcern] => [
      id,
      concern === null
        ? { id, state: 'unreadable' }
        : {
            id,
            state: 'read',
            concern: { v: 1, tax: '1.0.0', ...concern },
            signal: concern.t === undefined,
            first: Object.values(concern.t ?? {})[0] ?? '',
            searchable: folded(Object.values(concern.t ?? {}).join(' ')),
            thread: `thread of ${id}`,
          },
    ]),
  );
  const concerns = new Map(given.flatMap(({ id, triage }) => (triage ? [[id, triage] as const] : [])));
  const log: TeamLog = { ...NOTHING, concerns };
  return queueOf(sealed, opened, log, TODAY);
}
const ids = (items: readonly QueueItem[]) => items.map(({ id }) => id);

describe('the queue', () => {
  it('puts what runs out first on top, and what is closed last', () => {
    const { concerns } = queue([
      { id: 'new' },
      { id: 'closed', triage: CLOSED },
      { id: 'answer', triage: ACKNOWLEDGED },
      { id: 'late', day: '2026-11-10' },
    ]);
    expect(ids(concerns)).toEqual(['late', 'new', 'answer', 'closed']);
    expect(concerns.map(({ due }) => due && [due.what, due.daysLeft])).toEqual([
      ['acknowledge', -7],
      ['acknowledge', 7],
      ['answer', 92],
      null,
    ]);
  });

  it('shows no order of arrival within a day', () => {
    const given = ['m', 'c', 'x', 'a'].map((id) => ({ id }));
    expect(ids(queue(given).concerns)).toEqual(ids(queue(given.toReversed()).concerns));
  });

  it('keeps a message that could not be read in the queue, with a clock like any other', () => {
    const { concerns } = queue([{ id: 'broken', concern: null }, { id: 'fine' }]);
    expect(concerns).toHaveLength(2);
    expect(concerns.find(({ id }) => id === 'broken')?.due?.daysLeft).toBe(7);
  });

  it('keeps what has not changed as it was, and only that', () => {
    const before = queue([{ id: 'a' }, { id: 'b' }]);
    const opened = new Map([...before.items].map(([id, item]) => [id, item.opened]));
    const sealed = ['a', 'b'].map(
      (id): SealedConcern => ({ id, desk: 1, deskKid: 'k', releaseDay: TODAY, envelope: '' }),
    );
    const history = [
      { id: 'event', day: TODAY, by: 'ada', what: { type: 'acknowledged' as const }, about: null, at: 0 },
    ];
    const log: TeamLog = { ...NOTHING, concerns: new Map([['b', { ...ACKNOWLEDGED, history }]]) };
    const after = queueOf(sealed, opened, log, TODAY, before);
    expect(after.items.get('a')).toBe(before.items.get('a'));
    expect(after.items.get('b')?.triage.status).toBe('acknowledged');
  });

  it('leaves out what has not been opened yet', () => {
    const sealed: SealedConcern = { id: 'a', desk: 1, deskKid: 'k', releaseDay: TODAY, envelope: '' };
    expect(queueOf([sealed], new Map(), NOTHING, TODAY)).toEqual({
      items: new Map(),
      concerns: [],
      signals: [],
      threads: new Set(),
    });
  });

  it('is the same whether it was built at once or portion by portion', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 24 }), fc.nat({ max: 6 }), (messages, size) => {
        const sealed = new Map(messages.map((one, at) => [`m${at}`, sealedAt(`m${at}`, one.day)]));
        const opened = new Map(messages.map((one, at) => [`m${at}`, openedAs(`m${at}`, one)]));
        const concerns = new Map(
          messages.flatMap(({ triage }, at) => (triage === null ? [] : [[`m${at}`, triage] as const])),
        );
        const log: TeamLog = { ...NOTHING, concerns };
        const ids = [...sealed.keys()];
        let queue = queueOf([], new Map(), log, TODAY);
        for (let from = 0; from < ids.length; from += 1 + size) {
          const portion = ids.slice(from, from + 1 + size);
          const known = ids.slice(0, from + 1 + size);
          const here = new Map(known.map((id) => [id, opened.get(id) as OpenedConcern]));
          queue =
            withAdded(queue, portion, sealed, here, log, TODAY) ??
            queueOf(sealed.values(), here, log, TODAY, queue);
        }
        const whole = queueOf(sealed.values(), opened, log, TODAY);
        expect(queue.concerns).toEqual(whole.concerns);
        expect(queue.items).toEqual(whole.items);
        expect(new Set(queue.signals)).toEqual(new Set(whole.signals));
      }),
    );
  });
});

const message = fc.record({
  day: fc.constantFrom(TODAY, '2026-11-20', '2026-11-10'),
  what: fc.constantFrom('words', 'tile', 'follow-up', 'survey', 'unreadable'),
  thread: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  triage: fc.constantFrom(null, null, ACKNOWLEDGED, CLOSED),
});

function sealedAt(id: string, releaseDay: string): SealedConcern {
  return { id, desk: 1, deskKid: 'k', releaseDay, envelope: '' };
}

function openedAs(id: string, { what, thread }: { what: string; thread: string }): OpenedConcern {
  const said = { first: id, searchable: id, thread };
  if (what === 'unreadable') return { id, state: 'unreadable' };
  if (what === 'survey')
    return { id, state: 'survey', answer: 'yes', ...said, first: '' as const, searchable: '' as const };
  if (what === 'follow-up') return { id, state: 'follow-up', text: id, ...said };
  const signal = what === 'tile';
  const concern = {
    v: 1 as const,
    tax: '1.0.0',
    kind: 'hazard' as const,
    ...(!signal && { t: { what: id } }),
  };
  return { id, state: 'read', concern, signal, ...said };
}

describe('signals', () => {
  const given: Given[] = [
    { id: 'a', concern: { kind: 'near_miss', category: 'medication', unit: 'W7' } },
    { id: 'b', concern: { kind: 'near_miss', category: 'medication', unit: 'W7' } },
    { id: 'c', concern: { kind: 'near_miss', category: 'medication' } },
    { id: 'd', concern: { kind: 'hazard' }, triage: ACKNOWLEDGED },
    { id: 'with words', concern: { kind: 'hazard', t: { what: 'wet floor' } } },
  ];

  it('are tallied by kind, category and place, and have no clock', () => {
    const { signals, concerns } = queue(given);
    expect(ids(concerns)).toEqual(['with words']);
    expect(signals.every(({ due }) => due === null)).toBe(true);
    expect(
      tallyOf(signals).map(({ kind, category, place, waiting, acknowledged }) => [
        kind,
        category,
        place,
        waiting.length,
        acknowledged,
      ]),
    ).toEqual([
      ['near_miss', 'medication', 'W7', 2, 0],
      ['near_miss', 'medication', null, 1, 0],
      ['hazard', null, null, 0, 1],
    ]);
  });

  it('are narrowed by kind, category and week, and not by what only concerns have', () => {
    const { signals } = queue(given);
    const filters = { ...NO_FILTERS, folder: 'closed', overdue: true, query: 'floor' } as const;
    expect(filteredSignals(signals, filters)).toHaveLength(4);
    expect(ids(filteredSignals(signals, { ...filters, kind: 'hazard' }))).toEqual(['d']);
  });
});

describe('filters and search', () => {
  const { concerns } = queue([
    {
      id: 'pump',
      concern: { kind: 'near_miss', category: 'device', t: { what: 'Die Übergabe der Pumpe war laut.' } },
    },
    {
      id: 'rota',
      day: '2026-11-10',
      concern: { kind: 'staff', category: 'staffing', t: { what: 'Rota again', fix: 'one more nurse' } },
    },
    { id: 'arabic', concern: { kind: 'staff', t: { what: 'الأجهزة مُعطّلة' } }, triage: ACKNOWLEDGED },
    { id: 'broken', concern: null },
  ]);
  const found = (filters: Partial<typeof NO_FILTERS> & { query?: string }) =>
    ids(filtered(concerns, { ...NO_FILTERS, folder: 'all', ...filters })).toSorted();

  it('narrow by status, kind, category, week and lateness, and all of them together', () => {
    expect(found({ folder: 'new' })).toEqual(['broken', 'pump', 'rota']);
    expect(found({ kind: 'staff' })).toEqual(['arabic', 'rota']);
    expect(found({ category: 'device' })).toEqual(['pump']);
    expect(found({ week: '2026-11-09' })).toEqual(['rota']);
    expect(found({ overdue: true })).toEqual(['rota']);
    expect(found({ kind: 'staff', overdue: true, folder: 'acknowledged' })).toEqual([]);
  });

  it('find words in any box, whatever their accents, case or spelling of alef', () => {
    expect(found({ query: 'ubergabe PUMPE' })).toEqual(['pump']);
    expect(found({ query: 'nurse' })).toEqual(['rota']);
    expect(found({ query: 'الاجهزه' })).toEqual(['arabic']);
    expect(found({ query: 'معطلة' })).toEqual(['arabic']);
    expect(found({ query: 'pumpe rota' })).toEqual([]);
    expect(found({ query: '  ' })).toHaveLength(4);
  });

  it('count each folder over everything, and the rest over the folder that is open', () => {
    const counts = countsOf(concerns, { ...NO_FILTERS, folder: 'acknowledged' });
    expect(counts.folders).toEqual({ new: 3, acknowledged: 1, 'in-review': 0, closed: 0, all: 4 });
    expect(counts.kinds).toEqual([{ value: 'staff', count: 1 }]);
    expect(counts.overdue).toBe(1);
    expect(countsOf(concerns, NO_FILTERS).weeks).toEqual([
      { value: '2026-11-23', count: 2 },
      { value: '2026-11-09', count: 1 },
    ]);
  });
});

describe('browsing', () => {
  const before = queue([{ id: 'a' }, { id: 'b' }, { id: 'c' }]).concerns;
  const after = queue([{ id: 'a' }, { id: 'b', triage: ACKNOWLEDGED }, { id: 'c' }]).concerns;
  const at = browseAfter(AT_FIRST, { to: 'concern', id: 'b' }, before);

  it('leaves the concern being read in its place when acknowledging it took it out of the folder', () => {
    expect(ids(shownItems(after, at, ids(before)))).toEqual(['a', 'b', 'c']);
    const next = browseAfter(at, { to: 'neighbour', step: 1 }, shownItems(after, at, ids(before)));
    expect(next.selected).toBe('c');
    expect(ids(shownItems(after, next, ['a', 'b', 'c']))).toEqual(['a', 'c']);
    const searching = browseAfter(at, { to: 'filters', filters: { query: 'a' } }, before);
    expect(ids(shownItems(after, searching, ids(before)))).toEqual(['a']);
  });

  it('steps through the list and stops at its ends', () => {
    const steps = [1, 1, 1, 1, -1, -1, -1, -1] as const;
    const path: (string | null)[] = [];
    let browse = AT_FIRST;
    for (const step of steps) {
      browse = browseAfter(browse, { to: 'neighbour', step }, before);
      path.push(browse.selected);
    }
    expect(path).toEqual(['a', 'b', 'c', 'c', 'b', 'a', 'a', 'a']);
    expect(browseAfter(AT_FIRST, { to: 'neighbour', step: 1 }, []).selected).toBeNull();
  });

  it('closes what is being read when the list is narrowed, but not while words are typed', () => {
    expect(browseAfter(at, { to: 'filters', filters: { kind: 'staff' } }, before).selected).toBeNull();
    expect(browseAfter(at, { to: 'filters', filters: { query: 'x' } }, before).selected).toBe('b');
  });
});
