/** Policies for a browser that puppeteer starts: puppeteer wants one program to start, so we write one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CandorError } from '../../../shared/errors.ts';
import { type Policies, whyNoPolicies, withPolicies } from './policies.ts';

export interface WrappedProgram {
  readonly executable: string;
  /** The folder of the policy copies, see `policyFiles`; `null` without policies. */
  readonly workDir: string | null;
  remove(): void;
}

/** A program that starts `executable` under `policies`. Throws `CandorError('not-found')` where that cannot work. */
export async function policyWrapper(executable: string, policies: Policies | null): Promise<WrappedProgram> {
  if (policies === null) return { executable, workDir: null, remove: () => {} };
  const why = await whyNoPolicies();
  if (why !== null) throw new CandorError('not-found', why);
  const workDir = mkdtempSync(join(tmpdir(), 'candor-policies-'));
  const { file, args } = withPolicies(policies, executable, [], workDir);
  const script = join(workDir, 'start-browser');
  writeFileSync(script, `#!/bin/sh\nexec ${[file, ...args].map(quoted).join(' ')} "$@"\n`, { mode: 0o700 });
  return { executable: script, workDir, remove: () => rmSync(workDir, { recursive: true, force: true }) };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
