import type { RandomBytes } from '../../../shared/bytes.ts';
import { newReceiptSeed } from '../../../shared/receipt.ts';
import type { Receipt } from '../../conversations/receipt.ts';
import type { ReceiptWork } from './receipt-work.ts';

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
export function receiptsAhead(organisation: string, work: ReceiptWork, random: RandomBytes): ReceiptsAhead {
  let ready = false;
  let next = make();

  async function make(): Promise<Receipt> {
    ready = false;
    const seed = newReceiptSeed(random);
    const stretched = await work('stretch', { seed, organisation });
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
