import { CandorError } from './errors.ts';

/** Byte arrays as they travel: backed by their own buffer, so that they can be sent, hashed and compared. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Where randomness comes from: returns `length` fresh random bytes. The one real source lives in an entry point. */
export type RandomBytes = (length: number) => Bytes;

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8(text: string): Bytes {
  return new Uint8Array(encoder.encode(text));
}

/** Decodes UTF-8 strictly. Throws `TypeError` on malformed bytes, so that two readers never see two texts. */
export function textOf(bytes: Uint8Array): string {
  return strictDecoder.decode(bytes);
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** A copy of part of `bytes`, as its own buffer. */
export function slice(bytes: Uint8Array, start: number, end: number = bytes.length): Bytes {
  return new Uint8Array(bytes.subarray(start, end));
}

/** Compares in time that depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Order of bytes as unsigned numbers, for sorting by hash. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Big-endian unsigned 16-bit number. Throws `bad-length` for one that does not fit. */
export function u16(value: number): Bytes {
  checkFits(value, 0xffff);
  return new Uint8Array([value >>> 8, value & 0xff]);
}

/** Big-endian unsigned 32-bit number. Throws `bad-length` for one that does not fit. */
export function u32(value: number): Bytes {
  checkFits(value, 0xffffffff);
  return new Uint8Array([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

export function readU16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function readU32(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | readU16(bytes, at + 2)) >>> 0;
}

/** A number that silently wrapped would be a wrong time or length that still looks right. */
function checkFits(value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new CandorError('bad-length', 'not an unsigned number of that size');
  }
}
