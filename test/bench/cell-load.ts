import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * A thread that posts bodies over keep-alive connections, each as soon as the answer to the one before is there. It
 * speaks HTTP itself, since a whole client would be slower than the server that it measures.
 */

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** One after the other, of `bodyBytes` each. */
  readonly bodies: Uint8Array;
  readonly bodyBytes: number;
}

export interface LoadResult {
  readonly seconds: number;
  /** Time from sending to the whole answer, one per body, milliseconds. */
  readonly latencies: readonly number[];
  /** How many answers began with each status byte. */
  readonly statuses: Readonly<Record<number, number>>;
}

const HEADER_END = Buffer.from('\r\n\r\n');

async function run({ port, connections, bodies, bodyBytes }: Load): Promise<LoadResult> {
  const total = bodies.length / bodyBytes;
  const head = Buffer.from(`POST /v1/cells HTTP/1.1\r\nHost: relay\r\nContent-Length: ${bodyBytes}\r\n\r\n`);
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  let next = 0;

  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let held: Buffer = Buffer.alloc(0);
      let sentAt = 0;
      const send = () => {
        if (next === total) {
          socket.end();
          resolve();
          return;
        }
        const at = next++ * bodyBytes;
        sentAt = performance.now();
        socket.write(Buffer.concat([head, bodies.subarray(at, at + bodyBytes)]));
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const bodyAt = held.indexOf(HEADER_END) + HEADER_END.length;
        if (bodyAt < HEADER_END.length) return;
        const length = Number(/content-length: (\d+)/i.exec(held.toString('latin1', 0, bodyAt))?.[1]);
        if (held.length < bodyAt + length) return;
        latencies.push(performance.now() - sentAt);
        const status = held[bodyAt] ?? -1;
        statuses[status] = (statuses[status] ?? 0) + 1;
        held = held.subarray(bodyAt + length);
        send();
      });
    });

  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  return { seconds: (performance.now() - started) / 1000, latencies, statuses };
}

run(workerData).then((result) => parentPort?.postMessage(result));
