import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Check, CheckedWords } from '../../inbox/leaving.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';

/** Words that are about to leave the inbox, and whether they may: everything found was changed, or kept on purpose. */
export interface Leaving {
  readonly text: string;
  readonly ready: boolean;
}

/**
 * A field for words that leave the inbox. What the check finds stands below it and is changed or kept, one by one;
 * until then the words are not ready.
 */
export function CheckedField(props: {
  id: string;
  label: string;
  rows: number;
  limit: number;
  text: string;
  check: Check;
  /** What a reporter wrote: their own words are not passed on. */
  about: string | null;
  t: Translator;
  onChange: (leaving: Leaving) => void;
}): JSX.Element {
  const { id, label, rows, limit, text, check, about, t, onChange } = props;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const checked = useMemo(() => check(text, about), [check, text, about]);
  const set = (next: string, keeping = kept): void => {
    const { findings, copied } = check(next, about);
    onChange({
      text: next,
      ready: next.trim() !== '' && !copied && findings.every(({ words }) => keeping.has(words)),
    });
  };
  const open = checked.findings.filter(({ words }) => !kept.has(words));
  return (
    <div class="checked">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={limit}
        value={text}
        aria-describedby={`${id}-check`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <div id={`${id}-check`} class="check-result" role="status">
        {text.trim() !== '' && open.length === 0 && !checked.copied && (
          <p class="muted small">{t('inbox.check.clean')}</p>
        )}
        {checked.copied && (
          <p class="notice caution small">
            <Icon name="look" size={16} />
            <span>{t('inbox.check.copied')}</span>
          </p>
        )}
        {open.map((finding) => (
          <Found
            key={`${finding.start} ${finding.words}`}
            finding={finding}
            t={t}
            onFix={() => set(finding.fixed)}
            onKeep={() => {
              const next = new Set([...kept, finding.words]);
              setKept(next);
              set(text, next);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Found(props: {
  finding: CheckedWords['findings'][number];
  t: Translator;
  onFix: () => void;
  onKeep: () => void;
}): JSX.Element {
  const { finding, t, onFix, onKeep } = props;
  return (
    <p class="notice caution small" data-finding={finding.words}>
      <Icon name="look" size={16} />
      <span>{t('inbox.check.found', { words: finding.words })}</span>
      <span class="buttons">
        <button type="button" class="plain" data-action="fix" onClick={onFix}>
          {finding.instead ?? t('inbox.check.remove')}
        </button>
        <button type="button" class="plain" data-action="keep-words" onClick={onKeep}>
          {t('inbox.check.keep')}
        </button>
      </span>
    </p>
  );
}
