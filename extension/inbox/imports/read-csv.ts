/** More lines than this are no table of a hospital's places and months. */
const MOST_LINES = 20_000;
const MOST_CELLS = 20;
const LONGEST_CELL = 200;
/** Text has no other control characters, and nothing that turns the letters around it. */
const NOT_TEXT = /(?![\t\r\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The cells of a CSV file (RFC 4180; comma or semicolon, LF or CRLF, with or without a byte order mark). `not-text` for
 * bytes that are no UTF-8, `not-a-table` for lines of different lengths, open quotes, or more than any such file holds.
 */
export function readCsv(file: Uint8Array): string[][] | 'not-text' | 'not-a-table' {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return 'not-text';
  }
  if (NOT_TEXT.test(text)) return 'not-text';
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const separator = !firstLine.includes(',') && firstLine.includes(';') ? ';' : ',';
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at, separator);
    if (cell === null || cell.words.length > LONGEST_CELL) return 'not-a-table';
    line.push(cell.words);
    at = cell.end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) line.push('');
    } else if (at < text.length && !/[\r\n]/.test(text[at] ?? '')) return 'not-a-table';
    if (at >= text.length || /[\r\n]/.test(text[at] ?? '')) {
      // A separator at the end of a line leaves an empty cell behind it.
      if (text[at - 1] === separator && at < text.length) line.push('');
      at += text.startsWith('\r\n', at) ? 2 : 1;
      lines.push(line);
      line = [];
    }
    if (lines.length > MOST_LINES || line.length > MOST_CELLS) return 'not-a-table';
  }
  const full = lines.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const width = full[0]?.length ?? 0;
  return full.length < 2 || full.some((cells) => cells.length !== width) ? 'not-a-table' : full;
}

interface ReadCell {
  readonly words: string;
  readonly end: number;
}

function quoted(text: string, from: number): ReadCell | null {
  let words = '';
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') words += text[at];
    else if (text[at + 1] === '"') {
      words += '"';
      at++;
    } else return { words, end: at + 1 };
    if (words.length > LONGEST_CELL) return null;
  }
  return null;
}

function bare(text: string, from: number, separator: string): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { words: text.slice(from, end), end };
}
