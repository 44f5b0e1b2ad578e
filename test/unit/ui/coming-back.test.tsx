// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { PanelCallbacks, PanelView, ReturnedView } from '../../../extension/ui/panel/contract.ts';
import { BACK, NOTHING_BACK, SEVEN } from '../../gallery/fake-site.ts';
import { settle, stage } from './stage.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  fireEvent.click(button(name));
  await settle();
};
const write = async (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const said = () => document.body.textContent ?? '';

async function back(
  view: ReturnedView = BACK,
  on: Partial<PanelCallbacks> = {},
  changes: Partial<PanelView> = {},
) {
  const noted = {
    onReceiptOpen: vi.fn(async () => ({ ok: true as const, view })),
    onReceiptClose: vi.fn(),
    onFollowUp: vi.fn(on.onFollowUp ?? (async () => ({ ok: true as const }))),
    onTreatedWorse: vi.fn(on.onTreatedWorse ?? (async () => ({ ok: true as const }))),
  };
  const staged = stage({ on: { ...on, ...noted }, view: changes });
  await press('Receipt');
  await write('Your seven words', SEVEN.words.join(' '));
  await press('Look for answers');
  return { ...staged, noted };
}

describe('coming back', () => {
  it('takes seven words, in any case and spacing, numbered or with commas', async () => {
    const onReceiptOpen = vi.fn(async () => ({ ok: true as const, view: BACK }));
    stage({ on: { onReceiptOpen } });
    await press('Receipt');
    await write('Your seven words', ' Harbour MAPLE quiet\nlantern  orbit velvet');
    expect(screen.getByText('6 of 7 words.')).toBeTruthy();
    expect(button('Look for answers')).toHaveProperty('disabled', true);
    await write('Your seven words', '1. Harbour 2. MAPLE quiet,\nlantern,  orbit velvet thrive. ');
    fireEvent.keyDown(screen.getByLabelText('Your seven words'), { key: 'Enter' });
    await settle();
    expect(onReceiptOpen.mock.calls).toEqual([[SEVEN.words]]);
    expect(said()).not.toContain('velvet');
  });

  it('shows who opened it, where it stands, what was said and what is promised, in weeks', async () => {
    await back();
    expect(screen.getByRole('heading', { name: 'Patient Safety' })).toBeTruthy();
    expect(screen.getByText('A question for you')).toBeTruthy();
    expect(said()).toContain('Somebody at Patient Safety has opened and read it. week of 2 November');
    expect(said()).toContain('A person has acknowledged it.');
    expect(said()).toContain('Next step promised by the week of 30 November.');
    expect(screen.getByText('Thank you. The two boxes will stand on different shelves.')).toBeTruthy();
    expect(said()).toContain('Safety lead asks · week of 16 November');
    expect(said()).toContain('until 20 November is on this computer');
  });

  it('says what a status or a reason means, and what this computer cannot confirm', async () => {
    const [thread] = BACK.threads as [ReturnedView['threads'][0]];
    await back({
      ...BACK,
      threads: [
        {
          ...thread,
          status: 'closed',
          reason: 'not-substantiated',
          promisedWeek: null,
          said: [{ week: '2026-11-16', what: 'unverified' }],
        },
      ],
    });
    expect(screen.getByText('Closed')).toBeTruthy();
    expect(screen.getByText('It could not be confirmed.')).toBeTruthy();
    expect(said()).toContain('cannot confirm as theirs');
    expect(said()).not.toContain('promised');
  });

  it('is honest about nothing: not opened yet, or not everything here yet', async () => {
    await back(NOTHING_BACK);
    expect(screen.getByText('Nothing yet.')).toBeTruthy();
    expect(said()).toContain('This computer still lacks 3 days of answers.');
    expect(screen.queryByText('Have you been treated worse since?')).toBeNull();
  });

  it('says when no answers have come to this computer at all', async () => {
    await back({ ...NOTHING_BACK, added: null, missingDays: 0 });
    expect(said()).toContain('No answers have come to this computer yet.');
  });

  it('says when words do not belong together, and when it is too early', async () => {
    const onReceiptOpen = vi
      .fn<NonNullable<PanelCallbacks['onReceiptOpen']>>()
      .mockResolvedValueOnce({ ok: false, code: 'wrong-words' })
      .mockRejectedValue(new Error('no worker'));
    stage({ on: { onReceiptOpen } });
    await press('Receipt');
    await write('Your seven words', 'a b c d e f g');
    await press('Look for answers');
    expect(said()).toContain('do not belong together');
    await press('Look for answers');
    expect(said()).toContain('The settings are not here yet.');
  });

  it('forgets everything with Esc, with Back, and when nobody is there', async () => {
    const leave = [
      async () => void fireEvent.keyDown(document.body, { key: 'Escape' }),
      () => press('Back'),
      ({ clock }: Awaited<ReturnType<typeof back>>) => clock.pass(130_000),
    ];
    for (const how of leave) {
      const staged = await back();
      await how(staged);
      await settle();
      expect(said()).not.toContain('different shelves');
      expect(staged.noted.onReceiptClose).toHaveBeenCalledTimes(1);
      staged.unmount();
    }
  });

  it('is not offered where nobody wired it', () => {
    stage({ on: { onReceiptOpen: undefined as never } });
    expect(screen.queryByRole('button', { name: 'Receipt' })).toBeNull();
  });
});

describe('answering back', () => {
  const BOX = 'Your answer, if you want to give one';

  it('seals the words to the desk that asked, and says when they are there', async () => {
    const { noted } = await back();
    expect(button('Seal and send')).toHaveProperty('disabled', true);
    await write(BOX, 'Yes, there too.');
    await press('Seal and send');
    expect(noted.onFollowUp.mock.calls).toEqual([['Yes, there too.', 'patient-safety']]);
    expect(said()).toContain('reaches Patient Safety in about 40 minutes');
    expect(said()).not.toContain('Yes, there too.');
  });

  it('is one click away where nothing was asked', async () => {
    const [thread] = BACK.threads as [ReturnedView['threads'][0]];
    await back({ ...BACK, threads: [{ ...thread, status: 'in-review' }] });
    expect(screen.queryByLabelText('What would you like to add?')).toBeNull();
    await press('Answer back or add a detail');
    expect(screen.getByLabelText('What would you like to add?')).toBeTruthy();
  });

  it('is read by the guard like any words: what names a person is decided first', async () => {
    const { noted, clock } = await back();
    await write(BOX, 'Dr Osei knows.');
    await clock.pass(1_000);
    await press('Seal and send');
    expect(noted.onFollowUp).not.toHaveBeenCalled();
    expect(said()).toContain('Something above may name a person');
    await press(/^keep/i);
    await press('Seal and send');
    expect(noted.onFollowUp).toHaveBeenCalledTimes(1);
  });

  it('says what was checked, and brings support forward where words sound like distress', async () => {
    await back();
    expect(said()).not.toContain('Checked for');
    await write(BOX, 'I can’t go on like this.');
    expect(said()).toContain('Checked for');
    expect(screen.getByText('Staff support line')).toBeTruthy();
  });

  it('keeps the words when they could not be sealed', async () => {
    await back(BACK, { onFollowUp: async () => ({ ok: false, code: 'failed' }) });
    await write(BOX, 'Yes, there too.');
    await press('Seal and send');
    expect(said()).toContain('could not be sealed');
    expect(screen.getByLabelText(BOX)).toHaveProperty('value', 'Yes, there too.');
  });

  it('is not offered to a desk that is no longer there', async () => {
    const [thread] = BACK.threads as [ReturnedView['threads'][0]];
    await back({ ...BACK, threads: [{ ...thread, desk: null }] });
    expect(screen.queryByLabelText(BOX)).toBeNull();
  });
});

describe('"Have you been treated worse since?"', () => {
  it('goes to the guardian on its own, once, and brings support forward after a yes', async () => {
    const { noted } = await back();
    expect(said()).toContain('It goes to Speak-up guardian on its own');
    await press('Yes');
    expect(noted.onTreatedWorse.mock.calls).toEqual([['yes']]);
    expect(screen.queryByText('Have you been treated worse since?')).toBeNull();
    expect(screen.getByText('Staff support line')).toBeTruthy();
    expect(noted.onFollowUp).not.toHaveBeenCalled();
  });

  it('can be skipped, and is not asked where no independent desk would hear it', async () => {
    await back({ ...BACK, guardian: null });
    expect(screen.queryByText('Have you been treated worse since?')).toBeNull();
  });

  it('says so when it could not be sealed, and can be answered again', async () => {
    await back(BACK, { onTreatedWorse: async () => ({ ok: false, code: 'failed' }) });
    await press('No');
    expect(said()).toContain('could not be sealed');
    expect(button('No')).toBeTruthy();
  });
});
