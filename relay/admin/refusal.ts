import { CandorError } from '../../shared/errors.ts';

/** Says a refusal on standard error and gives back the exit status for it. Anything but a `CandorError` is thrown on. */
export function refusal(error: unknown, io: { err(text: string): void }, status = 2): number {
  if (!(error instanceof CandorError)) throw error;
  io.err(`${error.message}\n`);
  return status;
}
