import { fromBase64url, toBase64url } from '../../shared/base64url.ts';
import { type Bytes, concat, equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { encodePackHeader, PACK_HEADER } from '../../shared/pack.ts';
import { INTAKE } from '../../shared/sizes.ts';
import type { Drop, PackSummary } from '../drop/drop.ts';
import { jsonResponse, streamResponse } from './responses.ts';

/** INTAKEs in one chunk of a stream: 128 kB. */
const CHUNK_CELLS = 32;

/** The packs that wait, as the mailroom reads them. */
export async function listPacks(drop: Drop): Promise<Response> {
  const packs = await drop.packs();
  return jsonResponse(
    packs.map(({ id, intakeKid, closedSeconds, count }) => ({
      id: toBase64url(id),
      intakeKid: toBase64url(intakeKid),
      closedSeconds,
      count,
    })),
  );
}

/** A pack as shared/pack.ts has it, in flat memory: read from the drop as fast as the mailroom takes it. */
export async function sendPack(drop: Drop, name: string): Promise<Response> {
  const id = packId(name);
  const pack = (await drop.packs()).find((one) => equalBytes(one.id, id));
  if (pack === undefined) throw new CandorError('not-found');
  return streamResponse(streamOf(packBytes(drop, pack)), PACK_HEADER + pack.count * INTAKE);
}

/** The mailroom has a pack: it is deleted. */
export async function confirmPack(drop: Drop, name: string): Promise<Response> {
  if (!(await drop.confirmPack(packId(name)))) throw new CandorError('not-found');
  return jsonResponse({ ok: true });
}

async function* packBytes(drop: Drop, pack: PackSummary): AsyncGenerator<Bytes> {
  yield encodePackHeader(pack);
  let chunk: Bytes[] = [];
  for await (const intake of drop.packCells(pack.id)) {
    if (chunk.push(intake) < CHUNK_CELLS) continue;
    yield concat(...chunk);
    chunk = [];
  }
  yield concat(...chunk);
}

function streamOf(chunks: AsyncGenerator<Bytes>): ReadableStream<Bytes> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else if (value.length > 0) controller.enqueue(value);
      else controller.close();
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** Throws `not-found` for what cannot be the name of a pack. */
function packId(name: string): Bytes {
  try {
    return fromBase64url(name);
  } catch {
    throw new CandorError('not-found');
  }
}
