import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_TOTALS_BYTES, readUnitTotals } from '../../../extension/inbox/imports/unit-totals.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { cpuMilliseconds } from '../cpu-time.ts';

const PLACES = [
  { code: 'MED', label: 'Medicine', staff: 400 },
  { code: 'SUR', label: 'Surgery', staff: 300 },
  { code: 'POD', label: 'Podiatry', staff: 6 },
];

function read(text: string) {
  return readUnitTotals(utf8(text), PLACES);
}

function refusal(text: string) {
  const result = read(text);
  return result.state === 'refused' ? `${result.why} ${result.line}` : result.state;
}

const GOOD =
  'place,month,overtime hours,sick days\nMED,2026-09,120,31\nSUR,2026-09,80.5,12\nMED,2026-10,90,28\n';

describe('totals of places', () => {
  it('are added up month by month', () => {
    expect(read(GOOD)).toEqual({
      state: 'read',
      measures: ['overtime hours', 'sick days'],
      months: [
        { month: '2026-09', sums: [200.5, 43] },
        { month: '2026-10', sums: [90, 28] },
      ],
    });
  });

  it.each([
    ['a byte order mark and CRLF', `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`],
    ['semicolons', GOOD.replaceAll(',', ';')],
    ['quotes', GOOD.replace('overtime hours', '"overtime hours"')],
    ['no line end at the end', GOOD.trimEnd()],
    ['an empty line', GOOD.replace('\nSUR', '\n\nSUR')],
  ])('are read with %s', (_, text) => {
    expect(read(text)).toEqual(read(GOOD));
  });

  it.each([
    ['a name', 'place,month,Employee name,overtime\nMED,2026-09,x,1'],
    ['a payroll number', 'place,month,payroll_no,overtime\nMED,2026-09,1,1'],
    ['a grade', 'place,month,overtime,Grade\nMED,2026-09,1,5'],
    ['an age', 'place,month,overtime,age\nMED,2026-09,1,50'],
    ['a German name', 'Station,Monat,Mitarbeiter,Stunden\nMED,2026-09,x,1'],
    ['an Arabic name', 'place,month,اسم,overtime\nMED,2026-09,x,1'],
  ])('with %s in a column are refused', (_, text) => {
    expect(refusal(text)).toBe('person 1');
  });

  it('with two lines for one place and month are lines about people', () => {
    expect(refusal('place,month,overtime\nMED,2026-09,8\nSUR,2026-09,3\nMED,2026-09,4')).toBe(
      'several-lines 4',
    );
  });

  it.each([
    ['of a place with under eleven people', 'place,month,overtime\nPOD,2026-09,8', 'small-place 2'],
    ['of a place nobody knows', 'place,month,overtime\nX,2026-09,8', 'unknown-place 2'],
    ['by day', 'place,month,overtime\nMED,2026-09-14,8', 'no-month 2'],
    ['with a formula', 'place,month,overtime\nMED,2026-09,=1+1', 'no-number 2'],
    ['with a script', 'place,month,overtime\nMED,2026-09,<script>', 'no-number 2'],
    ['without places', 'month,overtime\n2026-09,8', 'no-place 1'],
    ['without numbers', 'place,month\nMED,2026-09', 'not-a-table 1'],
    ['with a line too long', 'place,month,overtime\nMED,2026-09,8,9', 'not-a-table 0'],
    ['with an open quote', 'place,month,"overtime\nMED,2026-09,8', 'not-a-table 0'],
    ['with hidden letters', 'place,month,over\u202Etime\nMED,2026-09,8', 'not-text 0'],
    ['that are a picture', 'PNG\u0000\u0001', 'not-text 0'],
    ['that are empty', '', 'not-a-table 0'],
  ])('%s are refused', (_, text, why) => {
    expect(refusal(text)).toBe(why);
  });

  it('in another encoding, or in a file too large, are refused before anything is read', () => {
    const latin = new Uint8Array([...utf8('place,month,'), 0xdc, 0x62, ...utf8('er\nMED,2026-09,1')]);
    expect(readUnitTotals(latin, PLACES)).toMatchObject({ why: 'not-text' });
    const huge = new Uint8Array(LARGEST_TOTALS_BYTES + 1);
    expect(readUnitTotals(huge, PLACES)).toMatchObject({ why: 'too-large' });
  });

  it('whatever the file holds, an answer comes, quickly, and repeats nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'M', '1', ';', '=') }), (text) => {
        const result = read(`place,month,overtime\n${text}`);
        expect(['read', 'refused']).toContain(result.state);
        if (result.state === 'refused') expect(Object.keys(result).sort()).toEqual(['line', 'state', 'why']);
      }),
      { numRuns: 300 },
    );
    const hostile = `place,month,overtime\n${'"'.repeat(LARGEST_TOTALS_BYTES - 100)}`;
    expect(cpuMilliseconds(() => expect(refusal(hostile)).toBe('not-a-table 0'))).toBeLessThan(2000);
  });
});
