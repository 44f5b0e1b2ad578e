import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ConcernView } from '../../inbox/view.ts';
import { Icon } from '../icons.tsx';
import { Closing } from './closing.tsx';
import type { DeskProps } from './contract.ts';
import { Grading } from './grading.tsx';
import { duePhrase, urgencyOf } from './phrases.ts';
import { NOTE_FIELD } from './use-keys.ts';

const LONGEST_NOTE = 2000;

/** Beside the concern: its clocks, who looks after it, where it stands, and a note for the team. */
export function Triage({ concern, view, on, t }: DeskProps & { concern: ConcernView }): JSX.Element {
  const [closing, setClosing] = useState(false);
  const act = (action: Parameters<typeof on.onAct>[1]): void => on.onAct([concern.id], action);
  const open = concern.status === 'acknowledged' || concern.status === 'in-review';
  return (
    <aside class="triage" aria-label={t('inbox.triage')}>
      <Clocks concern={concern} t={t} />
      <p class="choice">
        <label for="assignee">{t('inbox.triage.assignee')}</label>
        <select
          id="assignee"
          autocomplete="off"
          value={concern.assignee ?? ''}
          onChange={(event) => act({ type: 'assigned', to: event.currentTarget.value || null })}
        >
          <option value="">{t('inbox.triage.nobody')}</option>
          {view.colleagues.map(({ kid, label, self }) => (
            <option key={kid} value={kid}>
              {self ? t('inbox.triage.me', { label }) : label}
            </option>
          ))}
        </select>
      </p>
      <Grading concern={concern} view={view} on={on} t={t} />
      <div class="standing">
        <p>
          <span class="label">{t('inbox.triage.status')}</span>
          <b data-standing>{t(`inbox.folder.${concern.status}`)}</b>
        </p>
        {concern.closing !== null && (
          <p class="small">
            {t(`inbox.closing.${concern.closing.reason}`)}
            {concern.closing.line !== '' && (
              <span class="closing-line" dir="auto">
                {concern.closing.line}
              </span>
            )}
          </p>
        )}
        {!closing && (
          <div class="buttons">
            {concern.status === 'acknowledged' && (
              <button
                type="button"
                class="button"
                data-action="review"
                onClick={() => act({ type: 'in-review' })}
              >
                {t('inbox.triage.review')}
              </button>
            )}
            {open && (
              <button type="button" class="button" data-action="close" onClick={() => setClosing(true)}>
                {t('inbox.triage.close')}
              </button>
            )}
            {concern.status === 'closed' && (
              <button
                type="button"
                class="button"
                data-action="reopen"
                onClick={() => act({ type: 'in-review' })}
              >
                {t('inbox.triage.reopen')}
              </button>
            )}
          </div>
        )}
        {closing && open && (
          <Closing
            t={t}
            tools={on.answering}
            onCancel={() => setClosing(false)}
            onClose={(reason, line) => {
              setClosing(false);
              act({ type: 'closed', reason, line });
            }}
          />
        )}
      </div>
      <Note t={t} onAdd={(text) => act({ type: 'noted', text })} />
    </aside>
  );
}

function Clocks({ concern, t }: { concern: ConcernView; t: DeskProps['t'] }): JSX.Element {
  const { acknowledgeDaysLeft, answerDaysLeft, answered, promiseDaysLeft } = concern.clocks;
  return (
    <ul class="clocks">
      <li data-urgency={acknowledgeDaysLeft === null ? 'done' : urgencyOf(acknowledgeDaysLeft)}>
        <Icon name={acknowledgeDaysLeft === null ? 'done' : 'clock'} size={18} />
        {acknowledgeDaysLeft === null ? (
          <span>{t('inbox.clock.acknowledged')}</span>
        ) : (
          <>
            <span>{t('inbox.clock.acknowledge')}</span>
            <b>{duePhrase(t, acknowledgeDaysLeft)}</b>
          </>
        )}
      </li>
      {acknowledgeDaysLeft === null && answerDaysLeft !== null && (
        <li data-urgency={urgencyOf(answerDaysLeft)}>
          <Icon name="clock" size={18} />
          <span>{t('inbox.clock.answer')}</span>
          <b>{duePhrase(t, answerDaysLeft)}</b>
        </li>
      )}
      {answered && (
        <li data-urgency="done">
          <Icon name="done" size={18} />
          <span>{t('inbox.clock.answered')}</span>
        </li>
      )}
      {promiseDaysLeft !== null && (
        <li data-urgency={urgencyOf(promiseDaysLeft)}>
          <Icon name="clock" size={18} />
          <span>{t('inbox.clock.promise')}</span>
          <b>{duePhrase(t, promiseDaysLeft)}</b>
        </li>
      )}
    </ul>
  );
}

function Note({ t, onAdd }: { t: DeskProps['t']; onAdd: (text: string) => void }): JSX.Element {
  const [text, setText] = useState('');
  const words = text.trim();
  return (
    <form
      class="note"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '') return;
        onAdd(words);
        setText('');
      }}
    >
      <label for={NOTE_FIELD}>{t('inbox.triage.note')}</label>
      <textarea
        id={NOTE_FIELD}
        rows={3}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST_NOTE}
        aria-describedby="note-help"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p id="note-help" class="muted small">
        {t('inbox.triage.note.help')}
      </p>
      <button type="submit" class="button" data-action="note" disabled={words === ''}>
        {t('inbox.triage.note.add')}
      </button>
    </form>
  );
}
