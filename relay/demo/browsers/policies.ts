/**
 * Enterprise policies for one command only: the machine's own folders stay as they are, since the command runs in
 * a mount namespace of its own, over copies that hold the policies. Needs root; browsers read no other place.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../machine/command.ts';
import { findProgram } from '../machine/programs.ts';

export interface Policies {
  /** A managed policy file of Chromium and of Chrome, such as `{ "3rdparty": { "extensions": { … } } }`. */
  readonly chromium?: object;
  /** The value of `policies` in Firefox's policies.json. */
  readonly firefox?: object;
}

/** Each program reads its own folder (Chromium: components/policy/core/common/policy_paths.cc). */
const FILES: Record<keyof Policies, readonly string[]> = {
  chromium: ['/etc/chromium/policies/managed/candor.json', '/etc/opt/chrome/policies/managed/candor.json'],
  firefox: ['/etc/firefox/policies/policies.json'],
};

export interface PolicyCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** Why policies cannot be tried on this machine, in plain words; `null` when they can. */
export async function whyNoPolicies(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'Policies can only be tried as root.';
  const unshare = findProgram(['unshare']);
  if (unshare === null) return 'Policies can only be tried with unshare, from the package util-linux.';
  const works = await runCommand(unshare, ['-m', 'true'], { seconds: 10 });
  return works.status === 0 ? null : 'Policies cannot be tried here: this system allows no private mounts.';
}

/**
 * The command that runs `file` with `args` under these policies. Copies go into `workDir`, which must live as long
 * as the command. Rewrite a file that `policyFiles` names to change a policy while the command runs.
 */
export function withPolicies(
  policies: Policies,
  file: string,
  args: readonly string[] = [],
  workDir: string = mkdtempSync(join(tmpdir(), 'candor-policies-')),
): PolicyCommand {
  const names = (Object.keys(FILES) as (keyof Policies)[]).filter((name) => policies[name] !== undefined);
  const targets = outermost(
    names.flatMap((name) => FILES[name].map((path) => nearestExisting(dirname(path)))),
  );
  for (const target of targets) {
    cpSync(target, join(workDir, target), { recursive: true, verbatimSymlinks: true, filter: isOrdinary });
  }
  for (const name of names) {
    const content = name === 'firefox' ? { policies: policies.firefox } : policies[name];
    for (const path of policyFiles(workDir, name)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(content, null, 2));
    }
  }
  const binds = targets.flatMap((target) => [join(workDir, target), target]);
  const script =
    'while [ "$1" != -- ]; do mount --bind "$1" "$2" || exit 126; shift 2; done; shift; exec "$@"';
  return {
    file: findProgram(['unshare']) ?? 'unshare',
    args: ['-m', 'sh', '-c', script, 'sh', ...binds, '--', file, ...args],
  };
}

/** Where `withPolicies` wrote a browser's policies inside `workDir`. */
export function policyFiles(workDir: string, name: keyof Policies): string[] {
  return FILES[name].map((path) => join(workDir, path));
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

/** A mount over a folder hides those inside it, and its copy holds them anyway. */
function outermost(folders: readonly string[]): string[] {
  return [...new Set(folders)].filter(
    (one) => !folders.some((other) => one !== other && one.startsWith(`${other}/`)),
  );
}

function isOrdinary(source: string): boolean {
  const kind = lstatSync(source);
  return kind.isFile() || kind.isDirectory() || kind.isSymbolicLink();
}
