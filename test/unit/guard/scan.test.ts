import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix, type Finding, type RuleId, scan } from '../../../shared/guard/guard.ts';
import { LANGUAGES } from '../../../shared/guard/languages.ts';
import { RULES } from '../../../shared/guard/rules.ts';

const CODES = LANGUAGES.map(({ code }) => code);

function found(text: string, language = 'en'): [RuleId, string][] {
  return scan(text, { language }).map(({ rule, start, end }) => [rule, text.slice(start, end)]);
}

/** Texts made of what rules look at, mixed with any UTF-16 at all. */
const PIECES = [
  'Dr ',
  'Smith',
  'dr. o’neill',
  ' nurse ',
  'Kelly',
  'MRN 00482913',
  '943 476 5919',
  '02:17',
  'half past two',
  'I am the only ',
  'as a bank nurse',
  'room 412',
  '07700 900123',
  'x@y.org',
  ' at ',
  ' dot ',
  '@',
  '.',
  ',',
  ' ',
  '\n',
  '\r\n',
  '-',
  '(',
  ')',
  "'s",
  'Frau ',
  'Herr ',
  'Müller',
  'ich war ',
  'seit 2019',
  'الدكتور ',
  'أحمد',
  'غرفة ٤١٢',
  '١٢',
  'the ',
  'Thanks, ',
  'Maria',
  'and ',
  '\u200b',
  '\u202e',
  '\ud800',
  '\udc00',
  '😀',
  'e\u0301',
  '\u00a0',
  'ﬁ',
  '½',
  '1',
  '12',
  '2026-02-11',
  ' 5 mg',
  'A',
  'I',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 25,
    })
    .map((pieces) => pieces.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
);

describe('on any text, also with lone surrogates', () => {
  it('findings lie inside, in order, apart, with the tier of their rule and a fix', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...CODES, 'xx'), (text, language) => {
        let from = 0;
        for (const { rule, tier, start, end, fixes } of scan(text, { language })) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(tier).toBe(RULES[rule]);
          expect(fixes.at(-1)).toEqual({ kind: 'remove' });
          from = end;
        }
      }),
      { numRuns: 600 },
    );
  });

  it('findings begin with a word and not with the space before it', () => {
    expect(found('It ran dry, half past two')).toEqual([['clock_words', 'half past two']]);
    fc.assert(
      fc.property(anyText, fc.constantFrom(...CODES), (text, language) => {
        for (const { start } of scan(text, { language })) expect(text[start]).not.toBe(' ');
      }),
      { numRuns: 300 },
    );
  });

  it('never cuts a pair of surrogates in two', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...CODES), (text, language) => {
        for (const { start, end } of scan(text, { language })) {
          for (const at of [start, end]) {
            const cut = /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
            expect(cut).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('applying the first fix again and again ends with nothing that blocks', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...CODES), fc.boolean(), (text, language, removes) => {
        let current = text;
        let rounds = 0;
        const loud = (): Finding | undefined =>
          scan(current, { language }).find(({ tier }) => tier === 'block');
        for (let finding = loud(); finding !== undefined; finding = loud()) {
          const fix = removes ? finding.fixes.at(-1) : finding.fixes[0];
          if (fix === undefined) throw new Error('no fix');
          current = applyFix(current, finding, fix);
          expect(++rounds).toBeLessThan(200);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('folding finds the same words as plain typing, at the right place', () => {
    const plain = 'told by Dr Smith at 02:17 in room 412, see 07700 900123';
    const disguised =
      'told by\u00a0Dr\u00a0 Ｓｍｉｔｈ at ٠٢:١٧ in ro\u200bom\u20094\u200b12, see 07700\u2011900123';
    expect(scan(disguised, { language: 'en' }).map(({ rule }) => rule)).toEqual(
      scan(plain, { language: 'en' }).map(({ rule }) => rule),
    );
    expect(found(disguised)).toEqual([
      ['staff_name', 'Dr\u00a0 Ｓｍｉｔｈ'],
      ['clock_time', 'at ٠٢:١٧'],
      ['room_bed', 'ro\u200bom\u20094\u200b12'],
      ['phone_uk', '07700\u2011900123'],
    ]);
  });

  it('counts units behind emoji and combining marks as the text counts them', () => {
    expect(found('😀😀 José\u0301 e\u0301e\u0301 Dr Smith')).toContainEqual(['staff_name', 'Dr Smith']);
    expect(found('\ud800 Dr Smith \udc00')).toEqual([['staff_name', 'Dr Smith']]);
    expect(found('\u202eDr\u202c Smith')).toEqual([['staff_name', 'Dr\u202c Smith']]);
  });
});

describe('where findings overlap', () => {
  it('what blocks beats what warns, and what warns beats a hint', () => {
    expect(found('I was on call with Dr Smith')).toEqual([
      ['self_duty', 'I was on call'],
      ['staff_name', 'Dr Smith'],
    ]);
    expect(found('Thanks, nurse Kelly')).toEqual([['staff_name', 'nurse Kelly']]);
  });

  it('the longer one wins among equals', () => {
    expect(found('bay 3 bed 2 again')).toEqual([['room_bed', 'bay 3 bed 2']]);
  });
});

describe('what earlier detectors missed', () => {
  it.each([
    ['alarm off at half past two', 'clock_words'],
    ['no suction in Cubicle C', 'room_bed'],
    ['nobody reached Dr. van der Berg', 'staff_name'],
    ['caught by Sarah from pharmacy', 'person_name'],
    ['DR SMITH REFUSED TO COME', 'staff_name'],
    ['pt Ahmed fell', 'patient_name'],
    ['he is aged 91', 'age_over_89'],
    ['rang pager 55-219 twice', 'pager_ext'],
    ['been on this unit since 2019', 'self_tenure'],
    ['Dr O’Neill', 'staff_name'],
    ['Dr al-Hassan', 'staff_name'],
    ['Dr. J. K. Smith', 'staff_name'],
    ['signed by J. Smith', 'person_name'],
    ['ten to three', 'clock_words'],
    ['at three in the morning', 'clock_words'],
    ['aged ninety-one', 'age_over_89'],
    ['in his nineties', 'age_over_89'],
    ['a fifty year old', 'age_exact'],
    ['room twelve', 'room_bed'],
    ['the bed by the window', 'bed_spot'],
  ])('%s', (text, rule) => {
    expect(found(text).map(([each]) => each)).toContain(rule);
  });
});

describe('what is no detail of anybody', () => {
  it.each([
    'adrenaline 1:10 000 was drawn up',
    'BP 120/80, pain 10/10, GCS 15/15, SpO2 94, NEWS 7',
    '5 mg given q4h instead of 50 mg',
    'penicillin 1200000 units IM',
    'Foley, Waterlow, Glasgow, Braden and Apgar were not done',
    "Bell's palsy, Crohn's and Parkinson's were missed",
    'Sister ward round, Nurse Practitioner clinic, Staff Nurse post',
    'May need a second pump. Will the new ones come? Mark the site.',
    'ward 7 is short again',
    'two to three patients and five to six nurses',
    'he fell on the 4th attempt',
    'call 2222 or 999',
    'Kelly forceps, Thomas splint, Sara Stedy and a Hudson mask',
    'bay 4 patients were moved',
    'the pump was not serviced since 2019',
    'expired 03/2025, best before 01/02/2026',
  ])('%s', (text) => {
    expect(scan(text, { language: 'en' }).filter(({ tier }) => tier !== 'hint')).toEqual([]);
  });
});

it('a language without rules still gets numbers and addresses, and only removal as a fix', () => {
  const findings = scan('numero 943 476 5919, kirjoita a.b@sairaala.fi', { language: 'fi' });
  expect(findings.map(({ rule }) => rule)).toEqual(['nhs_number', 'email']);
  expect(findings.every(({ fixes }) => fixes.length === 1)).toBe(true);
});

it('neutral words are themselves neither blocked nor warned about', () => {
  const samples: Readonly<Record<string, readonly string[]>> = {
    en: [
      'Dr Smith',
      'nurse Kelly',
      'our registrar Tom',
      'pt Ahmed',
      'MRN 00482913',
      '02:17',
      'room 412',
      'theatre two',
      '93 yr old',
      'I was on call',
      'as a bank nurse',
      'a@b.org',
      '12th March',
      '12 High Street',
      'my husband',
    ],
    de: [
      'Dr. Weber',
      'Schwester Anna',
      'Frau Müller',
      'Patientin Schulze',
      'Fallnummer 20488213',
      '02:17 Uhr',
      'Zimmer 412',
      '93-jährige',
      'ich war im Dienst',
      'als Leasingkraft',
      'a@b.org',
      '12. März',
    ],
    ar: [
      'د. أحمد',
      'الممرضة فاطمة',
      'رقم الملف 482913',
      'الساعة 02:17',
      'غرفة 412',
      'عمره 93 سنة',
      'كنت مناوبة',
      'a@b.org',
      '12 مارس',
    ],
  };
  for (const [language, texts] of Object.entries(samples)) {
    for (const text of texts) {
      for (const finding of scan(text, { language })) {
        for (const fix of finding.fixes) {
          if (fix.kind !== 'neutral') continue;
          const again = scan(fix.text, { language }).filter(({ tier }) => tier !== 'hint');
          expect(again, `${text} → ${fix.text}`).toEqual([]);
        }
      }
    }
  }
});
