import type { JSX } from 'preact';
import type { AnswerDraft } from '../../inbox/replies.ts';
import type { Translator } from '../translator.ts';

/** Whether what is written is an answer or a question. `name` sets it apart from others on the page. */
export function AnswerKind(props: {
  name: string;
  type: AnswerDraft['type'];
  t: Translator;
  onChange: (type: AnswerDraft['type']) => void;
}): JSX.Element {
  const { name, type: chosen, t, onChange } = props;
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('inbox.answer.kind')}</legend>
      {(['answer', 'question'] as const).map((type) => (
        <label key={type} data-type={type}>
          <input
            type="radio"
            name={name}
            autocomplete="off"
            value={type}
            checked={chosen === type}
            onChange={() => onChange(type)}
          />
          <span>{t(`inbox.answer.kind.${type}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
