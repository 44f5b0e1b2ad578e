import { Hono } from 'hono';
import { toBase64url } from '../../../shared/base64url.ts';
import { type Bytes, compareBytes, concat, equalBytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { splitKeysFile } from '../../../shared/key-records.ts';
import { verifyKeyring } from '../../../shared/keyring.ts';
import { kidOf } from '../../../shared/kid.ts';
import { encodePackHeader } from '../../../shared/pack.ts';
import { verifyRequest } from '../../../shared/request-signature.ts';

export interface FakePack {
  readonly id: string;
  readonly intakeKid: Bytes;
  readonly closedSeconds: number;
  readonly count: number;
  readonly bytes: Bytes;
}

/** A pack as the relay makes one: sorted by hash. */
export function packOf(intakeKid: Bytes, intakes: readonly Bytes[], closedSeconds: number): FakePack {
  const sorted = [...intakes].sort((a, b) => compareBytes(sha256(a), sha256(b)));
  const header = encodePackHeader({ intakeKid, closedSeconds, count: sorted.length });
  const bytes = concat(header, ...sorted);
  const id = toBase64url(sha256(bytes).subarray(0, 16));
  return { id, intakeKid, closedSeconds, count: sorted.length, bytes };
}

/** What can go wrong at the relay or on the way; each test sets what it needs. */
export interface Faults {
  down: boolean;
  /** A pack's stream breaks off after so many bytes, once for each number in the list. */
  cutPackAfter: number[];
  /** Confirmations are lost before the relay sees them, so many times. */
  loseConfirmations: number;
  refuseFiles: boolean;
}

/** The mailroom's side of the relay, as the contract says, in memory. It checks every signature and nonce. */
export class FakeRelay {
  readonly packs = new Map<string, FakePack>();
  readonly files = new Map<string, Bytes>();
  /** Reply packs by their hash. */
  readonly replies = new Map<string, Bytes>();
  /** `METHOD path` of every request that was let in, in order. */
  readonly requests: string[] = [];
  readonly faults: Faults = { down: false, cutPackAfter: [], loseConfirmations: 0, refuseFiles: false };
  readonly #nonces = new Set<string>();
  readonly #rootKey: Bytes;
  readonly #clock: () => number;

  constructor(rootKey: Bytes, clock: () => number) {
    this.#rootKey = rootKey;
    this.#clock = clock;
  }

  add(pack: FakePack): void {
    this.packs.set(pack.id, pack);
  }

  /** To be given as `relayFetch`. */
  readonly fetch = async (request: Request): Promise<Response> => {
    if (this.faults.down) throw new TypeError('fetch failed');
    if (request.method === 'DELETE' && this.faults.loseConfirmations > 0) {
      this.faults.loseConfirmations--;
      throw new TypeError('fetch failed');
    }
    return this.#app.fetch(request);
  };

  readonly #app = new Hono()
    .use(async (c, next) => {
      const body = new Uint8Array(await c.req.arrayBuffer());
      const mailroom = await this.#mailroomKey(
        c.req.method === 'PUT' && c.req.path === '/v1/files/keys' ? body : null,
      );
      if (c.req.method !== 'GET' || c.req.path.startsWith('/v1/packs')) {
        const { nonce } = await verifyRequest(
          { method: c.req.method, url: c.req.url, body, header: (name) => c.req.header(name) },
          (kid) => (mailroom !== null && equalBytes(kid, kidOf(mailroom)) ? mailroom : undefined),
          { audience: 'candor-relay', nowSeconds: this.#clock() },
        );
        if (this.#nonces.has(nonce)) return c.json({ error: 'replayed-request' }, 401);
        this.#nonces.add(nonce);
      }
      this.requests.push(`${c.req.method} ${c.req.path}`);
      return next();
    })
    .get('/v1/packs', (c) =>
      c.json(
        [...this.packs.values()].map((pack) => ({
          id: pack.id,
          intakeKid: toBase64url(pack.intakeKid),
          closedSeconds: pack.closedSeconds,
          count: pack.count,
        })),
      ),
    )
    .get('/v1/packs/:id', (c) => {
      const pack = this.packs.get(c.req.param('id'));
      if (pack === undefined) return c.json({ error: 'not-found' }, 404);
      return new Response(streamOf(pack.bytes, this.faults.cutPackAfter.shift()));
    })
    .delete('/v1/packs/:id', (c) => {
      this.packs.delete(c.req.param('id'));
      return c.json({ ok: true });
    })
    .put('/v1/files/:name', async (c) => {
      if (this.faults.refuseFiles) return c.json({ error: 'stale' }, 409);
      this.files.set(c.req.param('name'), new Uint8Array(await c.req.arrayBuffer()));
      return c.json({ ok: true });
    })
    .put('/v1/replies/:hash', async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (toBase64url(sha256(bytes)) !== c.req.param('hash')) return c.json({ error: 'bad-request' }, 400);
      this.replies.set(c.req.param('hash'), bytes);
      return c.json({ ok: true });
    })
    .get('/v1/replies/:hash', (c) => {
      const bytes = this.replies.get(c.req.param('hash'));
      return bytes === undefined ? c.json({ error: 'not-found' }, 404) : c.body(bytes);
    })
    .get('/v1/:name', (c) => {
      const bytes = this.files.get(c.req.param('name'));
      return bytes === undefined ? c.json({ error: 'not-found' }, 404) : c.body(bytes);
    })
    .onError((_, c) => c.json({ error: 'bad-signature' }, 401));

  /** An empty relay takes the mailroom's key from the first keys file, once the root's signature verifies. */
  async #mailroomKey(offered: Bytes | null): Promise<Bytes | null> {
    const file = offered ?? this.files.get('keys');
    if (file === undefined) return null;
    return (await verifyKeyring(splitKeysFile(file).keyringBlob, this.#rootKey)).mailroom;
  }
}

/** Uneven chunks, as a network makes them; breaks off with an error after `cutAfter` bytes. */
function streamOf(bytes: Bytes, cutAfter: number | undefined): ReadableStream<Bytes> {
  let at = 0;
  let step = 0;
  return new ReadableStream({
    pull(controller) {
      const end = Math.min(bytes.length, cutAfter ?? bytes.length, at + 1 + ((step++ * 7919) % 9000));
      if (end > at) controller.enqueue(bytes.slice(at, end));
      at = end;
      if (cutAfter !== undefined && at >= Math.min(cutAfter, bytes.length)) {
        controller.error(new TypeError('terminated'));
      } else if (at >= bytes.length) controller.close();
    },
  });
}
