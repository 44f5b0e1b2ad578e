import { deflateSync, Inflate, inflateSync } from 'fflate';
import { type Bytes, concat, slice, textOf, utf8 } from './bytes.ts';
import { CandorError } from './errors.ts';
import { BODY } from './sizes.ts';

/** No honest body inflates to more: 4,000 characters of at most 4 bytes, escaped, and a few short fields. */
export const INFLATED_LIMIT = 64 * 1024;
const DEEPEST_NESTING = 8;
const STEP = 128;
/** What is no longer than this is tried at once, which is ten times faster: no bomb that short runs for long. */
const AT_ONCE = 1024;
/** Words are rarely deflated to less than this part of them. */
const USUAL_GROWTH = 8;

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
    const inflated = inflateBounded(body);
    refuseSpareBytes(body, inflated.length);
    const text = textOf(inflated);
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
  return (body.length <= AT_ONCE ? inflateAtOnce(body) : null) ?? inflateInSteps(body);
}

/** `null` for what is broken, or longer than usual. */
function inflateAtOnce(body: Uint8Array): Uint8Array | null {
  const out = new Uint8Array(USUAL_GROWTH * body.length);
  try {
    // fflate drops what does not fit: a full buffer may be all of it, or only the beginning.
    const inflated = inflateSync(body, { out });
    return inflated.length < out.length ? inflated : null;
  } catch {
    return null;
  }
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
function refuseSpareBytes(body: Uint8Array, inflatedLength: number): void {
  try {
    inflateSync(body.subarray(0, -1), { out: new Uint8Array(inflatedLength) });
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
