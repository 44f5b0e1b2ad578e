import type { Bytes } from '../../../shared/bytes.ts';
import { CandorError, type ErrorCode } from '../../../shared/errors.ts';
import type { Keyring } from '../../../shared/keyring.ts';
import { type ReceiptSeed, stretchReceipt } from '../../../shared/receipt.ts';
import type { ReplyIndex } from '../../../shared/reply-index.ts';
import { comeBack, type Returned } from '../../conversations/coming-back.ts';
import { earlierKeyrings } from '../../conversations/earlier-keyrings.ts';
import { receiptWords } from '../../conversations/receipt.ts';
import { wordlistLanguage } from '../../conversations/wordlists.ts';
import { keyringStore } from '../../store/keyring-store.ts';
import { packStore } from '../../store/pack-store.ts';

/*
 * What takes a while with receipts, beside the page. Every panel starts this worker, and all wordlists come with it, so
 * that no trace tells who has a receipt. Packs and keyrings are read from the disk here; nothing is asked of anybody.
 */

/** What the page asks for, and what it gets. */
export interface ReceiptJobs {
  /** Stretches a seed for an organisation: 32 bytes. */
  stretch: { ask: { seed: ReceiptSeed; organisation: string }; get: Bytes };
  /** The seven words, and the language (BCP 47) that they are in. */
  words: { ask: { seed: ReceiptSeed; language: string }; get: { words: string[]; language: string } };
  /** Fails with `bad-receipt`. */
  return: {
    ask: {
      words: readonly string[];
      language: string;
      rootKey: Bytes;
      keyring: Keyring;
      index: ReplyIndex | null;
    };
    get: Returned;
  };
}

type JobName = keyof ReceiptJobs;
export type ReceiptJob = {
  [Name in JobName]: { name: Name; id: number } & ReceiptJobs[Name]['ask'];
}[JobName];
export type JobDone =
  | { readonly id: number; readonly got: ReceiptJobs[JobName]['get'] }
  | { readonly id: number; readonly code: ErrorCode | null };

addEventListener('message', async ({ data: job }: MessageEvent<ReceiptJob>) => {
  const { id } = job;
  const done: JobDone = await outcomeOf(job).then(
    (got) => ({ id, got }),
    (error) => ({ id, code: error instanceof CandorError ? error.code : null }),
  );
  postMessage(done);
});

async function outcomeOf(job: ReceiptJob): Promise<ReceiptJobs[JobName]['get']> {
  switch (job.name) {
    case 'stretch':
      return stretchReceipt(job.seed, job.organisation);
    case 'words':
      return { words: receiptWords(job, job.language), language: wordlistLanguage(job.language) };
    case 'return': {
      const [packs, blobs] = await Promise.all([packStore().all(), keyringStore().all()]);
      const earlier = await earlierKeyrings(blobs, job.rootKey, job.keyring.org.id);
      return comeBack(job.words, job.language, {
        index: job.index,
        packs,
        keyrings: [job.keyring, ...earlier],
      });
    }
  }
}
