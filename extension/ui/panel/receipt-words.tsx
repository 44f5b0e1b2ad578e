import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelModel } from './use-panel.ts';

/** Seven words, shown until they are written down. Nothing here copies, prints or keeps them. */
export function ReceiptWords({ panel, words }: { panel: PanelModel; words: readonly string[] }): JSX.Element {
  const { t, on, send } = panel;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const refuse = (event: Event): void => event.preventDefault();
  return (
    <section class="sheet seven" aria-labelledby="seven-title">
      <h1 id="seven-title" ref={heading} tabIndex={-1}>
        {t('seven.title')}
      </h1>
      <p>{t('seven.lede')}</p>
      <ol onCopy={refuse} onDragStart={refuse} onContextMenu={refuse}>
        {words.map((word, index) => (
          <li key={`${index} ${word}`}>{word}</li>
        ))}
      </ol>
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
