import { CandorError } from '../../../shared/errors.ts';
import type { MemberKeys } from '../../../shared/member-keys.ts';
import type { SealedBackup } from '../../inbox/unlock.ts';

export interface UnlockJob {
  readonly backup: SealedBackup;
  readonly passphrase: string;
}

/**
 * Opens a backup in a worker of its own, which ends with the answer and takes the passphrase with it. Rejects with
 * `wrong-passphrase`, or with `could-not-read` when the worker cannot run.
 */
export function unlockInWorker(backup: SealedBackup, passphrase: string): Promise<MemberKeys> {
  const worker = new Worker(new URL('./unlock.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<MemberKeys>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MemberKeys | null>) => {
      if (data === null) reject(new CandorError('wrong-passphrase'));
      else resolve(data);
    });
    worker.addEventListener('error', () => reject(new CandorError('could-not-read')));
    worker.postMessage({ backup, passphrase } satisfies UnlockJob);
  });
  return answer.finally(() => worker.terminate());
}
