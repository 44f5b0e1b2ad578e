import { describe, expect, it } from 'vitest';
import {
  isCardNumber,
  isDea,
  isIban,
  isKvnr,
  isMbi,
  isNhsNumber,
  isNino,
  isNpi,
  isSsn,
  passesLuhn,
} from '../../../shared/guard/check-digits.ts';

describe('NHS number, modulus 11', () => {
  it.each(['9434765919', '4010232137', '4505577104'])('accepts %s', (number) => {
    expect(isNhsNumber(number)).toBe(true);
  });

  it.each(['9434765918', '9434756919', '943476591', '94347659190', '1111111111', '0000000000'])(
    'refuses %s',
    (number) => {
      expect(isNhsNumber(number)).toBe(false);
    },
  );

  it('refuses a check value of ten, which is never given out', () => {
    // 10 * 1 = 10, 10 mod 11 = 10, 11 - 10 = 1; with a second digit of 1 the sum is 19, mod 11 = 8, check 3.
    const all = Array.from({ length: 1000 }, (_, i) => `4010${String(i).padStart(3, '0')}21`);
    const valid = all.map((nine) => [...'0123456789'].filter((check) => isNhsNumber(nine + check)).length);
    expect(Math.max(...valid)).toBe(1);
    expect(valid.filter((count) => count === 0).length).toBeGreaterThan(50);
  });

  it('lets one random number in eleven pass, as the arithmetic says', () => {
    let passed = 0;
    for (let i = 0; i < 11_000; i++)
      if (isNhsNumber(String(4_000_000_007 + i * 104_729).slice(0, 10))) passed++;
    expect(passed / 11_000).toBeGreaterThan(0.08);
    expect(passed / 11_000).toBeLessThan(0.1);
  });
});

describe('NPI, Luhn with 80840', () => {
  it.each(['1234567893', '1245319599', '1558598797'])('accepts %s', (number) => {
    expect(isNpi(number)).toBe(true);
  });

  it.each(['1234567890', '1245319598', '3234567893', '123456789', '12345678931'])('refuses %s', (number) => {
    expect(isNpi(number)).toBe(false);
  });

  it('is the same as adding 24 to the plain sum', () => {
    expect(passesLuhn('808401234567893')).toBe(true);
  });
});

it('DEA number', () => {
  expect(['AB1234563', 'BS1234563', 'A91234563'].map(isDea)).toEqual([true, true, true]);
  expect(['AB1234564', 'AB123456', '1B1234563', 'AB12345633'].map(isDea)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('social security number, by its ranges', () => {
  expect(['219099999', '078051120', '899121234'].map(isSsn)).toEqual([true, true, true]);
  expect(['000121234', '666121234', '900121234', '999121234', '219001234', '219120000'].map(isSsn)).toEqual(
    Array(6).fill(false),
  );
});

it('National Insurance number, by its prefixes', () => {
  expect(['AB123456C', 'JG103759A', 'ab123456d'].map(isNino)).toEqual([true, true, true]);
  expect(
    [
      'BG123456C',
      'GB123456C',
      'NK123456C',
      'TN123456C',
      'ZZ123456C',
      'DA123456C',
      'AO123456C',
      'AB123456E',
    ].map(isNino),
  ).toEqual(Array(8).fill(false));
});

it('Medicare Beneficiary Identifier, by its alphabet', () => {
  expect(['1EG4TE5MK73', '9ZZ9ZZ9ZZ99'].map(isMbi)).toEqual([true, false]);
  expect(['0EG4TE5MK73', '1SG4TE5MK73', '1EG4TE5MKA3', '1EG4TE5MK7'].map(isMbi)).toEqual(
    Array(4).fill(false),
  );
});

it('Krankenversichertennummer', () => {
  expect(['A123456780', 'M310119802', 'C000123451'].map(isKvnr)).toEqual([true, true, true]);
  expect(['A123456789', 'M310119803', '1234567890', 'A12345678'].map(isKvnr)).toEqual(Array(4).fill(false));
});

it('bank account and payment card', () => {
  expect(
    ['GB29NWBK60161331926819', 'DE89370400440532013000', 'SA0380000000608010167519'].map(isIban),
  ).toEqual(Array(3).fill(true));
  expect(['GB29NWBK60161331926818', 'GB29', 'DE8937040044053201300'].map(isIban)).toEqual(
    Array(3).fill(false),
  );
  expect(
    ['4111111111111111', '5555555555554444', '4111111111111112', '1111111111111117'].map(isCardNumber),
  ).toEqual([true, true, false, false]);
});
