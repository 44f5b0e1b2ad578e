// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { PanelView } from '../../../extension/ui/panel/contract.ts';
import type { KINDS } from '../../../shared/taxonomy.ts';
import { settle, stage, t } from './stage.tsx';

type Kind = (typeof KINDS)[number];
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  fireEvent.click(button(name));
  await settle();
};
const write = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function flagged(kind: Kind, changes: Parameters<typeof stage>[0] = {}) {
  const staged = stage(changes);
  await press(new RegExp(`^${t(`kind.${kind}.label`)}`));
  return staged;
}

describe('category and place', () => {
  it('are one tap each, sealed at once, and can be taken back', async () => {
    const { on } = await flagged('near_miss');
    await press('Medication or fluids');
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ kind: 'near_miss', category: 'medication' });
    expect(button('Medication or fluids').getAttribute('aria-pressed')).toBe('true');
    await press('Surgery');
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ category: 'medication', place: 'P3' });
    await press('Medication or fluids');
    expect(on.onChange.mock.lastCall?.[0].category).toBeUndefined();
  });

  it('show six, with the rest behind More, and move the focus to what it brought', async () => {
    await flagged('near_miss');
    const group = screen.getByRole('group', { name: 'What was it about?' });
    expect(group.querySelectorAll('.chip:not(.more)')).toHaveLength(6);
    fireEvent.click(group.querySelector('.more') as HTMLElement);
    await settle();
    expect(group.querySelectorAll('.chip')).toHaveLength(24);
    expect(document.activeElement).toBe(group.querySelectorAll('.chip')[6]);
  });

  it('say that a small team is not named', async () => {
    await flagged('near_miss');
    await press('Dialysis');
    expect(screen.getByText('Dialysis is a small team, so Medicine is sent instead.')).toBeTruthy();
  });

  it('find a place among very many, and never ask where there are none', async () => {
    const places: PanelView['places'] = Array.from({ length: 300 }, (_, index) => ({
      code: `P${index}`,
      label: `Ward ${index}`,
      rolledUp: false,
    }));
    const { on, unmount } = await flagged('hazard', { view: { places } });
    const more = screen.getAllByRole('button', { name: 'More' });
    fireEvent.click(more.at(-1) as HTMLElement);
    const box = screen.getByLabelText('Find a place');
    fireEvent.input(box, { target: { value: 'ward 271' } });
    await press('Ward 271');
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ place: 'P271' });
    unmount();
    await flagged('hazard', { view: { places: [] } });
    expect(screen.queryByText('Where?')).toBeNull();
  });
});

describe('the reader', () => {
  it.each([
    ['culture', 'Speak-up guardian'],
    ['good_care', 'Patient Safety'],
    ['staff', 'People team'],
  ] as const)('of %s is %s unless the person chooses another', async (kind, desk) => {
    const { on } = await flagged(kind);
    expect(document.body.textContent).toContain(`reaches ${desk} in`);
    await press('Choose who reads it');
    expect(button(desk).getAttribute('aria-pressed')).toBe('true');
    await press(desk === 'People team' ? 'Patient Safety' : 'People team');
    expect(on.onChange).toHaveBeenCalledTimes(1);
    expect(on.onChange.mock.lastCall?.[0].desk).toBe(desk === 'People team' ? 'patient-safety' : 'people');
  });

  it('that has not looked for long is said to have not', async () => {
    await flagged('culture', {
      view: { desks: [{ id: 'guardian', name: 'Guardian', lastOpenedWeek: '2026-11-02' }] },
    });
    expect(screen.getByText('This desk last opened its inbox in the week of 2 November.')).toBeTruthy();
  });

  it('of an incident does not replace the incident report', async () => {
    await flagged('incident');
    expect(document.body.textContent).toContain('This does not replace your incident report.');
    const link = screen.getByRole('link', { name: 'Open the incident system' });
    expect(link.getAttribute('rel')).toContain('noreferrer');
  });
});

describe('more details', () => {
  it('unfold one at a time; the answered fold to a line that opens again', async () => {
    const { on } = await flagged('near_miss');
    await press('Add more');
    expect(screen.getByText('How concerned are you?')).toBeTruthy();
    expect(screen.queryByText('When was it?')).toBeNull();
    await press('Fairly concerned');
    await press('Next');
    expect(button('How concerned are you? Fairly concerned')).toBeTruthy();
    await press('In the last 7 days');
    await press('Night shift');
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ worry: 'fairly', whenP: 'week', whenB: 'night' });
    await press('How concerned are you? Fairly concerned');
    expect(button('Fairly concerned').getAttribute('aria-pressed')).toBe('true');
    expect(button('When was it? In the last 7 days · Night shift')).toBeTruthy();
  });

  it('take at most three factors', async () => {
    await flagged('hazard');
    for (const name of ['Add more', 'Next', 'Next', 'Handover', 'Equipment', 'Tired or no breaks'])
      await press(name);
    expect(button('EMR or computer')).toHaveProperty('disabled', true);
    await press('Handover');
    expect(button('EMR or computer')).toHaveProperty('disabled', false);
  });

  it('move the focus into what they opened', async () => {
    await flagged('near_miss');
    await press('Add words');
    expect(document.activeElement).toBe(screen.getByLabelText('What happened?'));
  });

  it('end with Done', async () => {
    const { on } = await flagged('near_miss');
    await press('Add more');
    await press('Done');
    expect(on.onDone).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('heading', { name: 'What did you notice?' })).toBeTruthy();
  });

  it('that came too late say so, and offer nothing more to add', async () => {
    await flagged('near_miss', {
      on: { onChange: vi.fn(async () => ({ ok: false as const, code: 'already-left' as const })) },
    });
    await press('Medication or fluids');
    expect(screen.getAllByText(t('refused.already-left')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Add more' })).toBeNull();
  });
});

describe('words', () => {
  it('are sealed when the person says so, not while she types or taps', async () => {
    const { on } = await flagged('near_miss');
    await press('Add words');
    write('What happened?', 'Two boxes look the same');
    expect(on.onChange).not.toHaveBeenCalled();
    await press('What was it about? Not said');
    await press('Medication or fluids');
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ category: 'medication', t: { what: '' } });
    await press(/^In your own words/);
    await press('Add these words');
    expect(on.onChange.mock.lastCall?.[0].t.what).toBe('Two boxes look the same');
    // Once for eyes and once, in the live region, for ears.
    expect(screen.getAllByText('Sealed with your concern.')).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toBe('Sealed with your concern.');
    expect(screen.queryByRole('button', { name: 'Add these words' })).toBeNull();
  });

  it('with a name wait until it is changed or kept', async () => {
    const { on, clock } = await flagged('near_miss');
    await press('Add words');
    write('What happened?', 'Dr Osei ordered it for room 412');
    await clock.pass(500);
    expect(document.querySelector('mark[data-tier="block"]')?.textContent).toBe('Dr Osei');
    await press('Add these words');
    expect(on.onChange).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Something above may name a person.');
    await press('the doctor');
    expect(screen.getByLabelText('What happened?')).toHaveProperty(
      'value',
      'the doctor ordered it for room 412',
    );
    await press('Add these words');
    expect(on.onChange.mock.lastCall?.[0].t.what).toBe('the doctor ordered it for room 412');
  });

  it('are looked at again on adding, however fast one is', async () => {
    const { on } = await flagged('near_miss');
    await press('Add words');
    write('What happened?', 'Dr Osei');
    await press('Add these words');
    expect(on.onChange).not.toHaveBeenCalled();
  });

  it('may keep a name; nothing tells afterwards that it was kept', async () => {
    const { on, clock } = await flagged('near_miss');
    await press('Add words');
    write('What happened?', 'Dr Osei asked for this to be told');
    await clock.pass(500);
    await press('Keep anyway “Dr Osei”');
    write('What happened?', 'Dr Osei asked for this to be told.');
    await clock.pass(500);
    expect(document.querySelector('mark')).toBeNull();
    await press('Add these words');
    expect(Object.keys(on.onChange.mock.lastCall?.[0] ?? {}).sort()).toEqual([
      'desk',
      'factors',
      'kind',
      't',
      'wishes',
    ]);
  });

  it('are not corrected in the middle of a word, and keep their marks while one types on', async () => {
    const { clock } = await flagged('near_miss');
    await press('Add words');
    write('What happened?', 'Dr Osei');
    await clock.pass(300);
    expect(document.querySelector('mark')).toBeNull();
    await clock.pass(200);
    write('What happened?', 'Dr Osei wen');
    await settle();
    expect(document.querySelector('mark')?.textContent).toBe('Dr Osei');
  });

  it('say what was checked, and where names are not', async () => {
    await flagged('near_miss');
    await press('Add words');
    expect(document.body.textContent).toContain('Checked for 42 kinds of identifying details.');
    expect(document.body.textContent).not.toContain('not checked');
    write('What happened?', 'توقفت المضخة ليلًا');
    await settle();
    expect(document.body.textContent).toContain('Checked for 21 kinds of identifying details.');
    expect(document.body.textContent).toContain('Names are not checked in this language.');
    expect(document.body.textContent).toContain('The language itself can point to you.');
    expect(document.body.textContent).not.toMatch(/anonym/i);
  });

  it('of distress bring contacts forward and change nothing else', async () => {
    const { on } = await flagged('hazard');
    await press('Add words');
    write('What could happen?', 'I can’t go on like this');
    await settle();
    expect(document.body.textContent).toContain('You do not have to carry it alone.');
    expect(document.body.textContent).toContain('Quiet room');
    expect(on.onChange).not.toHaveBeenCalled();
  });

  it('that do not fit cannot be added, and the meter says by how much', async () => {
    await flagged('near_miss', { tools: { bodyRoom: (draft) => 20 - draft.t.what.length } });
    await press('Add words');
    write('What happened?', 'x'.repeat(12));
    await settle();
    expect(screen.getByText('Room for 8 more characters.')).toBeTruthy();
    write('What happened?', 'x'.repeat(23));
    await settle();
    expect(screen.getByText('3 characters too many.')).toBeTruthy();
    expect(button('Add these words')).toHaveProperty('disabled', true);
  });

  it('pasted by the megabyte are cut and cleaned before they touch the box', async () => {
    await flagged('near_miss');
    await press('Add words');
    const area = screen.getByLabelText('What happened?');
    const clipboardData = { getData: () => '\u202Eover\u0000ride '.repeat(200_000) };
    fireEvent.paste(area, { clipboardData });
    await settle();
    const { value } = area as HTMLTextAreaElement;
    expect(value.length).toBeLessThanOrEqual(4_000);
    expect(value).not.toContain('\u0000');
    expect(value).not.toContain('\u202e');
    expect(value.startsWith('override override')).toBe(true);
  });

  it('are never remembered, corrected or sent away by the browser', async () => {
    await flagged('near_miss');
    await press('Add words');
    const boxes = [...document.querySelectorAll('textarea, input')];
    expect(boxes.length).toBe(3);
    for (const box of boxes) {
      expect(box.getAttribute('autocomplete')).toBe('off');
      expect(box.getAttribute('autocorrect')).toBe('off');
    }
  });
});
