import { nativeOpenBox } from '../../shared/x25519.ts';
import { productApi } from './api.ts';
import { fileText, KINDS, vectorFileOf } from './own-vectors.ts';
import { OPENS_BOXES, type Result, runVectors } from './run.ts';

/*
 * The entry of the page that runs the vectors in a real browser: bundled into one script, it leaves what came of them
 * where the driver reads it.
 */

export interface InBrowser {
  readonly published: readonly Result[];
  /** Those that open boxes, with the browser's own X25519; `null` where it has none that is right. */
  readonly native: readonly Result[] | null;
  /** The files of our own vectors, made anew by this browser. */
  readonly own: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    vectors?: InBrowser | { readonly failure: string };
  }
}

async function run(): Promise<InBrowser> {
  const published = await runVectors(productApi);
  const openSealed = await nativeOpenBox();
  const native =
    openSealed && (await runVectors({ ...productApi, openSealed }, (set) => OPENS_BOXES.includes(set)));
  const own: Record<string, string> = {};
  for (const kind of KINDS) own[kind.name] = fileText(await vectorFileOf(kind));
  return { published, native, own };
}

run().then(
  (outcome) => {
    window.vectors = outcome;
  },
  (error: unknown) => {
    window.vectors = { failure: String(error) };
  },
);
