import { closeSync, openSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { CandorError } from '../../shared/errors.ts';
import { packArrivals } from './arrival-bytes.ts';
import type { Drop } from './drop.ts';
import type { Engine, Exclusion } from './engine.ts';
import { type DropOptions, dropOn } from './engine-drop.ts';
import type { Inserts, Recipe, Row, Statement } from './recipe.ts';
import { schema } from './schema.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { WriteOrder, WriteResult } from './sqlite-writer.ts';

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
  return dropOn(sqliteEngine(file, writerFor(path)), options);
}

function sqliteEngine(file: SqliteFile, writer: Writer): Engine {
  // One at a time on our side: SQLite would make the second wait asleep, and with it this whole thread.
  const oneByOne = queue();
  return {
    lanes: 1,

    run<T>(exclusion: Exclusion, recipe: () => Recipe<T>) {
      const work = () =>
        file.transaction(exclusion === 'look' ? 'BEGIN' : 'BEGIN IMMEDIATE', () => {
          const steps = recipe();
          let step = steps.next();
          while (!step.done) step = steps.next(perform(file, step.value));
          return step.value;
        });
      // Reading waits for nobody.
      return exclusion === 'look' ? Promise.resolve().then(work) : oneByOne(async () => work());
    },

    arrive: (windows, arrivals, nowSeconds) =>
      oneByOne(async () => {
        const arrived = await writer.write({ windows, packed: packArrivals(arrivals), nowSeconds });
        if (arrived === null) throw new CandorError('unreachable', 'the drop cannot be written');
        return arrived;
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

function perform(file: SqliteFile, step: Statement | Inserts): readonly Row[] {
  if ('text' in step) return file.rows(step.text, step.values);
  const places = step.rows[0]?.map((_, at) => `$${at + 1}`).join(', ');
  return step.rows.flatMap((values) => file.rows(`${step.head} VALUES (${places}) ${step.tail}`, values));
}

interface Writer {
  write(order: WriteOrder): Promise<WriteResult>;
  close(): Promise<void>;
}

function writerFor(path: string): Writer {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData: path });
  // It must not keep a process alive that has nothing else to do.
  worker.unref();
  let alive = true;
  let answer: (result: WriteResult) => void = () => {};
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      alive = false;
      answer(null);
      resolve();
    });
  });
  worker.on('message', (result: WriteResult) => answer(result));
  // It ends after an error; what it was writing is then not stored.
  worker.on('error', () => {});
  return {
    write: (order) =>
      new Promise((resolve) => {
        answer = resolve;
        if (alive) worker.postMessage(order, [order.packed.buffer]);
        else resolve(null);
      }),
    async close() {
      worker.postMessage('close');
      await ended;
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
