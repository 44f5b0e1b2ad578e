import type { JSX } from 'preact';
import type { Dimension } from '../../inbox/trends/counts.ts';
import type { Release, ReleaseRow } from '../../inbox/trends/release.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import { periodName } from './trends-chart.tsx';
import { Figure, percent } from './trends-lists.tsx';
import { rowName } from './trends-table.tsx';

/** One quarter as it may be shown beyond the desk, and as it prints. */
export function SharedQuarter({ trends, t }: { trends: Trends; t: Translator }): JSX.Element {
  const { release, quarter } = trends;
  const [year = '', number = ''] = quarter.split('-Q');
  const name = t('trends.quarter', { number, year });
  if (release === null) {
    return (
      <section class="card">
        <h3>{name}</h3>
        <p>{t('trends.share.gone')}</p>
      </section>
    );
  }
  return (
    <div class="shared">
      {trends.stories.length > 0 && (
        <section class="card">
          <h3>{t('trends.share.stories')}</h3>
          <ul class="plain-list stories">
            {trends.stories.map(({ said, did, week }) => (
              <li key={`${week} ${said}`}>
                <p dir="auto">
                  <b>{said}</b>
                  <span class="under">{did}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card">
        <p class="eyebrow">{name}</p>
        <h3>
          {release.total === null ? t('trends.share.few') : t('trends.share.total', { count: release.total })}
        </h3>
        <dl class="figures">
          {release.fixedShare !== null && (
            <Figure name={t('trends.share.fixed')} value={percent(t, release.fixedShare / 100)} />
          )}
          {release.months.map(({ name: month, count }) => (
            <Figure key={month} name={periodName(t, month, `${month}-01`)} value={shown(t, count)} />
          ))}
          {release.nearMissShare !== null && (
            <Figure name={t('trends.near-misses')} value={percent(t, release.nearMissShare)} />
          )}
        </dl>
        <p class="muted small">{t('trends.share.rule')}</p>
      </section>
      {release.total !== null && (
        <div class="cards">
          {release.tables.map(({ dimension, rows }) => (
            <ShareTable key={dimension} dimension={dimension} rows={rows} trends={trends} t={t} />
          ))}
          <ShareTable dimension="factor" rows={release.factors} trends={trends} t={t} />
        </div>
      )}
    </div>
  );
}

function ShareTable(props: {
  readonly dimension: Dimension;
  readonly rows: readonly ReleaseRow[];
  readonly trends: Trends;
  readonly t: Translator;
}): JSX.Element {
  const { dimension, rows, trends, t } = props;
  const open = rows.filter(({ count }) => count !== null);
  const hidden = rows.filter(({ count }) => count === null);
  const nameOf = (name: string): string => rowName(t, dimension, name, trends.groupLabels);
  return (
    <section class="card">
      <h3>{t(`trends.by.${dimension}`)}</h3>
      {rows.length === 0 && <p class="muted">{t('trends.nothing')}</p>}
      {open.length > 0 && (
        <table class="dimension">
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{t(`trends.by.${dimension}`)}</th>
              <th scope="col">{t('trends.total')}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ name, count }) => (
              <tr key={name} data-row={name}>
                <th scope="row">{nameOf(name)}</th>
                <td class="number">{shown(t, count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden.length > 0 && (
        <p class="small hidden-rows">
          <b>{t('trends.hidden.rows')}</b> {hidden.map(({ name }) => nameOf(name)).join(' · ')}
        </p>
      )}
    </section>
  );
}

function shown(t: Translator, count: Release['total']): string {
  return count === null ? t('trends.hidden') : new Intl.NumberFormat(t.locale).format(count);
}
