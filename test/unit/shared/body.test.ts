import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyRoom, decodeBody, encodeBody } from '../../../shared/body.ts';
import { concat, slice, utf8 } from '../../../shared/bytes.ts';
import { BODY } from '../../../shared/sizes.ts';
import { seededRandom } from '../../vectors/seeded-random.ts';
import { cpuMilliseconds } from '../cpu-time.ts';
import { codeOf } from './code-of.ts';

const randomText = (length: number): string => Buffer.from(seededRandom('text')(length)).toString('latin1');

describe('a body', { timeout: 60_000 }, () => {
  it('gives every JSON value back', () => {
    // Up to the depth that is allowed; -0 is 0 in JSON.
    const values = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
    fc.assert(
      fc.property(values, (value) => {
        expect(decodeBody(encodeBody(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  it('never grows past its room, and says how much is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 6000, size: 'max' }), (text) => {
        const room = bodyRoom(text);
        if (room < 0) expect(codeOf(() => encodeBody(text))).toBe('too-long');
        else expect(encodeBody(text).length).toBe(BODY - room);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['en', 'de'])(
    'holds 4,000 characters of what people write in %s, with room to spare',
    (language) => {
      const file = new URL(`../../guard-sets/${language}-1.jsonl`, import.meta.url);
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      const text = lines.map((line) => JSON.parse(line).text).join(' ');
      expect(bodyRoom({ t: { what: text.slice(0, 4000) } })).toBeGreaterThan(1400);
    },
  );

  it('is deflate that any other implementation reads', () => {
    const value = { t: { what: 'Grüße, شكرا, 谢谢' } };
    expect(JSON.parse(inflateRawSync(encodeBody(value)).toString())).toEqual(value);
    expect(decodeBody(Uint8Array.from(deflateRawSync(JSON.stringify(value))))).toEqual(value);
  });

  it('needs every one of its bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(), (text, cut) => {
        const body = encodeBody({ text });
        expect(codeOf(() => decodeBody(slice(body, 0, cut % body.length)))).toBe('could-not-read');
      }),
    );
  });

  it('with bytes after the end cannot be read', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ minLength: 1, maxLength: 40 }), (text, more) => {
        expect(codeOf(() => decodeBody(concat(encodeBody({ text }), more)))).toBe('could-not-read');
      }),
    );
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text that is not deflated', utf8('{"v":1}')],
    ['what is not UTF-8', deflated(new Uint8Array([0x22, 0xff, 0x22]))],
    ['what is not JSON', deflated(utf8('{"v":1'))],
    ['JSON with more after it', deflated(utf8('1 2'))],
    ['a byte order mark', deflated(utf8('\uFEFF1'))],
    ['an object nested too deep', deflated(utf8(`${'{"a":'.repeat(9)}1${'}'.repeat(9)}`))],
    ['a list nested a million deep', deflated(utf8('['.repeat(60_000)))],
  ])('of %s cannot be read', (_, body) => {
    expect(codeOf(() => decodeBody(body))).toBe('could-not-read');
  });

  it('may hold brackets inside its texts', () => {
    const value = { t: '[[[[[[[[[[[[{{{{{{{{{{{{{{"\\' };
    expect(decodeBody(encodeBody(value))).toEqual(value);
  });

  it.each([
    ['zeros', new Uint8Array(4_000_000)],
    ['white space around a number', utf8(`${' '.repeat(3_800_000)}1`)],
    ['one long text', utf8(JSON.stringify('a'.repeat(3_500_000)))],
  ])('that is a bomb of %s costs milliseconds and never goes off', (_, big) => {
    const bomb = deflated(big);
    expect(bomb.length).toBeLessThanOrEqual(BODY + 100);
    const before = process.memoryUsage().arrayBuffers;
    const took = cpuMilliseconds(() => {
      for (let i = 0; i < 20; i++) expect(codeOf(() => decodeBody(bomb))).toBe('could-not-read');
    });
    expect(took / 20).toBeLessThan(100);
    // What 20 of them took together, collected or not; one that went off would take 4 MB alone.
    expect((process.memoryUsage().arrayBuffers - before) / 20).toBeLessThan(2_000_000);
  });

  it('of random bytes is read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['no error', 'could-not-read']).toContain(codeOf(() => decodeBody(bytes)));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not tell a text that cannot be compressed from others but by its length', () => {
    expect(codeOf(() => encodeBody(randomText(BODY)))).toBe('too-long');
  });
});

function deflated(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(deflateRawSync(bytes, { level: 9 }));
}
