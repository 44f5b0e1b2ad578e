import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClosingReason } from '../../../shared/team-actions.ts';
import type { Translator } from '../translator.ts';

const REASONS: readonly ClosingReason[] = ['resolved', 'not-substantiated', 'not-safety', 'duplicate'];
const LONGEST_LINE = 300;

/** Closing needs a reason; where something was learned, the line that says what. */
export function Closing(props: {
  t: Translator;
  onCancel: () => void;
  onClose: (reason: ClosingReason, line: string) => void;
}): JSX.Element {
  const { t, onCancel, onClose } = props;
  const [reason, setReason] = useState<ClosingReason>('resolved');
  const [line, setLine] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const words = line.trim();
  const complete = reason !== 'resolved' || words !== '';
  return (
    <form
      class="closing"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) onClose(reason, words);
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
        aria-describedby={reason === 'resolved' ? 'closing-needed' : undefined}
        onInput={(event) => setLine(event.currentTarget.value)}
      />
      {reason === 'resolved' && (
        <p id="closing-needed" class="muted small">
          {t('inbox.closing.needed')}
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
