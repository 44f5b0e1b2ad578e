// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
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
    expect(document.body.textContent).toContain('Kept lately in 96% of cases.');
  });

  it('say what will be there while there is nothing', async () => {
    stage({ view: { stories: [], notices: [] } });
    await press('Notices');
    expect(screen.getByText('What changes because of concerns like yours will be told here.')).toBeTruthy();
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

  it('cannot be copied', async () => {
    await shown();
    expect(fireEvent.copy(screen.getByText('lantern'))).toBe(false);
  });

  it('do not stand in the way of support', async () => {
    await shown();
    await press('Support');
    expect(screen.queryByText('lantern')).toBeNull();
    await press('Back');
    expect(screen.getByText('lantern')).toBeTruthy();
  });
});

describe('coming back', () => {
  it('takes seven words, in any case and spacing, and shows the answers', async () => {
    const onReceiptOpen = vi.fn(async () => ({
      ok: true as const,
      answers: [{ day: '2026-11-03', from: 'Patient Safety', text: 'The boxes moved.' }],
    }));
    stage({ on: { onReceiptOpen } });
    await press('Receipt');
    const box = screen.getByLabelText('Your seven words');
    fireEvent.input(box, { target: { value: ' Harbour MAPLE quiet\nlantern  orbit velvet' } });
    await settle();
    expect(screen.getByText('6 of 7 words.')).toBeTruthy();
    expect(button('Look for answers')).toHaveProperty('disabled', true);
    fireEvent.input(box, { target: { value: 'Harbour MAPLE quiet\nlantern  orbit velvet thrive ' } });
    await settle();
    await press('Look for answers');
    expect(onReceiptOpen.mock.calls).toEqual([
      [['harbour', 'maple', 'quiet', 'lantern', 'orbit', 'velvet', 'thrive']],
    ]);
    expect(screen.getByText('The boxes moved.')).toBeTruthy();
    expect(screen.getByText('Patient Safety, 3 November')).toBeTruthy();
    expect(document.body.textContent).not.toContain('velvet');
  });

  it('says when words do not belong together, or when there is nothing yet', async () => {
    const onReceiptOpen = vi
      .fn()
      .mockResolvedValueOnce({ ok: false })
      .mockResolvedValue({ ok: true, answers: [] });
    stage({ on: { onReceiptOpen } });
    await press('Receipt');
    fireEvent.input(screen.getByLabelText('Your seven words'), { target: { value: 'a b c d e f g' } });
    await settle();
    await press('Look for answers');
    expect(screen.getByText(/do not belong together/)).toBeTruthy();
    await press('Look for answers');
    expect(screen.getByText(/No answer yet/)).toBeTruthy();
  });

  it('is not offered where nobody wired it', () => {
    const { on } = stage();
    expect(on.onReceiptOpen).toBeDefined();
    stage({ on: { onReceiptOpen: undefined as never } });
    expect(screen.getAllByRole('button', { name: 'Receipt' })).toHaveLength(1);
  });
});
