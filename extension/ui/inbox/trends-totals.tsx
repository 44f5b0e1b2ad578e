import type { JSX } from 'preact';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import { periodName } from './trends-chart.tsx';
import type { TrendsCallbacks, TrendsView } from './trends-contract.ts';

/** Totals of overtime, leave or sickness beside the concerns of the same months. Kept in memory only. */
export function TotalsBeside(props: {
  readonly trends: Trends;
  readonly totals: TrendsView['totals'];
  readonly on: Pick<TrendsCallbacks, 'onTotals'>;
  readonly t: Translator;
}): JSX.Element {
  const { trends, totals, on, t } = props;
  const concerns = new Map(trends.periods.map(({ name }, at) => [name, trends.all.values[at]]));
  const number = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 });
  return (
    <section class="card totals">
      <h3>{t('totals.title')}</h3>
      <p class="muted small">{t('totals.text')}</p>
      <label class="button file">
        <input
          type="file"
          accept=".csv,text/csv"
          class="visually-hidden"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) on.onTotals(file);
            currentTarget.value = '';
          }}
        />
        <span>{t('totals.choose')}</span>
      </label>
      {totals?.state === 'refused' && (
        <p class="notice caution" role="alert">
          {t(`totals.refused.${totals.why}`)} {totals.line > 0 && t('totals.line', { line: totals.line })}
        </p>
      )}
      {totals?.state === 'read' && (
        <table>
          <caption class="visually-hidden">{t('totals.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trends.grain.month')}</th>
              <th scope="col" class="number">
                {t('totals.concerns')}
              </th>
              {totals.measures.map((measure) => (
                <th key={measure} scope="col" class="number" dir="auto">
                  {measure}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.months.map(({ month, sums }) => (
              <tr key={month}>
                <th scope="row">{periodName(t, month, `${month}-01`)}</th>
                <td class="number">{concerns.get(month) ?? '–'}</td>
                {totals.measures.map((measure, at) => (
                  <td key={measure} class="number">
                    {number.format(sums[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {totals?.state === 'read' && trends.grain === 'week' && <p class="muted small">{t('totals.months')}</p>}
    </section>
  );
}
