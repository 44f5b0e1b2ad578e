import { IN_FIREFOX } from './extension-api.ts';

/*
 * Chromium keeps the compiled code of every script that a page loads in the profile (Code Cache/js), in files that name
 * the script and are dated to the second: a disk would tell that somebody opened the panel, and on which day first. It
 * keeps none of a script that a service worker hands out. So the background hands out the extension's own scripts, from
 * the package and unchanged, with the headers that they came with. Firefox keeps no compiled code of extensions.
 */

/** The part of a FetchEvent (Service Workers, 4.6) that is needed here. */
interface Fetched extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** To be called while the background's script runs for the first time. */
export function serveOwnScripts(): void {
  if (IN_FIREFOX) return;
  self.addEventListener('fetch', (event) => {
    const fetched = event as Fetched;
    const { origin, pathname } = new URL(fetched.request.url);
    if (origin === self.location.origin && pathname.endsWith('.js'))
      fetched.respondWith(packaged(fetched.request));
  });
}

async function packaged(request: Request): Promise<Response> {
  const { body, status, headers } = await fetch(request);
  return new Response(body, { status, headers });
}
