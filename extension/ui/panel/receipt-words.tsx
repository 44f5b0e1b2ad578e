import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SevenWords } from '../../compose/panel-state.ts';
import './answers.css';
import type { PanelModel } from './use-panel.ts';

/** Seven words, shown until they are written down. Nothing here copies, prints or keeps them. */
export function ReceiptWords({ panel, words }: { panel: PanelModel; words: SevenWords }): JSX.Element {
  const { t, on, send, state, tools } = panel;
  const sealed = state.flagged?.sealed;
  const signal = sealed && !tools.compose.hasWords(sealed) && !sealed.wishes.includes('support');
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const refuse = (event: Event): void => event.preventDefault();
  return (
    <section class="sheet seven" aria-labelledby="seven-title">
      <h1 id="seven-title" ref={heading} tabIndex={-1}>
        {t('seven.title')}
      </h1>
      <p>{t('seven.lede')}</p>
      <ol
        lang={words.language}
        dir="auto"
        onCopy={refuse}
        onCut={refuse}
        onDragStart={refuse}
        onContextMenu={refuse}
      >
        {words.words.map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
      <p class="not-printed">{t('seven.not-printed')}</p>
      {signal && <p class="aside">{t('seven.signal')}</p>}
      <button
        type="button"
        class="primary"
        onClick={() => {
          on.onWroteItDown?.();
          send({ type: 'wrote-down' });
        }}
      >
        {t('seven.done')}
      </button>
    </section>
  );
}
