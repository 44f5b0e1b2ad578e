import type { Bytes } from '../../shared/bytes.ts';
import { ANSWER, MANIFEST, REPLY_PACK } from '../../shared/sizes.ts';
import type { Ports } from '../outbox/dispatch.ts';
import type { PublicName } from '../outbox/public-files.ts';
import { IN_FIREFOX } from './extension-api.ts';

/*
 * Requests to the relay, and the only ones there are. From the background alone: a page would add headers of its own.
 * No credentials, no referrer, nothing cached, no content type, one set of headers for cover and concern.
 */

const PATHS: Readonly<Record<PublicName, string>> = {
  manifest: '/v1/manifest',
  keys: '/v1/keys',
  bulletin: '/v1/bulletin',
  index: '/v1/index',
};
/** No public file is larger; whatever is, is not read to its end. */
const LARGEST_FILE = 4 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/**
 * In `cors` mode Firefox sends `Origin: moz-extension://<id of this profile>`, a name for the person's profile that
 * never changes. In `no-cors` mode with `no-referrer` it sends `Origin: null`, and the answer can be read because the
 * build has the relay's host permission. Fetch refuses `redirect: 'error'` there (main fetch, no-cors), so a redirect
 * is noticed afterwards. Chromium sends the extension's id, the same for everyone, and needs no host permission.
 */
const MODE: RequestInit = IN_FIREFOX
  ? { mode: 'no-cors', redirect: 'follow' }
  : { mode: 'cors', redirect: 'error' };

/** The port `relay` of the outbox for the relay at this address. */
export function relayAt(baseUrl: string): Ports['relay'] {
  return {
    get: (name) =>
      wholeAnswer(baseUrl + PATHS[name], { method: 'GET' }, name === 'manifest' ? MANIFEST : LARGEST_FILE),
    post: (cell) => wholeAnswer(`${baseUrl}/v1/cells`, { method: 'POST', body: cell }, ANSWER),
  };
}

/** What is asked of the relay beside: one reply pack by its name. */
export function packsAt(baseUrl: string): Ports['packs']['fetch'] {
  return (name) => wholeAnswer(`${baseUrl}/v1/replies/${name}`, { method: 'GET' }, REPLY_PACK);
}

/** The bytes of a good answer of at most so many bytes; `null` for everything else. */
async function wholeAnswer(url: string, init: RequestInit, mostBytes: number): Promise<Bytes | null> {
  try {
    const response = await fetch(url, {
      ...MODE,
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok || response.redirected || response.body === null) return null;
    return await bounded(response.body, mostBytes);
  } catch {
    return null;
  }
}

async function bounded(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<Bytes | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    total += read.value.length;
    if (total > mostBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
