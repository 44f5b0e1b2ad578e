import { describe, test } from 'vitest';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { BROWSERS } from '../browser/harness/start-browser.ts';
import { sevenWords } from './seven-words.ts';

describe.each(BROWSERS)('seven words in %s', (name) => {
  const all = endingsOfAllTests();

  test('lead back to the answer and from there to the desk again, and leave nothing on the disk', () =>
    sevenWords(all, name));
});
