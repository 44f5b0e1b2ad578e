import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayAt, isoWeekOf, keyWeekAt, mondayOf, WEEK_SECONDS } from '../../../shared/weeks.ts';

const seconds = fc.integer({ min: 0, max: 0xffffffff });
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a key week', () => {
  it('holds its moment and lasts a week, but for the first one of all', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const { from, until } = keyWeekAt(at);
        expect(from).toBeLessThanOrEqual(at);
        expect(until).toBeGreaterThan(at);
        if (from > 0) expect(until - from).toBe(WEEK_SECONDS);
      }),
    );
  });

  it('follows the one before it without gap or overlap', () => {
    fc.assert(
      fc.property(seconds, (at) => {
        const { from, until } = keyWeekAt(at);
        expect(keyWeekAt(until).from).toBe(until);
        if (from > 0) expect(keyWeekAt(from - 1).until).toBe(from);
      }),
    );
  });

  it('begins on a Tuesday at ten in the morning, UTC', () => {
    fc.assert(
      fc.property(fc.integer({ min: WEEK_SECONDS, max: 0xffffffff }), (at) => {
        const date = new Date(keyWeekAt(at).from * 1000);
        expect([date.getUTCDay(), date.getUTCHours(), date.getUTCMinutes()]).toEqual([2, 10, 0]);
      }),
    );
    expect(new Date(keyWeekAt(Date.UTC(2027, 0, 1) / 1000).from * 1000).toISOString()).toBe(
      '2026-12-29T10:00:00.000Z',
    );
  });
});

describe('the day of a moment', () => {
  it.each([
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31'],
    ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2026-12-31T23:30:00Z', 'America/New_York', '2026-12-31'],
    ['2027-01-01T04:59:59Z', 'America/New_York', '2026-12-31'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
    ['2026-10-24T23:30:00Z', 'Europe/London', '2026-10-25'],
    ['2026-01-01T10:00:00Z', 'Pacific/Kiritimati', '2026-01-02'],
    ['2028-02-29T12:00:00Z', 'Asia/Riyadh', '2028-02-29'],
  ])('%s in %s is %s', (moment, timeZone, day) => {
    expect(dayAt(Date.parse(moment) / 1000, timeZone)).toBe(day);
  });

  it('in UTC is what ISO 8601 says, whatever the moment', () => {
    fc.assert(
      fc.property(seconds, (at) => dayAt(at, 'UTC') === new Date(at * 1000).toISOString().slice(0, 10)),
    );
  });
});

describe('calendar days', () => {
  it('are counted over months, leap days and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-11-25', 90)).toBe('2027-02-23');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  });

  it('come back when as many are taken away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });
});

describe('the ISO week of a day', () => {
  it.each([
    ['2026-11-25', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2023-01-01', '2022-W52'],
    ['2024-01-01', '2024-W01'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });

  it('is the same from Monday to Sunday and another the Monday after', () => {
    fc.assert(
      fc.property(days, (day) => {
        const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
        const monday = addDays(day, -weekday);
        expect(isoWeekOf(monday)).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(monday, 6))).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(monday, 7))).not.toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(monday, 7)) > isoWeekOf(day)).toBe(true);
      }),
    );
  });

  it('goes by its Monday', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-23',
      '2026-12-28',
    ]);
    fc.assert(
      fc.property(days, (day) => {
        expect(isoWeekOf(mondayOf(day))).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(mondayOf(day), -1))).not.toBe(isoWeekOf(day));
      }),
    );
  });
});
