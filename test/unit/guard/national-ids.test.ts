import { describe, expect, it } from 'vitest';
import {
  isAhv,
  isBelgianId,
  isBsn,
  isCodiceFiscale,
  isCpf,
  isNif,
  isNir,
  isPersonnummer,
  isPesel,
  isRnokpp,
  isSpanishId,
  isTcKimlik,
} from '../../../shared/guard/check-digits.ts';

/*
 * Examples that the countries' authorities or reference works print, none of a real person. Whatever differs from one of
 * them in a single digit, or by two neighbours that changed places, must not pass where the arithmetic promises so.
 */

interface Kind {
  readonly name: string;
  readonly holds: (code: string) => boolean;
  readonly examples: readonly string[];
  /** Modulus 11 with its rest of ten folded onto nought, and CPF, let a few transpositions through. */
  readonly swapsPass?: true;
}

const KINDS: readonly Kind[] = [
  { name: 'NIR', holds: isNir, examples: ['269054958815780', '255081416802538'] },
  { name: 'DNI, NIE', holds: isSpanishId, examples: ['12345678Z', 'X1234567L', 'Y1234567X', 'Z1234567R'] },
  {
    name: 'codice fiscale',
    holds: isCodiceFiscale,
    examples: ['RSSMRA85T10A562S', 'MRTMTT25D09F205Z'],
    swapsPass: true,
  },
  { name: 'BSN', holds: isBsn, examples: ['111222333', '123456782'] },
  { name: 'rijksregisternummer', holds: isBelgianId, examples: ['85073003328', '17073003384'] },
  { name: 'PESEL', holds: isPesel, examples: ['44051401359', '02070803628'], swapsPass: true },
  { name: 'NIF', holds: isNif, examples: ['123456789'], swapsPass: true },
  { name: 'CPF', holds: isCpf, examples: ['11144477735', '52998224725'], swapsPass: true },
  {
    name: 'personnummer',
    holds: isPersonnummer,
    examples: ['8112189876', '198112189876', '6408233234'],
    swapsPass: true,
  },
  { name: 'T.C. kimlik', holds: isTcKimlik, examples: ['10000000146', '12345678950'], swapsPass: true },
  { name: 'РНОКПП', holds: isRnokpp, examples: ['1759013776', '3184710691'], swapsPass: true },
  { name: 'AHV', holds: isAhv, examples: ['7569217076985'], swapsPass: true },
];

/** The same number with one digit changed. */
function misread(code: string): string[] {
  return Array.from(code).flatMap((sign, at) =>
    /\d/.test(sign)
      ? [...'0123456789']
          .filter((other) => other !== sign)
          .map((other) => code.slice(0, at) + other + code.slice(at + 1))
      : [],
  );
}

/** The same number with two neighbours the other way round. */
function swapped(code: string): string[] {
  return Array.from(code).flatMap((sign, at) => {
    const next = code[at + 1];
    return next === undefined || next === sign ? [] : [code.slice(0, at) + next + sign + code.slice(at + 2)];
  });
}

describe.each(KINDS)('$name', ({ holds, examples, swapsPass }) => {
  it('accepts what is printed as an example', () => {
    expect(examples.filter((code) => !holds(code))).toEqual([]);
  });

  it('refuses a digit misread, but for a century of a personnummer and a few rests of ten', () => {
    const wrong = examples.flatMap(misread);
    const passed = wrong.filter(holds);
    expect(passed.length / wrong.length, passed.join(' ')).toBeLessThanOrEqual(swapsPass ? 0.04 : 0);
  });

  it('refuses most neighbours that changed places', () => {
    const wrong = examples.flatMap(swapped);
    expect(wrong.filter(holds).length / wrong.length).toBeLessThanOrEqual(swapsPass ? 0.2 : 0);
  });

  it('refuses what is too short, too long, or no number', () => {
    const wrong = examples.flatMap((code) => [code.slice(1), `${code}0`, '', code.replace(/\d/, 'é')]);
    expect(wrong.filter(holds)).toEqual([]);
  });

  it('lets few of all numbers of its length pass', () => {
    const [example = ''] = examples;
    let passed = 0;
    const tries = 20_000;
    for (let i = 0; i < tries; i++) {
      let rest = 48_271 * (i + 1);
      const number = example.replace(/\d/g, () => {
        rest = (rest * 48_271) % 2_147_483_647;
        return String(rest % 10);
      });
      if (holds(number)) passed++;
    }
    expect(passed / tries).toBeLessThan(0.1);
  });
});
