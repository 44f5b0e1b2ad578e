// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { TeamView, Waiting } from '../../../extension/inbox/team-view.ts';
import { CONCERN, OPEN, stage } from './page-stage.tsx';

/** A concern on the page with something that its team has done. */
const withTeam = (team: Partial<TeamView>, more: Partial<typeof CONCERN> = {}) =>
  stage({ ...OPEN, concern: { ...CONCERN, ...more, team: { ...CONCERN.team, ...team } } });

const waiting = (mine: boolean): Waiting => ({
  id: 'event',
  by: mine ? 'HR partner' : 'Guardian',
  mine,
  week: '2026-11-23',
  what: { type: 'moved', route: 'safeguarding', name: 'MASH', reference: '12/26' },
});

describe('a covered name', () => {
  it('is said as covered, and asked for with one press', () => {
    const names = { covered: 1, shown: false, askedBy: null, askedByMe: false };
    const { on } = withTeam({ names }, { boxes: [{ box: 'what', text: '█████ left the store open.' }] });
    expect(screen.getByRole('img', { name: 'covered' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Ask to see them' }));
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'revealed' });
  });

  it('needs a colleague once this member has asked', () => {
    withTeam({ names: { covered: 1, shown: false, askedBy: null, askedByMe: true } });
    expect(screen.queryByRole('button', { name: 'Ask to see them' })).toBeNull();
    expect(document.body.textContent).toContain('You asked. A colleague must ask too.');
  });
});

describe('what waits for a second member', () => {
  it('is agreed to by a colleague', () => {
    const { on } = withTeam({ waiting: [waiting(false)] });
    fireEvent.click(screen.getByRole('button', { name: 'I looked, and agree' }));
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'confirmed', event: 'event' });
  });

  it('is only taken back by whoever asked', () => {
    const { on } = withTeam({ waiting: [waiting(true)] });
    expect(screen.queryByRole('button', { name: 'I looked, and agree' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'withdrawn', event: 'event' });
  });
});

describe('stepping aside', () => {
  const open = () => fireEvent.click(screen.getByRole('button', { name: 'This is about me' }));

  it('takes a second press, after saying what it means', () => {
    const { on } = withTeam({});
    open();
    expect(on.onAct).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Step aside' }));
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'recused' });
  });

  it('is not offered while nobody else could read it', () => {
    withTeam({ canStepAside: false });
    open();
    expect(screen.queryByRole('button', { name: 'Step aside' })).toBeNull();
    expect(document.body.textContent).toContain('Nobody else on this desk could read it then.');
  });
});

describe('words that leave', () => {
  it('wait until what was found in them is changed', () => {
    const { on } = withTeam({});
    on.check.mockImplementation((text) => ({
      findings: text.includes('Dr X')
        ? [{ start: 0, words: 'Dr X', instead: 'the doctor', fixed: text.replace('Dr X', 'the doctor') }]
        : [],
      copied: false,
    }));
    fireEvent.click(screen.getByRole('button', { name: 'Write a summary for the records' }));
    const field = screen.getByLabelText('The summary');
    const send = screen.getByRole('button', { name: 'Ask a colleague to confirm' });
    fireEvent.input(field, { target: { value: 'Dr X repaired it.' } });
    expect(send.hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'the doctor' }));
    expect(send.hasAttribute('disabled')).toBe(false);
    fireEvent.click(send);
    expect(on.onAct).toHaveBeenCalledWith(['a'], { type: 'recorded', summary: 'the doctor repaired it.' });
  });

  it('do not go in the person’s own words', () => {
    const { on } = withTeam({});
    on.check.mockImplementation(() => ({ findings: [], copied: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Write a summary for the records' }));
    fireEvent.input(screen.getByLabelText('The summary'), { target: { value: 'Two look-alike vials' } });
    expect(screen.getByRole('button', { name: 'Ask a colleague to confirm' }).hasAttribute('disabled')).toBe(
      true,
    );
  });
});
