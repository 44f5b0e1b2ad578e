// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Asked } from '../../../extension/ui/panel/contract.ts';
import { SEVEN } from '../../gallery/fake-site.ts';
import { settle, stage } from './stage.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  fireEvent.click(button(name));
  await settle();
};

describe('what leaves this computer', () => {
  it('is one click away before anything is sent: exact fields, sealed size, what is never collected', async () => {
    const { on } = stage();
    await press('What leaves');
    expect([...document.querySelectorAll('.fields dd')].map((value) => value.textContent)).toEqual([
      '1',
      '1.0.0',
      'near_miss',
    ]);
    expect(document.body.textContent).toContain('4,096 bytes');
    expect(screen.getByText('Your name, role, email or login')).toBeTruthy();
    expect(document.body.textContent).toContain('harbour maple quiet lantern');
    expect(on.onFlag).not.toHaveBeenCalled();
  });

  it('shows the draft as it stands once there is one', async () => {
    stage();
    await press(/^Near miss/);
    await press('Medication or fluids');
    await press('What leaves');
    expect(document.body.textContent).toContain('Your concern, exactly as it travels:');
    expect(screen.getByText('medication')).toBeTruthy();
  });
});

describe('notices', () => {
  it('tell what changed and what was promised', async () => {
    stage();
    await press('Notices');
    expect(screen.getByRole('heading', { level: 2, name: 'Flu vaccination' })).toBeTruthy();
    expect(document.body.textContent).toContain('they now stand on different shelves');
    expect(document.body.textContent).toContain('Patient Safety: 95 of 100 acknowledged within 7 days');
  });

  it('say what will be there while there is nothing', async () => {
    stage({ view: { stories: [], notices: [] } });
    await press('Notices');
    expect(screen.getByText('What changes because of concerns like yours will be told here.')).toBeTruthy();
  });
});

describe('what a leader promises', () => {
  const pledge = { name: 'Amara Osei', role: 'Chief nurse', words: 'I was silent once.' };

  it('takes the place of the first story until there is one', () => {
    stage({ view: { stories: [], pledge } });
    expect(document.querySelector('.ordinary')?.textContent).toContain('Nobody will be worse off');
    expect(document.querySelector('.ordinary')?.textContent).toContain('Amara Osei, Chief nurse');
    cleanup();
    stage({ view: { pledge } });
    expect(document.querySelector('.ordinary')?.textContent).not.toContain('Amara Osei');
  });

  it('stands under Notices with their own words, and names a day only while it is to come', async () => {
    stage({ view: { pledge: { ...pledge, answersBy: '2026-12-18' } } });
    await press('Notices');
    expect(document.body.textContent).toContain('I was silent once.');
    expect(document.body.textContent).toContain('First answers by 18 December.');
    cleanup();
    stage({ view: { pledge } });
    await press('Notices');
    expect(document.body.textContent).not.toContain('First answers');
  });
});

describe('the support screen', () => {
  it('has four calm steps and what belongs on paper, and asks nobody for them', async () => {
    const { on } = stage();
    await press('Support');
    const [calm, paper] = document.querySelectorAll('details');
    expect(calm?.querySelectorAll('li')).toHaveLength(4);
    expect(paper?.textContent).toContain('one-to-one');
    expect(paper?.textContent).toContain('care for somebody at home');
    expect(document.querySelector('details input, details textarea, details button')).toBeNull();
    for (const called of [on.onFlag, on.onChange]) {
      expect(called).not.toHaveBeenCalled();
    }
  });
});

describe('a sheet', () => {
  it('takes the focus to its title and gives it back', async () => {
    stage();
    button('Notices').focus();
    await press('Notices');
    expect(document.activeElement?.textContent).toBe('Notices');
    expect(document.activeElement?.tagName).toBe('H1');
    await press('Back');
    expect(document.activeElement).toBe(button('Notices'));
  });

  it('goes away by the link that opened it', async () => {
    stage();
    await press('Notices');
    expect(button('Notices').getAttribute('aria-expanded')).toBe('true');
    await press('Notices');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What did you notice?');
  });
});

describe('seven words', () => {
  async function shown() {
    const onWroteItDown = vi.fn();
    const staged = stage({ on: { onWroteItDown } });
    await press(/^Near miss/);
    await press('I want an answer');
    return { ...staged, onWroteItDown };
  }

  it('stay until they are written down, whatever the clock says', async () => {
    const { clock, onWroteItDown } = await shown();
    expect([...document.querySelectorAll('.seven li')].map((word) => word.textContent)).toHaveLength(7);
    await clock.pass(600_000);
    expect(screen.getByText('lantern')).toBeTruthy();
    await press('I wrote it down');
    expect(onWroteItDown).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('lantern')).toBeNull();
  });

  it('cannot be copied, and say in which language they are', async () => {
    await shown();
    const word = screen.getByText('lantern');
    for (const take of [fireEvent.copy, fireEvent.cut, fireEvent.contextMenu]) expect(take(word)).toBe(false);
    expect(word.closest('ol')?.lang).toBe('en');
  });

  it('say that a tap without words is counted and not answered, and nothing of it once there are words', async () => {
    await shown();
    expect(screen.getByText(/a tap without words/)).toBeTruthy();
    cleanup();
    const { clock } = stage();
    await press(/^Near miss/);
    await press('Add words');
    fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'Two boxes look alike.' } });
    await clock.pass(1_000);
    await press('Add these words');
    await press('I want an answer');
    expect(screen.getByText('lantern')).toBeTruthy();
    expect(screen.queryByText(/a tap without words/)).toBeNull();
  });

  it('come to nobody who has cleared the panel before they were there', async () => {
    let give: (asked: Asked) => void = () => undefined;
    const { on } = stage({ on: { onAskAnswer: () => new Promise((resolve) => (give = resolve)) } });
    await press(/^Near miss/);
    await press('I want an answer');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    give({ ok: true, words: SEVEN });
    await settle();
    expect(on.onClose).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('lantern')).toBeNull();
  });

  it('do not stand in the way of support', async () => {
    await shown();
    await press('Support');
    expect(screen.queryByText('lantern')).toBeNull();
    await press('Back');
    expect(screen.getByText('lantern')).toBeTruthy();
  });
});

describe('"I would like support"', () => {
  it('is a sealed request of its own from the support sheet, with its seven words at once', async () => {
    const { on } = stage();
    await press('Support');
    await press('I would like support');
    expect(on.onFlag.mock.calls).toEqual([['staff']]);
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({
      kind: 'staff',
      desk: 'people',
      wishes: ['support'],
    });
    expect(screen.getByText('lantern')).toBeTruthy();
    expect(screen.queryByText(/a tap without words/)).toBeNull();
    await press('I wrote it down');
    expect(button('I would like support').getAttribute('aria-pressed')).toBe('true');
  });

  it('gives no words for a request that was not sealed', async () => {
    stage({ on: { onFlag: async () => ({ ok: false, code: 'failed' }) } });
    await press('Support');
    await press('I would like support');
    expect(screen.queryByText('lantern')).toBeNull();
    expect(document.body.textContent).toContain('nothing was sent');
  });
});
