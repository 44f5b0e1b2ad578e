import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { CandorError } from '../../shared/errors.ts';
import {
  compileSitePatterns,
  type Finding,
  kindsChecked,
  namesChecked,
  type SitePatterns,
  scan,
} from '../../shared/guard/guard.ts';
import { LANGUAGES, languageOf } from '../../shared/guard/languages.ts';

/*
 * `candor guard`: runs the identifiers guard over lines of text, so that a site can try its own patterns and see what
 * the panel would mark. It reads and writes as it goes; nothing is kept.
 */

const USAGE = `Usage: candor guard [--json] [--language xx] [--patterns FILE] FILE|-

Marks what can point to a person in each line of FILE, or of standard input (-).

  --json            one JSON object for each line:
                    {"line":1,"findings":[{"rule":"staff_name","tier":"block","start":0,"end":8}]}
                    line from 1, start and end in UTF-16 units, tier block, warn or hint
  --language xx     rules to use: ${LANGUAGES.map(({ code }) => code).join(', ')} (default en)
  --patterns FILE   your own patterns, as in the managed setting: a JSON array, or one to a line
`;

export interface GuardIo {
  readonly stdin: Readable;
  /** Returns `false` when the reader of the output is behind. */
  out(text: string): unknown;
  err(text: string): unknown;
  /** Resolves when the output has been read. */
  drained?(): Promise<unknown>;
}

interface Order {
  readonly file: string;
  readonly json: boolean;
  readonly language: string;
  readonly patternFile: string | undefined;
}

/** A call that cannot be answered; the message says what to do instead. */
class Misuse extends Error {}

/** Exit status 0, or 2 when the call is wrong or a file cannot be read. */
export async function runGuard(argv: readonly string[], io: GuardIo): Promise<number> {
  try {
    const order = orderOf(argv);
    if (order === null) {
      io.out(USAGE);
      return 0;
    }
    const sitePatterns = order.patternFile === undefined ? undefined : await patternsIn(order.patternFile);
    await report(order, sitePatterns, io);
    return 0;
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.err(`candor guard: ${error.message}\n`);
    return 2;
  }
}

function orderOf(argv: readonly string[]): Order | null {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new Misuse(`${reasonOf(error)}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (values.help) return null;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new Misuse(`give one file, or - for standard input\n\n${USAGE}`);
  }
  if (languageOf(values.language) === null) {
    const known = LANGUAGES.map(({ code }) => code).join(', ');
    throw new Misuse(`there are no rules for the language "${values.language}"; choose one of ${known}`);
  }
  return { file, json: values.json, language: values.language, patternFile: values.patterns };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
      patterns: { type: 'string' },
    },
  });
}

async function patternsIn(path: string): Promise<SitePatterns> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Misuse(unreadable(path, error, 'give --patterns a file with one regular expression to a line'));
  });
  try {
    return compileSitePatterns(sourcesIn(text));
  } catch (error) {
    if (error instanceof CandorError) throw new Misuse(`${path}: ${error.message} (counting from 0)`);
    throw error;
  }
}

/** A JSON array of strings as it stands in policy, or lines. A pattern may itself begin with a bracket. */
function sourcesIn(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  } catch {
    // Not JSON: lines.
  }
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

async function report(order: Order, sitePatterns: SitePatterns | undefined, io: GuardIo): Promise<void> {
  const options = { language: order.language, ...(sitePatterns === undefined ? {} : { sitePatterns }) };
  const counts = { lines: 0, marked: 0, block: 0, warn: 0, hint: 0 };
  for await (const line of linesOf(order.file, io.stdin)) {
    counts.lines++;
    const findings = scan(line, options);
    if (findings.length > 0) counts.marked++;
    for (const { tier } of findings) counts[tier]++;
    const text = order.json ? asJson(counts.lines, findings) : asText(counts.lines, line, findings);
    if (text !== '' && io.out(text) === false) await io.drained?.();
  }
  if (order.json) return;
  const names = namesChecked(order.language)
    ? ''
    : ' Names are not checked to a measured quality in this language.';
  io.out(
    `${counts.marked} of ${counts.lines} lines marked: ${counts.block} block, ${counts.warn} warn, ${counts.hint} hint. ` +
      `Checked for ${kindsChecked(order.language)} kinds of identifying details.${names}\n`,
  );
}

function asJson(line: number, findings: readonly Finding[]): string {
  const plain = findings.map(({ rule, tier, start, end }) => ({ rule, tier, start, end }));
  return `${JSON.stringify({ line, findings: plain })}\n`;
}

/** The line with its findings in brackets, and below it one row for each. Lines without findings say nothing. */
function asText(line: number, text: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  let marked = '';
  let from = 0;
  for (const { start, end } of findings) {
    marked += `${text.slice(from, start)}[[${text.slice(start, end)}]]`;
    from = end;
  }
  const rows = findings.map(
    ({ rule, tier, start, end }) =>
      `      ${tier.padEnd(5)}  ${rule.padEnd(18)} ${printable(text.slice(start, end))}\n`,
  );
  return `${String(line).padStart(4)}  ${printable(marked + text.slice(from))}\n${rows.join('')}`;
}

/** Control characters and direction overrides could rewrite the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
}

/** Lines as text editors count them: `\n` or `\r\n` ends one, and after the last of these there is no further line. */
async function* linesOf(file: string, stdin: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const source: AsyncIterable<Uint8Array | string> = file === '-' ? stdin : createReadStream(file);
  let pending = '';
  try {
    for await (const chunk of source) {
      const lines = (
        pending + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
      ).split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) yield withoutReturn(line);
    }
  } catch (error) {
    throw new Misuse(unreadable(file, error, 'give the path of a text file, or - for standard input'));
  }
  pending += decoder.decode();
  if (pending !== '') yield withoutReturn(pending);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function unreadable(path: string, error: unknown, advice: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EISDIR'
        ? 'it is a folder'
        : code === 'EACCES'
          ? 'it may not be read'
          : reasonOf(error);
  return `cannot read ${path}: ${why}; ${advice}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it failed';
}
