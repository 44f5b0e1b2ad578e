/** Installing Debian and Ubuntu packages when a person, or root, lets us; a clear word on what to do when not. */
import { setTimeout as pause } from 'node:timers/promises';
import { CandorError } from '../../../shared/errors.ts';
import { type CommandResult, runCommand } from './command.ts';
import { findProgram } from './programs.ts';

/** Tells the person at the terminal one line, in plain words. */
export type Say = (line: string) => void;

export interface Missing {
  /** What the person calls it: "Chromium". */
  readonly what: string;
  /** Package names, best first; the first that this machine's archive really has is taken. */
  readonly packages: readonly string[];
  /** Packages that make it work well, taken when the archive has them. */
  readonly alongside?: readonly string[];
  /** Where to get it on a machine where we cannot install. */
  readonly elsewhere: string;
}

const LOCK_PATIENCE_SECONDS = 180;
const LOCK_PAUSE_SECONDS = 3;
const LOCK_HELD =
  /Could not get lock|Unable to acquire the dpkg frontend lock|Unable to lock|is held by process/;
const QUIET = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBCONF_NONINTERACTIVE_SEEN: 'true',
  NEEDRESTART_SUSPEND: '1',
};

/**
 * Installs all of `missing` with apt-get, as root or through `sudo -n`. Says what it does before and after.
 * Throws `CandorError('not-found')` with what to install and how, when this machine is not Debian or Ubuntu,
 * when we may not install, or when apt-get fails.
 */
export async function installPackages(missing: readonly Missing[], say: Say): Promise<void> {
  if (missing.length === 0) return;
  const names = missing.map(({ what }) => what).join(' and ');
  const aptGet = findProgram(['apt-get']);
  if (aptGet === null) throw notInstalled(missing, `${names} cannot be installed here by itself`);
  const prefix = await rootPrefix();
  if (prefix === null)
    throw notInstalled(missing, `${names} must be installed first, and that needs an administrator`);

  const apt = (...args: string[]) => patiently(prefix, [aptGet, ...args], say);
  let chosen = await choosePackages(missing);
  if (chosen === null) {
    say('Asking the package archive what it has …');
    await apt('update');
    chosen = await choosePackages(missing);
  }
  if (chosen === null)
    throw notInstalled(missing, `The package archive of this machine does not have ${names}`);

  say(`Installing ${names} (${chosen.join(', ')}). This can take a few minutes …`);
  const install = ['install', '--yes', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...chosen];
  let result = await apt(...install);
  if (result.status !== 0) {
    // Old lists name files that the archive no longer has: read them again, once.
    await apt('update');
    result = await apt(...install);
  }
  if (result.status !== 0)
    throw notInstalled(missing, `Installing ${names} did not work: ${lastLine(result)}`);
  say(`Installed ${names}.`);
}

/** `[]` when we are root, `['sudo', '-n']` when that works without a password, `null` when we may not install. */
export async function rootPrefix(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram(['sudo']);
  if (sudo === null) return null;
  const allowed = await runCommand(sudo, ['-n', 'true'], { seconds: 10 });
  return allowed.status === 0 ? [sudo, '-n'] : null;
}

/** Runs a command as root, waiting while another installation holds the lock. */
export async function patiently(
  prefix: readonly string[],
  command: readonly string[],
  say: Say,
): Promise<CommandResult> {
  const [file = '', ...args] = [
    ...prefix,
    'env',
    ...Object.entries(QUIET).map(([k, v]) => `${k}=${v}`),
    ...command,
  ];
  for (let waited = 0; ; waited += LOCK_PAUSE_SECONDS) {
    const result = await runCommand(file, args, { seconds: 1_200 });
    if (result.status === 0 || !LOCK_HELD.test(result.errors) || waited >= LOCK_PATIENCE_SECONDS)
      return result;
    if (waited === 0) {
      say(
        `Another installation is running on this machine; waiting for it, up to ${LOCK_PATIENCE_SECONDS} seconds …`,
      );
    }
    await pause(LOCK_PAUSE_SECONDS * 1000);
  }
}

/** One package name for each missing thing and what goes alongside, or `null` when the archive lacks one. */
async function choosePackages(missing: readonly Missing[]): Promise<string[] | null> {
  const chosen: string[] = [];
  for (const { packages, alongside = [] } of missing) {
    const first = await firstOf(packages);
    if (first === null) return null;
    chosen.push(first);
    for (const name of alongside) if (await isReal(name)) chosen.push(name);
  }
  return [...new Set(chosen)];
}

async function firstOf(packages: readonly string[]): Promise<string | null> {
  for (const name of packages) if (await isReal(name)) return name;
  return null;
}

/**
 * Whether the archive holds the program itself. Ubuntu's `firefox` and `chromium-browser` only fetch a snap, which
 * may neither be started from a script's folder nor be driven, so they do not count.
 */
async function isReal(name: string): Promise<boolean> {
  const shown = await runCommand('apt-cache', ['show', '--no-all-versions', name], { seconds: 60 });
  if (shown.status !== 0 || !/^Filename: /m.test(shown.output)) return false;
  return !/^(Version: .*snap|Description(-en)?: .*\bsnap\b)/im.test(shown.output);
}

function notInstalled(missing: readonly Missing[], why: string): CandorError {
  const packages = missing.map(({ packages }) => packages[0]).join(' ');
  const lines = [
    `${why}.`,
    `On Debian:  sudo apt-get install ${packages}`,
    ...missing.map(({ what, elsewhere }) => `Elsewhere:  ${what} from ${elsewhere}`),
    'Then run the same command again.',
  ];
  return new CandorError('not-found', lines.join('\n'));
}

function lastLine({ output, errors }: CommandResult): string {
  const lines = `${output}\n${errors}`.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? 'apt-get said nothing';
}
