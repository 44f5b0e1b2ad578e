import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeDraft,
  charactersUsed,
  cleanText,
  concernOf,
  hasWords,
  newDraft,
  roomFor,
  withWordsOf,
  wordsDiffer,
} from '../../../extension/compose/draft.ts';
import { asTravels, TEXT_LIMIT } from '../../../shared/concern.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

const draft = newDraft('near_miss', 'patient-safety');
const asPicked = (place: string) => ({ code: place, rolledUp: false });

describe('what a person picks', () => {
  it('is taken back by picking it again', () => {
    const picked = changeDraft(draft, { pick: 'category', value: 'fall' });
    expect(picked.category).toBe('fall');
    expect(changeDraft(picked, { pick: 'category', value: 'fall' }).category).toBeUndefined();
    expect(changeDraft(picked, { pick: 'category', value: 'blood' }).category).toBe('blood');
  });

  it('never takes a fourth factor', () => {
    const factors = ['staffing', 'fatigue', 'handover', 'it'] as const;
    const picked = factors.reduce((so, value) => changeDraft(so, { pick: 'factor', value }), draft);
    expect(picked.factors).toEqual(['staffing', 'fatigue', 'handover']);
    expect(changeDraft(picked, { pick: 'factor', value: 'fatigue' }).factors).toEqual([
      'staffing',
      'handover',
    ]);
  });

  it('seals without the words that were not added yet', () => {
    const typed = changeDraft(draft, { write: 'what', text: 'half a sent' });
    expect(wordsDiffer(typed, draft)).toBe(true);
    expect(hasWords(withWordsOf(typed, draft))).toBe(false);
  });

  it('may be a wish for support and another desk', () => {
    const wished = changeDraft(changeDraft(draft, { pick: 'wish', value: 'support' }), {
      pick: 'desk',
      value: 'guardian',
    });
    expect(wished).toMatchObject({ wishes: ['support'], desk: 'guardian' });
  });
});

describe('what travels', () => {
  it('is nothing but the kind after one click', () => {
    expect(asTravels(concernOf(draft, asPicked))).toEqual({ v: 1, tax: '1.0.0', kind: 'near_miss' });
  });

  it('names the bigger place and says so where a team is small', () => {
    const placed = changeDraft(draft, { pick: 'place', value: 'DIALYSIS' });
    expect(concernOf(placed, () => ({ code: 'MEDICINE', rolledUp: true }))).toMatchObject({
      unit: 'MEDICINE',
      unitRolledUp: true,
    });
    const nowhere = asTravels(concernOf(placed, () => ({ code: null, rolledUp: true })));
    expect(nowhere).toEqual({ v: 1, tax: '1.0.0', kind: 'near_miss' });
  });

  it('never holds the desk, the place as picked, or what the guard found', () => {
    const full = changeDraft(changeDraft(draft, { pick: 'place', value: 'X' }), {
      write: 'fix',
      text: 'shelves',
    });
    expect(Object.keys(asTravels(concernOf(full, asPicked))).sort()).toEqual([
      'kind',
      't',
      'tax',
      'unit',
      'v',
    ]);
  });
});

describe('room for words', () => {
  it('is 4,000 characters over all boxes', () => {
    let full = changeDraft(draft, { write: 'what', text: 'a'.repeat(TEXT_LIMIT) });
    full = changeDraft(full, { write: 'help', text: 'b' });
    expect(charactersUsed(full)).toBe(TEXT_LIMIT);
    expect(roomFor(full, 3_000)).toEqual({ characters: 0, used: 1 });
  });

  it('is what compression leaves where that is less', () => {
    expect(roomFor(draft, 12).characters).toBe(12);
    expect(roomFor(draft, -5)).toEqual({ characters: -5, used: 1 });
  });
});

describe('pasted text', () => {
  it('loses control characters, bidi overrides, invisible marks and lone surrogates', () => {
    expect(cleanText('a\u0000b\u0007c\u202Ed\u2066e\u200Bf\uFEFFg\uD800h\u{E0041}i\u0085j', 100)).toBe(
      'abcdefghi\nj',
    );
  });

  it('keeps line breaks, emoji, and the joiners that Arabic and Persian spelling needs', () => {
    expect(cleanText('one\r\ntwo\rthree\u2028four\tfive', 100)).toBe('one\ntwo\nthree\nfour five');
    expect(cleanText('می\u200cخواهم \u200f👩‍⚕️', 100)).toBe('می\u200cخواهم \u200f👩‍⚕️');
  });

  it('is never cut through a character', () => {
    expect(cleanText('ab👍', 3)).toBe('ab');
    expect(cleanText('ab👍', 4)).toBe('ab👍');
    expect(cleanText('anything', 0)).toBe('');
  });

  it('of many megabytes takes no longer than a small one', () => {
    const huge = '\u202E\uD800x'.repeat(4_000_000);
    expect(cpuMilliseconds(() => cleanText(huge, TEXT_LIMIT))).toBeLessThan(250);
  });

  it('is well formed, short enough and clean already the second time, whatever it was', () => {
    const units = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 50 }), (raw, most) => {
        const clean = cleanText(raw, most);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean.length).toBeLessThanOrEqual(most);
        expect(cleanText(clean, most)).toBe(clean);
      }),
    );
  });
});
