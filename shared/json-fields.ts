import * as v from 'valibot';
import { fromBase64url } from './base64url.ts';
import { type Bytes, textOf, utf8 } from './bytes.ts';
import { CandorError, type ErrorCode } from './errors.ts';
import { HASH, KEY, KID } from './sizes.ts';

const WRITTEN_HERE = new Set(['check', 'raw_transform']);

/** JSON fields that hold bytes, read strictly from base64url. */
function bytesField(length: number | undefined, what: string) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, Bytes>(({ dataset, addIssue, NEVER }) => {
      const bytes = tryDecode(dataset.value);
      if (bytes !== null && (length === undefined || bytes.length === length)) return bytes;
      addIssue({ message: what });
      return NEVER;
    }),
  );
}

export const keyField = bytesField(KEY, 'not a 32-byte key in base64url');
export const kidField = bytesField(KID, 'not a 4-byte key id in base64url');
export const hashField = bytesField(HASH, 'not a SHA-256 hash in base64url');
export const blobField = bytesField(undefined, 'not base64url');
export const secondsField = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffffffff));
/** A calendar day that exists, `2026-11-24`: browsers differ on what the 31st of February is. */
export const dayField = v.pipe(v.string(), v.isoDate(), v.check(isCalendarDay, 'no such day'));
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/**
 * Parses UTF-8 JSON and checks it against a schema. One text for one value: whatever `jsonBytes` would have written
 * differently (spaces, a key twice, bytes after the end) is refused like an unknown field. Throws `code`, naming the
 * place of the first thing wrong and never what stood there.
 */
export function parseJson<T>(
  schema: v.GenericSchema<unknown, T>,
  bytes: Uint8Array,
  what: string,
  code: ErrorCode = 'bad-public-file',
): T {
  const value = parseCanonical(bytes);
  if (value === undefined) throw new CandorError(code, `${what} is not JSON as this product writes it`);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  // valibot's own messages quote what was received; only the ones written here are passed on.
  const said = WRITTEN_HERE.has(issue.type) ? issue.message : (issue.expected ?? issue.type);
  throw new CandorError(code, `${what}: ${v.getDotPath(issue) ?? 'file'}: ${said}`);
}

/**
 * JSON of a file that people carry about, as this product writes it: mail programs and editors add line ends, and nobody
 * loses a key to one. What is signed or sealed inside is still read as it was written. Throws `bad-public-file`.
 */
export function tidied(bytes: Uint8Array, what: string): Bytes {
  try {
    return jsonBytes(JSON.parse(textOf(bytes)));
  } catch {
    throw new CandorError('bad-public-file', `${what} is not JSON`);
  }
}

export function jsonBytes(value: unknown): Bytes {
  return utf8(JSON.stringify(value));
}

function parseCanonical(bytes: Uint8Array): unknown {
  try {
    const text = textOf(bytes);
    const value: unknown = JSON.parse(text);
    // Hostile nesting overflows the stack in stringify, which counts as not ours like the rest.
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCalendarDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
}

function tryDecode(text: string): Bytes | null {
  try {
    return fromBase64url(text);
  } catch {
    return null;
  }
}
