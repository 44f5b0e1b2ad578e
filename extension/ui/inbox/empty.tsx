import type { ComponentChildren, JSX } from 'preact';
import { Icon, Mark } from '../icons.tsx';
import type { DeskProps } from './contract.ts';

/** Emptiness that teaches: what will be here, and what to do meanwhile. */
export function Empty(props: {
  title: string;
  text: readonly string[];
  children?: JSX.Element | false;
}): JSX.Element {
  return (
    <div class="empty">
      <Mark size={32} />
      <h3>{props.title}</h3>
      {props.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {props.children}
    </div>
  );
}

export function EmptyQueue({ view, on, t }: DeskProps): JSX.Element {
  const { filters, counts, opening } = view;
  if (opening > 0) return <Empty title={t('inbox.opening', { count: opening })} text={[]} />;
  if (counts.folders.all === 0) {
    return <Empty title={t('inbox.empty.first.title')} text={[t('inbox.empty.first.text')]} />;
  }
  if (view.looking) return <Empty title={t('inbox.looking')} text={[]} />;
  if (filters.query !== '') {
    return (
      <Empty title={t('inbox.empty.search.title')} text={[t('inbox.empty.search.text')]}>
        <button
          type="button"
          class="button"
          onClick={() => on.onBrowse({ to: 'filters', filters: { query: '' } })}
        >
          {t('inbox.search.clear')}
        </button>
      </Empty>
    );
  }
  if (filters.folder === 'new' && counts.folders.new === 0) {
    return (
      <Empty title={t('inbox.empty.new.title')} text={[t('inbox.empty.new.text')]}>
        {counts.folders.acknowledged > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => on.onBrowse({ to: 'filters', filters: { folder: 'acknowledged' } })}
          >
            {t('inbox.empty.see')}
          </button>
        )}
      </Empty>
    );
  }
  return <Empty title={t('inbox.empty.folder.title')} text={[t('inbox.empty.folder.text')]} />;
}

/** The right part while nothing is chosen. */
export function NothingChosen({ view, on, t }: DeskProps): JSX.Element {
  if (view.counts.folders.all === 0) return <WhileQuiet view={view} on={on} t={t} />;
  return (
    <div class="nothing-chosen empty">
      <Mark size={40} />
      <h3>{t('inbox.reading.none.title')}</h3>
      <p>{t('inbox.reading.none.text')}</p>
      <p class="muted small keys-hint">
        {t.rich('inbox.reading.none.keys', { k: (key) => <kbd>{key}</kbd> })}
      </p>
    </div>
  );
}

/** What a desk can do before its first concern comes. */
function WhileQuiet({ view, on, t }: DeskProps): JSX.Element {
  const words = (text: ComponentChildren[]): JSX.Element => (
    <b lang="en" dir="ltr">
      {text}
    </b>
  );
  return (
    <div class="nothing-chosen empty">
      <h3>{t('inbox.quiet.title')}</h3>
      <ul class="quiet-list">
        <li>
          <Icon name="notices" size={20} />
          <span>{t.rich('inbox.quiet.poster', { words: view.fingerprint, b: words })}</span>
        </li>
        <li>
          <Icon name="people" size={20} />
          <span>{t('inbox.quiet.ward')}</span>
        </li>
        <li>
          <Icon name="clock" size={20} />
          <span>{t('inbox.quiet.morning')}</span>
        </li>
        <li>
          <Icon name="done" size={20} />
          <span>
            <button
              type="button"
              class="plain"
              data-action="to-launch"
              onClick={() => on.onBrowse({ to: 'launch' })}
            >
              {t('inbox.quiet.launch')}
            </button>
          </span>
        </li>
        <li>
          <Icon name="done" size={20} />
          <span>
            <button
              type="button"
              class="plain"
              data-action="to-practice"
              onClick={() => on.onBrowse({ to: 'practice' })}
            >
              {t('inbox.quiet.practise')}
            </button>
          </span>
        </li>
      </ul>
    </div>
  );
}
