import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { keptFigures } from './kept-by-servers.ts';
import { inboxWords, panelWords } from './profile-words.ts';

const TIMES = 5;
type WordsOf = typeof panelWords;

describe.each(BROWSERS)(`the profile of %s, ${TIMES} times`, (name) => {
  const all = endingsOfAllTests();

  test.each<[string, WordsOf]>([
    ['panel', panelWords],
    ['inbox', (all, name) => inboxWords(all, name, true)],
  ])('holds no word that was typed or read in the %s', { timeout: 1_800_000 }, async (_, wordsOf) => {
    for (let i = 0; i < TIMES; i++) {
      const { hits, controls } = await wordsOf(all, name);
      expect(controls).not.toEqual([]);
      expect(hits).toEqual([]);
    }
  });
});

describe('relay, drop and mailroom', () => {
  const all = endingsOfAllTests();

  test('keep no address, header, body or word of a concern', async () => {
    const { controls, envelopes, hits, logged } = await keptFigures(all, 100);
    expect(controls).toBeGreaterThan(0);
    expect(envelopes).toBe(100);
    expect(hits).toEqual([]);
    expect(logged).toEqual([]);
  });
});
