import type { CaseRecord } from '../../inbox/exports/case-record.ts';
import type { CaseFormat } from '../../inbox/exports/formats.ts';

export type ExportJob =
  | { readonly what: 'cases'; readonly portion: readonly CaseRecord[] }
  | { readonly what: 'file'; readonly format: CaseFormat; readonly withText: boolean };

export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
  readonly events: number;
  /** Cases whose words stay here: the guard found something in them. */
  readonly left: number;
}

/** Writes one file in a worker that ends with it. */
export interface ExportWriter {
  add(portion: readonly CaseRecord[]): void;
  /** Rejects when the worker could not write it. */
  file(format: CaseFormat, withText: boolean): Promise<MadeFile>;
  close(): void;
}

export function exportWriter(): ExportWriter {
  const worker = new Worker(new URL('./exports.worker.ts', import.meta.url), { type: 'module' });
  const post = (job: ExportJob): void => worker.postMessage(job);
  const made = new Promise<MadeFile>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MadeFile>) => resolve(data));
    worker.addEventListener('error', reject);
  });
  // Whoever closes it before the end does not wait for it.
  made.catch(() => undefined);
  return {
    add: (portion) => post({ what: 'cases', portion }),
    file(format, withText) {
      post({ what: 'file', format, withText });
      return made;
    },
    close: () => worker.terminate(),
  };
}
