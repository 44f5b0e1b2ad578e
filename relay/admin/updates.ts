import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { CandorError } from '../../shared/errors.ts';
import { CHROMIUM_PACKAGE, CHROMIUM_UPDATES, FIREFOX_PACKAGE, FIREFOX_UPDATES } from './policy/input.ts';

/*
 * What browsers fetch to install and update Candor: four files by name and nothing else of the folder, so there is no
 * listing to read and no path to climb. It asks nobody who they are and writes nothing down.
 */

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  [CHROMIUM_PACKAGE]: 'application/x-chrome-extension',
  [CHROMIUM_UPDATES]: 'text/xml; charset=utf-8',
  [FIREFOX_PACKAGE]: 'application/x-xpinstall',
  [FIREFOX_UPDATES]: 'application/json; charset=utf-8',
};

/** The update server over the folder that `candor pack` filled. A new pack is served without a restart. */
export function updatesApp(folder: string): Hono {
  const app = new Hono();
  for (const [name, mediaType] of Object.entries(MEDIA_TYPES)) {
    app.get(`/${name}`, (context) => {
      const file = join(folder, name);
      if (!existsSync(file)) return context.notFound();
      return context.body(readFileSync(file), 200, {
        'content-type': mediaType,
        // A browser that asks wants to know what is there now.
        'cache-control': 'no-cache',
        'last-modified': statSync(file).mtime.toUTCString(),
        'x-content-type-options': 'nosniff',
      });
    });
  }
  app.notFound((context) => context.text('Not found.\n', 404));
  return app;
}

/** Throws `not-found` naming the first file that is missing. */
export function checkPackages(folder: string): void {
  for (const name of Object.keys(MEDIA_TYPES)) {
    if (!existsSync(join(folder, name))) {
      throw new CandorError('not-found', `${join(folder, name)} is not there: run "candor pack" first`);
    }
  }
}
