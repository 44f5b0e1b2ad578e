import { describe, expect, it } from 'vitest';
import { countTable } from '../../../extension/inbox/trends/counts.ts';
import { dayNumber, type Fact, NEVER } from '../../../extension/inbox/trends/facts.ts';
import { isoDay, periodAt, wholePeriods } from '../../../extension/inbox/trends/periods.ts';
import { placeGroups } from '../../../extension/inbox/trends/place-groups.ts';
import { quickFixes } from '../../../extension/inbox/trends/quick-fixes.ts';
import { silenceMap } from '../../../extension/inbox/trends/silence.ts';
import { PRAISE, stuckTopics } from '../../../extension/inbox/trends/stuck.ts';
import { teamClocks } from '../../../extension/inbox/trends/team-clocks.ts';
import { trendsOf } from '../../../extension/inbox/trends/trends.ts';
import { KINDS } from '../../../shared/taxonomy.ts';
import { tableFrom, times } from './fact-fixture.ts';

const PLACES = [
  { code: 'MED', label: 'Medicine', staff: 400 },
  { code: 'W7', label: 'Ward 7', parent: 'MED', staff: 40 },
  { code: 'W7N', label: 'Ward 7, nights', parent: 'W7', staff: 12 },
  { code: 'SUR', label: 'Surgery', staff: 300 },
  { code: 'POD', label: 'Podiatry', staff: 6 },
];
const GROUPS = placeGroups(PLACES);
const TODAY = dayNumber('2026-11-22');

describe('periods', () => {
  it('are whole calendar weeks, months and quarters', () => {
    expect(periodAt(dayNumber('2026-11-22'), 'week')).toEqual({
      name: '2026-W47',
      from: dayNumber('2026-11-16'),
      until: dayNumber('2026-11-23'),
    });
    expect(periodAt(dayNumber('2027-01-01'), 'week').name).toBe('2026-W53');
    expect(periodAt(dayNumber('2024-02-29'), 'month')).toEqual({
      name: '2024-02',
      from: dayNumber('2024-02-01'),
      until: dayNumber('2024-03-01'),
    });
    expect(periodAt(dayNumber('2026-12-31'), 'quarter').until).toBe(dayNumber('2027-01-01'));
    expect(isoDay(dayNumber('1999-12-31'))).toBe('1999-12-31');
  });

  it('the one that still runs is not among them, nor any before the first concern', () => {
    const names = (earliest: string) =>
      wholePeriods(dayNumber(earliest), TODAY, 'month', 12).map(({ name }) => name);
    expect(names('2026-08-31')).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(names('2026-11-20')).toEqual([]);
    expect(names('2020-01-01')).toHaveLength(12);
  });
});

describe('counts', () => {
  const facts: Partial<Fact>[] = [
    { released: TODAY - 40, category: 'fall', place: 'W7N', factors: ['staffing', 'it'] },
    { released: TODAY - 10, category: 'fall', place: 'W7', factors: ['staffing'] },
    { released: TODAY - 9, kind: 'hazard', place: 'SUR' },
    { released: TODAY - 9, kind: 'staff' },
    { released: TODAY + 40 },
  ];
  const weeks = wholePeriods(TODAY - 45, TODAY, 'week', 26);
  const rows = (dimension: 'kind' | 'category' | 'factor' | 'place') =>
    countTable(tableFrom(facts), dimension, weeks, GROUPS).rows.map(({ name, total }) => [name, total]);

  it('tell concerns apart by what was picked, by groups of places, and say what nobody picked', () => {
    expect(rows('kind')).toEqual([
      ['near_miss', 2],
      ['hazard', 1],
      ['staff', 1],
    ]);
    expect(rows('category')).toEqual([
      ['fall', 2],
      ['not_said', 2],
    ]);
    expect(rows('factor')).toEqual([
      ['staffing', 2],
      ['it', 1],
    ]);
    expect(rows('place')).toEqual([
      ['MED', 2],
      ['SUR', 1],
      ['not_said', 1],
    ]);
  });

  it('add up to the concerns of each period', () => {
    const { totals, periods } = countTable(tableFrom(facts), 'kind', weeks, GROUPS);
    expect(totals.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(totals[periods.indexOf(periodAt(TODAY - 9, 'week').name)]).toBe(3);
  });
});

describe('stuck topics', () => {
  const three = times(3, { released: TODAY - 30, category: 'staffing', place: 'W7' });

  it('come back three times in 90 days in one group of places', () => {
    expect(stuckTopics(tableFrom(three), GROUPS, TODAY)).toEqual([
      { category: 'staffing', group: 'MED', times: 3 },
    ]);
    expect(stuckTopics(tableFrom(three.slice(1)), GROUPS, TODAY)).toEqual([]);
  });

  it('are neither older than that, nor praise, nor spread over groups', () => {
    const topics = (change: Partial<Fact>) =>
      stuckTopics(tableFrom([...three.slice(1), { ...three[0], ...change }]), GROUPS, TODAY);
    expect(KINDS[PRAISE]).toBe('good_care');
    expect(topics({ released: TODAY - 89 })).toHaveLength(1);
    expect(topics({ released: TODAY - 90 })).toEqual([]);
    expect(topics({ kind: 'good_care' })).toEqual([]);
    expect(topics({ place: 'SUR' })).toEqual([]);
    expect(topics({ place: 'W7N' })).toHaveLength(1);
  });
});

describe('the silence map', () => {
  it('tells quiet from good, and says nothing of small groups', () => {
    const table = tableFrom([
      { released: TODAY - 20, place: 'W7N' },
      { released: TODAY - 91, place: 'SUR' },
      { released: TODAY - 5, place: 'POD' },
    ]);
    const voices = (answers: number) =>
      silenceMap(table, GROUPS, new Map([['SUR', answers]]), TODAY).map(({ group, voice }) => [group, voice]);
    expect(voices(11)).toEqual([
      ['SUR', 'quiet'],
      ['MED', 'speaking'],
      ['POD', 'too-small'],
    ]);
    expect(voices(10)[0]).toEqual(['SUR', 'no-word']);
  });
});

describe('the quick-fix lane', () => {
  it('holds suggested fixes, done within seven days or late', () => {
    const fix = { suggestsFix: true };
    const lane = quickFixes(
      tableFrom([
        { ...fix, released: TODAY - 20, closed: true, answered: TODAY - 13 },
        { ...fix, released: TODAY - 20, closed: true, answered: TODAY - 12 },
        { ...fix, released: TODAY - 7 },
        { ...fix, released: TODAY - 8 },
        { ...fix, released: TODAY - 200 },
        { released: TODAY - 8 },
      ]),
      TODAY,
      90,
    );
    expect(lane).toEqual({ suggested: 4, closedInTime: 1, open: 1, late: 1 });
  });
});

describe('clocks of a team', () => {
  it('count what was kept and what ran out, and leave out what still runs and signals', () => {
    const clocks = teamClocks(
      tableFrom([
        { released: TODAY - 20, acknowledged: TODAY - 13 },
        { released: TODAY - 20, acknowledged: TODAY - 12 },
        { released: TODAY - 8 },
        { released: TODAY - 7 },
        { released: TODAY - 3, acknowledged: TODAY - 3, answered: TODAY - 2, closed: true },
        { released: TODAY - 60, signal: true, acknowledged: NEVER },
      ]),
      TODAY,
      180,
    );
    expect(clocks.acknowledge).toEqual({ due: 4, kept: 2 });
    expect(clocks.answer).toEqual({ due: 1, kept: 1 });
    expect(clocks.medianDays).toBe(7);
  });

  it('an answer is due three months after the acknowledgement', () => {
    const released = dayNumber('2026-08-01');
    const at = (today: string) =>
      teamClocks(tableFrom([{ released, acknowledged: released }]), dayNumber(today), 180).answer;
    expect(at('2026-11-01')).toEqual({ due: 0, kept: 0 });
    expect(at('2026-11-02')).toEqual({ due: 1, kept: 0 });
  });
});

describe('all of it', () => {
  const question = {
    today: TODAY,
    grain: 'week' as const,
    places: PLACES,
    pulseAnswers: new Map(),
    stories: [],
  };

  it('is empty and calm for a desk without concerns', () => {
    const trends = trendsOf(tableFrom([]), question);
    expect(trends.all.reading.says).toBe('too-few');
    expect(trends.periods).toEqual([]);
    // The last quarter began more than 120 days ago, and nothing shows that all of it is still kept.
    expect(trends.release).toBeNull();
    expect(trends.distress).toBeNull();
  });

  it('says how many of the written concerns hold words of distress, from eleven on', () => {
    const written = times(10, { released: TODAY - 5 });
    const distress = (facts: Partial<Fact>[]) => trendsOf(tableFrom(facts), question).distress;
    expect(distress(written)).toBeNull();
    expect(distress([...written, { released: TODAY - 5, distressed: true }])).toBeCloseTo(1 / 11);
    expect(distress([...written, { released: TODAY - 5, signal: true }])).toBeNull();
  });

  it('takes 100,000 concerns in a moment', () => {
    const many = tableFrom(
      Array.from({ length: 100_000 }, (_, at) => ({
        released: TODAY - (at % 180),
        kind: KINDS[at % 6] ?? 'hazard',
        category: at % 3 === 0 ? null : ('fall' as const),
        place: ['W7', 'SUR', 'W7N'][at % 3] ?? null,
        factors: ['staffing' as const],
        acknowledged: TODAY - (at % 180) + 2,
      })),
    );
    const trends = trendsOf(many, question);
    expect(trends.all.values.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(90_000);
  });
});
