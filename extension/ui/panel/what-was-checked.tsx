import type { JSX } from 'preact';
import { Contacts } from './contacts.tsx';
import type { PanelModel } from './use-panel.ts';

/** Words that sound like acute distress bring who is there forward: gently, here, and noted nowhere. */
export function Distress({ panel, text }: { panel: PanelModel; text: string }): JSX.Element | null {
  const { t, tools, view } = panel;
  if (!tools.soundsDistressed(text)) return null;
  return (
    <div class="distress" role="status">
      <p>{t('distress')}</p>
      <Contacts t={t} contacts={view.support} />
    </div>
  );
}

/** What the guard has looked for, and what it could not look for. `language` (BCP 47) is that of the words. */
export function Checks({ panel, language }: { panel: PanelModel; language: string }): JSX.Element {
  const { t, tools, view } = panel;
  const checked = tools.checked(language);
  return (
    <ul class="checks">
      <li>{t('guard.checked', { count: checked.kinds })}</li>
      {!checked.names && <li>{t('guard.no-names')}</li>}
      {!sameLanguage(language, view.siteLanguage) && <li>{t('guard.language')}</li>}
    </ul>
  );
}

function sameLanguage(one: string, other: string): boolean {
  return new Intl.Locale(one).language === new Intl.Locale(other).language;
}
