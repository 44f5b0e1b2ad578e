import { test } from 'vitest';
import { sevenWords } from '../evidence/seven-words.ts';
import { endingsOfAllTests } from './harness/endings.ts';

const all = endingsOfAllTests();

// In both browsers, and what is left on the disk: npm run evidence.
test('seven words lead back to the answer and from there to the desk again', async () => {
  await sevenWords(all, 'chromium');
});
