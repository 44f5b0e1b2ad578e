import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Flagged } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { Details } from './details.tsx';
import { EmergencyLine } from './lines.tsx';
import { SupportChoice } from './support-choice.tsx';
import { UndoButton } from './undo-button.tsx';
import type { PanelModel } from './use-panel.ts';
import { WhatHappens } from './what-happens.tsx';

/** The second click of a double click on the tile must not press what has taken the tile's place. */
const DOUBLE_CLICK_MS = 500;

/** The tile, grown into thanks: what happens next, a way back, and questions that can all be skipped. */
export function Confirmation({ panel, flagged }: { panel: PanelModel; flagged: Flagged }): JSX.Element {
  const { t, state, tools } = panel;
  const { draft } = flagged;
  const card = useRef<HTMLElement>(null);
  const filedAt = useRef(state.now);
  useLayoutEffect(() => card.current?.focus(), []);

  const swallowDoubleClick = (event: MouseEvent): void => {
    if (event.detail > 1 && tools.clock.now() - filedAt.current < DOUBLE_CLICK_MS) event.stopPropagation();
  };

  return (
    <>
      <section
        ref={card}
        tabIndex={-1}
        class="card"
        data-compact={flagged.open !== null}
        data-from={tools.compose.kinds.indexOf(draft.kind)}
        aria-labelledby="thanks"
        onClickCapture={swallowDoubleClick}
      >
        <header>
          <Icon name={draft.kind} />
          <span>{t(`kind.${draft.kind}.label`)}</span>
          <UndoButton panel={panel} />
        </header>
        <h1 id="thanks">{t(`thanks.${draft.kind}`)}</h1>
        {state.refusal !== null && (
          <p class="banner">
            <Icon name="look" size={20} />
            <span>{t(`refused.${state.refusal}`)}</span>
          </p>
        )}
        {draft.kind === 'staff' && <SupportChoice panel={panel} flagged={flagged} />}
        <WhatHappens panel={panel} flagged={flagged} />
        {!flagged.left && <Details panel={panel} flagged={flagged} />}
        <Ending panel={panel} flagged={flagged} />
      </section>
      <EmergencyLine panel={panel} />
    </>
  );
}

function Ending({ panel, flagged }: { panel: PanelModel; flagged: Flagged }): JSX.Element {
  const { t, tools, send } = panel;
  const next = tools.compose.nextStep(flagged);
  const unsealed = tools.compose.wordsDiffer(flagged.draft, flagged.sealed);
  return (
    <>
      <div class="buttons">
        {!flagged.left && next !== null && (
          <button type="button" onClick={() => send({ type: 'unfold', step: next })}>
            {flagged.open === null && <Icon name="plus" size={20} />}
            {t(flagged.open === null ? 'details.add' : 'details.next')}
          </button>
        )}
        {!flagged.left && !flagged.steps.includes('words') && (
          <button type="button" onClick={() => send({ type: 'unfold', step: 'words' })}>
            {t('details.write')}
          </button>
        )}
        {!unsealed && (
          <button type="button" class="done" onClick={panel.done}>
            {t('details.done')}
          </button>
        )}
      </div>
      {panel.on.onAskAnswer && flagged.open !== null && (
        <button type="button" class="plain answer" onClick={() => void panel.askAnswer()}>
          {t('answer.ask')}
        </button>
      )}
      {!flagged.engaged && !flagged.left && <p class="aside">{t('fades')}</p>}
    </>
  );
}
