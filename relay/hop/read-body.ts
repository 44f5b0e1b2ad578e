import { type Bytes, concat } from '../../shared/bytes.ts';

/**
 * A request's body, or `null` when it has more than `mostBytes`. Never reads more than that and a chunk: neither what
 * the sender declares nor what it sends can make the relay hold more.
 */
export async function readBody(request: Request, mostBytes: number): Promise<Bytes | null> {
  const declared = request.headers.get('content-length');
  if (declared !== null) {
    // The HTTP parser ends the body where it was said to end.
    return Number(declared) <= mostBytes
      ? within(new Uint8Array(await request.arrayBuffer()), mostBytes)
      : null;
  }
  if (request.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of request.body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) return null;
  }
  return concat(...chunks);
}

function within(body: Bytes, mostBytes: number): Bytes | null {
  return body.length <= mostBytes ? body : null;
}
