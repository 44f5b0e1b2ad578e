import { describe, expect, test } from 'vitest';
import { keptFigures } from '../evidence/kept-by-servers.ts';
import { inboxWords, panelWords } from '../evidence/profile-words.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { BROWSERS } from './harness/start-browser.ts';

/*
 * The short form of test/evidence: what is left on disks. `npm run evidence` has the long form.
 */

describe.each(BROWSERS)('the profile of %s', (name) => {
  const all = endingsOfAllTests();

  test('holds no word that was typed into the panel', async () => {
    const { hits, controls } = await panelWords(all, name);
    expect(controls).not.toEqual([]);
    expect(hits).toEqual([]);
  });

  test('holds no word that was read or typed in the inbox', async () => {
    const { hits, controls } = await inboxWords(all, name, false);
    expect(controls).not.toEqual([]);
    expect(hits).toEqual([]);
  });
});

describe('relay, drop and mailroom', () => {
  const all = endingsOfAllTests();

  test('keep no address, header, body or word of a concern', async () => {
    const { controls, hits, logged, envelopes } = await keptFigures(all, 3);
    expect(controls).toBeGreaterThan(0);
    expect(envelopes).toBe(3);
    expect(hits).toEqual([]);
    expect(logged).toEqual([]);
  });
});
