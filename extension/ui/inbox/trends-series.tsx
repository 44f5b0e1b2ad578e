import type { JSX } from 'preact';
import type { Series, Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import { numbers, periodName, TrendsChart } from './trends-chart.tsx';

/** One chart with its message as the title, what it is about above, and the numbers behind it in a table. */
export function SeriesCard(props: {
  readonly about: string;
  readonly series: Series;
  readonly trends: Trends;
  readonly unit: 'count' | 'percent';
  readonly note?: string;
  readonly t: Translator;
}): JSX.Element {
  const { about, series, trends, unit, note, t } = props;
  const { chart, values, reading } = series;
  const written = numbers(t, unit);
  const message = t(`trends.says.${reading.says}`, { points: reading.points });
  const unusual = reading.says !== 'usual' && reading.says !== 'too-few';
  return (
    <section class="card series" data-series={series.name} data-says={reading.says}>
      <p class="eyebrow">{about}</p>
      <h3 class={unusual ? 'changed' : ''}>{message}</h3>
      {values.length > 0 && (
        <>
          <TrendsChart
            series={series}
            periods={trends.periods}
            unit={unit}
            title={about}
            description={message}
            t={t}
          />
          {chart?.trial && <p class="muted small">{t('trends.trial')}</p>}
          {note !== undefined && <p class="muted small">{note}</p>}
          <details class="numbers">
            <summary>{t('trends.as-table')}</summary>
            <table>
              <caption class="visually-hidden">{about}</caption>
              <thead>
                <tr>
                  <th scope="col">{t(`trends.grain.${trends.grain}`)}</th>
                  <th scope="col" class="number">
                    {t(`trends.value.${unit}`)}
                  </th>
                  <th scope="col">{t('trends.remark')}</th>
                </tr>
              </thead>
              <tbody>
                {trends.periods.map(({ name, firstDay }, at) => {
                  const cause = chart?.points[at]?.cause ?? null;
                  return (
                    <tr key={name}>
                      <th scope="row">{periodName(t, name, firstDay)}</th>
                      <td class="number">{written(values[at] ?? 0)}</td>
                      <td>{cause === null ? '' : t(`trends.cause.${cause}`)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
