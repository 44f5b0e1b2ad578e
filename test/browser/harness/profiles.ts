import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endings } from './endings.ts';

/** An empty folder for a browser's profile, or for anything else, gone at the end. */
export function freshFolder({ ending }: Endings, name = 'profile'): string {
  const folder = mkdtempSync(join(tmpdir(), `candor-${name}-`));
  // A browser that is just closing may still write: try again for a moment.
  return ending(folder, (path) =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  );
}
