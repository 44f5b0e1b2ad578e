import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

const FOLDER = new URL('../../../test-results/', import.meta.url).pathname;

/** Writes a PNG to test-results/NAME.png and returns its path. Takes a page, or a picture that is taken already. */
export async function picture(name: string, of: Page | Uint8Array): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.png`);
  writeFileSync(file, of instanceof Uint8Array ? of : await of.screenshot({ type: 'png' }));
  return file;
}
