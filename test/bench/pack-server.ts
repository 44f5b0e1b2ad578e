import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createServer } from 'node:http';
import sodium from 'libsodium-wrappers-sumo';
import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { concat, utf8 } from '../../shared/bytes.ts';
import { INTAKE_VERSION } from '../../shared/intake.ts';
import { kidOf } from '../../shared/kid.ts';
import { encodePackHeader } from '../../shared/pack.ts';
import { ENVELOPE, KID } from '../../shared/sizes.ts';

/*
 * A process of its own that makes a large pack, sealed by libsodium, and serves it the way the relay serves packs, so
 * that neither its work nor its memory counts as the mailroom's.
 */

export interface PackOrder {
  readonly packFile: string;
  /** base64url. */
  readonly intakeKey: string;
  readonly cells: number;
  readonly oneRealIn: number;
}

export interface PackServed {
  readonly port: number;
}

process.once('message', (order) => {
  void serve(order as PackOrder);
});

async function serve({ packFile, intakeKey, cells, oneRealIn }: PackOrder): Promise<void> {
  await sodium.ready;
  const key = fromBase64url(intakeKey);
  const kid = kidOf(key);
  const header = { intakeKid: kid, closedSeconds: Math.floor(Date.now() / 1000), count: cells };
  const file = createWriteStream(packFile);
  await write(file, encodePackHeader(header));
  for (let i = 0; i < cells; i++) {
    const isReal = i % oneRealIn === 0;
    // INNER of shared/intake.ts: magic, kind, desk, kid of the desk key, envelope.
    const inner = concat(
      utf8('CDi1'),
      new Uint8Array([isReal ? 1 : 0, isReal ? 1 : 0]),
      randomBytes(KID + ENVELOPE),
    );
    await write(file, concat(new Uint8Array([INTAKE_VERSION]), kid, sodium.crypto_box_seal(inner, key)));
  }
  file.end();
  await once(file, 'finish');

  const id = toBase64url(randomBytes(16));
  const list = JSON.stringify([
    { id, intakeKid: toBase64url(kid), closedSeconds: header.closedSeconds, count: cells },
  ]);
  const server = createServer((request, response) => {
    if (request.url === '/v1/packs') response.end(list);
    else if (request.url === `/v1/packs/${id}` && request.method === 'GET')
      createReadStream(packFile).pipe(response);
    else if (request.method === 'GET') response.writeHead(404).end();
    else request.resume().on('end', () => response.end('{"ok":true}'));
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({
      port: typeof address === 'object' && address !== null ? address.port : 0,
    } satisfies PackServed);
  });
}

async function write(file: WriteStream, bytes: Uint8Array): Promise<void> {
  if (!file.write(bytes)) await once(file, 'drain');
}
