// Loaded before a server's own code: a clock that a test can move, by writing seconds into a file.
import { readFileSync } from 'node:fs';

const file = process.env.CANDOR_TEST_CLOCK ?? '';
const LOOK_MILLISECONDS = 40;
const real = Date.now;
let lookedAt = Number.NEGATIVE_INFINITY;
let moved = 0;

Date.now = () => {
  const now = real();
  if (now - lookedAt >= LOOK_MILLISECONDS) {
    lookedAt = now;
    try {
      moved = Number(readFileSync(file, 'utf8')) * 1000;
    } catch {
      // Being written just now: the next look sees it.
    }
  }
  return now + moved;
};
