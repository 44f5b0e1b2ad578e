import * as v from 'valibot';
import { fromBase64url } from './base64url.ts';
import { type Bytes, textOf, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { HASH, KEY, KID } from './sizes.ts';

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
/** A calendar day, `2026-11-24`. */
export const dayField = v.pipe(v.string(), v.isoDate());
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Parses UTF-8 JSON and checks it against a schema. Throws `bad-public-file` naming the first thing wrong. */
export function parseJson<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(textOf(bytes));
  } catch {
    throw new CandorError('bad-public-file', `${what} is not JSON`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new CandorError('bad-public-file', `${what}: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
}

export function jsonBytes(value: unknown): Bytes {
  return utf8(JSON.stringify(value));
}

function tryDecode(text: string): Bytes | null {
  try {
    return fromBase64url(text);
  } catch {
    return null;
  }
}
