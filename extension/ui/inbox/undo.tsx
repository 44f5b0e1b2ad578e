import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { DeskProps } from './contract.ts';

/** What was just done, while it can be taken back. */
export function Undo({ view, on, t }: DeskProps): JSX.Element {
  return (
    <div class="undo-bar" role="status" data-undoable={view.undoable?.concerns ?? 0}>
      {view.undoable !== null && (
        <div class="undo-card">
          <Icon name="done" size={20} />
          <span>{t(`inbox.done.${view.undoable.what}`, { count: view.undoable.concerns })}</span>
          <button type="button" class="button quiet" data-action="undo" onClick={on.onUndo}>
            <Icon name="undo" size={18} />
            <span>{t('inbox.undo')}</span>
          </button>
        </div>
      )}
    </div>
  );
}
