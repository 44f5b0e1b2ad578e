import { Worker } from 'node:worker_threads';
import { type Bytes, concat } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { groupCommit } from '../group-commit.ts';
import type { HopOpener } from './hop-opener.ts';
import type { CellOpening, OpenedHop } from './opening.ts';
import {
  FROM_STAFF,
  HASH_AT,
  INTAKE_AT,
  type OpeningData,
  type OpeningOrder,
  ROW,
  UNREADABLE,
} from './opening-order.ts';

/** A quarter of a megabyte, some milliseconds of work. */
const LARGEST_GROUP = 64;

interface Asked {
  readonly cell: Bytes;
  readonly hop: HopOpener;
}

/**
 * Opening in threads of their own, so that the one that answers requests goes on reading them. Cells that come together
 * travel together; each thread is started when it is first needed, and again after it broke.
 */
export function openingThreads(threads: number, data: OpeningData): CellOpening {
  const idle = Array.from({ length: threads }, () => thread(data));
  const open = async (group: readonly Asked[]): Promise<(OpenedHop | null)[]> => {
    // There are as many groups under way as there are threads.
    const one = idle.pop();
    if (one === undefined) throw new TypeError('more groups than threads');
    try {
      const rows = await one.open(orderFor(group));
      return group.map((_, at) => readRow(rows, at * ROW));
    } finally {
      idle.push(one);
    }
  };
  const groups = groupCommit(open, { largestGroup: LARGEST_GROUP, lanes: threads });
  return {
    open: (cell, hop) => groups.submit({ cell, hop }),
    async close() {
      await groups.drain();
      await Promise.all(idle.map((one) => one.end()));
    },
  };
}

function orderFor(group: readonly Asked[]): OpeningOrder {
  const keys = [...new Set(group.map(({ hop }) => hop))];
  return {
    keys: keys.map(({ key }) => key),
    keyOf: group.map(({ hop }) => keys.indexOf(hop)),
    cells: concat(...group.map(({ cell }) => cell)),
  };
}

function readRow(rows: Bytes, at: number): OpenedHop | null {
  if (rows[at] === UNREADABLE) return null;
  return {
    fromStaff: rows[at] === FROM_STAFF,
    manifestHash: rows.subarray(at + HASH_AT, at + INTAKE_AT),
    intake: rows.subarray(at + INTAKE_AT, at + ROW),
  };
}

interface Thread {
  /** Rejects when the thread ends before it has answered. */
  open(order: OpeningOrder): Promise<Bytes>;
  end(): Promise<void>;
}

function thread(workerData: OpeningData): Thread {
  let worker: Worker | null = null;
  let waiting: { resolve(rows: Bytes): void; reject(error: unknown): void } | null = null;

  const start = (): Worker => {
    const started = new Worker(new URL('./opening-thread.ts', import.meta.url), { workerData });
    started.on('message', (rows: Bytes) => {
      // It keeps the process alive only while it has something to do.
      started.unref();
      waiting?.resolve(rows);
      waiting = null;
    });
    started.on('error', () => {});
    started.on('exit', () => {
      worker = null;
      waiting?.reject(new CandorError('unreachable', 'the thread that opens cells has ended'));
      waiting = null;
    });
    return started;
  };
  return {
    open: (order) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker ??= start();
        worker.ref();
        worker.postMessage(order, [order.cells.buffer]);
      }),
    async end() {
      await worker?.terminate();
    },
  };
}
