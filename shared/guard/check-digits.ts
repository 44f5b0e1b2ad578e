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
