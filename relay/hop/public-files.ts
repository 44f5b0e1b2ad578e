import { Hono } from 'hono';
import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { HASH } from '../../shared/sizes.ts';
import { FILE_NAMES } from '../drop/drop.ts';
import type { HopDeps } from './deps.ts';
import { bytesResponse, errorResponse, immutableResponse, jsonResponse } from './responses.ts';
import type { Views } from './view.ts';

/** What everybody may read, the same bytes for every install: manifest, public files, reply packs. */
export function publicFiles({ drop }: HopDeps, views: Views): Hono {
  const app = new Hono();
  app.get('/v1/health', () => jsonResponse({ ok: true }));
  app.get('/v1/manifest', async () => found((await views.current()).manifest));
  for (const name of FILE_NAMES) {
    app.get(`/v1/${name}`, async () => found((await views.current()).files[name]));
  }
  app.get('/v1/announced', async () => {
    const announced = await drop.announcedKeys();
    return announced === null
      ? errorResponse('not-found', 404)
      : jsonResponse({ due: announced.dueSeconds, keys: toBase64url(announced.bytes) });
  });
  app.get('/v1/replies/:hash', async (c) => {
    const hash = hashNamed(c.req.param('hash'));
    const pack = hash === null ? null : await drop.reply(hash);
    return pack === null ? errorResponse('not-found', 404) : immutableResponse(pack);
  });
  return app;
}

/** The SHA-256 that a path names, or `null`. */
export function hashNamed(text: string): Bytes | null {
  try {
    const hash = fromBase64url(text);
    return hash.length === HASH ? hash : null;
  } catch {
    return null;
  }
}

function found(bytes: Bytes | null | undefined): Response {
  return bytes === null || bytes === undefined ? errorResponse('not-found', 404) : bytesResponse(bytes);
}
