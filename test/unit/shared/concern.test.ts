import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBody } from '../../../shared/body.ts';
import {
  asTravels,
  decodeConcern,
  encodeConcern,
  isSignal,
  roomLeft,
  TEXT_LIMIT,
} from '../../../shared/concern.ts';
import { BODY } from '../../../shared/sizes.ts';
import {
  CATEGORIES,
  CATEGORIES_FOR,
  CAUGHT_BY,
  FACTORS,
  KINDS,
  WHEN_BRACKET,
  WHEN_PRECISION,
  WORRY,
} from '../../../shared/taxonomy.ts';
import { codeOf } from './code-of.ts';

const words = fc.option(fc.string({ unit: 'grapheme', maxLength: 60 }), { nil: undefined });
const concerns = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    category: fc.constantFrom(...CATEGORIES),
    worry: fc.constantFrom(...WORRY),
    whenP: fc.constantFrom(...WHEN_PRECISION),
    whenB: fc.constantFrom(...WHEN_BRACKET),
    unit: fc.string({ maxLength: 32 }),
    unitRolledUp: fc.constant(true as const),
    factors: fc.uniqueArray(fc.constantFrom(...FACTORS), { maxLength: 3 }),
    caughtBy: fc.constantFrom(...CAUGHT_BY),
    wishes: fc.uniqueArray(fc.constantFrom('support' as const, 'debrief' as const, 'round' as const)),
    t: fc.record({ what: words, stopped: words, help: words, helped: words, fix: words }),
  },
  { requiredKeys: ['kind'] },
);

describe('a concern', () => {
  it('reads back as what was shown to travel', () => {
    fc.assert(
      fc.property(concerns, (concern) => {
        // biome-ignore lint/suspicious/noExplicitAny: optional texts may be undefined here, as a form leaves them.
        const written = concern as any;
        expect(decodeConcern(encodeConcern(written))).toEqual(asTravels(written));
      }),
    );
  });

  it('travels with its fields in one order, whatever the order they were picked in', () => {
    const picked = { kind: 'hazard', category: 'it', worry: 'very', t: { what: 'a', fix: 'b' } } as const;
    const reversed = { t: { fix: 'b', what: 'a' }, worry: 'very', category: 'it', kind: 'hazard' } as const;
    expect(encodeConcern(reversed)).toEqual(encodeConcern(picked));
    expect(Object.keys(asTravels(reversed))).toEqual(['v', 'tax', 'kind', 'category', 'worry', 't']);
  });

  it('leaves empty boxes and unpicked fields out', () => {
    const travels = asTravels({ kind: 'near_miss', factors: [], wishes: [], t: { what: '  \n ', help: '' } });
    expect(travels).toEqual({ v: 1, tax: '1.0.0', kind: 'near_miss' });
    expect(isSignal(travels)).toBe(true);
    expect(isSignal(asTravels({ kind: 'near_miss', t: { what: 'x' } }))).toBe(false);
    expect(isSignal(asTravels({ kind: 'staff', wishes: ['debrief'] }))).toBe(true);
    expect(isSignal(asTravels({ kind: 'staff', wishes: ['support'] }))).toBe(false);
  });

  it.each(['language', 'version', 'machine', 'wantsAnswer', 'guard', '__proto__'])(
    'has no field called "%s", and cannot get one',
    (field) => {
      const value = JSON.parse(`{"v":1,"tax":"1.0.0","kind":"hazard","${field}":1}`);
      expect(codeOf(() => decodeConcern(encodeBody(value)))).toBe('could-not-read');
      const boxed = JSON.parse(`{"v":1,"tax":"1.0.0","kind":"hazard","t":{"what":"a","${field}":"b"}}`);
      expect(codeOf(() => decodeConcern(encodeBody(boxed)))).toBe('could-not-read');
    },
  );

  it.each([
    ['no kind', { v: 1, tax: '1.0.0' }],
    ['a kind that does not exist', { v: 1, tax: '1.0.0', kind: 'gossip' }],
    ['another version', { v: 2, tax: '1.0.0', kind: 'hazard' }],
    ['a clock time', { v: 1, tax: '1.0.0', kind: 'hazard', whenB: '03:10' }],
    ['four factors', { v: 1, tax: '1.0.0', kind: 'hazard', factors: FACTORS.slice(0, 4) }],
    ['one factor three times', { v: 1, tax: '1.0.0', kind: 'hazard', factors: ['it', 'it', 'it'] }],
    ['one wish twice', { v: 1, tax: '1.0.0', kind: 'hazard', wishes: ['round', 'round'] }],
    ['a place with a long name', { v: 1, tax: '1.0.0', kind: 'hazard', unit: 'x'.repeat(33) }],
    ['a list', []],
    ['null', null],
  ])('with %s cannot be read', (_, value) => {
    expect(codeOf(() => decodeConcern(encodeBody(value)))).toBe('could-not-read');
  });

  it('holds as many characters in one box as in all boxes together', () => {
    const half = 'ab'.repeat(TEXT_LIMIT / 4);
    expect(codeOf(() => encodeConcern({ kind: 'hazard', t: { what: `${half}${half}` } }))).toBe('no error');
    expect(codeOf(() => encodeConcern({ kind: 'hazard', t: { what: half, fix: half } }))).toBe('no error');
    expect(codeOf(() => encodeConcern({ kind: 'hazard', t: { what: half, fix: `${half}!` } }))).toBe(
      'too-long',
    );
    expect(codeOf(() => encodeConcern({ kind: 'hazard', t: { what: 'a'.repeat(TEXT_LIMIT + 1) } }))).toBe(
      'too-long',
    );
  });

  it('too long for its message says by how much before it is sealed', () => {
    const noise = Array.from({ length: TEXT_LIMIT }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
    );
    const concern = { kind: 'hazard', t: { what: noise.join('') } } as const;
    expect(roomLeft(concern)).toBeLessThan(0);
    expect(codeOf(() => encodeConcern(concern))).toBe('too-long');
    expect(roomLeft({ kind: 'hazard' })).toBeGreaterThan(BODY - 100);
  });

  it('keeps lone surrogates and control characters, which JSON escapes', () => {
    const what = 'a\u0000b\ud800c\u202Ed';
    expect(decodeConcern(encodeConcern({ kind: 'hazard', t: { what } })).t?.what).toBe(what);
  });
});

describe('the taxonomy', () => {
  it('shows six different categories first for every kind, all of them known', () => {
    for (const kind of KINDS) {
      expect(new Set(CATEGORIES_FOR[kind]).size).toBe(6);
      for (const category of CATEGORIES_FOR[kind]) expect(CATEGORIES).toContain(category);
    }
  });

  it('names nothing twice', () => {
    for (const list of [KINDS, CATEGORIES, WORRY, WHEN_PRECISION, WHEN_BRACKET, CAUGHT_BY, FACTORS]) {
      expect(new Set<string>(list).size).toBe(list.length);
    }
  });
});
