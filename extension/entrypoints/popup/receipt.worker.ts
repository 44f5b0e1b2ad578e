import type { Bytes } from '../../../shared/bytes.ts';
import { type ReceiptSeed, stretchReceipt } from '../../../shared/receipt.ts';

/** What the page asks for: the stretching of one seed for one organisation. Answered with 32 bytes. */
export interface StretchingJob {
  readonly seed: ReceiptSeed;
  readonly organisation: string;
}

addEventListener('message', async ({ data }: MessageEvent<StretchingJob>) => {
  const stretched: Bytes = await stretchReceipt(data.seed, data.organisation);
  postMessage(stretched);
});
