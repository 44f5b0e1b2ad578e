import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { levelDbBlocks, levelDbLog, unmozLz4, unsnappy } from './unpacking.ts';

/*
 * Looking for words in everything a browser has left in its profile: each file as it lies there, and unpacked where
 * it is packed in a way that browsers use.
 */

export interface Searched {
  readonly files: number;
  readonly bytes: number;
  /** How many pieces could be unpacked, by how they were packed. */
  readonly unpacked: Readonly<Record<string, number>>;
  /** `WORD in FILE (how it lay there)` */
  readonly hits: readonly string[];
}

/** Every file below a folder, as paths from there. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Searches for `words` as UTF-8 and UTF-16LE, which are the encodings that browsers write. */
export function searchFolder(
  folder: string,
  words: readonly string[],
  /** Exact bytes to look for beside them, each character one byte. */
  pieces: readonly string[] = [],
): Searched {
  const patterns = [
    ...words.flatMap((word) =>
      (['utf8', 'utf16le'] as const).map((encoding) => ({
        word,
        encoding,
        bytes: Buffer.from(word, encoding),
      })),
    ),
    ...pieces.map((word) => ({ word, encoding: 'latin1' as const, bytes: Buffer.from(word, 'latin1') })),
  ];
  const unpacked: Record<string, number> = {};
  const hits = new Set<string>();
  let bytes = 0;
  const files = filesBelow(folder);
  for (const path of files) {
    const file = readFileSync(join(folder, path));
    bytes += file.length;
    for (const { how, content } of forms(join(folder, path), file)) {
      if (how !== 'raw') unpacked[how] = (unpacked[how] ?? 0) + 1;
      const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
      for (const { word, encoding, bytes: pattern } of patterns)
        if (whole.includes(pattern)) hits.add(`${word} in ${path} (${how}, ${encoding})`);
    }
  }
  return { files: files.length, bytes, unpacked, hits: [...hits] };
}

interface Form {
  readonly how: string;
  readonly content: Uint8Array;
}

function* forms(path: string, file: Buffer): Generator<Form> {
  yield { how: 'raw', content: file };
  if (/\.(ldb|sst)$/.test(path))
    for (const content of levelDbBlocks(file)) yield { how: 'leveldb block', content };
  if (/\.log$|MANIFEST-\d+$/.test(path)) yield { how: 'leveldb log', content: levelDbLog(file) };
  const session = unmozLz4(file);
  if (session !== null) yield { how: 'lz4', content: session };
  if (file.subarray(0, 15).toString('latin1') === 'SQLite format 3') yield* inDatabase(path);
  // One value of Firefox's IndexedDB that is too large for the database is a file of its own.
  else if (/\.files\/\d+$/.test(path)) {
    const content = unsnappy(file);
    if (content !== null) yield { how: 'snappy', content };
  }
  yield* deflated(file);
}

/** Every value of every table, as it is and unpacked: overflow pages cut long values into pieces on disk. */
function* inDatabase(path: string): Generator<Form> {
  const found: Form[] = [];
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables) {
      const rows = database.prepare(`SELECT * FROM "${String(name).replaceAll('"', '""')}"`);
      rows.setReadBigInts(true);
      for (const row of rows.all())
        for (const value of Object.values(row)) {
          if (typeof value === 'string') found.push({ how: 'sqlite value', content: Buffer.from(value) });
          if (!(value instanceof Uint8Array)) continue;
          found.push({ how: 'sqlite value', content: value });
          const content = unsnappy(value);
          if (content !== null) found.push({ how: 'snappy', content });
        }
    }
    database.close();
  } catch {
    // Tables of modules that only the browser has: their pages are searched raw.
  }
  yield* found;
}

/** Streams of gzip and zlib anywhere in a file, and files that are one stream of deflate or Brotli. */
function* deflated(file: Buffer): Generator<Form> {
  for (let at = 0, tries = 0; at < file.length - 2 && tries < 4_000; at++) {
    const [first, second] = [file[at], file[at + 1] ?? 0];
    const gzip = first === 0x1f && second === 0x8b && file[at + 2] === 8;
    const zlib = first === 0x78 && (second === 0x01 || second === 0x9c || second === 0xda);
    if (!gzip && !zlib) continue;
    tries++;
    const content = attempted(() =>
      gzip ? gunzipSync(file.subarray(at), PARTLY) : inflateSync(file.subarray(at), PARTLY),
    );
    if (content !== null && content.length > 0) yield { how: gzip ? 'gzip' : 'zlib', content };
  }
  if (file.length === 0 || file.length > 1_000_000) return;
  for (const [how, unpack] of [
    ['deflate', inflateRawSync],
    ['brotli', brotliDecompressSync],
  ] as const) {
    const content = attempted(() => unpack(file, { maxOutputLength: 16_000_000 }));
    if (content !== null && content.length > 0) yield { how, content };
  }
}

const PARTLY = {
  finishFlush: 2 /* Z_SYNC_FLUSH: whatever follows a stream is no fault of it */,
  maxOutputLength: 16_000_000,
};

function attempted(unpack: () => Uint8Array): Uint8Array | null {
  try {
    return unpack();
  } catch {
    return null;
  }
}
