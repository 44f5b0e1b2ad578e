/*
 * How browsers pack what they store, undone: Snappy (LevelDB's blocks, values in Firefox's IndexedDB) and LZ4 blocks
 * (Firefox's session files). Both give `null` for whatever is not packed so.
 */

const MOST_BYTES = 64 * 1024 * 1024;

/** Snappy's raw format (github.com/google/snappy, format_description.txt). */
export function unsnappy(packed: Uint8Array): Uint8Array | null {
  let length = 0;
  let at = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = packed[at++];
    if (byte === undefined || shift > 28) return null;
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
  }
  if (length > MOST_BYTES || length > packed.length * 64 + 64) return null;
  const out = new Uint8Array(length);
  let to = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += (packed[at++] ?? 0) * 256 ** i;
    return value;
  };
  while (at < packed.length && to < length) {
    const tag = packed[at++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >>> 2;
      const size = 1 + (short < 60 ? short : number(short - 59));
      if (at + size > packed.length || to + size > length) return null;
      out.set(packed.subarray(at, at + size), to);
      at += size;
      to += size;
      continue;
    }
    const size = kind === 1 ? 4 + ((tag >>> 2) & 7) : 1 + (tag >>> 2);
    const back = kind === 1 ? (tag >>> 5) * 256 + number(1) : number(kind === 2 ? 2 : 4);
    if (!copied(out, to, back, size)) return null;
    to += size;
  }
  return to === length ? out : null;
}

/** Mozilla's files that begin with `mozLz40` and a length, then one LZ4 block. */
export function unmozLz4(file: Uint8Array): Uint8Array | null {
  if (Buffer.from(file.subarray(0, 8)).toString('latin1') !== 'mozLz40\0') return null;
  const length = Buffer.from(file.subarray(8, 12)).readUInt32LE();
  if (length > MOST_BYTES) return null;
  const out = new Uint8Array(length);
  let at = 12;
  let to = 0;
  const more = (first: number): number => {
    let value = first;
    for (let byte = first === 15 ? 255 : 0; byte === 255; value += byte) byte = file[at++] ?? 0;
    return value;
  };
  while (at < file.length) {
    const token = file[at++] ?? 0;
    const size = more(token >>> 4);
    if (to + size > length) return null;
    out.set(file.subarray(at, at + size), to);
    at += size;
    to += size;
    if (at >= file.length) break;
    const back = (file[at] ?? 0) + (file[at + 1] ?? 0) * 256;
    at += 2;
    const copy = more(token & 15) + 4;
    if (!copied(out, to, back, copy)) return null;
    to += copy;
  }
  return to === length ? out : null;
}

/** Byte by byte, since a copy may reach into what it writes. */
function copied(out: Uint8Array, to: number, back: number, size: number): boolean {
  if (back === 0 || back > to || to + size > out.length) return false;
  for (let i = 0; i < size; i++) out[to + i] = out[to + i - back] ?? 0;
  return true;
}

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');

/** The blocks of a LevelDB table (`.ldb`), unpacked; empty for anything else. */
export function levelDbBlocks(file: Uint8Array): Uint8Array[] {
  if (file.length < 48 || !TABLE_MAGIC.equals(file.subarray(-8))) return [];
  const footer = reader(file.subarray(-48));
  footer.varint();
  footer.varint();
  const index = blockAt(file, footer.varint(), footer.varint());
  if (index === null) return [];
  return entriesOf(index).flatMap((handle) => {
    const read = reader(handle);
    return blockAt(file, read.varint(), read.varint()) ?? [];
  });
}

/** A LevelDB log without the seven bytes that stand before each piece, so that no word is cut by them. */
export function levelDbLog(file: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < file.length; start += 32_768) {
    const end = Math.min(file.length, start + 32_768);
    for (let at = start; at + 7 <= end; ) {
      const size = (file[at + 4] ?? 0) + (file[at + 5] ?? 0) * 256;
      if (size === 0) break;
      pieces.push(file.subarray(at + 7, Math.min(end, at + 7 + size)));
      at += 7 + size;
    }
  }
  return Buffer.concat(pieces);
}

function blockAt(file: Uint8Array, offset: number, size: number): Uint8Array | null {
  const block = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(block) : block;
}

/** Values of a block, whose keys are shortened against the key before. */
function entriesOf(block: Uint8Array): Uint8Array[] {
  const restarts = Buffer.from(block.subarray(-4)).readUInt32LE();
  const read = reader(block);
  const values: Uint8Array[] = [];
  while (read.at() < block.length - 4 - restarts * 4) {
    read.varint();
    const [keyRest, valueSize] = [read.varint(), read.varint()];
    read.skip(keyRest);
    values.push(block.subarray(read.at(), read.at() + valueSize));
    read.skip(valueSize);
  }
  return values;
}

function reader(bytes: Uint8Array) {
  let at = 0;
  return {
    at: () => at,
    skip: (count: number) => {
      at += count;
    },
    varint(): number {
      let value = 0;
      for (let shift = 0; shift < 56; shift += 7) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) break;
      }
      return value;
    },
  };
}
