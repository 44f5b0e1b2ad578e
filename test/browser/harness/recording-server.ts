import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endings } from './endings.ts';
import { until } from './until.ts';

/** One request as it came over the wire. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names in the order and spelling of the wire. */
  readonly headerNames: readonly string[];
  readonly body: Uint8Array;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RecordingServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly seen: readonly Seen[];
  /** Waits for a request that fits and that no earlier call has given. */
  next(what: string, fits?: (seen: Seen) => boolean, seconds?: number): Promise<Seen>;
  close(): Promise<void>;
}

/** A server on loopback that writes down every request and answers with `answer`. */
export async function recordingServer(
  { ending }: Endings,
  answer: (seen: Seen) => Answer = () => ({}),
): Promise<RecordingServer> {
  const seen: Seen[] = [];
  const given = new Set<Seen>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Seen = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        headerNames: request.rawHeaders.filter((_, index) => index % 2 === 0),
        body: new Uint8Array(Buffer.concat(chunks)),
        at: Date.now(),
      };
      seen.push(one);
      const { status = 200, headers = {}, body = '' } = answer(one);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const next: RecordingServer['next'] = async (what, fits = () => true, seconds = 20) => {
    const found = await until(what, () => seen.find((one) => !given.has(one) && fits(one)), seconds);
    given.add(found);
    return found;
  };
  const { port } = server.address() as AddressInfo;
  return ending({ origin: `http://127.0.0.1:${port}`, seen, next, close }, (it) => it.close());
}
