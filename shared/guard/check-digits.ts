/** Check digits and ranges of numbers that identify people. Every function takes the number without separators. */

/** Adds the digits with their weights; a length that differs adds what is there. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0);
}

/** Luhn (ISO/IEC 7812-1, annex B) over all digits, the last one being the check digit. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** NHS number: modulus 11 over ten digits; all-same numbers pass the sum and are refused. Scottish CHI is the same. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const check = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

/** US National Provider Identifier: ten digits starting 1 or 2, Luhn with the prefix 80840 (45 CFR 162.406). */
export function isNpi(digits: string): boolean {
  return /^[12]\d{9}$/.test(digits) && passesLuhn(`80840${digits}`);
}

/** US prescriber number of the DEA: two letters (the second may be 9) and seven digits. */
export function isDea(code: string): boolean {
  if (!/^[A-Z][A-Z9]\d{7}$/i.test(code)) return false;
  const sum = weighted(code.slice(2), [1, 2, 1, 2, 1, 2]);
  return sum % 10 === Number(code[8]);
}

/** US social security number: ranges only, there is no check digit (SSA POMS RM 10201.035). */
export function isSsn(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits);
}

/** UK National Insurance number, by its allowed prefixes (HMRC NIM39110). */
export function isNino(code: string): boolean {
  return /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/i.test(code);
}

/** Medicare Beneficiary Identifier: eleven characters, letters without S L O I B Z (CMS MBI format). */
export function isMbi(code: string): boolean {
  return /^[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d\d$/i.test(
    code,
  );
}

/** German Krankenversichertennummer: a letter, eight digits and a check digit (§ 290 SGB V). */
export function isKvnr(code: string): boolean {
  if (!/^[A-Z]\d{9}$/i.test(code)) return false;
  const letter = code.toUpperCase().charCodeAt(0) - 64;
  const digits = `${String(letter).padStart(2, '0')}${code.slice(1, 9)}`;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === Number(code[9]);
}

/** International bank account number: modulus 97 (ISO 13616). */
export function isIban(code: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/i.test(code)) return false;
  let rest = 0;
  for (const sign of `${code.slice(4)}${code.slice(0, 4)}`.toUpperCase()) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Payment card: 13 to 19 digits that start like a card and pass Luhn. */
export function isCardNumber(digits: string): boolean {
  return /^[2-6]\d{12,18}$/.test(digits) && passesLuhn(digits);
}

/** What is left of a long number of digits, divided by a small one. */
function remainder(digits: string, by: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
}

/** French NIR: sex, year, month, place, order, and 97 minus the rest by 97; Corsica's 2A and 2B count as 19 and 18. */
export function isNir(code: string): boolean {
  if (!/^[12]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{8}$/i.test(code)) return false;
  const digits = code.replace(/2A/i, '19').replace(/2B/i, '18');
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
}

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spanish DNI or NIE: eight digits (an NIE's first is X, Y or Z) and a letter, by the rest by 23 (RD 1553/2005). */
export function isSpanishId(code: string): boolean {
  if (!/^[\dXYZ]\d{7}[A-Z]$/i.test(code)) return false;
  const upper = code.toUpperCase();
  const number = Number(
    `${upper.charAt(0).replace('X', '0').replace('Y', '1').replace('Z', '2')}${upper.slice(1, 8)}`,
  );
  return SPANISH_LETTERS[number % 23] === upper[8];
}

/** What a sign at an odd place of a codice fiscale counts, by its value 0 to 25 (DM 12 March 1974). */
const ODD_PLACES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Italian codice fiscale; digits may be replaced by letters where two people share one. */
export function isCodiceFiscale(code: string): boolean {
  if (!/^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/i.test(code)) return false;
  const values = Array.from(code.toUpperCase(), (sign) =>
    /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65,
  );
  const sum = values
    .slice(0, 15)
    .reduce((so, value, place) => so + (place % 2 === 0 ? (ODD_PLACES[value] ?? 0) : value), 0);
  return sum % 26 === values[15];
}

/** Dutch BSN: nine digits by the test of eleven, the last one weighing minus one. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1{8}$/.test(digits)) return false;
  return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Belgian national number: a date, an order and 97 minus the rest by 97, with a 2 in front from the year 2000 on. */
export function isBelgianId(digits: string): boolean {
  if (!/^\d\d[0-5]\d[0-3]\d{6}$/.test(digits)) return false;
  const check = Number(digits.slice(9));
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((body) => 97 - remainder(body, 97) === check);
}

/** Polish PESEL: a date whose month also tells the century, an order, and a digit that makes the sum a round one. */
export function isPesel(digits: string): boolean {
  if (!/^\d\d(?:[02468][1-9]|[13579][0-2])[0-3]\d{6}$/.test(digits)) return false;
  return weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** Portuguese NIF: nine digits by modulus 11; a person's starts with 1, 2, 3 or 45. */
export function isNif(digits: string): boolean {
  if (!/^(?:[123]\d|45)\d{7}$/.test(digits)) return false;
  const rest = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(digits[8]);
}

/** Brazilian CPF: eleven digits, the last two by modulus 11. */
export function isCpf(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return false;
  const check = (weights: readonly number[]): number => ((weighted(digits, weights) * 10) % 11) % 10;
  return (
    check([10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[9]) &&
    check([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits[10])
  );
}

/** Swedish personnummer, with or without its century; a samordningsnummer adds 60 to the day. Luhn over ten digits. */
export function isPersonnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  return (
    /^(?:(?:18|19|20)?)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])\d{4}$/.test(digits) &&
    passesLuhn(ten)
  );
}

/** Turkish T.C. kimlik number: eleven digits, the tenth and the eleventh are checks (NVİ). */
export function isTcKimlik(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(digits[9]) && (odd + even + tenth) % 10 === Number(digits[10]);
}

/** Ukrainian РНОКПП: ten digits, the first five days since 1899-12-31, the last a check. */
export function isRnokpp(digits: string): boolean {
  if (!/^[0-4]\d{9}$/.test(digits) || /^0{5}/.test(digits)) return false;
  const rest = weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11;
  return ((rest + 11) % 11) % 10 === Number(digits[9]);
}

/** Swiss AHV/AVS number: 756 and ten digits, an EAN-13. */
export function isAhv(digits: string): boolean {
  return /^756\d{10}$/.test(digits) && weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}
