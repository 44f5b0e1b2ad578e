import type { OpenedShares } from '../../inbox/desk-keys.ts';
import type { OpenedEvent } from '../../inbox/events.ts';
import type { Opener } from '../../inbox/opener.ts';
import type { OpenedConcern } from '../../inbox/opening.ts';

/*
 * Opens envelopes, events and shares in web workers, so that the page answers to a key while ten thousand concerns are
 * opened.
 */

const MOST_WORKERS = 4;
/** About 30 ms of work: short enough to show the first rows soon, long enough to be worth a message. */
const PORTION = 64;
/** Portions that a worker has at hand, so that it need not wait for this thread between two. */
const AT_HAND = 2;
/** Texts that are looked over together: a few of them on each worker are what somebody waits for. */
const COVERS = 12;

type Arguments<M extends keyof Opener> = Parameters<NonNullable<Opener[M]>>;

export type OpeningJob =
  | { what: 'covers'; batch: readonly string[] }
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
  readonly covers: readonly string[];
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
  /** What each worker has at hand, in the order in which it answers. */
  const workers = new Map<Worker, Portion[]>();
  let closed = false;

  const feed = (worker: Worker): void => {
    const atHand = workers.get(worker) ?? [];
    while (atHand.length < AT_HAND) {
      const portion = waiting.shift();
      if (portion === undefined) return;
      atHand.push(portion);
      worker.postMessage(portion.job);
    }
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      const portion = workers.get(worker)?.shift();
      feed(worker);
      portion?.done(data);
    });
    worker.addEventListener('error', () => {
      const [died, ...others] = workers.get(worker) ?? [];
      workers.delete(worker);
      worker.terminate();
      // The others were only waiting behind it.
      waiting.unshift(...others);
      died?.done(null);
      if (!closed && waiting.length > 0) feed(start());
    });
    workers.set(worker, []);
    return worker;
  };
  const run = <J extends OpeningJob>(job: J): Promise<Answers[J['what']] | null> =>
    new Promise((resolve) => {
      if (closed) return resolve(null);
      const portion = { job, done: (answer: unknown) => resolve(answer as Answers[J['what']] | null) };
      // Rows that are in sight come before those that are still to be opened.
      if (job.what === 'covers') waiting.unshift(portion);
      else waiting.push(portion);
      const most = Math.min(MOST_WORKERS, navigator.hardwareConcurrency);
      const idle = [...workers].find(([, atHand]) => atHand.length === 0)?.[0];
      if (idle !== undefined) feed(idle);
      else if (workers.size < most) feed(start());
      else for (const worker of workers.keys()) feed(worker);
    });

  return {
    async openMany(batch, keys, onOpened) {
      await Promise.all(
        portions(batch).map(async (portion) => {
          const opened = await run({ what: 'concerns', batch: portion, keys: keysFor(portion, keys) });
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
    async cover(texts) {
      const covered = await Promise.all(
        portions(texts, COVERS).map(async (batch) => (await run({ what: 'covers', batch })) ?? []),
      );
      return covered.flat();
    },
    async openShares(batch, memberBox, of) {
      const opened = await run({ what: 'shares', batch, memberBox, of });
      return opened ?? { keys: new Map(), forged: [], endOf: new Map() };
    },
    close() {
      closed = true;
      for (const [worker, atHand] of workers) {
        worker.terminate();
        for (const portion of atHand) portion.done(null);
      }
      for (const portion of waiting) portion.done(null);
      waiting.length = 0;
      workers.clear();
    },
  };
}

/** Most portions are of one week: a message need not carry the keys of all. */
function keysFor(portion: Arguments<'openMany'>[0], keys: Arguments<'openMany'>[1]): typeof keys {
  const kids = new Set(portion.map(({ deskKid }) => deskKid));
  return new Map([...keys].filter(([kid]) => kids.has(kid)));
}

function portions<T>(batch: readonly T[], size = PORTION): T[][] {
  return Array.from({ length: Math.ceil(batch.length / size) }, (_, i) =>
    batch.slice(i * size, (i + 1) * size),
  );
}
