import { CandorError } from '../../../shared/errors.ts';

/** The code of the CandorError that an action ends with, or what else became of it. For `expect(...).toBe('stale')`. */
export function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof CandorError ? error.code : `not a CandorError: ${error}`;
  }
  return 'no error';
}

/** `codeOf` for what ends later. */
export async function laterCodeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    return error instanceof CandorError ? error.code : `not a CandorError: ${error}`;
  }
  return 'no error';
}
