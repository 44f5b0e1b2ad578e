import type { JSX } from 'preact';
import type { KeptRow, RecordsPage } from '../../inbox/pages-view.ts';
import type { DeskProps } from './contract.ts';
import { MaskedText } from './masked-text.tsx';
import { weekPhrase } from './phrases.ts';
import { SubjectAccess } from './subject-access.tsx';

/** What is kept beyond its time, what goes soon, and what has gone. */
export function Records({ page, view, on, t }: DeskProps & { page: RecordsPage }): JSX.Element {
  const row = (kept: KeptRow, beside: string): JSX.Element => (
    <li key={kept.id}>
      <button type="button" class="similar-one" onClick={() => on.onBrowse({ to: 'read', id: kept.id })}>
        <span dir="auto">
          <MaskedText text={kept.words || t('inbox.unreadable')} t={t} />
        </span>
        <span class="muted small" dir="auto">
          {beside}
        </span>
      </button>
    </li>
  );
  return (
    <>
      <header class="page-head">
        <h2>{t('inbox.records')}</h2>
      </header>
      <p class="muted measure">{t('inbox.records.text', { days: page.retentionDays })}</p>
      <section data-records="soon">
        <h3>{t('inbox.records.soon')}</h3>
        {page.soon.length === 0 && <p class="small">{t('inbox.records.soon.none')}</p>}
        <ul class="similar whole">
          {page.soon.map((kept) =>
            row(kept, t('inbox.records.goes', { week: weekPhrase(t, kept.week, view) })),
          )}
        </ul>
      </section>
      <section data-records="held">
        <h3>{t('inbox.records.held')}</h3>
        <p class="muted small measure">{t('inbox.records.held.text')}</p>
        {page.held.length === 0 && <p class="small">{t('inbox.records.held.none')}</p>}
        <ul class="similar whole">{page.held.map((kept) => row(kept, kept.reason ?? ''))}</ul>
      </section>
      <section data-records="deleted">
        <h3>{t('inbox.records.deleted')}</h3>
        {page.deletions.length === 0 && <p class="small">{t('inbox.records.deleted.none')}</p>}
        <ul>
          {page.deletions.toReversed().map(({ week, concerns }) => (
            <li key={week}>{t('inbox.records.deleted.line', { count: concerns, week })}</li>
          ))}
        </ul>
      </section>
      <SubjectAccess page={page} view={view} on={on} t={t} />
    </>
  );
}
