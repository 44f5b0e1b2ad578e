import { describe, expect, it } from 'vitest';
import { FILES, textOfFile } from './tree.ts';

/* docs/practices.md is a ledger: its rows, its counts and the files it names are held to what is there. */

const TEXT = textOfFile('docs/practices.md');
const ROWS = [...TEXT.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number = '', practice = '', state = '', where = '']) => ({
    number: Number(number),
    practice,
    state: state.trim(),
    where,
  }),
);
const COUNTS = new Map(
  [...TEXT.matchAll(/^\| ([a-z ]+) \| [^|]+ \| (\d+) \|$/gm)].map(([, state = '', rows]) => [
    state.trim(),
    Number(rows),
  ]),
);

describe('docs/practices.md', () => {
  it('has 73 rows, each once and in order, with a state of the six', () => {
    expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 73 }, (_, at) => at + 1));
    expect(COUNTS.size).toBe(6);
    expect(ROWS.filter(({ state }) => !COUNTS.has(state))).toEqual([]);
  });

  it('counts them as they are', () => {
    for (const [state, rows] of COUNTS) {
      expect([state, ROWS.filter((row) => row.state === state).length]).toEqual([state, rows]);
    }
  });

  it('names files that are there, and one at least wherever something works', () => {
    const named = (where: string): string[] => [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    const missing = ROWS.flatMap(({ where }) => named(where)).filter(
      (path) => !FILES.some((file) => file === path || file.startsWith(path.replace(/\/?$/, '/'))),
    );
    expect(missing).toEqual([]);
    expect(ROWS.filter(({ state, where }) => state === 'works' && named(where).length === 0)).toEqual([]);
  });

  it('says why, wherever something does not', () => {
    const bare = ROWS.filter(({ state, where }) => state !== 'works' && where.trim().length < 20);
    expect(bare).toEqual([]);
  });
});
