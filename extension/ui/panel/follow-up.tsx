import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import type { DeskThread } from './contract.ts';
import { GuardedBox } from './guarded-box.tsx';
import { arrival, nameOfDesk } from './lines.tsx';
import { type PanelModel, undecidedIn } from './use-panel.ts';
import { Checks, Distress } from './what-was-checked.tsx';

/** Below this many bytes the box says how little room is left. */
const FEW = 400;

/** Answering back, or adding a detail: sealed like a concern, and away with everyone else's at a tick. */
export function FollowUp({ panel, thread }: { panel: PanelModel; thread: DeskThread }): JSX.Element | null {
  const { t, tools, on, view } = panel;
  const [text, setText] = useState('');
  const [kept, setKept] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState(thread.status === 'question');
  const [state, setState] = useState<'sealing' | 'sent' | 'undecided' | Refusal | null>(null);
  const { desk } = thread;
  if (on.onFollowUp === undefined || desk === null || !view.desks.some(({ id }) => id === desk)) return null;

  if (state === 'sent') {
    return (
      <p class="sent" role="status">
        <Icon name="sealed" size={20} />
        <span>
          {t('sealed')} {arrival(view, t, nameOfDesk(view, desk))} {t('followup.once')}
        </span>
      </p>
    );
  }
  if (!opened) {
    return (
      <div class="buttons">
        <button type="button" onClick={() => setOpened(true)}>
          <Icon name="plus" size={20} />
          {t('followup.add')}
        </button>
      </div>
    );
  }

  const language = tools.languageOf(text) ?? t.locale;
  const room = tools.followUpRoom(text);
  const seal = async (): Promise<void> => {
    if (state === 'sealing') return;
    if (undecidedIn([text], kept, language, tools).length > 0) return setState('undecided');
    setState('sealing');
    const outcome = await on.onFollowUp?.(text, desk).catch(() => ({ ok: false, code: 'failed' }) as const);
    if (outcome?.ok) setText('');
    setState(outcome?.ok ? 'sent' : (outcome?.code ?? 'failed'));
  };
  return (
    <div class="follow-up">
      <GuardedBox
        t={t}
        tools={tools}
        label={t(thread.status === 'question' ? 'followup.answer' : 'followup.label')}
        text={text}
        language={language}
        kept={kept}
        onWrite={(written) => {
          setState(null);
          setText(tools.compose.cleanText(written, tools.compose.mostCharacters));
        }}
        onKeep={(finding) => setKept([...kept, finding])}
      />
      <Distress panel={panel} text={text} />
      {text.trim() !== '' && <Checks panel={panel} language={language} />}
      {room < FEW && (
        <p class="aside" role="status">
          {room < 0 ? t('room.over', { count: -room }) : t('room.few', { count: room })}
        </p>
      )}
      {state !== null && state !== 'sealing' && (
        <p class="banner" role="alert">
          <Icon name="look" size={20} />
          <span>{t(state === 'undecided' ? 'guard.decide' : `refused.${state}`)}</span>
        </p>
      )}
      <button
        type="button"
        class="primary"
        aria-busy={state === 'sealing'}
        disabled={text.trim() === '' || room < 0}
        onClick={() => void seal()}
      >
        {t('followup.seal')}
      </button>
    </div>
  );
}
