import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { AnswerView } from './contract.ts';
import type { PanelModel } from './use-panel.ts';

const WORDS = 7;
/** Seven words of any list, with room for slips. */
const LONGEST = 200;

/** The way back: seven words open the answers to one concern, here and without any request. */
export function ReceiptSheet({ panel }: { panel: PanelModel }): JSX.Element {
  const { t, on, tools } = panel;
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(false);
  const [answers, setAnswers] = useState<readonly AnswerView[] | null>(null);
  const words = text.normalize('NFKD').toLowerCase().split(/\s+/).filter(Boolean);

  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = await on.onReceiptOpen?.(words).catch(() => undefined);
    setProblem(!outcome?.ok);
    if (!outcome?.ok) return;
    setText('');
    setAnswers(outcome.answers);
  };

  if (answers !== null) {
    return answers.length === 0 ? (
      <p role="status">{t('receipt.none')}</p>
    ) : (
      <ol class="answers" aria-live="polite">
        {answers.map(({ day, from, text: said }) => (
          <li key={`${day} ${said}`}>
            <p class="aside">{t('receipt.answer', { from, day: t.day(day) })}</p>
            <p>{said}</p>
          </li>
        ))}
      </ol>
    );
  }
  return (
    <form class="receipt" autocomplete="off" onSubmit={(event) => void open(event)}>
      <label for={id}>{t('receipt.enter')}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        maxLength={LONGEST}
        aria-describedby={`${id}-count`}
        aria-invalid={problem}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        onInput={(event) => {
          setProblem(false);
          setText(tools.compose.cleanText(event.currentTarget.value, LONGEST));
        }}
      />
      <p id={`${id}-count`} class="aside" role="status">
        {problem ? t('receipt.wrong') : t('receipt.count', { count: Math.min(words.length, 99), of: WORDS })}
      </p>
      <button type="submit" class="primary" disabled={words.length !== WORDS}>
        {t('receipt.open')}
      </button>
      <p class="aside">{t('receipt.local')}</p>
    </form>
  );
}
