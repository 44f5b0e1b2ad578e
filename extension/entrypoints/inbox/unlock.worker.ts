import { unlock } from '../../inbox/unlock.ts';
import type { UnlockJob } from './unlock-in-worker.ts';

/** Answers with the keys, or with `null` for a passphrase that does not open them. */
addEventListener('message', async ({ data }: MessageEvent<UnlockJob>) => {
  postMessage(await unlock(data.backup, data.passphrase).catch(() => null));
});
