import { render } from 'preact';
import { dayNumber, type Fact, NEVER, tableOf } from '../../extension/inbox/trends/facts.ts';
import { type Trends, type TrendsQuestion, trendsOf } from '../../extension/inbox/trends/trends.ts';
import ar from '../../extension/locales/ar.json' with { type: 'json' };
import de from '../../extension/locales/de.json' with { type: 'json' };
import en from '../../extension/locales/en.json' with { type: 'json' };
import '../../extension/ui/theme.css';
import '../../extension/ui/inbox/inbox.css';
import '../../extension/ui/inbox/print.css';
import { TrendsPage } from '../../extension/ui/inbox/trends.tsx';
import type { TrendsCallbacks } from '../../extension/ui/inbox/trends-contract.ts';
import { createTranslator } from '../../extension/ui/translator.ts';
import { CATEGORIES, FACTORS, KINDS } from '../../shared/taxonomy.ts';
import { madeUpInspection } from './fake-inspection.ts';

/* The trends page with half a year of made-up concerns. `#lang=de&scheme=dark&state=empty`. */

const asked = new URLSearchParams(location.hash.slice(1));
const CATALOGUES = { ar, de, en };
const language = (asked.get('lang') ?? 'en') as keyof typeof CATALOGUES;
document.documentElement.style.colorScheme = asked.get('scheme') ?? 'light';

const t = createTranslator(language, CATALOGUES[language]);
const TODAY = dayNumber('2026-10-20');
const STORIES = [
  { said: 'The night fridge alarm is muted.', did: 'It rings at the desk now.', week: '2026-W33' },
  { said: 'Too early.', did: 'Before the quarter.', week: '2026-W20' },
];
const PLACES = [
  { code: 'MED', label: 'Medicine', staff: 410 },
  { code: 'W7', label: 'Ward 7', parent: 'MED', staff: 40 },
  { code: 'SUR', label: 'Surgery', staff: 320 },
  { code: 'ED', label: 'Emergency department', staff: 160 },
  { code: 'LAB', label: 'Laboratory', staff: 60 },
  { code: 'MAT', label: 'Maternity', staff: 90 },
];
const ANSWERS = new Map([['LAB', 24]]);

/** The same numbers every time: a picture that changes by itself cannot be compared. */
let seed = 7;
function chance(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}

function pick<T>(list: readonly T[], towardsFirst: number): T {
  return list[Math.floor(chance() ** towardsFirst * list.length)] as T;
}

function madeUp(released: number): Fact {
  const acknowledged = chance() < 0.9 ? Math.min(TODAY, released + Math.floor(chance() * 8)) : NEVER;
  const answered = chance() < 0.7 ? Math.min(TODAY, released + 3 + Math.floor(chance() * 40)) : NEVER;
  return {
    released,
    kind: pick(KINDS, 1.8),
    category: chance() < 0.3 ? null : pick(CATEGORIES, 2.4),
    factors: chance() < 0.5 ? [] : [pick(FACTORS, 2)],
    place: chance() < 0.2 ? null : pick(['W7', 'SUR', 'ED', 'MED', 'MAT'], 1.6),
    signal: chance() < 0.4,
    suggestsFix: chance() < 0.12,
    distressed: chance() < 0.02,
    closed: answered !== NEVER,
    fixed: answered !== NEVER && chance() < 0.7,
    acknowledged,
    answered,
  };
}

const perWeek = [
  14, 18, 12, 17, 15, 13, 19, 16, 12, 18, 15, 17, 14, 16, 19, 22, 21, 24, 20, 23, 26, 24, 31, 25, 23, 27,
];
const facts = perWeek.flatMap((count, week) =>
  Array.from({ length: count }, () =>
    madeUp(TODAY - 1 - 7 * (perWeek.length - week) + Math.floor(chance() * 7)),
  ),
);

let change: NonNullable<TrendsQuestion['change']> | null = null;

function trends(grain: TrendsQuestion['grain']): Trends {
  const shown = asked.get('state') === 'empty' ? [] : facts;
  const table = tableOf(shown.length, (at) => shown[at] as Fact);
  return trendsOf(table, {
    today: TODAY,
    grain,
    places: PLACES,
    pulseAnswers: ANSWERS,
    stories: STORIES,
    change,
  });
}

function draw(grain: TrendsQuestion['grain'] = 'week'): void {
  const page = document.querySelector('#page');
  if (page === null) return;
  const on: TrendsCallbacks = {
    onGrain: draw,
    onExport: () => undefined,
    onPrint: () => print(),
    onTotals: () => undefined,
    onMark(day, category) {
      change = day === null ? null : { day: dayNumber(day), category };
      draw(grain);
    },
    inspection: madeUpInspection(),
  };
  render(
    <div class="desk" data-shelf="trends">
      <main>
        <TrendsPage view={{ trends: trends(grain), exported: null, totals: null }} on={on} t={t} />
      </main>
    </div>,
    page,
  );
}

document.documentElement.lang = t.locale;
document.documentElement.dir = t.direction;
draw();
