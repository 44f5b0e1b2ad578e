/*
 * CSV as RFC 4180 has it (comma, CRLF, quotes doubled), with a byte order mark, without which spreadsheets take UTF-8 for
 * something else. A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
 */

const BYTE_ORDER_MARK = '\uFEFF';
/** The letters a formula can begin with, plain or full-width, and what programs skip before it. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u;

export type Cell = string | number | null;

/** A table as a file: a line of names, then one line for each row. `null` is an empty cell. */
export function csvOf(names: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${[names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  // A number cannot carry a formula, and an apostrophe would make text of it.
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
