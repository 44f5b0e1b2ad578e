import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CATEGORIES, type Category } from '../../../shared/taxonomy.ts';
import type { Evidence, EvidenceRow, Side } from '../../inbox/trends/evidence.ts';
import type { Trends } from '../../inbox/trends/trends.ts';
import type { Translator } from '../translator.ts';
import './evidence.css';
import { periodName } from './trends-chart.tsx';
import type { TrendsCallbacks } from './trends-contract.ts';

/** Before and after something changed, with intervals and in plain words; what has too few to be shown does not print. */
export function EvidencePage(props: {
  readonly trends: Trends;
  readonly on: Pick<TrendsCallbacks, 'onMark'>;
  readonly t: Translator;
}): JSX.Element {
  const { trends, on, t } = props;
  const { evidence } = trends;
  const [day, setDay] = useState(evidence?.day ?? '');
  const [category, setCategory] = useState<Category | null>(evidence?.category ?? null);
  const [what, setWhat] = useState('');
  const mark = (nextDay: string, nextCategory: Category | null): void => {
    setDay(nextDay);
    setCategory(nextCategory);
    on.onMark?.(/^\d{4}-\d{2}-\d{2}$/.test(nextDay) ? nextDay : null, nextCategory);
  };
  return (
    <>
      <section class="card evidence-choice">
        <h3>{t('evidence.title')}</h3>
        <p class="measure">{t('evidence.text')}</p>
        <div class="evidence-fields">
          <p class="choice">
            <label for="evidence-what">{t('evidence.what')}</label>
            <input
              id="evidence-what"
              type="text"
              dir="auto"
              autocomplete="off"
              maxLength={120}
              value={what}
              onInput={(event) => setWhat(event.currentTarget.value)}
            />
          </p>
          <p class="choice">
            <label for="evidence-day">{t('evidence.day')}</label>
            <input
              id="evidence-day"
              type="date"
              value={day}
              onChange={(event) => mark(event.currentTarget.value, category)}
            />
          </p>
          <p class="choice">
            <label for="evidence-topic">{t('evidence.topic')}</label>
            <select
              id="evidence-topic"
              value={category ?? ''}
              onChange={(event) => mark(day, (event.currentTarget.value || null) as Category | null)}
            >
              <option value="">{t('evidence.topic.none')}</option>
              {CATEGORIES.map((each) => (
                <option key={each} value={each}>
                  {t(`category.${each}`)}
                </option>
              ))}
            </select>
          </p>
        </div>
      </section>
      {evidence !== null && <Findings evidence={evidence} what={what} t={t} />}
    </>
  );
}

function Findings({ evidence, what, t }: { evidence: Evidence; what: string; t: Translator }): JSX.Element {
  const { before, after, rows, day } = evidence;
  const span = (months: readonly string[]): string =>
    [...new Set([months[0], months.at(-1)])]
      .flatMap((name) => (name === undefined ? [] : [monthName(t, name)]))
      .join(' – ');
  if (before.length === 0 || after.length === 0) {
    return (
      <section class="card">
        <p class="notice caution">{t(before.length === 0 ? 'evidence.no-before' : 'evidence.no-after')}</p>
      </section>
    );
  }
  return (
    <article class="card evidence-sheet">
      <p class="eyebrow">{t('evidence.changed', { day: t.day(day) })}</p>
      <h3 dir="auto">{what.trim() || t('evidence.title')}</h3>
      <p>
        {t('evidence.spans', { before: span(before), after: span(after) })}{' '}
        {before.length + after.length < ENOUGH_MONTHS && <b>{t('evidence.short')}</b>}
      </p>
      {rows.map((row) => (
        <Finding key={row.name} row={row} evidence={evidence} t={t} />
      ))}
      <section class="method">
        <h4>{t('evidence.method')}</h4>
        <p class="small">{t('evidence.method.text')}</p>
        <p class="small">{t('evidence.method.names')}</p>
        <p class="small">{t('evidence.method.limits')}</p>
      </section>
    </article>
  );
}

const ENOUGH_MONTHS = 4;

/** One thing before and after. What others may not see of it stays on the screen. */
function Finding({ row, evidence, t }: { row: EvidenceRow; evidence: Evidence; t: Translator }): JSX.Element {
  const { name, before, after, few, mayBeShown } = row;
  const title =
    name === 'topic' && evidence.category !== null
      ? t(`category.${evidence.category}`)
      : t(`evidence.row.${name === 'topic' ? 'all' : name}`);
  return (
    <section class="finding" data-finding={name} data-share={mayBeShown ? 'yes' : 'no'}>
      <h4>{title}</h4>
      <p class="says">{t(`evidence.says.${saysOf(row)}`)}</p>
      <div class="exact">
        {before !== null && after !== null && <Bars row={row} before={before} after={after} t={t} />}
        {few && <p class="notice caution small">{t('evidence.few')}</p>}
      </div>
      {!mayBeShown && (
        <>
          <p class="small muted screen-only">{t('evidence.not-printed')}</p>
          <p class="small print-only">{t('evidence.hidden')}</p>
        </>
      )}
    </section>
  );
}

type Says = 'few' | 'chance' | 'more' | 'less';

/** Whether the interval of the change leaves out "no change". */
function saysOf({ change, few, before }: EvidenceRow): Says {
  if (few || change === null) return 'few';
  const none = before?.of === null ? 1 : 0;
  if (change.low > none) return 'more';
  return change.high < none ? 'less' : 'chance';
}

/** Both sides as lines with a dot, on one scale, and in numbers. */
function Bars(props: {
  readonly row: EvidenceRow;
  readonly before: Side;
  readonly after: Side;
  readonly t: Translator;
}): JSX.Element {
  const { row, before, after, t } = props;
  const most = before.of === null ? Math.max(before.high, after.high) : 1;
  const sides = [
    ['before', before],
    ['after', after],
  ] as const;
  return (
    <table class="before-after">
      <tbody>
        {sides.map(([when, side]) => (
          <tr key={when}>
            <th scope="row">{t(`evidence.${when}`)}</th>
            <td class="course" aria-hidden="true">
              <svg viewBox="0 0 200 20" class={when} aria-hidden="true">
                <line x1={at(side.low, most, t)} x2={at(side.high, most, t)} y1="10" y2="10" />
                <circle cx={at(side.value, most, t)} cy="10" r="4" />
              </svg>
            </td>
            <td class="number">
              <b>{shown(t, side.value, side.of)}</b>{' '}
              <span class="muted small">
                {t('evidence.interval', {
                  low: shown(t, side.low, side.of),
                  high: shown(t, side.high, side.of),
                })}
              </span>
            </td>
          </tr>
        ))}
        {row.change !== null && (
          <tr>
            <th scope="row">{t(before.of === null ? 'evidence.ratio' : 'evidence.difference')}</th>
            <td class="course" />
            <td class="number">
              <b>{changeShown(t, row.change.value, before.of)}</b>{' '}
              <span class="muted small">
                {t('evidence.interval', {
                  low: changeShown(t, row.change.low, before.of),
                  high: changeShown(t, row.change.high, before.of),
                })}
              </span>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function at(value: number, most: number, t: Translator): number {
  const along = 6 + (188 * Math.max(0, Math.min(value, most))) / (most || 1);
  return t.direction === 'rtl' ? 200 - along : along;
}

function shown(t: Translator, value: number, of: number | null): string {
  const format =
    of === null ? { maximumFractionDigits: 1 } : ({ style: 'percent', maximumFractionDigits: 0 } as const);
  return new Intl.NumberFormat(t.locale, format).format(value);
}

function changeShown(t: Translator, value: number, of: number | null): string {
  if (of === null)
    return `×\u00A0${new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 }).format(value)}`;
  const points = new Intl.NumberFormat(t.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  return points.format(100 * value);
}

function monthName(t: Translator, month: string): string {
  return periodName(t, month, `${month}-01`);
}
