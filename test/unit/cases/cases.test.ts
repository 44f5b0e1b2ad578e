import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesAfter, casesOf, casesWaiting } from '../../../extension/inbox/cases/cases.ts';
import { takeIn, wrongWith } from '../../../extension/inbox/cases/take-in.ts';
import { checkWords } from '../../../extension/inbox/leaving.ts';
import { foldTeamLog } from '../../../extension/inbox/team-fold.ts';
import { MOST_CASES } from '../../../shared/bulletin.ts';
import { textOf, utf8 } from '../../../shared/bytes.ts';
import {
  CASE_TEXT_LIMIT,
  type CaseCard,
  encodeCaseCard,
  hashOf,
  LARGEST_CASE_FILE,
  readCaseCard,
} from '../../../shared/case-card.ts';
import { ADA, BEN, event, kid } from '../inbox/team-steps.ts';

const CARD: CaseCard = {
  from: 'Riverside Hospital',
  happened: 'Two pumps that look alike were taken for each other at night. A check found it.',
  learnt: 'Labels are read in the dark, so colour helps. Größe und لون.',
  changed: 'Each kind of pump has a colour and a shelf of its own.',
};

/** The file of a card that no honest inbox would write, with a hash that fits. */
function forged(change: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const card = { ...CARD, ...change } as CaseCard;
  const { from, happened, learnt, changed, ...more } = card;
  const plain = { candor: 'case card', v: 1, from, happened, learnt, changed };
  return utf8(JSON.stringify({ ...plain, ...more, hash: hashOf(card) }));
}

describe('a card as a file', () => {
  it('comes back as it was, also after an editor has spaced it or put a mark in front', () => {
    const file = encodeCaseCard(CARD);
    expect(takeIn(file, checkWords)).toEqual(CARD);
    const spaced = utf8(`\uFEFF${JSON.stringify(JSON.parse(textOf(file)), null, '\t')}\r\n`);
    expect(takeIn(spaced, checkWords)).toEqual(CARD);
  });

  it.each<[string, Uint8Array, string]>([
    ['huge', new Uint8Array(LARGEST_CASE_FILE + 1), 'too-large'],
    ['a gigabyte of nesting, as far as it fits', utf8('['.repeat(LARGEST_CASE_FILE)), 'not-a-card'],
    ['empty', new Uint8Array(), 'not-a-card'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'not-text'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'not-text'],
    ['Latin-1', new Uint8Array([0x7b, 0xe4, 0x7d]), 'not-text'],
    ['text too long', forged({ learnt: 'a'.repeat(CASE_TEXT_LIMIT + 1) }), 'not-a-card'],
    ['an unknown field', forged({ onload: 'x' }), 'not-a-card'],
    ['a number for a text', forged({ learnt: 7 }), 'not-a-card'],
    ['only spaces', forged({ changed: '   ' }), 'not-a-card'],
    ['a prototype', utf8('{"__proto__":{"from":"x"}}'), 'not-a-card'],
    ['a formula', forged({ happened: '=HYPERLINK("x")' }), 'formula'],
    ['a formula on a later line', forged({ happened: 'Well.\n @SUM(1)' }), 'formula'],
    ['a full-width formula', forged({ from: '＝1+1' }), 'formula'],
    ['a script', forged({ learnt: 'x <script>alert(1)</script>' }), 'script'],
    ['a handler', forged({ learnt: 'x <IMG src=x onerror=1>' }), 'script'],
    ['a script address', forged({ learnt: 'see javascript:alert(1)' }), 'script'],
    ['a template', forged({ learnt: 'see {{constructor}}' }), 'script'],
    ['an address', forged({ changed: 'See https://evil.example' }), 'link'],
    ['an override of direction', forged({ learnt: 'abc \u202Egnp.exe' }), 'not-text'],
    ['an isolate', forged({ learnt: 'abc \u2066x' }), 'not-text'],
    ['letters without width', forged({ learnt: 'ab\u200Bc' }), 'not-text'],
    ['a control character behind an escape', forged({ learnt: 'ab\u0007c' }), 'not-text'],
    ['half a letter', forged({ learnt: 'ab\uD800c' }), 'not-text'],
    ['tag letters', forged({ learnt: 'ab\u{E0041}c' }), 'not-text'],
    ['a name', forged({ happened: 'Dr Osei gave the wrong dose.' }), 'person'],
    ['a telephone number', forged({ changed: 'Call 020 7946 0958 for more.' }), 'person'],
  ])('%s is refused, with a reason', (_, file, why) => {
    expect(takeIn(file, checkWords)).toBe(why);
  });

  it('that was changed on the way is refused', () => {
    const text = textOf(encodeCaseCard(CARD));
    expect(readCaseCard(utf8(text.replace('at night', 'at noon')))).toBe('altered');
    expect(readCaseCard(utf8(text.replace('Riverside', 'Lakeside')))).toBe('altered');
  });

  it('whatever the bytes, reading never throws and gives a card or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(utf8)), (bytes) => {
        expect(typeof readCaseCard(bytes)).toBe('string');
      }),
    );
  });

  it('is not written with what another site would refuse', () => {
    expect(() => encodeCaseCard({ ...CARD, learnt: '=1' })).toThrow(RangeError);
    expect(wrongWith({ ...CARD, learnt: 'Nurse Brown said so.' }, checkWords)).toBe('person');
    expect(wrongWith(CARD, checkWords)).toBeNull();
  });
});

const { from, ...words } = CARD;
const own = event('own', { type: 'learned', ...words });
const theirs = event('theirs', { type: 'learned', from, ...words }, { concern: null });
const says = (type: 'confirmed' | 'withdrawn', of: typeof own, by = BEN, name: string = type) =>
  event(`${name} ${kid(of.id)}`, { type, event: of.id }, { by, concern: of.concern, heads: [of.id] });

describe('cards of a desk', () => {
  it('are shown to everybody only when two members agreed, and only those of other hospitals', () => {
    const shownAfter = (...events: (typeof own)[]) => casesAfter([], casesOf(foldTeamLog(events)));
    expect(shownAfter(theirs)).toEqual([]);
    expect(shownAfter(theirs, says('confirmed', theirs, ADA))).toEqual([]);
    expect(shownAfter(own, says('confirmed', own))).toEqual([]);
    expect(shownAfter(theirs, says('confirmed', theirs))).toEqual([{ ...CARD, week: '2026-W48' }]);
  });

  it('go when one member takes them back; those of other desks stay', () => {
    const told = { ...CARD, week: '2026-W48' };
    const other = { ...CARD, from: 'Hill Hospital', week: '2026-W47' };
    const back = says('withdrawn', theirs, ADA);
    const later = { ...back, heads: [says('confirmed', theirs).id] };
    const log = foldTeamLog([theirs, says('confirmed', theirs), later]);
    expect(casesAfter([told, other], casesOf(log))).toEqual([other]);
    expect(casesAfter([told, other], casesOf(foldTeamLog([])))).toEqual([told, other]);
  });

  it('wait for a colleague, are the newest first, and no more than a bulletin holds', () => {
    expect(casesWaiting(foldTeamLog([own, theirs]), kid(BEN))).toBe(2);
    expect(casesWaiting(foldTeamLog([own, theirs]), kid(ADA))).toBe(0);
    const many = Array.from({ length: 12 }, (_, n) => ({ ...CARD, from: `H${n}`, week: `2026-W${10 + n}` }));
    const shown = casesAfter(many, []);
    expect(shown).toHaveLength(MOST_CASES);
    expect(shown[0]?.week).toBe('2026-W21');
  });
});
