import { deflateSync, Inflate, inflateSync } from 'fflate';
import { type Bytes, concat, slice, textOf, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { BODY } from './sizes.ts';

/** No honest body inflates to more: 4,000 characters of at most 4 bytes, escaped, and a few short fields. */
export const INFLATED_LIMIT = 64 * 1024;
const DEEPEST_NESTING = 8;
const STEP = 128;
/** What is no longer than this is taken apart at once, which is five times faster: it cannot grow beyond half a megabyte. */
const AT_ONCE = 512;

/**
 * A JSON value as the deflated bytes that fit into a message. fflate on every browser, at one fixed level: the
 * browsers' own compressors differ, and the bytes would tell which one wrote.
 */
export function encodeBody(value: unknown): Bytes {
  const body = deflatedBytes(value);
  if (body.length > BODY) throw new CandorError('too-long');
  return body;
}

/** Bytes still free in a message that holds `value`; negative when it does not fit. */
export function bodyRoom(value: unknown): number {
  return BODY - deflatedBytes(value).length;
}

/**
 * The JSON value of a body. Whatever a hostile sender puts there (a zip bomb, deep nesting, broken UTF-8) is
 * `could-not-read` after a millisecond or two and about a megabyte of memory.
 */
export function decodeBody(body: Uint8Array): unknown {
  try {
    const text = textOf(inflateBounded(body));
    refuseSpareBytes(body);
    refuseDeepNesting(text);
    return JSON.parse(text);
  } catch {
    throw new CandorError('could-not-read');
  }
}

function deflatedBytes(value: unknown): Bytes {
  return slice(deflateSync(utf8(JSON.stringify(value)), { level: 9, mem: 8 }), 0);
}

function inflateBounded(body: Uint8Array): Uint8Array {
  if (body.length > AT_ONCE) return inflateInSteps(body);
  const inflated = inflateSync(body);
  if (inflated.length > INFLATED_LIMIT) throw new CandorError('could-not-read');
  return inflated;
}

function inflateInSteps(body: Uint8Array): Bytes {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    total += chunk.length;
    if (total > INFLATED_LIMIT) throw new CandorError('could-not-read');
    chunks.push(slice(chunk, 0));
    ended = final;
  });
  // Fed in steps, so that a bomb is noticed after one step (at most 1,032 times its size) and not after it has gone off.
  for (let at = 0; at < body.length; at += STEP) {
    inflate.push(body.subarray(at, at + STEP), at + STEP >= body.length);
  }
  if (!ended) throw new CandorError('could-not-read');
  return concat(...chunks);
}

/** fflate ignores what follows the end of a stream, so the last byte must be one without which it does not end. */
function refuseSpareBytes(body: Uint8Array): void {
  try {
    inflateSync(body.subarray(0, -1), { out: new Uint8Array(INFLATED_LIMIT) });
  } catch {
    return;
  }
  throw new CandorError('could-not-read');
}

function refuseDeepNesting(json: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const letter = json[i];
    if (inString) {
      if (letter === '\\') i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if (depth > DEEPEST_NESTING) throw new CandorError('could-not-read');
  }
}
