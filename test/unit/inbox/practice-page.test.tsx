// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { OpenView } from '../../../extension/inbox/view.ts';
import { LOCKED, OPEN, stage } from './page-stage.tsx';

const practising = {
  ...OPEN,
  shelf: 'practice',
  page: { page: 'practice' },
  rows: [],
  concern: null,
} as OpenView;
const field = () => document.querySelector<HTMLTextAreaElement>('#practise-answer') as HTMLTextAreaElement;
const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
const press = (action: string) =>
  fireEvent.click(document.querySelector(`[data-action="${action}"]`) as Element);
const verdict = () => document.querySelector('.practise-verdict')?.textContent;

describe('practising to answer', () => {
  it('is open to whoever has no key, and leads back to the door', async () => {
    stage(LOCKED);
    press('practise');
    expect(document.activeElement?.textContent).toBe('Practise answering');
    await screen.findByText('Made up');
    press('practise-back');
    expect(document.querySelector('#passphrase, #backup-file')).toBeTruthy();
  });

  it('shows six concerns, marked as made up, before the desk has any', async () => {
    stage({
      ...practising,
      counts: { ...OPEN.counts, folders: { new: 0, acknowledged: 0, 'in-review': 0, closed: 0, all: 0 } },
    });
    await screen.findByText('Made up');
    expect(document.querySelectorAll('[data-practise]')).toHaveLength(6);
    expect(document.body.textContent).toContain('is not kept and goes to nobody');
  });

  it('judges an answer by the checklist, with reasons, and asks nothing of anybody', async () => {
    const { on } = stage(practising);
    await screen.findByText('Made up');
    write('Thanks.');
    press('look-over');
    expect(verdict()).toBe('Write a sentence or two first.');
    write('Thank you. You should have told us earlier.');
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(verdict()).toBe('3 things to look at again');
    expect(document.querySelector('.coach')?.textContent).toContain('Name a week');
    expect(document.querySelector('.coach')?.textContent).toContain('may sound like blame');
    write('Thank you for writing. We will meet next week, and you will read here what came of it.');
    expect(verdict()).toContain('Nothing left on the checklist');
    for (const called of [on.onAnswer, on.onAct, on.onDesk, on.onSave, on.onTemplate]) {
      expect(called).not.toHaveBeenCalled();
    }
  });

  it('shows one way to answer when asked, keeps drafts while one looks around, and forgets them with the page', async () => {
    stage(practising);
    await screen.findByText('Made up');
    write('My first words');
    expect(document.querySelector('.practise-model')).toBeNull();
    press('show-model');
    expect(document.querySelector('.practise-model')?.textContent).toContain('Nobody should be shouted at');
    press('practise-next');
    expect(document.activeElement?.textContent).toContain('A worry without a shape');
    expect(field().value).toBe('');
    expect(document.querySelector('.practise-model')).toBeNull();
    fireEvent.click(document.querySelector('[data-practise="anger"]') as Element);
    expect(field().value).toBe('My first words');
    cleanup();
    stage(practising);
    await screen.findByText('Made up');
    expect(field().value).toBe('');
  });
});
