import type { JSX } from 'preact';
import type { Box } from '../../compose/draft.ts';
import type { Flagged } from '../../compose/panel-state.ts';
import { GuardedBox } from './guarded-box.tsx';
import { languageOf, type PanelModel } from './use-panel.ts';

/** One box of a concern to write in. */
export function WordsBox(props: { panel: PanelModel; flagged: Flagged; box: Box }): JSX.Element {
  const { panel, flagged, box } = props;
  const { t, send, tools } = panel;
  return (
    <GuardedBox
      t={t}
      tools={tools}
      label={t(`box.${box}`, { kind: flagged.draft.kind })}
      text={flagged.draft.t[box]}
      language={languageOf(flagged.draft, tools, t)}
      kept={flagged.kept}
      onWrite={(text) => send({ type: 'change', change: { write: box, text } })}
      onKeep={(finding) => send({ type: 'keep', finding })}
    />
  );
}
