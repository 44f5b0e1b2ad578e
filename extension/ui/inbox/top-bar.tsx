import type { JSX, RefObject } from 'preact';
import { Icon, Mark } from '../icons.tsx';
import type { DeskProps } from './contract.ts';
import { InboxIcon } from './inbox-icons.tsx';

/** Where one is, the search, how fresh all this is, and the way out. */
export function TopBar(
  props: DeskProps & {
    readonly search: RefObject<HTMLInputElement | null>;
    readonly filtersOpen: boolean;
    readonly onFilters: () => void;
    readonly onKeys: () => void;
  },
): JSX.Element {
  const { view, on, t, search, filtersOpen, onFilters, onKeys } = props;
  const desk = view.desks.find(({ id }) => id === view.desk);
  return (
    <header class="top-bar">
      <div class="where">
        <Mark size={26} />
        <div>
          <h1 dir="auto">{desk?.name ?? t('inbox.title')}</h1>
          <p class="muted small">
            {t('inbox.title')} · {view.organisation}
          </p>
        </div>
      </div>
      <button
        id="open-filters"
        type="button"
        class="button quiet only-narrow"
        aria-expanded={filtersOpen}
        aria-controls="filters"
        onClick={onFilters}
      >
        <InboxIcon name="filters" />
        <span>{t('inbox.filters')}</span>
      </button>
      <search class="search">
        <InboxIcon name="search" size={18} />
        <input
          id="search"
          ref={search}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('inbox.search')}
          aria-label={t('inbox.search')}
          value={view.filters.query}
          onInput={(event) => on.onBrowse({ to: 'filters', filters: { query: event.currentTarget.value } })}
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </search>
      <Freshness view={view} on={on} t={t} />
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={t('inbox.keys')}
        title={t('inbox.keys')}
        onClick={onKeys}
      >
        <InboxIcon name="keys" />
      </button>
      <button id="lock" type="button" class="button quiet" onClick={on.onLock}>
        <Icon name="sealed" size={20} />
        <span>{t('inbox.lock')}</span>
      </button>
    </header>
  );
}

function Freshness({ view, on, t }: DeskProps): JSX.Element {
  const { state } = view.sync;
  const short =
    view.opening > 0
      ? t('inbox.opening', { count: view.opening })
      : state === 'offline' || state === 'refused'
        ? t(`inbox.sync.${state}.short`)
        : t(`inbox.sync.${state}`);
  return (
    <button
      id="sync"
      type="button"
      class="freshness"
      data-state={state}
      title={t(state === 'current' || state === 'syncing' ? 'inbox.sync.current' : 'inbox.sync.again')}
      onClick={on.onSync}
    >
      <span class="dot" aria-hidden="true" />
      <span>{short}</span>
    </button>
  );
}
