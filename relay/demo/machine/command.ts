/** Running other programs, always with a time limit, never with a question on the terminal. */
import { spawn } from 'node:child_process';

export interface CommandResult {
  /** Exit status; `null` when the program could not be started or was ended by the time limit. */
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface CommandOptions {
  readonly seconds: number;
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** Run as this user and group; only root may ask for it. */
  readonly as?: { readonly uid: number; readonly gid: number };
}

const KEEP_CHARACTERS = 200_000;

/** Runs a program to its end and gives back what it said. Never throws: a missing program is status `null`. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // A directory that every user may stand in: postgres and apt complain about one they cannot read.
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', ...options.env },
      ...(options.as ? { uid: options.as.uid, gid: options.as.gid } : {}),
    });
    let output = '';
    let errors = '';
    const limit = setTimeout(() => {
      errors += `\nstopped after ${options.seconds} s`;
      child.kill('SIGKILL');
    }, options.seconds * 1000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEEP_CHARACTERS);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-KEEP_CHARACTERS);
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ status: null, output, errors: error.message });
    });
    child.once('close', (status) => {
      clearTimeout(limit);
      resolve({ status, output, errors });
    });
  });
}
