/** Finding Chromium and Firefox, and installing them where they are missing. */
import { CandorError } from '../../../shared/errors.ts';
import { runCommand } from './command.ts';
import { installPackages, type Missing, type Say } from './packages.ts';
import { findProgram } from './programs.ts';

export interface WantedBrowsers {
  readonly chromium: boolean;
  readonly firefox: boolean;
}

/** Full paths; `null` for a browser that was not asked for. */
export interface FoundBrowsers {
  readonly chromium: string | null;
  readonly firefox: string | null;
}

// Google Chrome itself comes last: since version 137 it refuses extensions from the command line.
const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'google-chrome-for-testing',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'google-chrome-stable',
  'google-chrome',
];
const FIREFOX_NAMES = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const CHROMIUM: Missing = {
  what: 'Chromium',
  packages: ['chromium', 'chromium-browser'],
  alongside: ['chromium-sandbox', 'fonts-liberation', 'fonts-dejavu-core'],
  elsewhere: 'https://www.chromium.org/getting-involved/download-chromium/ or Chrome for Testing',
};
const FIREFOX: Missing = {
  what: 'Firefox',
  packages: ['firefox-esr', 'firefox'],
  alongside: ['fonts-liberation', 'fonts-dejavu-core'],
  elsewhere: 'https://support.mozilla.org/kb/install-firefox-linux (the .deb package, not the snap)',
};

/** Path of Chromium or a kin of it, or `null`. `CANDOR_CHROMIUM` may name one. */
export function findChromium(): string | null {
  return findProgram(named('CANDOR_CHROMIUM') ?? CHROMIUM_NAMES);
}

/** Path of Firefox (ESR first), or `null`. `CANDOR_FIREFOX` may name one. */
export function findFirefox(): string | null {
  return findProgram(named('CANDOR_FIREFOX') ?? FIREFOX_NAMES);
}

/**
 * Finds the wanted browsers, installing what is missing. Calls no package manager when nothing is missing, so that
 * it works offline. Throws `CandorError('not-found')` with what to install and how.
 */
export async function ensureBrowsers(wanted: WantedBrowsers, say: Say): Promise<FoundBrowsers> {
  const missing: Missing[] = [];
  if (wanted.chromium && findChromium() === null) missing.push(CHROMIUM);
  if (wanted.firefox && findFirefox() === null) missing.push(FIREFOX);
  await installPackages(missing, say);
  return {
    chromium: wanted.chromium ? await thatStarts(findChromium(), CHROMIUM) : null,
    firefox: wanted.firefox ? await thatStarts(findFirefox(), FIREFOX) : null,
  };
}

/** A browser that is there but cannot say its own version (a snap without its daemon) is as good as missing. */
async function thatStarts(file: string | null, { what, elsewhere }: Missing): Promise<string> {
  if (file === null) throw new CandorError('not-found', `${what} was not found. Get it from ${elsewhere}.`);
  const version = await runCommand(file, ['--version'], { seconds: 60 });
  if (version.status === 0) return file;
  throw new CandorError('not-found', `${what} at ${file} does not start. Get it from ${elsewhere}.`);
}

function named(variable: string): string[] | null {
  const value = process.env[variable];
  return value ? [value] : null;
}
