/** Puts a fix into the text and leaves the sentence in good order: spaces, punctuation, the capital at its start. */

import type { Fix } from './matcher.ts';

const SENTENCE_START = /(?:^|[.!?؟]["')\]]? +|\n)["'([]?$/u;
/** Marks that hold on to the word before them. */
const CLOSING = /^[,;:.!?)\]،؛؟]/u;

/** `text` with the words from `start` to `end` (UTF-16 units) fixed. */
export function applyFix(
  text: string,
  finding: { readonly start: number; readonly end: number },
  fix: Fix,
): string {
  const left = text.slice(0, finding.start);
  const right = text.slice(finding.end);
  return fix.kind === 'remove' ? withoutWords(left, right) : withWords(left, fix.text, right);
}

function withWords(left: string, words: string, right: string): string {
  const raised = SENTENCE_START.test(left) ? raise(words) : words;
  const glue = /[\p{L}\p{N}]$/u.test(left) ? ' ' : '';
  const tail = /^[\p{L}\p{N}]/u.test(right) ? ' ' : '';
  return left + glue + raised + tail + right;
}

function withoutWords(left: string, right: string): string {
  let before = left;
  // A possessive belongs to the name that goes.
  let after = right.replace(/^['\u2019]s(?![\p{L}\p{N}])/u, '');
  const opener = /[([]$/.exec(before)?.[0];
  if ((opener === '(' && after.startsWith(')')) || (opener === '[' && after.startsWith(']'))) {
    before = before.slice(0, -1);
    after = after.slice(1);
  }
  const startsSentence = before.trim() === '' || /[.!?؟\n]["')\]]? *$/u.test(before);
  if (startsSentence) return startingSentence(before, after);
  if (/^[ \t]*$/.test(after)) return before.replace(/[ \t,;:\-–—،؛]+$/u, '');
  if (/^[ \t]*\n/.test(after)) return before.replace(/[ \t]+$/u, '') + after.replace(/^[ \t]+/u, '');
  before = before.replace(/[ \t]+$/u, ' ');
  after = after.replace(/^[ \t]+/u, ' ');
  if (CLOSING.test(after.trimStart())) {
    after = after.trimStart();
    before = before.replace(/[ \t]+$/u, '');
    // Two commas, or a comma before a full stop, become one mark.
    if (/[,;:،؛]$/u.test(before)) before = before.slice(0, -1);
    return before + after;
  }
  if (/[ \t(]$/.test(before)) after = after.replace(/^ /, '');
  else if (!/^[ \n]/.test(after) && after !== '') after = ` ${after}`;
  return before + after;
}

/** What is left begins a sentence, a line or the whole text. */
function startingSentence(before: string, after: string): string {
  let rest = after.replace(/^[ \t]*[,;:،؛]?[ \t]*/u, '');
  if (before.trim() !== '') rest = rest.replace(/^[.!?][ \t]*/u, '');
  if (rest === '') return before.trimEnd();
  if (before.endsWith('\n') && rest.startsWith('\n')) rest = rest.slice(1);
  const glue = before === '' || /\s$/.test(before) || /^\s/.test(rest) ? '' : ' ';
  return before + glue + raise(rest);
}

function raise(words: string): string {
  const [first] = words;
  return first === undefined ? words : first.toUpperCase() + words.slice(first.length);
}
