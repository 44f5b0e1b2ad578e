import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { ReturnedView } from './contract.ts';
import { ReturnedThreads } from './returned-threads.tsx';
import type { PanelModel } from './use-panel.ts';

const WORDS = 7;
/** Seven words of any list, with room for slips. */
const LONGEST = 200;

type Problem = 'not-ready' | 'wrong-words';

/** The way back: seven words open the answers to one concern, here and without any request. */
export function ReceiptSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { t, on, tools, view } = panel;
  const id = useId();
  const [text, setText] = useState('');
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [found, setFound] = useState<ReturnedView | null>(null);
  // However they are written down: one to a line, numbered, with commas between them.
  const words: readonly string[] =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  useEffect(() => () => on.onReceiptClose?.(), []);

  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (looking) return;
    setLooking(true);
    const outcome = await on.onReceiptOpen?.(words).catch(() => undefined);
    setLooking(false);
    if (!outcome?.ok) return setProblem(outcome?.code ?? 'not-ready');
    setText('');
    setFound(outcome.view);
  };

  if (found !== null) return <ReturnedThreads panel={panel} view={found} />;
  return (
    <form class="receipt" autocomplete="off" onSubmit={(event) => void open(event)}>
      {view.answersAdded !== undefined && <p>{t('answers.added', { day: t.day(view.answersAdded) })}</p>}
      <label for={id}>{t('receipt.enter')}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        maxLength={LONGEST}
        aria-describedby={`${id}-count`}
        aria-invalid={problem === 'wrong-words'}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        onInput={(event) => {
          setProblem(null);
          setText(tools.compose.cleanText(event.currentTarget.value, LONGEST));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing && words.length === WORDS) void open(event);
        }}
      />
      <p id={`${id}-count`} class="aside" role="status">
        {looking
          ? t('receipt.looking')
          : problem === null
            ? t('receipt.count', { count: Math.min(words.length, 99), of: WORDS })
            : t(`receipt.${problem}`)}
      </p>
      <button type="submit" class="primary" aria-busy={looking} disabled={words.length !== WORDS}>
        {t('receipt.open')}
      </button>
      <p class="aside">{t('receipt.local')}</p>
    </form>
  );
}
