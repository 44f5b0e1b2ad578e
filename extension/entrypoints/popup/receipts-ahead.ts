import type { Bytes, RandomBytes } from '../../../shared/bytes.ts';
import { newReceiptSeed, type ReceiptSeed } from '../../../shared/receipt.ts';
import type { StretchingJob } from './receipt.worker.ts';

/** A receipt with what scrypt makes of it: from there to a desk's reply keys it is no way. */
export interface Receipt {
  readonly seed: ReceiptSeed;
  readonly stretched: Bytes;
}

export interface ReceiptsAhead {
  /** The next receipt; the one after it is begun at once. */
  take(): Promise<Receipt>;
  /** Whether `take` has something to give without waiting. */
  isReady(): boolean;
}

/**
 * Makes the receipt of the next concern while nobody waits for it, in a worker beside the page. Every concern has one of
 * its own, whether or not anybody will want an answer, so that nobody can tell who does.
 */
export function receiptsAhead(organisation: string, random: RandomBytes): ReceiptsAhead {
  const worker = new Worker(new URL('./receipt.worker.ts', import.meta.url), { type: 'module' });
  let ready = false;
  let next = make();

  async function make(): Promise<Receipt> {
    ready = false;
    const seed = newReceiptSeed(random);
    const job: StretchingJob = { seed, organisation };
    const stretched = await new Promise<Bytes>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Bytes>) => resolve(data), { once: true });
      worker.addEventListener('error', reject, { once: true });
      worker.postMessage(job);
    });
    ready = true;
    return { seed, stretched };
  }

  return {
    isReady: () => ready,
    async take() {
      const receipt = await next;
      next = make();
      return receipt;
    },
  };
}
