import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64url } from '../../shared/base64url.ts';
import { refuseReadable } from '../key-file.ts';
import { buildExtension } from './build-extension.ts';
import { packReport } from './pack-report.ts';
import { chromiumIdOf, sha256Of, writeCrx, writeXpi } from './packages.ts';
import {
  CHROMIUM_PACKAGE,
  CHROMIUM_UPDATES,
  FIREFOX_PACKAGE,
  FIREFOX_UPDATES,
  json,
} from './policy/input.ts';
import { checkSettings } from './policy.ts';
import { refusal } from './refusal.ts';
import { readExtensionSection, readPins } from './site-folder.ts';
import { changeManifest, geckoOf, updatesJson, updateXml } from './update-files.ts';

const USAGE = `Usage: candor pack --updates URL [--site FOLDER] [--release X.Y.Z]

Builds the extension for Chromium and Firefox with this organisation's pins baked in, and packs it: candor.crx,
candor.xpi, update.xml and updates.json, the same bytes each time. Prints the permissions with their reasons.

  --updates URL    where these files will be served, without a login
  --site FOLDER    the organisation's folder (default: candor-site); packages go to FOLDER/packages
  --release X.Y.Z  version of the package (default: the project's); browsers only ever go up, so to go back to older
                   code publish it under a higher number
`;

const RSA_BITS = 2048;

interface Call {
  readonly site: string;
  readonly updatesUrl: string;
  readonly release: string;
}

/** `candor pack`: exit status 0, or 2 when the call, the settings or the build are wrong. */
export async function runPack(
  argv: readonly string[],
  io: { out(text: string): void; err(text: string): void },
): Promise<number> {
  const call = callOf(argv);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    io.out(await pack(call));
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

async function pack({ site, updatesUrl, release }: Call): Promise<string> {
  const folder = join(site, 'packages');
  mkdirSync(folder, { recursive: true });
  const constant = buildConstant(site);
  const keyFile = extensionKey(site);
  const chromiumId = chromiumIdOf(keyFile);

  const chromium = await buildExtension(constant, join(folder, 'build'), 'chromium');
  const firefox = await buildExtension(constant, join(folder, 'build'), 'firefox');
  const chromiumManifest = changeManifest(chromium, {
    version: release,
    update_url: `${updatesUrl}/${CHROMIUM_UPDATES}`,
  });
  const firefoxManifest = changeManifest(firefox, { version: release }, `${updatesUrl}/${FIREFOX_UPDATES}`);
  const firefoxId = String(geckoOf(firefoxManifest).id);

  const crx = join(folder, CHROMIUM_PACKAGE);
  const xpi = join(folder, FIREFOX_PACKAGE);
  await writeCrx(chromium, keyFile, crx);
  writeXpi(firefox, xpi);
  const hashes = { crx: sha256Of(crx), xpi: sha256Of(xpi) };
  writeFileSync(join(folder, CHROMIUM_UPDATES), updateXml(chromiumId, release, updatesUrl));
  writeFileSync(join(folder, FIREFOX_UPDATES), updatesJson(firefoxManifest, release, updatesUrl, hashes.xpi));
  writeFileSync(join(folder, 'pack.json'), json({ chromiumId, firefoxId, version: release, sha256: hashes }));
  return packReport(folder, { chromiumId, firefoxId, release, hashes, chromiumManifest, firefoxManifest });
}

function buildConstant(site: string): unknown {
  const { rootKey, relayKey } = readPins(site);
  const settings = checkSettings(readExtensionSection(site));
  return {
    rootKey: toBase64url(rootKey),
    relayKey: toBase64url(relayKey),
    relayOrigins: [new URL(String(settings.relayUrl)).origin],
    demo: null,
  };
}

/** The key that gives the extension its id. Losing it changes the id, which breaks every policy. */
function extensionKey(site: string): string {
  const file = join(site, 'offline/extension.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  refuseReadable(file);
  return file;
}

function callOf(argv: readonly string[]): Call | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options: { site: text, updates: text, release: text } });
    const release = values.release ?? projectVersion();
    if (values.updates === undefined || !/^https?:\/\/[^\s"'<>]+$/.test(values.updates)) return null;
    if (!isRelease(release)) return null;
    return { site: values.site ?? 'candor-site', updatesUrl: values.updates.replace(/\/+$/, ''), release };
  } catch {
    return null;
  }
}

/** As Chromium takes it: three numbers of 16 bits, without zeros in front. */
function isRelease(text: string): boolean {
  return (
    /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/.test(text) &&
    text.split('.').every((part) => Number(part) <= 65_535)
  );
}

function projectVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
