import type { JSX } from 'preact';
import type { SheetName } from '../../compose/panel-state.ts';
import { Icon } from '../icons.tsx';
import { carrier, safeToLogOff } from './lines.tsx';
import type { PanelModel } from './use-panel.ts';

/** One click from every screen: support, the way back, notices, and what leaves. Below it what is always true. */
export function Footer({ panel, brief }: { panel: PanelModel; brief: boolean }): JSX.Element {
  const { view, t, state, send, on } = panel;
  const known = view.phase.name === 'ready' || view.phase.name === 'relay-silent';
  const language = view.languages.find(({ code }) => code === t.locale)?.name ?? t.locale;
  const links: readonly SheetName[] = [
    'support',
    ...(on.onReceiptOpen ? (['receipt'] as const) : []),
    'notices',
    'leaves',
  ];
  const open = (sheet: SheetName): void =>
    send({ type: 'sheet', sheet: state.sheet === sheet ? null : sheet });
  return (
    <footer>
      {state.warning && (
        <p class="still-there" role="alert">
          {t('still.there')}{' '}
          <button type="button" class="plain" onClick={() => send({ type: 'touch' })}>
            {t('still.stay')}
          </button>
        </p>
      )}
      <nav aria-label={t('footer.label')}>
        {known &&
          links.map((sheet) => (
            <button
              key={sheet}
              type="button"
              class="plain"
              aria-expanded={state.sheet === sheet}
              onClick={() => open(sheet)}
            >
              {t(`footer.${sheet}`)}
            </button>
          ))}
        {view.languages.length > 1 && (
          <button
            type="button"
            class="plain language"
            aria-expanded={state.sheet === 'language'}
            onClick={() => open('language')}
          >
            <Icon name="language" size={16} />
            <span class="visually-hidden">{`${t('footer.language')}: ${language}`}</span>
            <span aria-hidden="true">{t.locale.toUpperCase()}</span>
          </button>
        )}
      </nav>
      {known && (
        <ul class="facts">
          <li>
            <Icon name="clock" size={16} />
            <span>{safeToLogOff(view, t)}</span>
          </li>
          {!brief && state.flagged === null && state.sheet === null && state.words === null && (
            <>
              <li>
                <Icon name="relay" size={16} />
                <span>{carrier(view, t)}</span>
              </li>
              {view.crowd !== null && !view.practice && (
                <li>
                  <Icon name="people" size={16} />
                  <span>{t('crowd', { count: view.crowd })}</span>
                </li>
              )}
            </>
          )}
          {view.demo && <li class="demo">{t('demo')}</li>}
          {view.practice && <li class="demo">{t('practice')}</li>}
        </ul>
      )}
    </footer>
  );
}
