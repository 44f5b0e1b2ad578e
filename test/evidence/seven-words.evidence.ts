import { describe, expect, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { leftOnDisk, sevenWords } from './seven-words.ts';

describe.each(BROWSERS)('seven words in %s', (name) => {
  const all = endingsOfAllTests();

  test('lead back to the answer, and neither they nor what was read or added are on the disk', async () => {
    const { browser, canaries } = await sevenWords(all, name);
    const { hits, controls } = await leftOnDisk(browser, canaries);
    expect(controls.length).toBeGreaterThan(0);
    expect(hits).toEqual([]);
  });
});
