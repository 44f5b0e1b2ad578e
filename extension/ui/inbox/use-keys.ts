import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OpenView } from '../../inbox/view.ts';
import { ANSWER_FIELD } from './answer-box.tsx';
import type { InboxCallbacks } from './contract.ts';

/** Id of the field for a note, so that a key can go there. */
export const NOTE_FIELD = 'note';

interface KeyTargets {
  readonly view: OpenView;
  readonly on: InboxCallbacks;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Single letters can be turned off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly filtersOpen: boolean;
  readonly setFiltersOpen: (open: boolean) => void;
  readonly keysOpen: boolean;
  readonly setKeysOpen: (open: boolean) => void;
}

/** The keyboard of the open desk. Keys pressed while writing are words, not commands. */
export function useKeys(targets: KeyTargets): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (targets.keysOpen) return;
      const handled = event.key === 'Escape' ? stepBack(event, targets) : command(event, targets);
      if (handled) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** One step back: the drawer, the field that has the focus, the search, the concern. */
function stepBack(event: KeyboardEvent, { view, on, filtersOpen, setFiltersOpen }: KeyTargets): boolean {
  if (filtersOpen) setFiltersOpen(false);
  else if (isWriting(event.target)) (event.target as HTMLElement).blur();
  else if (view.filters.query !== '') on.onBrowse({ to: 'filters', filters: { query: '' } });
  else if (view.concern !== null) on.onBrowse({ to: 'concern', id: null });
  else return false;
  return true;
}

function command(event: KeyboardEvent, { view, on, search, singleKeys, setKeysOpen }: KeyTargets): boolean {
  if (!singleKeys || isWriting(event.target)) return false;
  const { concern } = view;
  switch (event.key) {
    case 'j':
      on.onBrowse({ to: 'neighbour', step: 1 });
      return true;
    case 'k':
      on.onBrowse({ to: 'neighbour', step: -1 });
      return true;
    case 'e':
      if (concern === null || (concern.status !== 'new' && concern.answering.unread === 0)) return false;
      on.onAct([concern.id], { type: 'acknowledged' });
      return true;
    case 'r':
      document.getElementById(ANSWER_FIELD)?.focus();
      return concern !== null;
    case 'n':
      document.getElementById(NOTE_FIELD)?.focus();
      return concern !== null;
    case 'u':
      if (view.undoable === null) return false;
      on.onUndo();
      return true;
    case 'L':
      on.onLock();
      return true;
    case '/':
      search.current?.focus();
      return true;
    case '?':
      setKeysOpen(true);
      return true;
    default:
      return false;
  }
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
