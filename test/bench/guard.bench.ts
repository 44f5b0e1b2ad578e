import { scan } from '../../shared/guard/guard.ts';
import { LANGUAGES, languageOf } from '../../shared/guard/languages.ts';
import { readSet } from '../guard-sets/score.ts';

/*
 * How long the guard takes for a normal text of 4,000 characters, beside the least that any reading of it costs; and
 * how its time grows on the worst text we know of, where linear means 2. One JSON line each.
 *
 * Run: node test/bench/guard.bench.ts
 */

const LENGTH = 4_000;
/** The median of so many runs, since the machine may be busy. */
const RUNS = 31;

/** Text that makes matchers work for nothing: beginnings without ends, and endless runs. */
const HOSTILE = [
  'a',
  '1',
  '@',
  '.',
  ' ',
  '-',
  "'",
  '(',
  '\n',
  'A',
  'Ab ',
  'a ',
  '1 ',
  '12 ',
  '1:',
  'a:',
  'a.',
  'a@',
  'a@a.',
  'a at ',
  'a dot ',
  'www.',
  'Dr ',
  'Dr. ',
  'Dr A. ',
  'nurse ',
  'Mr van ',
  'van der ',
  'Lisa ',
  'I ',
  'I was ',
  'my ',
  'as a ',
  'been ',
  'on the ',
  'at about ',
  'one ',
  'half past ',
  'room 1 ',
  'room ',
  'Flat 1, 1 ',
  '1 High ',
  'call me ',
  'mrn no ',
  'GB12 ',
  '07 ',
  '+1 ',
  '(0',
  '1-',
  '1/',
  'a1@. ',
  'e\u0301\u0302',
  '\u200b',
  '\ud800',
  'Frau ',
  'ich habe ',
  'am 1. ',
  'seit ',
  'Haus',
  'د. ',
  'ال',
  'الساعة ',
  'انا ',
  'كنت ',
  'رقم ',
  'رقم الملف ',
];

function median(run: () => void, runs: number = RUNS): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    run();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

/** The quickest of so many runs: the machine may be busy, but it is never too quick. */
function quickest(run: () => void, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    run();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

function print(
  name: string,
  value: number,
  unit: string,
  baseline: { name: string; value: number },
  more: object = {},
): void {
  const ratio = Number((value / baseline.value).toFixed(2));
  console.log(
    JSON.stringify({
      name,
      value: Number(value.toFixed(3)),
      unit,
      ratio,
      baseline: { name: baseline.name, value: Number(baseline.value.toFixed(3)) },
      ...more,
    }),
  );
}

function normalText(language: string): string {
  const lines = readSet(`${language}-1`).map(({ text }) => text);
  // Every second line from the end, so that clean and identifying ones alternate.
  const mixed = lines.flatMap((line, i) => (i % 2 === 0 ? [line] : [lines[lines.length - i] ?? line]));
  return mixed.join('. ').slice(0, LENGTH).padEnd(LENGTH, ' and then nothing happened for a while');
}

for (const { code } of LANGUAGES) {
  const text = normalText(code);
  const first = median(() => scan(text, { language: code }), 1);
  const value = median(() => scan(text, { language: code }));
  const rules = (languageOf(code)?.matchers() ?? []).map((_, i) => new RegExp(String.raw`\bword${i}\b`, 'g'));
  const least = median(() => {
    const plain = text.normalize('NFKC').toLowerCase();
    for (const rule of rules) for (const _ of plain.matchAll(rule));
  });
  print(
    code === 'en' ? 'guard.scan' : `guard.scan.${code}`,
    value,
    'ms',
    { name: `normalize, then one whole-word search for each of ${rules.length} rules`, value: least },
    { characters: text.length, firstRunMs: Number(first.toFixed(1)), limitMs: 16 },
  );
}

let worst = { piece: '', language: '', ms: 0, half: 1 };
let steepest = { piece: '', language: '', growth: 0 };
for (const { code } of LANGUAGES) {
  for (const piece of HOSTILE) {
    const half = piece.repeat(LENGTH / 2).slice(0, LENGTH / 2);
    const whole = piece.repeat(LENGTH).slice(0, LENGTH);
    scan(whole, { language: code });
    const halfMs = quickest(() => scan(half, { language: code }), 7);
    const ms = quickest(() => scan(whole, { language: code }), 7);
    if (ms > worst.ms) worst = { piece, language: code, ms, half: halfMs };
    // Below two milliseconds the clock and the collector are louder than the growth.
    if (ms > 2 && ms / halfMs > steepest.growth) steepest = { piece, language: code, growth: ms / halfMs };
  }
}
print(
  'guard.worst',
  worst.ms,
  'ms',
  { name: 'the same text, half as long', value: worst.half },
  { text: `${JSON.stringify(worst.piece)} × ${LENGTH}`, language: worst.language },
);

/** The steepest again, longer, so that noise of one run does not decide. */
const growth = (() => {
  const scanned = (length: number): number => {
    const text = steepest.piece.repeat(length).slice(0, length);
    return quickest(() => scan(text, { language: steepest.language }), 41);
  };
  return scanned(LENGTH) / scanned(LENGTH / 2);
})();
print(
  'guard.growth',
  growth,
  'times',
  { name: 'linear', value: 2 },
  { text: `${JSON.stringify(steepest.piece)} × 4000 against 2000`, language: steepest.language },
);
