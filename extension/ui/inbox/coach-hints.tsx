import type { JSX } from 'preact';
import type { Coaching } from '../../inbox/reply-coach.ts';
import { Icon } from '../icons.tsx';
import type { Translator } from '../translator.ts';

/** What a good answer has, ticked off as one writes, with the reason for what is missing; and words that may hurt. */
export function CoachHints(props: {
  t: Translator;
  text: string;
  coaching: Coaching | null;
}): JSX.Element | null {
  const { t, text, coaching } = props;
  if (coaching === null) return null;
  return (
    <section class="coach" aria-label={t('inbox.coach')}>
      <ul class="virtues">
        {coaching.virtues.map(({ virtue, there }) => (
          <li key={virtue} data-virtue={virtue} data-there={there}>
            {there ? <Icon name="done" size={16} /> : <span class="open-dot" aria-hidden="true" />}
            <span>
              {t(`inbox.coach.${virtue}`)}
              <span class="visually-hidden"> {t(there ? 'inbox.coach.there' : 'inbox.coach.missing')}</span>
              {!there && <span class="muted"> · {t(`inbox.coach.${virtue}.why`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {coaching.slips.length > 0 && (
        <ul class="slips" aria-live="polite">
          {coaching.slips.map(({ slip, start, end }) => (
            <li key={`${slip} ${start}`} data-slip={slip}>
              <Icon name="look" size={16} />
              <span>
                <b dir="auto">{t('guard.quote', { quote: text.slice(start, end) })}</b>{' '}
                {t(`inbox.coach.${slip}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
