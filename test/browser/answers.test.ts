import { test } from 'vitest';
import { sevenWords } from '../evidence/seven-words.ts';
import { endingsOfAllTests } from './harness/endings.ts';

const all = endingsOfAllTests();

// In both browsers: npm run evidence.
test('seven words lead back to the answer and from there to the desk again, and leave nothing on the disk', () =>
  sevenWords(all, 'chromium'));
