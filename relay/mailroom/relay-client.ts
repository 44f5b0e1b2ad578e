import { type Bytes, concat } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { signRequest } from '../../shared/request-signature.ts';
import type { MailroomDeps } from './deps.ts';

/** The mailroom's side of what it does with the relay: signed requests that only call out. */
export interface RelayClient {
  /** Throws `unreachable` when no answer comes; any answer, also a refusal, is given back. */
  request(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: Bytes): Promise<Response>;
}

export function relayClient({ relayUrl, relayFetch, identity, clock, random }: MailroomDeps): RelayClient {
  const base = relayUrl.replace(/\/+$/, '');
  return {
    async request(method, path, body) {
      const url = `${base}${path}`;
      const unsigned = body === undefined ? { method, url } : { method, url, body };
      const headers = signRequest(unsigned, identity, {
        audience: 'candor-relay',
        nowSeconds: clock(),
        random,
      });
      const sent = new Request(url, {
        method,
        headers,
        redirect: 'error',
        ...(body !== undefined && { body }),
      });
      try {
        return await relayFetch(sent);
      } catch {
        throw new CandorError('unreachable', 'the relay does not answer');
      }
    },
  };
}

/** The whole body of an answer. Throws `too-long` past `limit` bytes and `unreachable` when it breaks off. */
export async function bodyOf(response: Response, limit: number): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunksOf(response)) {
    total += chunk.length;
    if (total > limit) throw new CandorError('too-long');
    chunks.push(chunk);
  }
  return concat(...chunks);
}

/** The body of an answer as it streams in. Throws `unreachable` when it breaks off. */
export async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new CandorError('unreachable', 'the relay’s answer broke off');
  } finally {
    // Whoever stops reading early lets the connection go, too.
    await reader.cancel().catch(() => {});
  }
}
