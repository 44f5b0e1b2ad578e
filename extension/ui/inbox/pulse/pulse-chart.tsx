import type { JSX } from 'preact';
import type { PulseCount } from '../../../../shared/pulse-count.ts';
import { SCALE_STEPS, tone } from '../../../../shared/pulse-scales.ts';
import type { CoursePoint } from '../../../inbox/pulse/pulse-page.ts';
import type { Translator } from '../../translator.ts';

/*
 * Two small drawings: how answers to one question spread, and how their mean went from one time to the next. Each with a
 * title and a description, and with its table beside it.
 */

const WIDTH = 640;
const BAR = { height: 34, label: 36 };
const COURSE = { height: 110, top: 16, bottom: 24, side: 40 };

/** One bar of a hundred parts: what is good to hear in one colour, what is not in another, the middle grey. */
export function Distribution(props: {
  item: PulseCount['items'][number];
  title: string;
  description: string;
  t: Translator;
}): JSX.Element {
  const { item, title, description, t } = props;
  const steps = SCALE_STEPS[item.scale];
  const shares = item.count?.shares ?? [];
  const total = Math.max(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  );
  const turned = t.direction === 'rtl';
  let before = 0;
  return (
    <svg
      class="pulse-spread"
      role="img"
      aria-label={`${title} ${description}`}
      viewBox={`0 0 ${WIDTH} ${BAR.height}`}
    >
      <title>{title}</title>
      <desc>{description}</desc>
      {shares.map((share, at) => {
        const width = (share / total) * WIDTH;
        const x = turned ? WIDTH - before - width : before;
        before += width;
        const kind = tone(item, at + 1);
        const strong = at === 0 || at === steps - 1;
        if (share === 0) return null;
        return (
          <g key={`${at} ${share}`} data-tone={kind} data-strong={strong}>
            <rect x={x} y={0} width={width} height={BAR.height} />
            {width >= BAR.label && (
              <text x={x + width / 2} y={BAR.height / 2 + 5} text-anchor="middle">
                {new Intl.NumberFormat(t.locale).format(share)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Means as points on a line, each with its value: at most a few, so no axis is needed beside the ends of the scale. */
export function Course(props: {
  course: readonly CoursePoint[];
  steps: number;
  title: string;
  t: Translator;
}): JSX.Element {
  const { course, steps, title, t } = props;
  const number = new Intl.NumberFormat(t.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const short = new Intl.DateTimeFormat(t.locale === 'en' ? 'en-GB' : t.locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const inner = WIDTH - 2 * COURSE.side;
  const x = (at: number): number => {
    const along = course.length === 1 ? inner / 2 : (at * inner) / (course.length - 1);
    return COURSE.side + (t.direction === 'rtl' ? inner - along : along);
  };
  const y = ({ mean }: CoursePoint): number => {
    const share = (mean / 100 - 1) / Math.max(1, steps - 1);
    return COURSE.height - COURSE.bottom - share * (COURSE.height - COURSE.top - COURSE.bottom);
  };
  const description = course
    .map((point) => `${t.day(point.from)}: ${number.format(point.mean / 100)}`)
    .join('; ');
  return (
    <svg
      class="pulse-course"
      role="img"
      aria-label={`${title} ${description}`}
      viewBox={`0 0 ${WIDTH} ${COURSE.height}`}
    >
      <title>{title}</title>
      <desc>{description}</desc>
      <line
        class="floor"
        x1={COURSE.side}
        x2={WIDTH - COURSE.side}
        y1={COURSE.height - COURSE.bottom}
        y2={COURSE.height - COURSE.bottom}
      />
      <polyline points={course.map((point, at) => `${x(at)},${y(point)}`).join(' ')} />
      {course.map((point, at) => (
        <g key={point.from}>
          <circle cx={x(at)} cy={y(point)} r={4} />
          <text x={x(at)} y={y(point) - 8} text-anchor="middle">
            {number.format(point.mean / 100)}
          </text>
          <text class="date" x={x(at)} y={COURSE.height - 6} text-anchor="middle">
            {short.format(new Date(`${point.from}T00:00:00Z`))}
          </text>
        </g>
      ))}
    </svg>
  );
}
