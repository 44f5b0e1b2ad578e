// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { LaunchPage } from '../../../extension/inbox/launch/launch-page.ts';
import type { OpenView } from '../../../extension/inbox/view.ts';
import { OPEN, stage } from './page-stage.tsx';

const PLEDGE = { name: 'Amara Osei', role: 'Chief nurse', answersBy: '2026-12-22' };
const page = (change: Partial<LaunchPage> = {}): OpenView => ({
  ...OPEN,
  shelf: 'launch',
  concern: null,
  page: {
    page: 'launch',
    pledges: [],
    told: null,
    elsewhere: false,
    story: false,
    bulletin: true,
    today: '2026-11-24',
    suggested: '2026-12-22',
    ...change,
  },
});
const row = { ...PLEDGE, id: 'p', by: 'HR partner', mine: false, approvedBy: null, state: 'open' as const };
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const press = (action: string) => fireEvent.click(find(`[data-action="${action}"]`) as Element);
const type = (id: string, value: string) => fireEvent.input(find(`#${id}`) as Element, { target: { value } });

describe('the first month', () => {
  it('asks a second member for a promise: who, in which role, by when', () => {
    const { on } = stage(page());
    press('new-pledge');
    expect(find('[data-action="pledge"]')?.hasAttribute('disabled')).toBe(true);
    type('pledge-name', 'Amara Osei ');
    type('pledge-role', 'Chief nurse');
    fireEvent.submit(find('[data-form="pledge"]') as Element);
    expect(on.onDesk).toHaveBeenCalledWith({ type: 'pledged', ...PLEDGE });
  });

  it('takes no day that has gone by', () => {
    const { on } = stage(page());
    press('new-pledge');
    type('pledge-name', 'Amara Osei');
    type('pledge-role', 'Chief nurse');
    type('pledge-day', '2026-11-23');
    fireEvent.submit(find('[data-form="pledge"]') as Element);
    expect(on.onDesk).not.toHaveBeenCalled();
  });

  it('lets another member agree, and only them', () => {
    const { on } = stage(page({ pledges: [row] }));
    press('agree-pledge');
    expect(on.onDesk).toHaveBeenCalledWith({ type: 'confirmed', event: 'p' });
    expect(find('[data-section="pledge"]')?.textContent).toContain('First answers by 22 December.');
  });

  it('shows whoever wrote it no way to agree', () => {
    stage(page({ pledges: [{ ...row, mine: true }] }));
    expect(find('[data-action="agree-pledge"]')).toBeNull();
  });

  it('prints a poster with the promise that is told and the four words, and no number of concerns', () => {
    const { on } = stage(
      page({ told: PLEDGE, pledges: [{ ...row, state: 'open', words: 'Not agreed yet.' }] }),
    );
    const poster = find('[data-paper="poster"]');
    expect(poster?.textContent).toContain('Amara Osei, Chief nurse');
    expect(poster?.textContent).not.toContain('Not agreed yet.');
    for (const word of OPEN.fingerprint.split(' ')) expect(poster?.textContent).toContain(word);
    const numbers = poster?.textContent?.match(/\d+/g) ?? [];
    const known = `${PLEDGE.answersBy} ${OPEN.help.emergency} ${OPEN.help.support.join(' ')}`;
    for (const number of numbers) expect(known).toContain(number);
    press('print-paper');
    expect(on.onPrint).toHaveBeenCalled();
  });

  it('has a sheet for the team meeting', () => {
    stage(page());
    fireEvent.change(find('.paper-choice') as Element, { target: { value: 'team' } });
    expect(find('[data-paper="team"]')?.textContent).toContain('I do not want to know, and I will not ask.');
    expect(find('[data-paper="team"]')?.querySelectorAll('.room')).toHaveLength(3);
  });

  it('shows a promise that is told although what began it is gone, and takes another in its place', () => {
    stage(page({ told: PLEDGE }));
    expect(find('[data-pledge="told"]')?.textContent).toContain('Amara Osei, Chief nurse');
    expect(find('[data-action="new-pledge"]')).toBeTruthy();
  });

  it('leaves a promise of another desk alone', () => {
    stage(page({ told: PLEDGE, elsewhere: true }));
    expect(find('[data-action="new-pledge"]')).toBeNull();
    expect(find('[data-section="pledge"]')?.textContent).toContain('Another desk tells this promise');
  });
});
