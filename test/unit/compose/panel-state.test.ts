import { describe, expect, it } from 'vitest';
import {
  canUndo,
  FADE_MS,
  FIRST_SCREEN,
  nextChange,
  nextStep,
  type PanelEvent,
  type PanelState,
  panelAfter,
  stepsFor,
  UNDO_MS,
  WARNING_MS,
} from '../../../extension/compose/panel-state.ts';
import { KINDS } from '../../../shared/taxonomy.ts';

const IDLE_MS = 120_000;

function told(state: PanelState, ...events: PanelEvent[]): PanelState {
  return events.reduce((so, event) => panelAfter(so, event, IDLE_MS), state);
}

const filed = told(
  FIRST_SCREEN,
  { type: 'flag', kind: 'near_miss', now: 0 },
  { type: 'filed', kind: 'near_miss', desk: 'patient-safety', now: 40 },
);

describe('one click', () => {
  it('files the concern, and a second click on another tile files nothing', () => {
    const sealing = told(FIRST_SCREEN, { type: 'flag', kind: 'near_miss', now: 0 });
    expect(told(sealing, { type: 'flag', kind: 'hazard', now: 5 })).toBe(sealing);
    expect(filed.flagged?.draft).toMatchObject({ kind: 'near_miss', desk: 'patient-safety' });
  });

  it('that fails says so on the first screen', () => {
    const failed = told(
      FIRST_SCREEN,
      { type: 'flag', kind: 'hazard', now: 0 },
      { type: 'refused', refusal: 'failed', now: 9 },
    );
    expect(failed).toMatchObject({ sealing: null, flagged: null, refusal: 'failed' });
  });

  it('is forgotten when Esc came before the answer', () => {
    const left = told(
      FIRST_SCREEN,
      { type: 'flag', kind: 'hazard', now: 0 },
      { type: 'clear', now: 5 },
      { type: 'filed', kind: 'hazard', desk: 'patient-safety', now: 9 },
    );
    expect(left.flagged).toBeNull();
  });
});

describe('a confirmation', () => {
  it('can be undone for five seconds', () => {
    expect(canUndo(filed)).toBe(true);
    expect(nextChange(filed)).toBe(40 + UNDO_MS);
    expect(canUndo(told(filed, { type: 'tick', now: 40 + UNDO_MS }))).toBe(false);
  });

  it('nobody touches gives way to the first screen after eight seconds', () => {
    const undone = told(filed, { type: 'tick', now: 40 + UNDO_MS });
    expect(nextChange(undone)).toBe(40 + FADE_MS);
    expect(told(undone, { type: 'tick', now: 39 + FADE_MS }).flagged).not.toBeNull();
    expect(told(undone, { type: 'tick', now: 40 + FADE_MS })).toEqual({ ...FIRST_SCREEN, now: 40 + FADE_MS });
  });

  it('stays eight seconds more after a sign of life', () => {
    expect(told(filed, { type: 'touch', now: 7_000 }).fadeAt).toBe(7_000 + FADE_MS);
  });

  it('stays while somebody adds to it, and asks before it clears', () => {
    const adding = told(filed, { type: 'change', change: { pick: 'category', value: 'fall' }, now: 6_000 });
    expect(adding.fadeAt).toBe(6_000 + IDLE_MS);
    const asked = told(adding, { type: 'tick', now: 6_000 + IDLE_MS - WARNING_MS });
    expect(asked).toMatchObject({ warning: true });
    expect(asked.flagged).not.toBeNull();
    expect(told(asked, { type: 'touch', now: 110_000 })).toMatchObject({ warning: false, fadeAt: 230_000 });
    expect(told(asked, { type: 'tick', now: 6_000 + IDLE_MS }).flagged).toBeNull();
  });

  it('waits as long as one reads about support', () => {
    const reading = told(filed, { type: 'sheet', sheet: 'support', now: 5_000 });
    expect(reading.fadeAt).toBe(5_000 + IDLE_MS);
    expect(told(reading, { type: 'sheet', sheet: null, now: 30_000 }).fadeAt).toBe(5_000 + IDLE_MS);
  });

  it('keeps seven words until they are written down', () => {
    const shown = told(filed, { type: 'words', words: { words: ['a', 'b'], language: 'en' }, now: 6_000 });
    expect(nextChange(told(shown, { type: 'touch', now: 7_000 }))).toBeNull();
    const written = told(shown, { type: 'wrote-down', now: 60_000 });
    expect(written).toMatchObject({ words: null, fadeAt: 60_000 + FADE_MS });
  });

  it('that has left takes nothing more', () => {
    expect(told(filed, { type: 'refused', refusal: 'already-left', now: 9_000 }).flagged?.left).toBe(true);
  });
});

describe('details', () => {
  it('unfold one at a time, in their order, words last', () => {
    let state = filed;
    const seen: string[] = [];
    for (
      let step = state.flagged && nextStep(state.flagged);
      step;
      step = state.flagged && nextStep(state.flagged)
    ) {
      seen.push(step);
      state = told(state, { type: 'unfold', step, now: 100 });
      expect(state.flagged?.open).toBe(step);
    }
    expect(seen).toEqual(['worry', 'when', 'factors', 'caught', 'fix', 'words']);
  });

  it('may be skipped for the words', () => {
    const writing = told(filed, { type: 'unfold', step: 'words', now: 100 });
    expect(writing.flagged).toMatchObject({ open: 'words', steps: ['category', 'place', 'words'] });
  });

  it('ask what caught it of near misses only, and never how bad the harm was', () => {
    for (const kind of KINDS) {
      expect(stepsFor(kind).includes('caught')).toBe(kind === 'near_miss');
      expect(stepsFor(kind)).not.toContain('harm');
      expect(stepsFor(kind).at(-1)).toBe('words');
    }
  });
});

describe('the first screen', () => {
  it('stays as it is while somebody reads a sheet', () => {
    expect(nextChange(told(FIRST_SCREEN, { type: 'sheet', sheet: 'notices', now: 5 }))).toBeNull();
  });

  it('comes back by itself when a receipt was left open', () => {
    const open = told(FIRST_SCREEN, { type: 'sheet', sheet: 'receipt', now: 5 });
    expect(told(open, { type: 'tick', now: 5 + IDLE_MS }).sheet).toBeNull();
  });
});
