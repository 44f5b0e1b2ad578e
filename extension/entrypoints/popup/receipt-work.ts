import { CandorError } from '../../../shared/errors.ts';
import type { JobDone, ReceiptJobs } from './receipt.worker.ts';

/** One job for the worker beside the page. Rejects with what it failed with. */
export type ReceiptWork = <Name extends keyof ReceiptJobs>(
  name: Name,
  ask: ReceiptJobs[Name]['ask'],
) => Promise<ReceiptJobs[Name]['get']>;

/** Starts the worker. Jobs may overlap; each is answered by its number. */
export function startReceiptWork(): ReceiptWork {
  const worker = new Worker(new URL('./receipt.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (got: never) => void; reject: (error: unknown) => void }>();
  let jobs = 0;
  worker.addEventListener('message', ({ data: done }: MessageEvent<JobDone>) => {
    const asked = waiting.get(done.id);
    waiting.delete(done.id);
    if ('got' in done) asked?.resolve(done.got as never);
    else
      asked?.reject(done.code === null ? new Error('the receipt worker failed') : new CandorError(done.code));
  });
  worker.addEventListener('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return (name, ask) =>
    new Promise((resolve, reject) => {
      const id = jobs++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ name, id, ...ask });
    });
}
