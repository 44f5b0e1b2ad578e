/// <reference types="vite/client" />
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FEWEST_ANSWERS, REASONS, SCALE_STEPS } from '../../../shared/pulse-scales.ts';
import type { Asking, AskingSteps, Picked, Question } from '../../compose/asking.ts';
import type { Refusal } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import type { MessageKey } from '../translator.ts';
import { Contacts } from './contacts.tsx';
import type { Outcome, PulseAnswered } from './contract.ts';
import './pulse.css';
import type { PanelModel } from './use-panel.ts';

/** What was picked waits so long for the next sign of life: nothing of one person outlasts her on a shared machine. */
const IDLE_MS = 2 * 60_000;
/** The thanks give way to the first screen, so that nobody beside the person reads them. */
const FADE_MS = 15_000;
const UNDO_MS = 5_000;
/** The second click of a double click must not answer the next question. */
const DOUBLE_CLICK_MS = 500;

interface ScreenProps {
  readonly panel: PanelModel;
  readonly pulse: Asking['pulse'];
  readonly groups: Asking['groups'];
  /** How one question leads to the next. */
  readonly steps: AskingSteps;
  /** Name of the desk that reads the answers. */
  readonly desk: string;
  readonly onClose: () => void;
}

type Ending =
  | { readonly state: 'sealing' | 'nothing' }
  | { readonly state: 'sealed'; readonly at: number; readonly undo: () => Promise<Outcome> }
  | { readonly state: 'refused'; readonly code: Refusal };

/** One question at a time, each answered or skipped in a tap; the last tap seals. Forgets everything when it goes. */
export function PulseScreen({ panel, pulse, groups, steps, desk, onClose }: ScreenProps): JSX.Element {
  const { tools, t, view } = panel;
  const [asking, setAsking] = useState(() => steps.from(pulse, groups));
  const [ending, setEnding] = useState<Ending | null>(null);
  const [undoable, setUndoable] = useState(false);
  const steppedAt = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = steps.at(asking);
  useLayoutEffect(() => heading.current?.focus(), [asking.at, ending?.state]);

  useEffect(
    () => tools.clock.after(ending === null || ending.state === 'sealing' ? IDLE_MS : FADE_MS, onClose),
    [asking, ending],
  );
  useEffect(() => {
    if (ending?.state !== 'sealed') return undefined;
    return tools.clock.after(UNDO_MS - (tools.clock.now() - ending.at), () => setUndoable(false));
  }, [ending]);

  const seal = async (done: Asking): Promise<void> => {
    const answer = steps.answer(done);
    if (answer === null) return setEnding({ state: 'nothing' });
    setEnding({ state: 'sealing' });
    const outcome = await panel.on
      .onPulse?.(answer, pulse.desk)
      .catch((): PulseAnswered => ({ ok: false, code: 'failed' }));
    setUndoable(outcome?.ok === true);
    if (outcome?.ok) setEnding({ state: 'sealed', at: tools.clock.now(), undo: outcome.undo });
    else setEnding({ state: 'refused', code: outcome?.code ?? 'failed' });
  };
  const pick = (picked: Picked): void => {
    const next = steps.after(asking, picked);
    if (next.at !== asking.at) steppedAt.current = tools.clock.now();
    setAsking(next);
    if (steps.at(next) === null) void seal(next);
  };
  const back = (): void => {
    if (asking.at === 0 || ending !== null) onClose();
    else pick({ pick: 'back' });
  };
  const undo = async (): Promise<void> => {
    if (ending?.state !== 'sealed') return;
    const outcome = await ending.undo();
    if (outcome.ok) onClose();
    else setUndoable(false);
  };
  const wellbeing = question?.asks === 'item' && pulse.items[question.item]?.wellbeing === true;
  const hard = pulse.items.some((item) => item.wellbeing === true);

  return (
    <section
      class="sheet pulse"
      data-at={asking.at}
      aria-labelledby="pulse-title"
      aria-busy={ending?.state === 'sealing'}
      onClickCapture={(event) => {
        if (event.detail > 1 && tools.clock.now() - steppedAt.current < DOUBLE_CLICK_MS) {
          event.stopPropagation();
        }
      }}
    >
      <button type="button" class="back" onClick={back}>
        <Icon name="back" size={20} />
        {t('back')}
      </button>
      {question !== null ? (
        <>
          <p class="pulse-step">
            {t('pulse.step', { at: asking.at + 1, of: steps.all(asking).length })}
            {' · '}
            <bdi lang={pulse.language}>{pulse.title}</bdi>
          </p>
          <h1 id="pulse-title" ref={heading} tabIndex={-1} dir="auto" lang={langOf(question, asking)}>
            {titleOf(question, asking, panel)}
          </h1>
          {wellbeing && <HelpLine panel={panel} />}
          <Options asking={asking} question={question} panel={panel} onPick={pick} />
          {asking.at === 0 && <p class="aside">{t('pulse.counted', { desk, least: FEWEST_ANSWERS })}</p>}
          {pulse.source !== undefined && asking.at === 0 && (
            <p class="aside">{t('pulse.source', { source: pulse.source })}</p>
          )}
        </>
      ) : (
        <>
          <h1 id="pulse-title" ref={heading} tabIndex={-1}>
            {t(
              ending?.state === 'nothing'
                ? 'pulse.nothing'
                : ending?.state === 'refused'
                  ? `refused.${ending.code}`
                  : ending?.state === 'sealed'
                    ? 'pulse.sealed'
                    : 'sealing',
            )}
          </h1>
          {ending?.state === 'sealed' && <p>{t('pulse.sealed.text')}</p>}
          <div class="buttons">
            {ending?.state === 'sealed' && (
              <button type="button" class="pulse-undo" disabled={!undoable} onClick={() => void undo()}>
                <Icon name="undo" size={20} />
                {t('undo')}
              </button>
            )}
            {ending !== null && ending.state !== 'sealing' && (
              <button type="button" class="done" onClick={onClose}>
                {t('details.done')}
              </button>
            )}
          </div>
          {hard && view.support.length > 0 && <Support panel={panel} />}
        </>
      )}
    </section>
  );
}

/** Help stands where somebody is asked how they are: one line before the answers, and all of it behind it. */
function HelpLine({ panel: { t, view, send } }: { panel: PanelModel }): JSX.Element | null {
  const [contact] = view.support;
  if (contact === undefined) return null;
  const { label, detail, hours } = contact;
  return (
    <button type="button" class="pulse-help" onClick={() => send({ type: 'sheet', sheet: 'support' })}>
      <Icon name="support" size={20} />
      <span>
        {t('pulse.support')}: <b>{[label, detail, hours].filter(Boolean).join(' · ')}</b>
      </span>
    </button>
  );
}

function Support({ panel: { t, view } }: { panel: PanelModel }): JSX.Element {
  return (
    <div class="pulse-support">
      <h2>{t('pulse.support')}</h2>
      <Contacts t={t} contacts={view.support} />
    </div>
  );
}

function titleOf(question: Question, { pulse }: Asking, { t }: PanelModel): string {
  return question.asks === 'item' ? (pulse.items[question.item]?.text ?? '') : t(`pulse.${question.asks}`);
}

function langOf(question: Question, { pulse }: Asking): string | undefined {
  return question.asks === 'item' ? pulse.language : undefined;
}

function Options(props: {
  asking: Asking;
  question: Question;
  panel: PanelModel;
  onPick: (picked: Picked) => void;
}): JSX.Element {
  const { asking, question, panel, onPick } = props;
  const { t } = panel;
  switch (question.asks) {
    case 'item': {
      const { scale = 'agree5' } = asking.pulse.items[question.item] ?? {};
      const chosen = asking.answers[question.item] ?? 0;
      return (
        <>
          <fieldset class="pulse-options" data-scale={scale} aria-labelledby="pulse-title">
            {Array.from({ length: SCALE_STEPS[scale] }, (_, at) => at + 1).map((step) => (
              <button
                key={step}
                type="button"
                aria-pressed={chosen === step}
                onClick={() => onPick({ pick: 'step', step })}
              >
                {t(`pulse.${scale}.${step}` as MessageKey)}
              </button>
            ))}
          </fieldset>
          <Further label={t(chosen === 0 ? 'pulse.skip' : 'pulse.next')} onPick={onPick} />
        </>
      );
    }
    case 'reasons':
      return (
        <>
          <p class="aside">{t('pulse.reasons.hint')}</p>
          <fieldset class="pulse-options" data-scale="reasons" aria-labelledby="pulse-title">
            {REASONS.map((reason) => (
              <button
                key={reason}
                type="button"
                aria-pressed={asking.reasons.includes(reason)}
                onClick={() => onPick({ pick: 'reason', reason })}
              >
                {t(`pulse.reason.${reason}`)}
                {asking.reasons.includes(reason) && <Icon name="done" size={20} />}
              </button>
            ))}
          </fieldset>
          {asking.reasons.length === 0 ? (
            <Further label={t('pulse.skip')} onPick={onPick} />
          ) : (
            <button type="button" class="primary" onClick={() => onPick({ pick: 'next' })}>
              {t('pulse.next')}
            </button>
          )}
        </>
      );
    case 'group':
      return (
        <>
          <p class="aside">{t('pulse.group.hint', { least: FEWEST_ANSWERS })}</p>
          <fieldset class="pulse-options" data-scale="group" aria-labelledby="pulse-title">
            {asking.groups.map(({ code, label }) => (
              <button
                key={code}
                type="button"
                aria-pressed={false}
                onClick={() => onPick({ pick: 'group', group: code })}
              >
                <bdi>{label}</bdi>
              </button>
            ))}
            <button
              type="button"
              aria-pressed={false}
              class="rather-not"
              onClick={() => onPick({ pick: 'next' })}
            >
              {t('pulse.group.skip')}
            </button>
          </fieldset>
        </>
      );
  }
}

function Further({ label, onPick }: { label: string; onPick: (picked: Picked) => void }): JSX.Element {
  return (
    <button type="button" class="plain pulse-skip" onClick={() => onPick({ pick: 'next' })}>
      {label}
    </button>
  );
}
