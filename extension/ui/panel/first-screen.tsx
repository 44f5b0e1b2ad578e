import type { JSX, RefObject } from 'preact';
import { Icon } from '../icons.tsx';
import type { Phase, PulseView } from './contract.ts';
import { bold, EmergencyLine } from './lines.tsx';
import type { PanelModel } from './use-panel.ts';

/** What everybody sees on opening: six tiles, and ordinary reasons for having opened it. */
export function FirstScreen({
  panel,
  title,
  onPulse,
}: {
  panel: PanelModel;
  title: RefObject<HTMLHeadingElement | null>;
  onPulse: (pulse: PulseView) => void;
}): JSX.Element {
  const { view, t, state, tools } = panel;
  return (
    <>
      <h1 ref={title} tabIndex={-1} id="title">
        {t('panel.title')}
      </h1>
      <p class="lede">{t('panel.lede')}</p>
      {view.phase.name === 'relay-silent' && (
        <p class="banner">
          <Icon name="look" size={20} />
          <span>
            {t.rich(silence(view.phase), {
              since: view.phase.since,
              phone: view.phase.phone,
              paper: view.phase.paper,
              b: bold,
            })}
          </span>
        </p>
      )}
      {state.refusal !== null && (
        <p class="banner">
          <Icon name="look" size={20} />
          <span>{t(`refused.${state.refusal}`)}</span>
        </p>
      )}
      <fieldset class="tiles" aria-labelledby="title">
        {tools.compose.kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="tile"
            data-kind={kind}
            aria-busy={state.sealing === kind}
            onClick={() => void panel.flag(kind)}
          >
            <Icon name={kind} size={22} />
            <span class="tile-label">{t(`kind.${kind}.label`)}</span>
            <span class="tile-help">{t(`kind.${kind}.help`)}</span>
          </button>
        ))}
      </fieldset>
      <EmergencyLine panel={panel} />
      {view.phase.name === 'ready' && state.refusal === null && <Ordinary panel={panel} onPulse={onPulse} />}
    </>
  );
}

/** This week's story and the first support contact: why opening the panel says nothing about a person. */
function Ordinary(props: { panel: PanelModel; onPulse: (pulse: PulseView) => void }): JSX.Element | null {
  const { panel, onPulse } = props;
  const { view, t, send } = panel;
  const { pulse } = view;
  // The first screen never scrolls: while everybody is asked something, stories are among the notices.
  const story = pulse === undefined ? view.stories[0] : undefined;
  const contact = view.support[0];
  // Answers come every day, and the way to them is in the footer: a story has more to say.
  const pledge = story || pulse ? undefined : view.pledge;
  const answers = panel.on.onReceiptOpen && !story && !pledge && !pulse ? view.answersAdded : undefined;
  if (!story && !pledge && !contact && !pulse && answers === undefined) return null;
  return (
    <div class="ordinary">
      {pulse && (
        <button type="button" class="pulse-card" onClick={() => onPulse(pulse)}>
          <Icon name="notices" size={20} />
          <span>
            <b>{t('pulse.card', { desk: pulse.desk, title: pulse.title })}</b>
            <small>{t('pulse.card.text')}</small>
          </span>
        </button>
      )}
      {story && (
        <p class="first-story">{t.rich('story.line', { said: story.said, did: story.did, b: bold })}</p>
      )}
      {pledge && (
        <p class="first-story">
          {t('pledge.text')} <b>{t('pledge.by', { name: pledge.name, role: pledge.role })}</b>
        </p>
      )}
      {answers !== undefined && (
        <button type="button" class="plain" onClick={() => send({ type: 'sheet', sheet: 'receipt' })}>
          {t('answers.added', { day: t.day(answers) })}
        </button>
      )}
      {contact && (
        <button type="button" class="support-line" onClick={() => send({ type: 'sheet', sheet: 'support' })}>
          <Icon name="support" size={20} />
          <span>{[contact.label, contact.detail, contact.hours].filter(Boolean).join(' · ')}</span>
        </button>
      )}
    </div>
  );
}

/** Before the first bulletin nothing is known but perhaps a number, and nothing can be taken down. */
function silence({
  phone,
  paper,
}: Extract<Phase, { name: 'relay-silent' }>): 'relay.silent' | 'relay.silent.call' | 'relay.silent.none' {
  if (phone === '') return 'relay.silent.none';
  return paper === '' ? 'relay.silent.call' : 'relay.silent';
}
