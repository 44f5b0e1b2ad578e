import type { OpenedShares } from '../../inbox/desk-keys.ts';
import type { OpenedEvent } from '../../inbox/events.ts';
import type { Opener } from '../../inbox/opener.ts';
import type { OpenedConcern } from '../../inbox/opening.ts';

/*
 * Opens envelopes, events and shares in web workers, so that the page answers to a key while ten thousand concerns are
 * opened.
 */

const MOST_WORKERS = 4;
/** About 50 ms of work: short enough to show the first rows soon, long enough to be worth a message. */
const PORTION = 50;

type Arguments<M extends keyof Opener> = Parameters<Opener[M]>;

export type OpeningJob =
  | { what: 'concerns'; batch: Arguments<'openMany'>[0]; keys: Arguments<'openMany'>[1] }
  | {
      what: 'events';
      batch: Arguments<'openEvents'>[0];
      keys: Arguments<'openEvents'>[1];
      of: Arguments<'openEvents'>[2];
    }
  | {
      what: 'shares';
      batch: Arguments<'openShares'>[0];
      memberBox: Arguments<'openShares'>[1];
      of: Arguments<'openShares'>[2];
    };

export interface Answers {
  readonly concerns: readonly OpenedConcern[];
  readonly events: readonly OpenedEvent[];
  readonly shares: OpenedShares;
}

interface Portion {
  readonly job: OpeningJob;
  /** `null` when the worker died of it, or everything was closed. */
  readonly done: (answer: unknown) => void;
}

export function workerOpener(): Opener {
  const waiting: Portion[] = [];
  const workers = new Map<Worker, Portion | null>();
  let closed = false;

  const next = (worker: Worker): void => {
    const portion = waiting.shift() ?? null;
    workers.set(worker, portion);
    if (portion !== null) worker.postMessage(portion.job);
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      workers.get(worker)?.done(data);
      next(worker);
    });
    worker.addEventListener('error', () => {
      const portion = workers.get(worker);
      workers.delete(worker);
      worker.terminate();
      portion?.done(null);
      if (!closed && waiting.length > 0) next(start());
    });
    workers.set(worker, null);
    return worker;
  };
  const run = <J extends OpeningJob>(job: J): Promise<Answers[J['what']] | null> =>
    new Promise((resolve) => {
      if (closed) return resolve(null);
      waiting.push({ job, done: (answer) => resolve(answer as Answers[J['what']] | null) });
      const idle = [...workers].find(([, portion]) => portion === null)?.[0];
      const most = Math.min(MOST_WORKERS, navigator.hardwareConcurrency);
      if (idle !== undefined) next(idle);
      else if (workers.size < most) next(start());
    });

  return {
    async openMany(batch, keys, onOpened) {
      await Promise.all(
        portions(batch).map(async (portion) => {
          const opened = await run({ what: 'concerns', batch: portion, keys });
          if (!closed) onOpened(opened ?? portion.map(({ id }) => ({ id, state: 'unreadable' })));
        }),
      );
    },
    async openEvents(batch, keys, of) {
      const opened = await Promise.all(
        portions(batch).map(async (portion): Promise<readonly OpenedEvent[]> => {
          const results = await run({ what: 'events', batch: portion, keys, of });
          return results ?? portion.map(({ id }) => ({ id, state: 'refused' }));
        }),
      );
      return opened.flat();
    },
    async openShares(batch, memberBox, of) {
      const opened = await run({ what: 'shares', batch, memberBox, of });
      return opened ?? { keys: new Map(), forged: [], endOf: new Map() };
    },
    close() {
      closed = true;
      for (const [worker, portion] of workers) {
        worker.terminate();
        portion?.done(null);
      }
      for (const portion of waiting) portion.done(null);
      waiting.length = 0;
      workers.clear();
    },
  };
}

function portions<T>(batch: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(batch.length / PORTION) }, (_, i) =>
    batch.slice(i * PORTION, (i + 1) * PORTION),
  );
}
