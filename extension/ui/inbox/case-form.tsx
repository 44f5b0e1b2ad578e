import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseWords } from '../../inbox/cases/cases.ts';
import { CheckedField, type Leaving } from './checked-words.tsx';
import type { DeskProps } from './contract.ts';
import { StepButtons } from './step-buttons.tsx';

/** Longest text of a card (shared/case-card.ts). */
const LONGEST = 600;
const FIELDS = ['happened', 'learnt', 'changed'] as const;
const EMPTY: Leaving = { text: '', ready: false };

/** Three texts for other hospitals. What the guard finds in them cannot be kept here: another site would refuse the card. */
export function CaseForm(props: {
  on: DeskProps['on'];
  t: DeskProps['t'];
  /** What the person behind a concern wrote, or `null`. */
  about: string | null;
  /** The hospital, as the card names it. */
  from: string;
  onCancel: () => void;
  onLearned: (card: CaseWords) => void;
}): JSX.Element {
  const { on, t, about, from, onCancel, onLearned } = props;
  const [texts, setTexts] = useState({ happened: EMPTY, learnt: EMPTY, changed: EMPTY });
  const words: CaseWords = {
    happened: texts.happened.text.trim(),
    learnt: texts.learnt.text.trim(),
    changed: texts.changed.text.trim(),
  };
  const written = FIELDS.every((name) => words[name] !== '');
  const wrong = written ? (on.cases?.wrong({ from, ...words }) ?? null) : null;
  const ready = written && wrong === null && FIELDS.every((name) => texts[name].ready);
  return (
    <form
      class="step"
      data-form="case"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onLearned(words);
      }}
    >
      <p class="small muted">{t('inbox.cases.form')}</p>
      {FIELDS.map((name) => (
        <CheckedField
          key={name}
          id={`case-${name}`}
          label={t(`inbox.cases.${name}`)}
          rows={3}
          limit={LONGEST}
          text={texts[name].text}
          check={on.check}
          about={about}
          t={t}
          onChange={(leaving) => setTexts({ ...texts, [name]: leaving })}
        />
      ))}
      {wrong !== null && (
        <p class="notice caution small" role="status">
          {t(`inbox.cases.refused.${wrong}`)}
        </p>
      )}
      <StepButtons action="learned" label={t('inbox.stories.ask')} ready={ready} t={t} onCancel={onCancel} />
    </form>
  );
}
