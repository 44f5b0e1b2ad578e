import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../extension/inbox/trends/evidence.ts';
import { dayNumber, type Fact } from '../../../extension/inbox/trends/facts.ts';
import { tableFrom, times } from './fact-fixture.ts';

const TODAY = dayNumber('2026-10-20');
const on = (day: string, count: number, fact: Partial<Fact> = {}): Partial<Fact>[] =>
  times(count, { ...fact, released: dayNumber(day) });
const CHANGE = { day: dayNumber('2026-07-14'), category: null };
/** Half of what the desk keeps is older, so that nothing of spring has been deleted. */
const OLD = on('2026-03-01', 1);

describe('before and after', () => {
  it('sets whole months beside each other and leaves out the month of the change', () => {
    const found = evidenceOf(tableFrom(OLD), CHANGE, TODAY);
    expect([found.before, found.after]).toEqual([
      ['2026-04', '2026-05', '2026-06'],
      ['2026-08', '2026-09'],
    ]);
    const onTheFirst = evidenceOf(tableFrom(OLD), { day: dayNumber('2026-07-01'), category: null }, TODAY);
    expect(onTheFirst.after).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('knows no month of which something may be deleted, and none whose last week can still be acknowledged', () => {
    const young = evidenceOf(tableFrom(on('2026-06-20', 1)), CHANGE, TODAY);
    expect(young.before).toEqual([]);
    expect(evidenceOf(tableFrom(OLD), CHANGE, dayNumber('2026-09-05')).after).toEqual([]);
    expect(evidenceOf(tableFrom(OLD), CHANGE, dayNumber('2026-09-09')).after).toEqual(['2026-08']);
  });

  it('counts a week’s number, shares, and a topic by itself', () => {
    const facts = [
      ...OLD,
      ...on('2026-05-10', 26, { category: 'fall' }),
      ...on('2026-05-11', 26, { kind: 'incident' }),
      ...on('2026-08-10', 61, { acknowledged: dayNumber('2026-08-17') }),
      ...on('2026-07-02', 500),
    ];
    const { rows } = evidenceOf(tableFrom(facts), { ...CHANGE, category: 'fall' }, TODAY);
    const row = (name: string) => rows.find((each) => each.name === name);
    expect(row('all')?.before?.value).toBeCloseTo(52 / 13, 6);
    expect(row('all')?.after?.value).toBeCloseTo(61 / (61 / 7), 6);
    expect(row('all')?.change?.value).toBeCloseTo(7 / 4, 6);
    expect(row('topic')?.before?.count).toBe(26);
    expect(row('topic')?.change).toBeNull();
    expect([row('near_misses')?.before?.value, row('near_misses')?.after?.value]).toEqual([0.5, 1]);
    expect([row('acknowledged')?.before?.value, row('acknowledged')?.after?.value]).toEqual([0, 1]);
  });

  it('says where there are too few, and shows others only what each month could show by itself', () => {
    const few = evidenceOf(
      tableFrom([...OLD, ...on('2026-05-10', 10), ...on('2026-08-10', 90)]),
      CHANGE,
      TODAY,
    );
    expect(few.rows.map(({ few: tooFew }) => tooFew)).toEqual([true, true, true]);
    expect(few.rows.some(({ mayBeShown }) => mayBeShown)).toBe(false);
    const months = ['2026-04-10', '2026-05-10', '2026-06-10', '2026-08-10', '2026-09-10'];
    const full = months.flatMap((day) => [...on(day, 11), ...on(day, 11, { kind: 'hazard' })]);
    const shown = (facts: readonly Partial<Fact>[]) =>
      evidenceOf(tableFrom([...OLD, ...facts]), CHANGE, TODAY)
        .rows.filter(({ mayBeShown }) => mayBeShown)
        .map(({ name }) => name);
    expect(shown(full)).toEqual(['all', 'near_misses', 'acknowledged']);
    expect(shown([...full, ...on('2026-09-11', 3, { kind: 'culture' })])).toEqual([
      'all',
      'near_misses',
      'acknowledged',
    ]);
    expect(shown(full.slice(0, -1))).toEqual(['all', 'acknowledged']);
  });

  it('has nothing of a pulse to count: its rows are concerns and signals', () => {
    const { rows } = evidenceOf(tableFrom(OLD), CHANGE, TODAY);
    expect(rows.map(({ name }) => name)).toEqual(['all', 'near_misses', 'acknowledged']);
  });
});
