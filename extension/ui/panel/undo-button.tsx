import type { JSX } from 'preact';
import type { PanelModel } from './use-panel.ts';

const RADIUS = 8;

/** Undo, with a ring that empties while it can still be done. Keeps its place afterwards, so that nothing jumps. */
export function UndoButton({ panel }: { panel: PanelModel }): JSX.Element {
  const { t, state, tools } = panel;
  const possible = tools.compose.canUndo(state);
  return (
    <button
      type="button"
      class="undo"
      disabled={!possible}
      aria-hidden={!possible}
      onClick={() => void panel.undo()}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <circle cx="10" cy="10" r={RADIUS} class="undo-track" />
        <circle cx="10" cy="10" r={RADIUS} class="undo-ring" pathLength="100" />
      </svg>
      {t('undo')}
    </button>
  );
}
