import { describe, expect, it } from 'vitest';
import {
  DRAFT_WAITS_MS,
  FLAGGED_WAITS_MS,
  isDraftOver,
  isFlaggedOver,
  MOVING_WAITS_MS,
} from '../../../extension/compose/waiting.ts';

const NOW = 1_764_000_000_000;

describe('a draft in memory', () => {
  it('waits for a quarter of an hour on a personal profile', () => {
    expect(DRAFT_WAITS_MS).toBe(15 * 60_000);
    expect(isDraftOver({ moving: false, at: NOW - DRAFT_WAITS_MS }, NOW)).toBe(false);
    expect(isDraftOver({ moving: false, at: NOW - DRAFT_WAITS_MS - 1 }, NOW)).toBe(true);
  });

  it('is on its way to the side panel for a few seconds only', () => {
    expect(isDraftOver({ moving: true, at: NOW - MOVING_WAITS_MS }, NOW)).toBe(false);
    expect(isDraftOver({ moving: true, at: NOW - MOVING_WAITS_MS - 1 }, NOW)).toBe(true);
  });

  it.each([null, 'draft', {}, { at: 'soon' }])('is over when it is none: %j', (draft) => {
    expect(isDraftOver(draft, NOW)).toBe(true);
  });
});

describe('what the context menu has sealed', () => {
  it('waits as long as a confirmation stays', () => {
    const atSeconds = NOW / 1000;
    expect(isFlaggedOver({ atSeconds }, NOW + FLAGGED_WAITS_MS)).toBe(false);
    expect(isFlaggedOver({ atSeconds }, NOW + FLAGGED_WAITS_MS + 1)).toBe(true);
    expect(isFlaggedOver({}, NOW)).toBe(true);
  });
});
