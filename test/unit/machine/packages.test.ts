import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureBrowsers } from '../../../relay/demo/machine/browsers.ts';
import { installPackages, type Missing } from '../../../relay/demo/machine/packages.ts';
import { CandorError } from '../../../shared/errors.ts';

/*
 * Installing, with stand-ins for apt-get, apt-cache and sudo that write down how they were called. The real ones
 * would change the machine.
 */

const LAMP: Missing = {
  what: 'Lamp',
  packages: ['lamp', 'lamp-snap'],
  alongside: ['lamp-shade', 'lamp-unheard-of'],
  elsewhere: 'https://lamp.example',
};

const path = process.env.PATH;
let folder = '';
let said: string[] = [];
const say = (line: string) => said.push(line);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-machine-'));
  said = [];
  process.env.PATH = `${folder}:${path}`;
  program('apt-cache', ARCHIVE);
  program('sudo', '[ "$1" = -n ] || exit 1; shift; exec "$@"');
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true, force: true });
});

/** Knows `lamp` and `lamp-shade`; `lamp-snap` only fetches a snap. */
const ARCHIVE = `case "$3" in
  lamp|lamp-shade) printf 'Package: %s\\nVersion: 1.0-1\\nDescription-en: a light\\nFilename: pool/x.deb\\n' "$3";;
  lamp-snap) printf 'Package: lamp-snap\\nVersion: 1:1snap1-0ubuntu2\\nFilename: pool/y.deb\\n';;
  *) exit 100;;
esac`;

describe('installing packages', () => {
  test('calls nothing when nothing is missing', async () => {
    aptGet('exit 0');
    await installPackages([], say);
    expect(calls()).toEqual([]);
    expect(said).toEqual([]);
  });

  test('takes the first package that the archive has, what goes alongside, and asks no question', async () => {
    aptGet('exit 0');
    await installPackages([LAMP], say);
    expect(calls()).toEqual([
      'noninteractive install --yes --no-install-recommends -o Dpkg::Use-Pty=0 lamp lamp-shade',
    ]);
    expect(said[0]).toBe('Installing Lamp (lamp, lamp-shade). This can take a few minutes …');
    expect(said.at(-1)).toBe('Installed Lamp.');
  });

  test('reads the lists first when the archive knows nothing yet', async () => {
    program('apt-cache', `[ -e ${folder}/updated ] || exit 100\n${ARCHIVE}`);
    aptGet(`[ "$1" = update ] && touch ${folder}/updated; exit 0`);
    await installPackages([LAMP], say);
    expect(calls().map((line) => line.split(' ')[1])).toEqual(['update', 'install']);
  });

  test('reads stale lists again, once, then gives up with the last word of apt-get and what to do', async () => {
    aptGet('[ "$1" = update ] && exit 0; echo "E: 404 Not Found" >&2; exit 100');
    const error = await installPackages([LAMP], say).catch((reason: CandorError) => reason);
    expect(calls().map((line) => line.split(' ')[1])).toEqual(['install', 'update', 'install']);
    expect(error).toBeInstanceOf(CandorError);
    expect(error).toMatchObject({ code: 'not-found' });
    expect(String(error)).toContain('Installing Lamp did not work: E: 404 Not Found.');
    expect(String(error)).toContain('sudo apt-get install lamp');
    expect(String(error)).toContain('https://lamp.example');
  });

  test('waits while another installation holds the lock, and says so once', async () => {
    aptGet(
      `echo x >> ${folder}/tries; [ $(wc -l < ${folder}/tries) -gt 2 ] && exit 0; echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1" >&2; exit 100`,
    );
    await installPackages([LAMP], say);
    expect(calls()).toHaveLength(3);
    expect(said.filter((line) => line.startsWith('Another installation is running'))).toHaveLength(1);
  }, 20_000);

  test('does not count a package that only fetches a snap', async () => {
    aptGet('exit 0');
    const error = await installPackages([{ ...LAMP, packages: ['lamp-snap'] }], say).catch(
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'not-found' });
    expect(calls().map((line) => line.split(' ')[1])).toEqual(['update']);
  });
});

describe('finding browsers', () => {
  test('takes what is there without calling apt-get', async () => {
    aptGet('exit 1');
    program('chromium', 'echo Chromium 156');
    program('firefox-esr', 'echo Firefox 153');
    expect(await ensureBrowsers({ chromium: true, firefox: true }, say)).toEqual({
      chromium: join(folder, 'chromium'),
      firefox: join(folder, 'firefox-esr'),
    });
    expect(await ensureBrowsers({ chromium: false, firefox: false }, say)).toEqual({
      chromium: null,
      firefox: null,
    });
    expect(calls()).toEqual([]);
  });

  test('refuses a browser that does not start', async () => {
    program('chromium', 'echo "snapd is not running" >&2; exit 46');
    const error = await ensureBrowsers({ chromium: true, firefox: false }, say).catch(
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'not-found' });
    expect(String(error)).toContain('does not start');
  });
});

function program(name: string, script: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function aptGet(script: string): void {
  program('apt-get', `echo "$DEBIAN_FRONTEND $*" >> ${folder}/calls\n${script}`);
}

function calls(): string[] {
  const file = join(folder, 'calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
