import { closeSync, openSync } from 'node:fs';
import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import { concat } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import type { Drop } from './drop.ts';
import type { Engine, Exclusion } from './engine.ts';
import { type DropOptions, dropOn } from './engine-drop.ts';
import type { Recipe } from './recipe.ts';
import { schema } from './schema.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { WriteOrder, WriteResult, WriterData } from './sqlite-writer.ts';

/**
 * A drop in one SQLite file (and its -wal and -shm beside it), made when it is not there, readable by its owner only.
 * Several copies on one machine may open the same file. Rejects with `bad-settings` for another wrapping key.
 */
export async function openSqliteDrop(path: string, options: DropOptions): Promise<Drop> {
  closeSync(openSync(path, 'a', 0o600));
  const file = openSqliteFile(path);
  for (const statement of schema({ bytes: 'BLOB', number: 'INTEGER', table: ' WITHOUT ROWID' })) {
    file.exec(statement);
  }
  return dropOn(sqliteEngine(file, writerFor({ path, wrapKey: options.wrapKey })), options);
}

function sqliteEngine(file: SqliteFile, writer: Writer): Engine {
  // One at a time on our side: SQLite would make the second wait asleep, and with it this whole thread.
  const oneByOne = queue();
  return {
    lanes: 1,

    run<T>(exclusion: Exclusion, recipe: () => Recipe<T>) {
      const work = () =>
        file.transaction(exclusion === 'look' ? 'BEGIN' : 'BEGIN IMMEDIATE', () => file.follow(recipe()));
      // Each in a round of the event loop of its own, so that a keeper with much to do keeps no request waiting.
      const inTurn = () => new Promise<void>((resolve) => setImmediate(resolve)).then(work);
      // Reading waits for nobody.
      return exclusion === 'look' ? inTurn() : oneByOne(inTurn);
    },

    store: (intakes, nowSeconds) =>
      oneByOne(async () => {
        const kids = await writer.write({ intakes: concat(...intakes), nowSeconds });
        if (kids === null) throw new CandorError('unreachable', 'the drop cannot be written');
        return kids;
      }),

    // The log still holds pages as they were: write it back and cut it to nothing.
    scrub: () => oneByOne(async () => file.exec('PRAGMA wal_checkpoint(TRUNCATE)')),

    close: () =>
      oneByOne(async () => {
        await writer.close();
        file.close();
      }),
  };
}

interface Writer {
  write(order: WriteOrder): Promise<WriteResult>;
  close(): Promise<void>;
}

function writerFor(workerData: WriterData): Writer {
  let worker: Worker | null = null;
  let resolve: ((result: WriteResult) => void) | null = null;

  const answer = (result: WriteResult) => {
    // It keeps the process alive only while it has something to do.
    worker?.unref();
    resolve?.(result);
    resolve = null;
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData });
    started.on('message', answer);
    // An error ends the thread. What it was writing is not stored, and the next group starts another one.
    started.on('error', () => {});
    started.on('exit', () => {
      worker = null;
      answer(null);
    });
    return started;
  };
  const ask = (order: WriteOrder | 'close', transfer: ArrayBuffer[]) =>
    new Promise<WriteResult>((resolved) => {
      resolve = resolved;
      worker ??= start();
      worker.ref();
      worker.postMessage(order, transfer);
    });
  return {
    write: (order) => ask(order, [order.intakes.buffer]),
    async close() {
      if (worker !== null) await ask('close', []);
    },
  };
}

/** Runs works one after the other, whatever became of the one before. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
