import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ROUTES, type Route } from '../../../shared/team-actions.ts';
import type { ConcernView } from '../../inbox/view.ts';
import type { Translator } from '../translator.ts';
import { CaseForm } from './case-form.tsx';
import { CheckedField, type Leaving } from './checked-words.tsx';
import type { DeskProps } from './contract.ts';
import { MaskedText } from './masked-text.tsx';
import { shortWeekPhrase } from './phrases.ts';
import { Playbook } from './playbook.tsx';
import { StepButtons } from './step-buttons.tsx';
import { StoryForm } from './story-form.tsx';
import { TextLine } from './text-line.tsx';

type Step = 'learn' | 'tell' | 'merge' | 'move' | 'hold' | 'release' | 'record' | 'aside' | 'danger';

/** Longest short text of the protocol: names, numbers, reasons. */
const SHORT = 200;
const LONGEST_SUMMARY = 2000;

/** Under the concern: the steps that are seldom needed, one unfolded at a time. */
export function Steps(props: DeskProps & { concern: ConcernView }): JSX.Element {
  const { concern, view, on, t } = props;
  const { team } = concern;
  const [step, setStep] = useState<Step | null>(null);
  const waits = (type: string): boolean => team.waiting.some(({ what }) => what.type === type);
  const act = (action: Parameters<typeof on.onAct>[1]): void => {
    setStep(null);
    on.onAct([concern.id], action);
  };
  const offered: readonly (readonly [Step, string])[] = [
    ...(concern.fields === null || team.into !== null ? [] : ([['merge', t('inbox.merge')]] as const)),
    ...(team.moved !== null || waits('moved') ? [] : ([['move', t('inbox.move')]] as const)),
    ...(concern.playbook === 'danger' ? [] : ([['danger', t('inbox.playbook.open')]] as const)),
    ['tell', t('inbox.stories.tell')],
    ...(concern.status !== 'closed' || on.cases === undefined || waits('learned')
      ? []
      : ([['learn', t('inbox.cases.make')]] as const)),
    ...(waits('recorded') ? [] : ([['record', t('inbox.record')]] as const)),
    ...(team.hold !== null
      ? waits('released')
        ? []
        : ([['release', t('inbox.release')]] as const)
      : waits('held')
        ? []
        : ([['hold', t('inbox.hold')]] as const)),
    ['aside', t('inbox.aside')],
  ];
  const close = { onCancel: () => setStep(null), t };
  return (
    <section class="steps" aria-labelledby="steps-title">
      <h3 id="steps-title">{t('inbox.team.steps')}</h3>
      <ul class="buttons">
        {offered.map(([each, name]) => (
          <li key={each}>
            <button
              type="button"
              class="button quiet"
              data-step={each}
              aria-expanded={step === each}
              onClick={() => setStep(step === each ? null : each)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      {step === 'merge' && (
        <Merge {...props} onCancel={close.onCancel} onInto={(into) => act({ type: 'merged', into })} />
      )}
      {step === 'move' && <Move {...close} onMove={(route) => act({ type: 'moved', ...route })} />}
      {step === 'tell' && (
        <StoryForm
          on={on}
          t={t}
          about={concern.boxes.map(({ text }) => text).join('\n')}
          onCancel={close.onCancel}
          onTell={(story) => act({ type: 'told', ...story })}
        />
      )}
      {step === 'learn' && (
        <CaseForm
          on={on}
          t={t}
          about={concern.boxes.map(({ text }) => text).join('\n')}
          from={view.organisation}
          onCancel={close.onCancel}
          onLearned={(card) => act({ type: 'learned', ...card })}
        />
      )}
      {step === 'danger' && <Playbook which="danger" view={view} t={t} />}
      {step === 'hold' && (
        <Reason
          {...close}
          id="hold"
          title={t('inbox.hold')}
          text={t('inbox.hold.text')}
          label={t('inbox.hold.reason')}
          onReason={(reason) => act({ type: 'held', reason })}
        />
      )}
      {step === 'release' && (
        <Reason
          {...close}
          id="release"
          title={t('inbox.release')}
          text={null}
          label={t('inbox.release.reason')}
          onReason={(reason) => act({ type: 'released', reason })}
        />
      )}
      {step === 'record' && (
        <Summary
          {...props}
          onCancel={close.onCancel}
          onSummary={(summary) => act({ type: 'recorded', summary })}
        />
      )}
      {step === 'aside' && (
        <div class="step" data-form="aside">
          <p>{t(team.canStepAside ? 'inbox.aside.text' : 'inbox.aside.alone')}</p>
          <div class="buttons">
            {team.canStepAside && (
              <button
                type="button"
                class="button"
                data-action="step-aside"
                onClick={() => act({ type: 'recused' })}
              >
                {t('inbox.aside.do')}
              </button>
            )}
            <button type="button" class="button quiet" onClick={close.onCancel}>
              {t('inbox.team.cancel')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

function Merge(
  props: DeskProps & { concern: ConcernView; onCancel: () => void; onInto: (id: string) => void },
): JSX.Element {
  const { concern, view, on, t, onCancel, onInto } = props;
  const [similar] = useState(() => on.onSimilar(concern.id));
  return (
    <div class="step" data-form="merge">
      <p>{t(similar.length === 0 ? 'inbox.merge.none' : 'inbox.merge.text')}</p>
      <ul class="similar">
        {similar.map((row) => (
          <li key={row.id}>
            <button type="button" class="similar-one" data-into={row.id} onClick={() => onInto(row.id)}>
              <span dir="auto">
                <MaskedText text={row.words} t={t} />
              </span>
              <span class="muted small">{shortWeekPhrase(t, row.week, view)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('inbox.team.cancel')}
        </button>
      </div>
    </div>
  );
}

function Move(props: {
  t: Translator;
  onCancel: () => void;
  onMove: (to: { route: Route; name: string; reference: string }) => void;
}): JSX.Element {
  const { t, onCancel, onMove } = props;
  const [route, setRoute] = useState<Route>('incident-system');
  const [name, setName] = useState('');
  const [reference, setReference] = useState('');
  const complete = name.trim() !== '' && reference.trim() !== '';
  return (
    <form
      class="step"
      data-form="move"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onMove({ route, name: name.trim(), reference: reference.trim() });
      }}
    >
      <p>{t('inbox.move.text')}</p>
      <p class="choice">
        <label for="route">{t('inbox.move.route')}</label>
        <select
          id="route"
          autocomplete="off"
          value={route}
          onChange={(event) => setRoute(event.currentTarget.value as Route)}
        >
          {ROUTES.map((each) => (
            <option key={each} value={each}>
              {t(`inbox.route.${each}`)}
            </option>
          ))}
        </select>
      </p>
      <TextLine limit={SHORT} id="route-name" label={t('inbox.move.name')} value={name} onChange={setName} />
      <TextLine
        limit={SHORT}
        id="route-reference"
        label={t('inbox.move.reference')}
        value={reference}
        onChange={setReference}
      />
      <StepButtons action="move-now" label={t('inbox.move.do')} ready={complete} t={t} onCancel={onCancel} />
    </form>
  );
}

function Reason(props: {
  id: string;
  title: string;
  text: string | null;
  label: string;
  t: Translator;
  onCancel: () => void;
  onReason: (reason: string) => void;
}): JSX.Element {
  const { id, text, label, t, onCancel, onReason } = props;
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <form
      class="step"
      data-form={id}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onReason(reason.trim());
      }}
    >
      {text !== null && <p>{text}</p>}
      <TextLine limit={SHORT} id={`${id}-reason`} label={label} value={reason} onChange={setReason} />
      <StepButtons action={`${id}-now`} label={t('inbox.move.do')} ready={ready} t={t} onCancel={onCancel} />
    </form>
  );
}

function Summary(
  props: DeskProps & { concern: ConcernView; onCancel: () => void; onSummary: (summary: string) => void },
): JSX.Element {
  const { concern, on, t, onCancel, onSummary } = props;
  const [leaving, setLeaving] = useState<Leaving>({ text: '', ready: false });
  const about = concern.boxes.map(({ text }) => text).join('\n');
  return (
    <form
      class="step"
      data-form="record"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (leaving.ready) onSummary(leaving.text.trim());
      }}
    >
      <p>{t('inbox.record.text')}</p>
      <CheckedField
        id="summary"
        label={t('inbox.record.field')}
        rows={5}
        limit={LONGEST_SUMMARY}
        text={leaving.text}
        check={on.check}
        about={about}
        t={t}
        onChange={setLeaving}
      />
      <StepButtons
        action="record-now"
        label={t('inbox.move.do')}
        ready={leaving.ready}
        t={t}
        onCancel={onCancel}
      />
    </form>
  );
}
