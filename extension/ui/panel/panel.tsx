/// <reference types="vite/client" />
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../../compose/panel-state.ts';
import '../theme.css';
import type { Translator } from '../translator.ts';
import { Confirmation } from './confirmation.tsx';
import type { PanelCallbacks, PanelTools, PanelView, PulseView } from './contract.ts';
import { FirstScreen } from './first-screen.tsx';
import { Footer } from './footer.tsx';
import './panel.css';
import { NotYet, Waiting, WrongSettings } from './not-ready.tsx';
import { ReceiptWords } from './receipt-words.tsx';
import { SheetOf } from './sheets.tsx';
import { type PanelModel, usePanel } from './use-panel.ts';

export interface PanelProps {
  readonly view: PanelView;
  readonly on: PanelCallbacks;
  readonly t: Translator;
  readonly tools: PanelTools;
  /** Where to begin; the first screen unless a test or the gallery says otherwise. */
  readonly initial?: PanelState;
}

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'wheel'] as const;
/** How often signs of life are noted, at most. */
const TOUCH_EVERY_MS = 1_000;

/** The panel: popup, side panel and sidebar show the same. Forgets everything when it is taken down. */
export function Panel({ view, on, t, tools, initial = tools.compose.firstScreen }: PanelProps): JSX.Element {
  const panel = usePanel(view, on, t, tools, initial);
  const { state } = panel;
  const title = useRef<HTMLHeadingElement>(null);
  const wasAway = useRef(false);
  /** The pulse that somebody is answering, as it was when they began. */
  const [asked, setAsked] = useState<PulseView | null>(null);

  useEffect(() => {
    document.documentElement.lang = t.locale;
    document.documentElement.dir = t.direction;
  }, [t]);

  useEffect(() => {
    const touch = (): void => {
      if (state.fadeAt === null || tools.clock.now() - state.now < TOUCH_EVERY_MS) return;
      panel.send({ type: 'touch' });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) {
        touch();
      } else {
        event.preventDefault();
        setAsked(null);
        panel.close();
      }
    };
    document.addEventListener('keydown', onKey);
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, touch, { passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, touch);
    };
  });

  // Whoever comes back to the first screen is at its start, not at the tile that was pressed.
  const away = state.flagged !== null || asked !== null;
  useLayoutEffect(() => {
    if (wasAway.current && !away) title.current?.focus();
    wasAway.current = away;
  }, [away]);

  const covered = state.sheet !== null || state.words !== null || asked !== null;

  return (
    <div class="panel" data-surface={view.surface} lang={t.locale} dir={t.direction}>
      <main>
        <p class="visually-hidden" role="status">
          {announced(panel)}
        </p>
        <div hidden={covered}>
          {view.phase.name === 'waiting' ? (
            <Waiting t={t} />
          ) : view.phase.name === 'hidden' ? (
            <NotYet t={t} />
          ) : view.phase.name === 'wrong-settings' ? (
            <WrongSettings t={t} problems={view.phase.problems} />
          ) : state.flagged === null ? (
            <FirstScreen panel={panel} title={title} onPulse={setAsked} />
          ) : (
            <Confirmation panel={panel} flagged={state.flagged} />
          )}
        </div>
        {asked !== null && (
          <div hidden={state.sheet !== null || state.words !== null}>
            <asked.Screen panel={panel} onClose={() => setAsked(null)} />
          </div>
        )}
        {state.sheet !== null && <SheetOf key={state.sheet} panel={panel} sheet={state.sheet} />}
        {state.sheet === null && state.words !== null && <ReceiptWords panel={panel} words={state.words} />}
      </main>
      <Footer panel={panel} brief={asked !== null} />
    </div>
  );
}

/** What a screen reader is told of something that happened elsewhere than at its cursor. */
function announced({ state, t, tools }: PanelModel): string {
  if (state.refusal !== null) return t(`refused.${state.refusal}`);
  if (state.sealing !== null) return t('sealing');
  if (state.flagged === null) return '';
  const { draft, sealed } = state.flagged;
  if (tools.compose.hasWords(sealed) && !tools.compose.wordsDiffer(draft, sealed)) return t('words.added');
  return `${t(`thanks.${draft.kind}`)} ${t('sealed')}`;
}
