/*
 * Reads the sources: which messages are asked for. `t(`kind.${id}.label`)` asks for every key of that shape; the compiler
 * checks that each of them is there.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import english from '../../../extension/locales/en.json' with { type: 'json' };

const root = new URL('../../../', import.meta.url);

/** Asked for by name outside of `t`: the extension's manifest, its commands and its context menu. */
const BY_THE_BROWSER = /^(?:extension|command|menu)\./;

/** Every source under these folders or files of the repository. */
export function sourcesUnder(places: readonly string[]): URL[] {
  return places
    .flatMap((place) => (/\.tsx?$/.test(place) ? [place] : filesIn(place)))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => new URL(file, root));
}

function filesIn(place: string): string[] {
  return readdirSync(new URL(place, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => `${place}/${file}`);
}

/** These files, and whatever of ours they run: what they import, at once or later, and their workers. Types are not run. */
export function sourcesRunBy(entries: readonly string[]): URL[] {
  const found = new Map<string, URL>();
  const look = (file: URL): void => {
    if (found.has(file.href) || !/\.tsx?$/.test(file.pathname) || !existsSync(file)) return;
    found.set(file.href, file);
    const imports =
      /(?:^|\n)(?:import|export)(?! type\b)[^;']*?'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|new URL\(\s*'(\.[^']+)'/g;
    for (const [, at, later, worker] of readFileSync(file, 'utf8').matchAll(imports)) {
      look(new URL(at ?? later ?? worker ?? '', file));
    }
  };
  for (const entry of entries) look(new URL(entry, root));
  return [...found.values()];
}

/** Of the call `t(…)` or `t.rich(…)` whose parenthesis opens at `from`: its first argument, as it stands. */
export function firstArgument(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const letter = source[at] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (depth === 0 || (depth === 1 && letter === ',')) return source.slice(from + 1, at);
  }
  return '';
}

export interface Asked {
  /** As they stand in the calls, with `${…}` in some. */
  readonly inCalls: readonly string[];
  /** Those of English that are asked for. */
  readonly keys: readonly string[];
  /** What is asked for and does not exist. */
  readonly missing: readonly string[];
}

/** What these sources ask for, and the browser by itself. */
export function askedBy(files: readonly URL[]): Asked {
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  const inCalls = sources.flatMap((source) =>
    [...source.matchAll(/(?<!\w)t(?:\.rich)?\(/g)]
      .map((call) => firstArgument(source, call.index + call[0].length - 1))
      .flatMap((argument) => [...argument.matchAll(/'([a-zA-Z][\w.-]*)'|`([^`]*)`/g)])
      .map((literal) => literal[1] ?? literal[2] ?? '')
      .filter((key) => key.includes('.') || key in english),
  );
  const patterns = inCalls.map(
    (key) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('[\\w-]+')}$`,
      ),
  );
  // A list of keys, from which `t` gets one, holds them whole.
  const listed = (key: string) => sources.some((source) => source.includes(`'${key}'`));
  const all = Object.keys(english);
  return {
    inCalls,
    keys: all.filter(
      (key) => BY_THE_BROWSER.test(key) || patterns.some((pattern) => pattern.test(key)) || listed(key),
    ),
    missing: [...new Set(inCalls.filter((_, index) => !all.some((key) => patterns[index]?.test(key))))],
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Everything that the panel can say, with what the browser says for it. */
export const PANEL_KEYS = askedBy(
  sourcesRunBy(['extension/entrypoints/popup/main.tsx', 'extension/entrypoints/background/index.ts']),
).keys;
