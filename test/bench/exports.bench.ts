import { parseArgs } from 'node:util';
import { byWeek, type CaseRecord, clearedCase } from '../../extension/inbox/exports/case-record.ts';
import { fileOf } from '../../extension/inbox/exports/file-of.ts';
import { type CaseFormat, EXPORT_FORMATS } from '../../extension/inbox/exports/formats.ts';
import { casesInPortions } from '../../extension/inbox/exports/portions.ts';
import { makeDeskPack } from '../../extension/inbox/inspection/make.ts';
import { checkWords } from '../../extension/inbox/leaving.ts';
import type { QueueItem } from '../../extension/inbox/queue.ts';
import { dayNumber, factsInSteps } from '../../extension/inbox/trends/facts.ts';
import { trendsOf } from '../../extension/inbox/trends/trends.ts';
import { UNTOUCHED } from '../../extension/inbox/triage.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { u32, utf8 } from '../../shared/bytes.ts';
import { sha256 } from '../../shared/hash.ts';
import { CATEGORIES, FACTORS, KINDS } from '../../shared/taxonomy.ts';
import { addDays } from '../../shared/weeks.ts';

/*
 * 100,000 concerns: how long the page's own thread is busy at most while charts, files and an inspection pack are made
 * (copying portions for a worker, with what handing them over costs), and how long the worker takes. With words the guard
 * reads each text, so that is measured over 2,000.
 *
 * Run: node test/bench/exports.bench.ts [--concerns 100000]
 */

const { values } = parseArgs({ options: { concerns: { type: 'string' } } });
const COUNT = Number(values.concerns ?? 100_000);
const WITH_WORDS = Math.min(COUNT, 2_000);
/** What the page may be busy at a time. */
const LONGEST_TASK_MS = 50;
const ROWS_AT_ONCE = 1000;
const TODAY = '2026-10-20';
const TEXT =
  'The infusion pump on the bay lost its settings after the battery was changed. It was noticed before it ran, since the check at handover found that the rate was not the one on the chart. ';

const items = Array.from({ length: COUNT }, (_, n): QueueItem => {
  const releaseDay = addDays(TODAY, -(n % 178) - 1);
  const by = 'AAAAAA';
  const acknowledged = n % 10 === 0 ? null : { day: addDays(releaseDay, n % 9), by };
  const closed = n % 3 !== 0;
  const closing = closed ? { reason: 'resolved' as const, line: 'The labels have colours now.' } : null;
  const history = closed
    ? [
        {
          id: `h${n}`,
          day: addDays(releaseDay, 20),
          by,
          what: { type: 'closed' as const, ...closing },
          about: null,
          at: n,
        },
      ]
    : [];
  const concern = {
    kind: KINDS[n % KINDS.length],
    category: CATEGORIES[(n * 7) % CATEGORIES.length],
    unit: `W${n % 40}`,
    factors: [FACTORS[n % FACTORS.length]],
    t: { what: TEXT.repeat(1 + (n % 4)) },
  };
  return {
    id: toBase64url(sha256(u32(n))),
    opened: { state: 'read', concern, signal: n % 4 === 0 },
    triage: { ...UNTOUCHED, status: closed ? 'closed' : 'new', acknowledged, closing, history },
    releaseDay,
    week: releaseDay,
    due: null,
    followUps: [],
  } as unknown as QueueItem;
});

function tell(name: string, value: number, more: Record<string, number | string>): void {
  const line = {
    name,
    value: rounded(value),
    unit: 'ms',
    ratio: rounded(value / LONGEST_TASK_MS, 2),
    baseline: '50 ms, a long task',
    ...more,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function timed<T>(work: () => T): { readonly ms: number; readonly made: T } {
  const from = performance.now();
  const made = work();
  return { ms: performance.now() - from, made };
}

/** Runs a generator step by step, and says how long the longest took. */
function longest<T, R>(
  steps: Generator<T, R>,
  each: (value: T) => void = () => undefined,
): { ms: number; made: R } {
  let ms = 0;
  for (;;) {
    const step = timed(() => {
      const next = steps.next();
      if (next.done !== true) each(next.value);
      return next;
    });
    ms = Math.max(ms, step.ms);
    if (step.made.done === true) return { ms, made: step.made.value };
  }
}

const charts = longest(factsInSteps(items, ROWS_AT_ONCE));
const change = { day: dayNumber('2026-07-14'), category: null };
const question = {
  today: dayNumber(TODAY),
  grain: 'week' as const,
  places: Array.from({ length: 40 }, (_, n) => ({ code: `W${n}`, label: `Ward ${n}`, staff: 40 })),
  pulseAnswers: new Map<string, number>(),
  stories: [],
  change,
};
const trends = timed(() => trendsOf(charts.made, question));
tell('inbox.charts.page', charts.ms, { concerns: COUNT, workerMs: rounded(trends.ms) });

const groupOf = (place: string): string => place;
const records: CaseRecord[] = [];
const plain = longest(casesInPortions(items, { groupOf, withText: false }), (cases) => {
  records.push(...structuredClone(cases));
});
tell('inbox.exports.page', plain.ms, { concerns: COUNT });
const wordy: CaseRecord[] = [];
const words = longest(casesInPortions(items, { groupOf, withText: true }), (cases) => {
  wordy.push(...structuredClone(cases).slice(0, WITH_WORDS - wordy.length));
});
tell('inbox.exports.page-with-words', words.ms, { concerns: COUNT });
const guarded = timed(() => wordy.map((record) => clearedCase(record, checkWords)));
tell('inbox.exports.worker.guard', guarded.ms / wordy.length, { concerns: wordy.length, per: 'concern' });
for (const format of EXPORT_FORMATS.filter((each): each is CaseFormat => each !== 'ftsu')) {
  const written = timed(() => fileOf(format, records.toSorted(byWeek), false));
  tell(`inbox.exports.worker.${format}`, written.ms, {
    concerns: written.made.events,
    megabytes: rounded(written.made.text.length / 1e6),
  });
}

const events = items.flatMap(({ triage }, n) =>
  triage.status !== 'closed'
    ? []
    : [
        {
          v: 1 as const,
          desk: 1,
          id: sha256(utf8(`e${n}`)),
          by: u32(1),
          heads: [],
          day: triage.history[0]?.day ?? TODAY,
          concern: sha256(u32(n)),
          what: { type: 'closed' as const, reason: 'resolved' as const, line: '' },
        },
      ],
);
const pack = timed(() =>
  makeDeskPack({
    organisation: 'Hospital',
    desk: 'Patient safety',
    quarter: { name: '2026-Q3', first: '2026-07-01', last: '2026-09-30' },
    today: TODAY,
    previous: null,
    concerns: items.map(({ id, releaseDay }) => ({ id, releaseDay, signal: false })),
    events,
    retentionDays: 180,
    roles: new Map(),
    salt: new Uint8Array(32),
  }),
);
tell('inbox.inspection.worker', pack.ms, { concerns: COUNT, events: events.length });
const busiest = Math.max(charts.ms, plain.ms, words.ms);
if (busiest > LONGEST_TASK_MS) process.exitCode = 1;
