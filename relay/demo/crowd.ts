import { Worker } from 'node:worker_threads';
import type { CrowdOrder } from './crowd-worker.ts';

/** A crowd of simulated installs, in a thread of its own. */
export interface Crowd {
  /** Cells that the relay has confirmed so far. */
  sent(): number;
  stop(): Promise<void>;
}

export function startCrowd(order: CrowdOrder): Crowd {
  const worker = new Worker(new URL('./crowd-worker.ts', import.meta.url), { workerData: order });
  let sent = 0;
  worker.on('message', (message) => {
    if (message === 'sent') sent++;
  });
  return {
    sent: () => sent,
    async stop() {
      worker.postMessage('stop');
      await worker.terminate();
    },
  };
}
