import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../shared/bytes.ts';
import type { CandorError } from '../../../shared/errors.ts';
import {
  dayField,
  jsonBytes,
  keyField,
  kidField,
  parseJson,
  secondsField,
  tidied,
} from '../../../shared/json-fields.ts';
import { codeOf } from './code-of.ts';

const schema = v.strictObject({ name: v.string(), day: v.optional(dayField), at: v.optional(secondsField) });

describe('JSON of ours', () => {
  it('reads what it wrote', () => {
    const value = { name: 'Grüße \u2028 \ud83d\ude00 "quoted"', day: '2028-02-29', at: 0xffffffff };
    expect(parseJson(schema, jsonBytes(value), 'test')).toEqual(value);
  });

  it.each([
    ['nothing', ''],
    ['another type', '[]'],
    ['an unknown field', '{"name":"a","more":1}'],
    ['a key twice', '{"name":"a","name":"b"}'],
    ['white space', '{"name": "a"}'],
    ['a line end', '{"name":"a"}\n'],
    ['a byte order mark', '\uFEFF{"name":"a"}'],
    ['a letter escaped without need', '{"name":"\\u0061"}'],
    ['a number written otherwise', '{"name":"a","at":1.0}'],
    ['half a second', '{"name":"a","at":1.5}'],
    ['a time before 1970', '{"name":"a","at":-1}'],
    ['a time that does not fit 32 bits', '{"name":"a","at":4294967296}'],
    ['the 31st of February', '{"name":"a","day":"2026-02-31"}'],
    ['the 29th of February of a common year', '{"name":"a","day":"2027-02-29"}'],
    ['a prototype', '{"name":"a","__proto__":{}}'],
    ['a list a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('refuses %s', (_, json) => {
    expect(codeOf(() => parseJson(schema, utf8(json), 'test'))).toBe('bad-public-file');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(() => parseJson(schema, new Uint8Array([0x22, 0xff, 0x22]), 'test'))).toBe(
      'bad-public-file',
    );
  });

  it('says where, and never what stood there', () => {
    for (const json of [
      '{"name":7777}',
      '{"name":"a","day":"secret words"}',
      '{"name":"a","at":"secret words"}',
    ]) {
      try {
        parseJson(schema, utf8(json), 'test');
      } catch (error) {
        expect((error as CandorError).message).toMatch(/^test: (name|day|at): /);
        expect((error as CandorError).message).not.toMatch(/secret|7777/);
        continue;
      }
      throw new Error('was read');
    }
  });

  it('refuses bytes fields of a wrong length or spelling', () => {
    const kid = v.strictObject({ kid: kidField });
    expect(codeOf(() => parseJson(kid, utf8('{"kid":"AAAAAA"}'), 'test'))).toBe('no error');
    for (const wrong of ['AAAAAB', 'AAAA', 'AAAAAAA', 'AAAAAA==']) {
      expect(codeOf(() => parseJson(kid, utf8(`{"kid":"${wrong}"}`), 'test'))).toBe('bad-public-file');
    }
    expect(codeOf(() => parseJson(v.strictObject({ key: keyField }), utf8('{"key":""}'), 'test'))).toBe(
      'bad-public-file',
    );
  });

  it('of a file that people carry about may have gained white space', () => {
    const carried = utf8('\r\n{ "name": "a" }\r\n');
    expect(parseJson(schema, tidied(carried, 'test'), 'test')).toEqual({ name: 'a' });
    expect(codeOf(() => tidied(utf8('no JSON'), 'test'))).toBe('bad-public-file');
  });
});
