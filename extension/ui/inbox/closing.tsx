import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClosingReason } from '../../../shared/team-actions.ts';
import { Findings } from '../panel/findings.tsx';
import type { Translator } from '../translator.ts';
import type { AnswerTools } from './contract.ts';
import { useGuarded } from './use-guarded.ts';

const REASONS: readonly ClosingReason[] = ['resolved', 'not-substantiated', 'not-safety', 'duplicate'];
const LONGEST_LINE = 300;

/** Closing needs a reason; where something was learned, the line that says what. */
export function Closing(props: {
  t: Translator;
  tools: AnswerTools;
  onCancel: () => void;
  onClose: (reason: ClosingReason, line: string) => void;
}): JSX.Element {
  const { t, tools, onCancel, onClose } = props;
  const [reason, setReason] = useState<ClosingReason>('resolved');
  const [line, setLine] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const words = line.trim();
  const complete = reason !== 'resolved' || words !== '';
  const [asked, setAsked] = useState(false);
  const guarded = useGuarded(line, tools, t.locale);
  return (
    <form
      class="closing"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!complete) return;
        if (guarded.undecided) setAsked(true);
        else onClose(reason, words);
      }}
    >
      <fieldset>
        <legend>{t('inbox.closing.title')}</legend>
        {REASONS.map((each, index) => (
          <label class="check" key={each}>
            <input
              type="radio"
              name="reason"
              autocomplete="off"
              ref={index === 0 ? first : null}
              value={each}
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            <span>{t(`inbox.closing.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <label for="closing-line">
        {t(reason === 'resolved' ? 'inbox.closing.line' : 'inbox.closing.line.other')}
      </label>
      <input
        id="closing-line"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST_LINE}
        value={line}
        aria-describedby="closing-needed"
        onInput={(event) => setLine(event.currentTarget.value)}
      />
      <p id="closing-needed" class="muted small">
        {t(reason === 'resolved' ? 'inbox.closing.needed' : 'inbox.closing.told')}
      </p>
      {guarded.findings.length > 0 && (
        <Findings
          id="closing-findings"
          t={t}
          text={line}
          findings={guarded.findings}
          onFix={(finding, fix) => setLine(tools.applyFix(line, finding, fix))}
          onKeep={guarded.keep}
        />
      )}
      {asked && guarded.undecided && (
        <p class="notice caution" role="alert">
          {t('inbox.answer.decide')}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="button primary" data-action="close-now" disabled={!complete}>
          {t('inbox.triage.close')}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {t('inbox.closing.cancel')}
        </button>
      </div>
    </form>
  );
}
