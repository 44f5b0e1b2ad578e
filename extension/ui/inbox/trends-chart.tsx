import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Series, Trends } from '../../inbox/trends/trends.ts';
import type { XmrPoint } from '../../inbox/trends/xmr.ts';
import type { Translator } from '../translator.ts';

interface ChartProps {
  readonly series: Series;
  readonly periods: Trends['periods'];
  /** How a value is written: a count, or a share in hundredths. */
  readonly unit: 'count' | 'percent';
  readonly title: string;
  readonly description: string;
  readonly t: Translator;
}

const HEIGHT = 228;
const TOP = 14;
const BOTTOM = 34;
const START = 40;
const END = 92;
const USUAL_WIDTH = 640;
/** Space that a date below the axis needs. */
const DATE_WIDTH = 74;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/**
 * A chart of values over time in the manner of the NHS's Making Data Count: grey for the usual, one colour and another
 * shape for what is more than chance, the mean as a line and the limits dashed, each with its value at its end.
 */
export function TrendsChart(props: ChartProps): JSX.Element {
  const { series, periods, unit, title, description, t } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { chart, values } = series;
  const points: readonly XmrPoint[] =
    chart?.points ?? values.map((value) => ({ value, high: false, cause: null }));
  const highest = Math.max(1, ...values, chart?.upper ?? 0);
  const step = unit === 'percent' ? 25 : stepFor(highest);
  const top = unit === 'percent' ? 100 : Math.ceil(highest / step) * step;
  const inner = Math.max(60, width - START - END);
  const turned = t.direction === 'rtl';
  const x = (at: number): number => {
    const along = values.length === 1 ? inner / 2 : (at * inner) / (values.length - 1);
    return turned ? width - START - along : START + along;
  };
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const written = numbers(t, unit);
  const every = Math.max(1, Math.ceil((values.length * DATE_WIDTH) / inner));
  const ends = { from: turned ? width - START : START, to: turned ? END : width - END };
  const level = (value: number, name: string): JSX.Element => (
    <g class={`level ${name}`}>
      <line x1={ends.from} x2={ends.to} y1={y(value)} y2={y(value)} />
    </g>
  );
  const labels =
    chart === null
      ? []
      : apart([
          // A limit that lies where no value can go beyond says nothing.
          ...(chart.upper < top
            ? [{ at: y(chart.upper), text: t('trends.limit.upper', { value: written(chart.upper) }) }]
            : []),
          { at: y(chart.mean), text: t('trends.mean', { value: written(chart.mean) }) },
          ...(chart.lower > 0
            ? [{ at: y(chart.lower), text: t('trends.limit.lower', { value: written(chart.lower) }) }]
            : []),
        ]);
  return (
    <div class="chart" ref={box}>
      <svg
        role="img"
        aria-label={`${title} ${description}`}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        height={HEIGHT}
      >
        <title>{title}</title>
        <desc>{description}</desc>
        <g class="grid">
          {Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step).map((value) => (
            <g key={value}>
              <line x1={ends.from} x2={ends.to} y1={y(value)} y2={y(value)} />
              <text x={turned ? width - START + 8 : START - 8} y={y(value) + 4} text-anchor="end">
                {written(value)}
              </text>
            </g>
          ))}
        </g>
        {chart !== null && chart.upper < top && level(chart.upper, 'limit')}
        {chart !== null && chart.lower > 0 && level(chart.lower, 'limit')}
        {chart !== null && level(chart.mean, 'mean')}
        {labels.map(({ at, text }) => (
          <text key={at} class="level-name" x={ends.to + (turned ? -8 : 8)} y={at + 4}>
            {text}
          </text>
        ))}
        <polyline class="line" points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
        {points.map(({ value, cause }, at) => (
          <Dot key={periods[at]?.name ?? at} x={x(at)} y={y(value)} unusual={cause !== null} />
        ))}
        {periods.map(({ name, firstDay }, at) =>
          (periods.length - 1 - at) % every === 0 ? (
            <text key={name} class="date" x={x(at)} y={HEIGHT - 10} text-anchor="middle">
              {periodName(t, name, firstDay)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}

/** A circle, or a larger diamond: unusual points differ in shape too. */
function Dot({ x, y, unusual }: { x: number; y: number; unusual: boolean }): JSX.Element {
  if (!unusual) return <circle class="dot" cx={x} cy={y} r={3.5} />;
  return <path class="dot unusual" d={`M${x} ${y - 7}l7 7-7 7-7-7Z`} />;
}

/** "16 Nov", "Nov 2026". */
export function periodName(t: Translator, name: string, firstDay: string): string {
  const region = t.locale === 'en' ? 'en-GB' : t.locale;
  const format = name.includes('W')
    ? ({ day: 'numeric', month: 'short', timeZone: 'UTC' } as const)
    : ({ month: 'short', year: 'numeric', timeZone: 'UTC' } as const);
  return new Intl.DateTimeFormat(region, format).format(new Date(`${firstDay}T00:00:00Z`));
}

/** Writes a value of a chart: counts with at most one decimal, shares as whole per cent. */
export function numbers(t: Translator, unit: ChartProps['unit']): (value: number) => string {
  const plain = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 0 });
  return (value) => (unit === 'percent' ? share.format(value / 100) : plain.format(value));
}

/** Three to five lines, at round values. */
function stepFor(highest: number): number {
  return STEPS.find((step) => highest / step <= 5) ?? highest;
}

/** Labels at the ends of lines that would lie on each other make room. */
function apart<L extends { readonly at: number }>(labels: readonly L[]): L[] {
  const LINE = 15;
  let last = Number.NEGATIVE_INFINITY;
  const placed = labels.map((label) => {
    last = Math.max(label.at, last + LINE);
    return { ...label, at: last };
  });
  const over = (placed.at(-1)?.at ?? 0) - (HEIGHT - BOTTOM);
  return over > 0 ? placed.map((label) => ({ ...label, at: label.at - over })) : placed;
}

/** The width there is, so that text in the drawing keeps its size; the usual one on paper and before it is known. */
function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
