import type { JSX } from 'preact';
import type { Flagged } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { Contacts } from './contacts.tsx';
import type { PanelModel } from './use-panel.ts';

/** For concerns about oneself: who is there, before anything else, and a way to ask for it. */
export function SupportChoice({ panel, flagged }: { panel: PanelModel; flagged: Flagged }): JSX.Element {
  const { view, t, on } = panel;
  const asked = flagged.draft.wishes.includes('support');
  return (
    <div class="support-choice">
      {flagged.open === null && <Contacts t={t} contacts={view.support.slice(0, 3)} />}
      <button
        type="button"
        class="chip"
        aria-pressed={asked}
        disabled={flagged.left}
        onClick={() => void panel.choose({ pick: 'wish', value: 'support' })}
      >
        {asked && <Icon name="done" size={16} />}
        {t('support.ask')}
      </button>
      {asked && (
        <p class="aside">
          {t('support.asked')}{' '}
          {on.onAskAnswer && (
            <button type="button" class="plain" onClick={() => void panel.askAnswer()}>
              {t('support.words')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
