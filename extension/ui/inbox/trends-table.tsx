import type { JSX } from 'preact';
import type { Dimension } from '../../inbox/trends/counts.ts';
import type { Series, Trends, TrendTable } from '../../inbox/trends/trends.ts';
import type { MessageKey, Translator } from '../translator.ts';

const SPARK = { width: 120, height: 26 };

/** The rows of one dimension, each with its course in small; choosing one draws it large. */
export function DimensionTable(props: {
  readonly table: TrendTable;
  readonly trends: Trends;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  readonly t: Translator;
}): JSX.Element {
  const { table, trends, chosen, onChoose, t } = props;
  const most = Math.max(1, ...table.rows.map(({ total }) => total));
  if (table.rows.length === 0) return <p class="muted">{t('trends.nothing')}</p>;
  return (
    <table class="dimension">
      <thead>
        <tr>
          <th scope="col">{t(`trends.by.${table.dimension}`)}</th>
          <th scope="col" class="number">
            {t('trends.total')}
          </th>
          <th scope="col" class="course">
            {t('trends.course')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.name} data-row={row.name} aria-current={row.name === chosen ? 'true' : undefined}>
            <th scope="row">
              <button
                type="button"
                class="plain"
                aria-pressed={row.name === chosen}
                onClick={() => onChoose(row.name)}
              >
                {rowName(t, table.dimension, row.name, trends.groupLabels)}
              </button>
              <span class="bar" aria-hidden="true" style={{ inlineSize: `${(100 * row.total) / most}%` }} />
            </th>
            <td class="number">{row.total}</td>
            <td class="course">
              <div>
                <Spark series={row} turned={t.direction === 'rtl'} />
                <News series={row} t={t} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a row counts, in words. */
export function rowName(
  t: Translator,
  dimension: Dimension,
  name: string,
  groups: ReadonlyMap<string, string>,
): string {
  if (name === 'not_said') return t('trends.not-said');
  if (dimension === 'place') return groups.get(name) ?? name;
  const key = dimension === 'kind' ? `kind.${name}.label` : `${dimension}.${name}`;
  return t(key as MessageKey);
}

function News({ series, t }: { series: Series; t: Translator }): JSX.Element | null {
  const { says } = series.reading;
  if (says === 'usual' || says === 'too-few') return null;
  return <span class="news small">{t(`trends.short.${says}`)}</span>;
}

function Spark({ series, turned }: { series: Series; turned: boolean }): JSX.Element {
  const { values, chart } = series;
  const highest = Math.max(1, ...values);
  const last = values.length - 1;
  const x = (at: number): number => {
    const along = 3 + (last === 0 ? 0 : (at * (SPARK.width - 6)) / last);
    return turned ? SPARK.width - along : along;
  };
  const y = (value: number): number => SPARK.height - 3 - (value / highest) * (SPARK.height - 6);
  return (
    <svg class="spark" aria-hidden="true" viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} width={SPARK.width}>
      <polyline points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
      {values.map((value, at) =>
        chart?.points[at]?.cause == null ? null : <circle key={at} cx={x(at)} cy={y(value)} r={2.5} />,
      )}
    </svg>
  );
}
