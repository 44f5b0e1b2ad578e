import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { preparation, scan } from '../../shared/guard/guard.ts';
import { LANGUAGES } from '../../shared/guard/languages.ts';
import { readSet } from '../guard-sets/score.ts';

/*
 * The first scan of a page, which pays for everything that is built when first needed: at once, beside built ahead step
 * by step as the panel does. Each time a new worker, so that nothing is warm. One JSON line for each language.
 *
 * Run: node test/bench/guard-first.bench.ts
 */

/** A sentence or two, as after the first pause of somebody who writes. */
const LENGTH = 400;
/** The quickest of so many: the machine may be busy, but it is never too quick. */
const RUNS = 5;
const LIMIT_MS = 16;

interface Job {
  readonly code: string;
  readonly ahead: boolean;
}

interface Took {
  readonly scanMs: number;
  readonly longestStepMs: number;
  readonly stepsMs: number;
}

function measured({ code, ahead }: Job): Took {
  const text = readSet(`${code}-1`)
    .map((line) => line.text)
    .join('. ')
    .slice(0, LENGTH);
  const steps: number[] = [];
  let from = performance.now();
  for (const _ of ahead ? preparation(code) : []) {
    steps.push(performance.now() - from);
    from = performance.now();
  }
  from = performance.now();
  scan(text, { language: code });
  const scanMs = performance.now() - from;
  return {
    scanMs,
    longestStepMs: Math.max(0, ...steps),
    stepsMs: steps.reduce((sum, step) => sum + step, 0),
  };
}

function inWorker(job: Job): Promise<Took> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function quickest(job: Job): Promise<Took> {
  const runs: Took[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await inWorker(job));
  const least = (of: (took: Took) => number): number => Math.min(...runs.map(of));
  return {
    scanMs: least(({ scanMs }) => scanMs),
    longestStepMs: least(({ longestStepMs }) => longestStepMs),
    stepsMs: least(({ stepsMs }) => stepsMs),
  };
}

const rounded = (milliseconds: number): number => Number(milliseconds.toFixed(1));

if (!isMainThread) parentPort?.postMessage(measured(workerData as Job));
else {
  for (const { code } of LANGUAGES) {
    const atOnce = await quickest({ code, ahead: false });
    const ahead = await quickest({ code, ahead: true });
    console.log(
      JSON.stringify({
        name: `guard.first.${code}`,
        value: rounded(ahead.scanMs),
        unit: 'ms',
        ratio: Number((ahead.scanMs / atOnce.scanMs).toFixed(3)),
        baseline: { name: 'the same scan with nothing built ahead', value: rounded(atOnce.scanMs) },
        longestStepMs: rounded(ahead.longestStepMs),
        allStepsMs: rounded(ahead.stepsMs),
        limitMs: LIMIT_MS,
        characters: LENGTH,
      }),
    );
  }
}
