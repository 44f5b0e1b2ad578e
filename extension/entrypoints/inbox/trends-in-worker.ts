import { buffersOf, type FactTable } from '../../inbox/trends/facts.ts';
import type { Trends, TrendsQuestion } from '../../inbox/trends/trends.ts';

export interface TrendsJob {
  readonly table: FactTable;
  readonly question: TrendsQuestion;
}

/** Counts in a worker that ends with the page. `null` for a question that a later one has overtaken. */
export interface TrendsWorker {
  ask(job: TrendsJob): Promise<Trends | null>;
  close(): void;
}

export function trendsWorker(): TrendsWorker {
  let worker: Worker | null = null;
  let latest: ((trends: Trends | null) => void) | null = null;
  const end = (): void => {
    worker?.terminate();
    worker = null;
    latest?.(null);
    latest = null;
  };
  return {
    ask(job) {
      end();
      const started = new Worker(new URL('./trends.worker.ts', import.meta.url), { type: 'module' });
      worker = started;
      return new Promise((resolve) => {
        latest = resolve;
        const done = (trends: Trends | null): void => {
          if (latest !== resolve) return;
          latest = null;
          end();
          resolve(trends);
        };
        started.addEventListener('message', ({ data }: MessageEvent<Trends>) => done(data));
        started.addEventListener('error', () => done(null));
        started.postMessage(job, buffersOf(job.table));
      });
    },
    close: end,
  };
}
