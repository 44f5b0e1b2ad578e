import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, utf8 } from '../../../shared/bytes.ts';
import { encodePackHeader, PACK_HEADER, type PackHeader, readPack } from '../../../shared/pack.ts';
import { INTAKE } from '../../../shared/sizes.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { laterCodeOf } from './code-of.ts';

const random = seededRandom('packs');
const intakeKid = random(4);

function header(count: number): PackHeader {
  return { intakeKid, closedSeconds: 1_795_608_000, count };
}

async function* cut(bytes: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<(PackHeader | Bytes)[]> {
  const read: (PackHeader | Bytes)[] = [];
  for await (const part of readPack(stream)) read.push(part);
  return read;
}

describe('a pack', { timeout: 60_000 }, () => {
  it('reads back however the network cuts it', async () => {
    const intakes = Array.from({ length: 5 }, () => random(INTAKE));
    const pack = concat(encodePackHeader(header(5)), ...intakes);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 * INTAKE }), { minLength: 1, maxLength: 6 }),
        async (sizes) => {
          fc.pre(sizes.some((size) => size > 50));
          expect(await readAll(cut(pack, sizes))).toEqual([header(5), ...intakes]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('may be empty', async () => {
    expect(await readAll(cut(encodePackHeader(header(0)), [PACK_HEADER]))).toEqual([header(0)]);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['half a header', encodePackHeader(header(1)).subarray(0, 9)],
    ['another marker', concat(utf8('CDq1'), new Uint8Array(12))],
    ['fewer INTAKEs than it says', concat(encodePackHeader(header(2)), random(INTAKE))],
    ['part of an INTAKE at the end', concat(encodePackHeader(header(1)), random(INTAKE + 1))],
    ['more INTAKEs than it says', concat(encodePackHeader(header(1)), random(2 * INTAKE))],
  ])('of %s is refused', async (_, bytes) => {
    expect(await laterCodeOf(readAll(cut(bytes, [1000])))).toBe('bad-length');
  });

  it('that never ends is refused at its first spare byte', async () => {
    let served = 0;
    async function* endless() {
      yield encodePackHeader(header(1));
      for (;;) {
        served++;
        yield new Uint8Array(1000);
      }
    }
    expect(await laterCodeOf(readAll(endless()))).toBe('bad-length');
    expect(served).toBe(5);
  });

  it('is read in flat memory: what was read is let go', async () => {
    const count = 2000;
    const chunk = new Uint8Array(64 * 1024);
    async function* long() {
      yield encodePackHeader(header(count));
      let left = count * INTAKE;
      while (left > 0) {
        const part = chunk.subarray(0, Math.min(left, chunk.length));
        left -= part.length;
        yield part;
      }
    }
    let seen = 0;
    let held = 0;
    for await (const part of readPack(long())) {
      seen++;
      // Every view has its own small buffer, so keeping one keeps no chunk alive.
      if (part instanceof Uint8Array) held = Math.max(held, part.buffer.byteLength);
    }
    expect(seen).toBe(count + 1);
    expect(held).toBe(INTAKE);
  });
});
