import type { JSX } from 'preact';
import type { PracticeConcern } from '../../../inbox/practice/concerns.ts';
import type { Translator } from '../../translator.ts';
import { MaskedText } from '../masked-text.tsx';

/** A concern that nobody wrote, marked as such, and else as one looks in the inbox. */
export function MadeUp(props: { concern: PracticeConcern; language: string; t: Translator }): JSX.Element {
  const { concern, language, t } = props;
  const { kind, category } = concern;
  return (
    <article class="made-up">
      <p class="made-up-head small">
        <b class="made-up-mark">{t('inbox.practise.made-up')}</b>
        <span class="muted">
          {t(`kind.${kind}.label`)}
          {category !== null && ` · ${t(`category.${category}`)}`}
        </span>
      </p>
      {concern.boxes.map(({ box, text }) => (
        <div key={box}>
          <h4 class="muted small">{t(`box.${box}`, { kind })}</h4>
          <p lang={language} dir="auto">
            <MaskedText text={text} t={t} />
          </p>
        </div>
      ))}
    </article>
  );
}
