import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareBytes,
  concat,
  equalBytes,
  readU16,
  readU32,
  slice,
  textOf,
  u16,
  u32,
  utf8,
} from '../../../shared/bytes.ts';
import { codeOf } from './code-of.ts';

describe('bytes', () => {
  it('reads back every number it writes', () => {
    fc.assert(fc.property(fc.nat(0xffff), (value) => readU16(u16(value), 0) === value));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => readU32(u32(value), 0) === value),
    );
  });

  it('writes numbers in network order', () => {
    expect([...u16(0x0102)]).toEqual([1, 2]);
    expect([...u32(0xfffefdfc)]).toEqual([0xff, 0xfe, 0xfd, 0xfc]);
  });

  it.each([-1, 0x10000, 1.5, Number.NaN])('refuses %d for two bytes instead of wrapping it', (value) => {
    expect(codeOf(() => u16(value))).toBe('bad-length');
  });

  it.each([-1, 2 ** 32, 0.1, Number.POSITIVE_INFINITY])('refuses %d for four bytes', (value) => {
    expect(codeOf(() => u32(value))).toBe('bad-length');
  });

  it('reads numbers anywhere in longer bytes', () => {
    expect(readU32(concat(new Uint8Array(3), u32(0xdeadbeef), new Uint8Array(1)), 3)).toBe(0xdeadbeef);
  });

  it('reads back every well-formed text, and refuses bytes that are not UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => textOf(utf8(text)) === text));
    for (const wrong of [[0xc0, 0x80], [0xff], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]]) {
      expect(() => textOf(new Uint8Array(wrong))).toThrow(TypeError);
    }
  });

  it('keeps a byte order mark, so that two files never read as one', () => {
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\uFEFFa');
  });

  it('copies what it cuts and joins, so that nobody else can change it', () => {
    const whole = new Uint8Array([1, 2, 3, 4]);
    const part = slice(whole, 1, 3);
    const joined = concat(whole, part);
    whole.fill(9);
    expect([...part]).toEqual([2, 3]);
    expect([...joined]).toEqual([1, 2, 3, 4, 2, 3]);
    expect(part.buffer.byteLength).toBe(2);
  });

  it('finds bytes equal exactly where they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        (a, b) => equalBytes(a, b) === (Buffer.compare(a, b) === 0),
      ),
    );
    fc.assert(fc.property(fc.uint8Array(), (a) => equalBytes(a, Uint8Array.from(a))));
  });

  it('orders bytes as Buffer does', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.uint8Array(),
        (a, b) => Math.sign(compareBytes(a, b)) === Buffer.compare(a, b),
      ),
    );
  });
});
