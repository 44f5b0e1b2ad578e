/*
 * Whatever stands in a message is shown as text and as nothing else. These rules take out what could make a text look
 * like something it is not, or swallow the page around it.
 */

/**
 * Control and format characters (they reorder, hide or break text) go. Line breaks, tabs and what honest writers of
 * Arabic, Hebrew, Persian and emoji use stay: joiners, U+200E, U+200F, U+061C, Arabic number signs.
 */
const HIDDEN = /(?![\n\t\u0600-\u0605\u061C\u06DD\u200C-\u200F])[\p{Cc}\p{Cf}]/gu;
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;
/** No script needs more marks on one letter; hundreds of them reach over the lines above. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const ROW_LENGTH = 160;

/**
 * A text as it is shown: without control and direction characters (what an attacker turns round with U+202E, the
 * reader sees as it was typed; the marks that Arabic and Hebrew writers use, U+200E and U+200F, stay).
 */
export function plainText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(HIDDEN, '').replace(PILED_MARKS, '$1').trim();
}

/** The first words in one line, for a row of the queue. */
export function firstWords(text: string): string {
  const line = text
    .slice(0, 4 * ROW_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= ROW_LENGTH) return line;
  const cut = line.slice(0, ROW_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${space > ROW_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
