import type { JSX } from 'preact';
import { Icon, Mark } from '../icons.tsx';
import type { Translator } from '../translator.ts';

/** No settings yet: Chromium hands them over a moment after installing. */
export function Waiting({ t }: { t: Translator }): JSX.Element {
  return (
    <div class="not-ready">
      <Mark size={48} />
      <h1>{t('waiting.title')}</h1>
      <p>{t('waiting.text')}</p>
    </div>
  );
}

/** Hidden by policy, for the weeks in which every computer sends cover and the crowd grows. */
export function NotYet({ t }: { t: Translator }): JSX.Element {
  return (
    <div class="not-ready">
      <Mark size={48} />
      <h1>{t('hidden.title')}</h1>
      <p>{t('hidden.text')}</p>
    </div>
  );
}

/** Settings that do not hold: nothing is sent, and an admin can see which and why. */
export function WrongSettings({
  t,
  problems,
}: {
  t: Translator;
  problems: readonly { key: string; reason: string }[];
}): JSX.Element {
  return (
    <div class="not-ready">
      <Icon name="look" size={32} />
      <h1>{t('wrong.title')}</h1>
      <p>{t('wrong.text')}</p>
      <ul class="problems">
        {problems.map(({ key, reason }) => (
          <li key={key}>
            <code>{key}</code> {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
