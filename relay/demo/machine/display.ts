/** Finding Xvfb, a display that nobody looks at, and installing it where it is missing. */
import { CandorError } from '../../../shared/errors.ts';
import { installPackages, type Missing, type Say } from './packages.ts';
import { findProgram } from './programs.ts';

const XVFB: Missing = {
  what: 'Xvfb',
  packages: ['xvfb'],
  elsewhere: 'the package of your system that holds Xvfb',
};

/** Path of Xvfb, or `null`. */
export function findXvfb(): string | null {
  return findProgram(['Xvfb']);
}

/** Finds Xvfb, installing it when missing. Throws `CandorError('not-found')` with what to install and how. */
export async function ensureXvfb(say: Say): Promise<string> {
  if (findXvfb() === null) await installPackages([XVFB], say);
  const found = findXvfb();
  if (found === null)
    throw new CandorError('not-found', `Xvfb was not found. Get it from ${XVFB.elsewhere}.`);
  return found;
}
