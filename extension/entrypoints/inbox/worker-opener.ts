import type { Desk, Keyring } from '../../../shared/keyring.ts';
import type { OpenedEvent } from '../../inbox/events.ts';
import type { DeskKeys, Opener } from '../../inbox/opener.ts';
import type { OpenedConcern, SealedConcern } from '../../inbox/opening.ts';
import type { SealedEvent } from '../../inbox/store-port.ts';

/*
 * Opens envelopes and events in web workers, so that the page answers to a key while ten thousand concerns are opened.
 */

const MOST_WORKERS = 4;
/** About 50 ms of work: short enough to show the first rows soon, long enough to be worth a message. */
const PORTION = 50;

export type OpeningJob =
  | { readonly what: 'concerns'; readonly batch: readonly SealedConcern[]; readonly keys: DeskKeys }
  | {
      readonly what: 'events';
      readonly batch: readonly SealedEvent[];
      readonly keys: DeskKeys;
      readonly of: { readonly desk: Desk; readonly keyring: Keyring };
    };

interface Portion {
  readonly job: OpeningJob;
  /** `null` when the worker died of it. */
  readonly done: (opened: readonly (OpenedConcern | OpenedEvent)[] | null) => void;
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
  const run = <T extends OpenedConcern | OpenedEvent>(job: OpeningJob): Promise<readonly T[] | null> =>
    new Promise((resolve) => {
      if (closed) return resolve([]);
      waiting.push({ job, done: (opened) => resolve(opened as readonly T[] | null) });
      const idle = [...workers].find(([, portion]) => portion === null)?.[0];
      const most = Math.min(MOST_WORKERS, navigator.hardwareConcurrency);
      if (idle !== undefined) next(idle);
      else if (workers.size < most) next(start());
    });

  return {
    async openMany(batch, keys, onOpened) {
      await Promise.all(
        portions(batch).map(async (portion) => {
          const opened = await run<OpenedConcern>({ what: 'concerns', batch: portion, keys });
          if (!closed) onOpened(opened ?? portion.map(({ id }) => ({ id, state: 'unreadable' })));
        }),
      );
    },
    async openEvents(batch, keys, of) {
      const opened = await Promise.all(
        portions(batch).map(async (portion) => {
          const results = await run<OpenedEvent>({ what: 'events', batch: portion, keys, of });
          return results ?? portion.map(({ id }): OpenedEvent => ({ id, state: 'refused' }));
        }),
      );
      return opened.flat();
    },
    close() {
      closed = true;
      for (const [worker, portion] of workers) {
        worker.terminate();
        portion?.done([]);
      }
      for (const portion of waiting) portion.done([]);
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
