// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { KINDS } from '../../../shared/taxonomy.ts';
import { settle, stage, t } from './stage.tsx';

const tile = (kind: (typeof KINDS)[number]) =>
  screen.getByRole('button', { name: new RegExp(`^${t(`kind.${kind}.label`)}`) });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const thanks = () => screen.queryByRole('heading', { name: t('thanks.near_miss') });

async function flagNearMiss() {
  fireEvent.click(tile('near_miss'));
  await settle();
}

describe('the first screen', () => {
  it('asks one question, with six tiles, and says that nobody watches live', () => {
    stage();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What did you notice?');
    expect(KINDS.map((kind) => tile(kind)).length).toBe(6);
    expect(document.body.textContent).toContain('Call 2222.');
    expect(document.body.textContent).toContain('Nobody watches this live.');
  });

  it('gives ordinary reasons for having opened it', () => {
    stage();
    expect(document.body.textContent).toContain('two spare batteries on every ward');
    expect(button(/Staff support line · 4455/)).toBeTruthy();
  });

  it('says what is always true: log off, who carries it, how large the crowd is', () => {
    stage();
    expect(screen.getByText('Anything sent now is safe to log off in 0:21.')).toBeTruthy();
    expect(screen.getByText('Carried by North Region Patient Council, not by your hospital.')).toBeTruthy();
    expect(screen.getByText('One of about 2,300 computers that all send the same.')).toBeTruthy();
  });

  it('never calls it safe on a machine that forgets, and says when the relay is one’s own', () => {
    stage({
      view: {
        profile: 'wiped',
        safeToLogOff: { kind: 'stay', minutes: 2 },
        operator: { name: '', own: true },
      },
    });
    expect(screen.getByText('After sending, stay signed in for about two minutes.')).toBeTruthy();
    expect(screen.getByText(t('carrier.own'))).toBeTruthy();
    expect(screen.queryByText(/is safe to log off/)).toBeNull();
  });

  it('gives other ways when nothing leaves', () => {
    stage({
      view: { phase: { name: 'relay-silent', since: '09:10', phone: '4411', paper: 'the blue form' } },
    });
    expect(document.body.textContent).toContain(
      'Nothing has left this computer since 09:10. Call 4411 or use the blue form.',
    );
    expect(tile('near_miss')).toBeTruthy();
  });

  it('waits without tiles while there are no settings, and names the ones that do not hold', () => {
    stage({ view: { phase: { name: 'waiting' } } });
    expect(screen.queryByRole('button', { name: /Near miss/ })).toBeNull();
    stage({
      view: { phase: { name: 'wrong-settings', problems: [{ key: 'rootKey', reason: 'differs.' }] } },
    });
    expect(screen.getByText('rootKey')).toBeTruthy();
  });
});

describe('one click', () => {
  it('files the concern, thanks, and says where it goes, when and by whom', async () => {
    const { on } = stage();
    await flagNearMiss();
    expect(on.onFlag.mock.calls).toEqual([['near_miss']]);
    expect(thanks()).toBeTruthy();
    expect(document.body.textContent).toContain('reaches Patient Safety in about 40 minutes');
    expect(document.body.textContent).toContain('A person acknowledges within 7 days of its arrival.');
    expect(document.body.textContent).toContain('Carried by North Region Patient Council');
  });

  it('tells a screen reader and moves the focus to the confirmation', async () => {
    stage();
    await flagNearMiss();
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(`${t('thanks.near_miss')} Sealed.`);
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('thanks');
  });

  it('thanks only once the concern is sealed', async () => {
    let sealed: (outcome: { ok: true }) => void = () => undefined;
    stage({
      on: {
        onFlag: vi.fn(
          () =>
            new Promise<{ ok: true }>((done) => {
              sealed = done;
            }),
        ),
      },
    });
    await flagNearMiss();
    expect(thanks()).toBeNull();
    expect(tile('near_miss').getAttribute('aria-busy')).toBe('true');
    sealed({ ok: true });
    await settle();
    expect(thanks()).toBeTruthy();
  });

  it('that fails, or breaks, says that nothing was sent', async () => {
    stage({ on: { onFlag: vi.fn(async () => ({ ok: false as const, code: 'not-ready' as const })) } });
    await flagNearMiss();
    expect(screen.getAllByText(t('refused.not-ready')).length).toBeGreaterThan(0);
    expect(thanks()).toBeNull();
  });

  it('survives a callback that throws', async () => {
    stage({ on: { onFlag: vi.fn(async () => Promise.reject(new Error('no'))) } });
    await flagNearMiss();
    expect(screen.getAllByText(t('refused.failed')).length).toBeGreaterThan(0);
  });

  it('is one concern, however often it is clicked', async () => {
    const { on } = stage();
    const near = tile('near_miss');
    fireEvent.click(near);
    fireEvent.click(near);
    fireEvent.click(tile('hazard'));
    await settle();
    expect(on.onFlag).toHaveBeenCalledTimes(1);
  });

  it('does not press with its second half what took the place of the tile', async () => {
    const { on, clock } = stage();
    await flagNearMiss();
    await clock.pass(200);
    fireEvent.click(button('Medication or fluids'), { detail: 2 });
    await settle();
    expect(on.onChange).not.toHaveBeenCalled();
    await clock.pass(400);
    fireEvent.click(button('Medication or fluids'), { detail: 2 });
    await settle();
    expect(on.onChange).toHaveBeenCalledTimes(1);
  });

  it('needs no key, and the keyboard needs no mouse', async () => {
    const { on } = stage();
    const near = tile('near_miss');
    near.focus();
    expect(document.activeElement).toBe(near);
    expect(near.tagName).toBe('BUTTON');
    expect(document.querySelectorAll('[tabindex]:not([tabindex="-1"])')).toHaveLength(0);
    near.click();
    await settle();
    expect(on.onFlag).toHaveBeenCalledTimes(1);
  });
});

describe('Undo', () => {
  it('takes the concern back for five seconds', async () => {
    const { on, clock } = stage();
    await flagNearMiss();
    await clock.pass(4_900);
    fireEvent.click(button('Undo'));
    await settle();
    expect(on.onUndo).toHaveBeenCalledTimes(1);
    expect(tile('near_miss')).toBeTruthy();
  });

  it('is over after that', async () => {
    const { on, clock } = stage();
    await flagNearMiss();
    await clock.pass(5_100);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(on.onUndo).not.toHaveBeenCalled();
  });

  it('says so when it came too late after all', async () => {
    stage({ on: { onUndo: vi.fn(async () => ({ ok: false as const, code: 'already-left' as const })) } });
    await flagNearMiss();
    fireEvent.click(button('Undo'));
    await settle();
    expect(screen.getAllByText(t('refused.already-left')).length).toBeGreaterThan(0);
    expect(screen.queryByText(t('category.question'))).toBeNull();
  });
});

describe('time', () => {
  it('brings the first screen back after eight seconds, with the focus at its start', async () => {
    const { clock, on } = stage();
    await flagNearMiss();
    await clock.pass(7_900);
    expect(thanks()).toBeTruthy();
    await clock.pass(200);
    expect(thanks()).toBeNull();
    expect(document.activeElement?.textContent).toBe('What did you notice?');
    expect(on.onUndo).not.toHaveBeenCalled();
  });

  it('does not, while somebody is adding; then it asks first', async () => {
    const { clock, on } = stage();
    await flagNearMiss();
    fireEvent.click(button('Medication or fluids'));
    await clock.pass(90_000);
    expect(thanks()).toBeTruthy();
    await clock.pass(15_000);
    expect(screen.getByRole('alert').textContent).toContain('Are you still there?');
    fireEvent.click(button('Keep it open'));
    await clock.pass(90_000);
    expect(thanks()).toBeTruthy();
    await clock.pass(40_000);
    expect(thanks()).toBeNull();
    expect(on.onEditing.mock.calls).toEqual([[false], [true], [false]]);
  });

  it('waits after any sign of life', async () => {
    const { clock } = stage();
    await flagNearMiss();
    await clock.pass(6_000);
    fireEvent.pointerMove(document.body);
    await clock.pass(6_000);
    expect(thanks()).toBeTruthy();
    await clock.pass(3_000);
    expect(thanks()).toBeNull();
  });
});

describe('Esc', () => {
  it('clears everything and closes, from wherever one is', async () => {
    const { on } = stage();
    await flagNearMiss();
    fireEvent.click(button('Add words'));
    fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'secret' } });
    fireEvent.keyDown(document, { key: 'Escape' });
    await settle();
    expect(on.onClose).toHaveBeenCalledTimes(1);
    expect(document.body.textContent).not.toContain('secret');
    expect(on.onChange).not.toHaveBeenCalled();
    expect(tile('near_miss')).toBeTruthy();
  });

  it('leaves alone somebody who is in the middle of composing a character', () => {
    const { on } = stage();
    fireEvent.keyDown(document, { key: 'Escape', isComposing: true });
    expect(on.onClose).not.toHaveBeenCalled();
  });
});

describe('support', () => {
  it('is one click from every screen', async () => {
    stage();
    fireEvent.click(button('Support'));
    expect(screen.getByRole('heading', { level: 1, name: 'Support' })).toBeTruthy();
    expect(document.body.textContent).toContain('Level 3, beside the chapel');
    fireEvent.click(button('Back'));
    await flagNearMiss();
    fireEvent.click(button('Support'));
    expect(document.body.textContent).toContain('Level 3, beside the chapel');
    fireEvent.click(button('Back'));
    expect(thanks()).toBeTruthy();
  });

  it('comes first where the concern is about oneself, and can be asked for', async () => {
    const { on } = stage();
    fireEvent.click(tile('staff'));
    await settle();
    const text = document.body.textContent ?? '';
    expect(text.indexOf('Quiet room')).toBeLessThan(text.indexOf('reaches People team'));
    fireEvent.click(button('I would like support'));
    await settle();
    expect(on.onChange.mock.lastCall?.[0]).toMatchObject({ wishes: ['support'] });
    fireEvent.click(button('Show my seven words'));
    await settle();
    expect(screen.getByRole('heading', { name: 'Your seven words' })).toBeTruthy();
  });
});

describe('language', () => {
  it('is chosen in its own name, and says that it is forgotten', () => {
    const { on } = stage();
    fireEvent.click(button('Language: English'));
    expect(screen.getByText('Forgotten when this panel closes.')).toBeTruthy();
    fireEvent.click(button('العربية'));
    expect(on.onLanguage.mock.calls).toEqual([['ar']]);
  });
});
