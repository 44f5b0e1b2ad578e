import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Alarms } from './alarms.tsx';
import type { Drafts } from './answer-box.tsx';
import { Concern } from './concern.tsx';
import type { DeskProps, InboxProps } from './contract.ts';
import { DeskPage } from './desk-page.tsx';
import { NothingChosen } from './empty.tsx';
import { Filters } from './filters.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { Queue } from './queue.tsx';
import { Signals } from './signals.tsx';
import { TopBar } from './top-bar.tsx';
import { TrendsPage } from './trends.tsx';
import { Undo } from './undo.tsx';
import { useKeys } from './use-keys.ts';

/** The open desk in three parts: what to look at, the queue, the concern. Narrow windows show two of them, or one. */
export function Desk({ view, on, t, trends }: DeskProps & Pick<InboxProps, 'trends'>): JSX.Element {
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [singleKeys, setSingleKeys] = useState(true);
  const list = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const drafts = useRef<Drafts>(new Map());
  const selected = view.concern?.id ?? null;

  useKeys({ view, on, search, singleKeys, filtersOpen, setFiltersOpen, keysOpen, setKeysOpen });

  // Whoever has just unlocked starts at the queue.
  useLayoutEffect(() => (list.current ?? document.getElementById('middle'))?.focus(), []);
  // In one part the concern takes the place of the queue, and going back gives it its place again.
  const before = useRef(selected);
  useLayoutEffect(() => {
    reading.current?.scrollTo({ top: 0 });
    if (selected === null && before.current !== null) list.current?.focus();
    before.current = selected;
  }, [selected]);

  return (
    <div class="desk" data-reading={selected !== null} data-shelf={view.shelf} data-page={view.page?.page}>
      <a
        class="skip"
        href={view.page !== null ? '#desk-page' : view.shelf === 'trends' ? '#trends' : '#middle'}
      >
        {t('inbox.skip')}
      </a>
      <TopBar
        view={view}
        on={on}
        t={t}
        search={search}
        filtersOpen={filtersOpen}
        onFilters={() => setFiltersOpen(!filtersOpen)}
        onKeys={() => setKeysOpen(true)}
      />
      <Filters view={view} on={on} t={t} open={filtersOpen} onClose={() => setFiltersOpen(false)} />
      <main>
        {view.page !== null && <DeskPage page={view.page} view={view} on={on} t={t} />}
        {view.shelf === 'trends' && trends !== undefined && <TrendsPage {...trends} t={t} />}
        <div class="middle" id="middle" tabIndex={-1}>
          <p class="motto">{t('inbox.line')}</p>
          <Alarms view={view} on={on} t={t} />
          {view.shelf === 'signals' ? (
            <Signals view={view} on={on} t={t} />
          ) : (
            <Queue view={view} on={on} t={t} list={list} />
          )}
        </div>
        <section class="reading" ref={reading} aria-label={t('inbox.reading')}>
          {view.concern === null ? (
            <NothingChosen view={view} on={on} t={t} />
          ) : (
            <Concern
              key={view.concern.id}
              view={view}
              concern={view.concern}
              on={on}
              t={t}
              drafts={drafts.current}
            />
          )}
        </section>
      </main>
      <Undo view={view} on={on} t={t} />
      {keysOpen && (
        <KeysSheet
          t={t}
          singleKeys={singleKeys}
          onSingleKeys={setSingleKeys}
          onClose={() => setKeysOpen(false)}
        />
      )}
    </div>
  );
}
