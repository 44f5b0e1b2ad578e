import { describe, expect, it } from 'vitest';
import { type Basics, basicsOf, withBasics } from '../../../extension/inbox/bulletin-basics.ts';
import type { Bulletin } from '../../../shared/bulletin.ts';

const TODAY = '2026-11-24';
const BASICS: Basics = {
  language: 'en',
  emergencyLabel: 'Someone in danger now?',
  emergencyNumber: '2222',
  phone: '4411',
  paper: 'the grey box by the lift',
  incidentLabel: '',
  incidentUrl: '',
  support: 'phone; Peer support; 4455; day and night\n\nquiet-space; Quiet room; Level 2',
  places: 'MED; Medicine; 210\nMED-W7; Ward 7; 38; MED',
  notices: 'Winter; Flu jabs on Tuesdays; no appointment.',
};

describe('what every computer shows', () => {
  it('is read from lines, and lines are written from it', () => {
    const made = withBasics(null, BASICS, TODAY) as Bulletin;
    expect(made).toMatchObject({
      serial: 1,
      issued: TODAY,
      support: [
        { kind: 'phone', label: 'Peer support', detail: '4455', hours: 'day and night' },
        { kind: 'quiet-space', label: 'Quiet room', detail: 'Level 2' },
      ],
      places: [
        { code: 'MED', staff: 210 },
        { code: 'MED-W7', staff: 38, parent: 'MED' },
      ],
      notices: [{ title: 'Winter', text: 'Flu jabs on Tuesdays; no appointment.' }],
    });
    expect(made).not.toHaveProperty('incidentSystem');
    expect(withBasics(null, basicsOf(made, 'de'), TODAY)).toEqual(made);
  });

  it('keeps stories and promises, under the next serial', () => {
    const before = {
      ...(withBasics(null, BASICS, TODAY) as Bulletin),
      serial: 8,
      stories: [{ said: 'a', did: 'b', week: '2026-W48' }],
      promises: [{ desk: 1, week: '2026-W48', acknowledged: 95 }],
    };
    const next = withBasics(before, { ...BASICS, phone: '4412' }, '2026-12-01') as Bulletin;
    expect(next).toEqual({
      ...before,
      serial: 9,
      issued: '2026-12-01',
      fallback: { phone: '4412', paper: 'the grey box by the lift' },
    });
  });

  it.each<[string, Partial<Basics>, object]>([
    ['no emergency number', { emergencyNumber: ' ' }, { field: 'emergencyNumber', line: null }],
    [
      'an address without https',
      { incidentLabel: 'X', incidentUrl: 'http://x.example' },
      { field: 'incidentUrl' },
    ],
    ['a kind that is none', { support: 'phone; A\nsofa; B' }, { field: 'support', line: 2 }],
    ['a place without its staff', { places: 'MED; Medicine' }, { field: 'places', line: 1 }],
    ['a code twice', { places: 'MED; Medicine; 20\nMED; Again; 20' }, { field: 'places', line: 2 }],
    ['a parent that is not there', { places: 'W7; Ward 7; 38; MED' }, { field: 'places', line: 1 }],
    ['a notice without text', { notices: 'Winter' }, { field: 'notices', line: 1 }],
    ['a language that is none', { language: 'English' }, { field: 'language' }],
  ])('says where it cannot stand: %s', (_, wrong, problem) => {
    expect(withBasics(null, { ...BASICS, ...wrong }, TODAY)).toMatchObject(problem);
  });
});
