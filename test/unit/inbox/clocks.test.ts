import { describe, expect, it } from 'vitest';
import { ackDue, addMonths, daysBetween, feedbackDue, weekStart } from '../../../extension/inbox/clocks.ts';

describe('the clocks of a concern', () => {
  it.each([
    { released: '2026-11-24', acknowledged: '2026-11-30', ack: '2026-12-01', feedback: '2027-02-28' },
    { released: '2026-11-24', acknowledged: null, ack: '2026-12-01', feedback: '2027-03-01' },
    { released: '2027-11-29', acknowledged: '2027-11-30', ack: '2027-12-06', feedback: '2028-02-29' },
  ])('released $released, acknowledged $acknowledged: an answer is due $feedback', (vector) => {
    expect(ackDue(vector.released)).toBe(vector.ack);
    expect(feedbackDue(vector.released, vector.acknowledged)).toBe(vector.feedback);
  });

  it('clamps to the end of a shorter month, and counts over the turn of a year', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
  });

  it('counts whole days, over the night on which the clocks change too', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-12-01', '2026-11-24')).toBe(-7);
  });

  it('names a week by its Monday', () => {
    expect(weekStart('2026-11-23')).toBe('2026-11-23');
    expect(weekStart('2026-11-29')).toBe('2026-11-23');
    expect(weekStart('2027-01-01')).toBe('2026-12-28');
  });
});
