import type { JSX } from 'preact';
import type { Translator } from '../translator.ts';

/** As inbox/mask.ts writes it. */
const COVER = '█████';

/** A text in which names are covered: read aloud, a cover is the word "covered" and not five blocks. */
export function MaskedText({ text, t }: { text: string; t: Translator }): JSX.Element {
  return (
    <>
      {text.split(COVER).map((part, index) => (
        <span key={index}>
          {index > 0 && (
            <span
              class="cover"
              role="img"
              aria-label={t('inbox.names.covered')}
              title={t('inbox.names.covered')}
            >
              {COVER}
            </span>
          )}
          {part}
        </span>
      ))}
    </>
  );
}
