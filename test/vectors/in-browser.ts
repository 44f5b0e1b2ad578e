import { productApi } from './api.ts';
import { runVectors } from './run.ts';

/*
 * The entry of the page that runs the published vectors in a real browser: bundled into one script, it leaves its
 * results where the driver reads them.
 */

declare global {
  interface Window {
    vectorResults?: Awaited<ReturnType<typeof runVectors>>;
    vectorFailure?: string;
  }
}

runVectors(productApi).then(
  (results) => {
    window.vectorResults = results;
  },
  (error: unknown) => {
    window.vectorFailure = String(error);
  },
);
