import type { Bytes } from '../../../shared/bytes.ts';
import { newReceiptSeed, type ReceiptSeed, stretchReceipt } from '../../../shared/receipt.ts';
import { randomBytes } from '../../browser/random.ts';

/** A receipt with what scrypt makes of it: from there to a desk's reply keys it is no way. */
export interface Receipt {
  readonly seed: ReceiptSeed;
  readonly stretched: Bytes;
}

/** Milliseconds for which the stretching may hold the page at a time: fingers and eyes come first. */
const SLICE_MS = 8;

/**
 * Makes the receipt of the next concern while nobody waits for it. Every concern has one of its own, whether or not
 * anybody will want an answer, so that nobody can tell who does.
 */
export function receiptsAhead(organisation: string): { take(): Promise<Receipt>; isReady(): boolean } {
  let ready = false;
  let next = make();

  function make(): Promise<Receipt> {
    ready = false;
    const seed = newReceiptSeed(randomBytes);
    return stretchReceipt(seed, organisation, SLICE_MS).then((stretched) => {
      ready = true;
      return { seed, stretched };
    });
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
