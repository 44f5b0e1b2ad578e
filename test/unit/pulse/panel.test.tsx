// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { PanelCallbacks } from '../../../extension/ui/panel/contract.ts';
import { PULSES } from '../../gallery/pulses.tsx';
import { settle, stage } from '../ui/stage.tsx';

type OnPulse = NonNullable<PanelCallbacks['onPulse']>;

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

function asking(which: keyof typeof PULSES = 'speak-up', view = {}) {
  const undo = vi.fn(async () => ({ ok: true }) as const);
  const onPulse = vi.fn<OnPulse>(async () => ({ ok: true, undo }));
  return { ...stage({ view: { pulse: PULSES[which], ...view }, on: { onPulse } }), onPulse, undo };
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const CARD = /Patient Safety asks everyone: Speaking up here/;

async function answerAll() {
  await press(CARD);
  await press('Agree');
  await press('Agree');
  await press('Neither');
  await press('Colleagues might find out');
  await press('Next');
  await press('Medicine');
}

describe('a pulse in the panel', () => {
  it('is a quiet card that says it is there for everyone, in the place of the story', () => {
    const { on } = asking();
    expect(screen.getByRole('button', { name: CARD }).textContent).toContain('whoever has answered');
    expect(document.querySelector('.first-story')).toBeNull();
    expect(on.onFlag).not.toHaveBeenCalled();
  });

  it('is answered in taps, one question at a time, and the last tap seals', async () => {
    const { onPulse } = asking();
    await press(CARD);
    expect(document.querySelector('input, textarea, select')).toBeNull();
    expect(heading()).toBe('I could report a safety worry here without it being held against me.');
    expect(document.activeElement?.textContent).toBe(heading());
    expect(document.body.textContent).toContain('Answers are counted, not people.');
    await press('Agree');
    expect(document.body.textContent).toContain('Question 2 of 5');
    await press('Back');
    await press('Strongly agree');
    await press('Skip');
    await press('Neither');
    await press('Colleagues might find out');
    await press('Next');
    expect(onPulse).not.toHaveBeenCalled();
    await press('Medicine');
    expect(onPulse.mock.calls).toEqual([
      [{ pulse: 'gallery1', answers: [5, 0, 3], reasons: ['colleagues'], group: 'MED' }, 1],
    ]);
    expect(heading()).toBe('Thank you. Sealed, and it leaves like everything else.');
    expect(document.body.textContent).toContain('Nothing on this computer remembers');
  });

  it('can be taken back for five seconds, and then gives way to the first screen, card and all', async () => {
    const { clock, undo } = asking();
    await answerAll();
    await press('Undo');
    expect(undo).toHaveBeenCalledOnce();
    expect(heading()).toBe('What did you notice?');
    await answerAll();
    await clock.pass(5_000);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Undo', hidden: true }).disabled).toBe(true);
    await clock.pass(10_000);
    expect(heading()).toBe('What did you notice?');
    expect(screen.getByRole('button', { name: CARD })).toBeTruthy();
  });

  it('is forgotten on Esc and when nobody is there, and sends nothing of what was picked', async () => {
    const { clock, on, onPulse } = asking();
    await press(CARD);
    await press('Agree');
    fireEvent.keyDown(document, { key: 'Escape' });
    await settle();
    expect(on.onClose).toHaveBeenCalledOnce();
    expect(heading()).toBe('What did you notice?');
    await press(CARD);
    expect(document.body.textContent).toContain('Question 1 of 5');
    expect(document.querySelector('.pulse-options [aria-pressed="true"]')).toBeNull();
    await press('Agree');
    await clock.pass(2 * 60_000);
    expect(heading()).toBe('What did you notice?');
    expect(onPulse).not.toHaveBeenCalled();
  });

  it('seals nothing where everything was skipped, and says why where it cannot', async () => {
    const { onPulse } = asking();
    await press(CARD);
    for (let n = 0; n < 4; n++) await press('Skip');
    await press('Rather not say');
    expect(onPulse).not.toHaveBeenCalled();
    expect(heading()).toBe('Every question was skipped, so nothing was sealed.');
    await press('Done');
    onPulse.mockResolvedValueOnce({ ok: false, code: 'not-ready' });
    await answerAll();
    expect(heading()).toContain('nothing was sent');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('has help beside a question about how somebody is, and all of it afterwards', async () => {
    asking('burnout');
    await press(/How worn out we are/);
    await press(/There for you, whatever you answer: Staff support line/);
    expect(heading()).toBe('Support');
    await press('Back');
    await press(/completely burned out/);
    await press('Rather not say');
    expect(screen.getByText('Quiet room')).toBeTruthy();
  });

  it('does not take the second click of a double click for the next answer', async () => {
    asking();
    await press(CARD);
    const first = screen.getByRole('button', { name: 'Agree' });
    fireEvent.click(first, { detail: 1 });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Agree' }), { detail: 2 });
    await settle();
    expect(document.body.textContent).toContain('Question 2 of 5');
  });
});

describe('the support screen', () => {
  it('says how many asked last quarter where a desk has told it', async () => {
    stage({ view: { supportRequests: 14 } });
    await press('Support');
    expect(document.body.textContent).toContain('14 requests for support reached the desks last quarter.');
  });
});
