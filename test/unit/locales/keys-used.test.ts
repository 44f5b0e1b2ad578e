import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import english from '../../../extension/locales/en.json' with { type: 'json' };

/*
 * Reads the sources: every key that is asked for exists, and every key that exists is asked for. `t(`kind.${id}.label`)`
 * asks for every key of that shape; the compiler checks that each of them is there.
 */

const root = new URL('../../../', import.meta.url);
const sources = ['extension', 'relay', 'wxt.config.ts']
  .flatMap((place) => filesIn(place))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(new URL(file, root), 'utf8'));

function filesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(new URL(place, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => `${place}/${file}`);
}

/** Of the call `t(…)` or `t.rich(…)` whose parenthesis opens at `from`: its first argument, as it stands. */
function firstArgument(source: string, from: number): string {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const letter = source[at] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (depth === 0 || (depth === 1 && letter === ',')) return source.slice(from + 1, at);
  }
  return '';
}

const asked = sources.flatMap((source) =>
  [...source.matchAll(/(?<!\w)t(?:\.rich)?\(/g)]
    .map((call) => firstArgument(source, call.index + call[0].length - 1))
    .flatMap((argument) => [...argument.matchAll(/'([a-zA-Z][\w.-]*)'|`([^`]*)`/g)])
    .map((literal) => literal[1] ?? literal[2] ?? '')
    .filter((key) => key.includes('.') || key in english),
);
const patterns = asked.map(
  (key) =>
    new RegExp(
      `^${key
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join('[\\w-]+')}$`,
    ),
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

it('every key that is asked for exists', () => {
  const keys = Object.keys(english);
  const missing = asked.filter((_, index) => !keys.some((key) => patterns[index]?.test(key)));
  expect([...new Set(missing)]).toEqual([]);
});

it('every key that exists is asked for', () => {
  // Asked for by name outside of `t`: the extension's manifest, its commands and its context menu.
  const elsewhere = /^(?:extension|command|menu)\./;
  // A list of keys, from which `t` gets one, holds them whole.
  const listed = (key: string) => sources.some((source) => source.includes(`'${key}'`));
  const unused = Object.keys(english).filter(
    (key) => !elsewhere.test(key) && !patterns.some((pattern) => pattern.test(key)) && !listed(key),
  );
  expect(unused).toEqual([]);
});

it('the scan sees calls at all', () => {
  expect(asked).toContain('panel.title');
  expect(asked.some((key) => key.startsWith('kind.$'))).toBe(true);
  expect(firstArgument("t(a ? 'x.y' : 'x.z', { n: f(1) })", 1)).toBe("a ? 'x.y' : 'x.z'");
});
