import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toBase64url } from '../../shared/base64url.ts';
import { CandorError } from '../../shared/errors.ts';
import { buildExtension } from './build-extension.ts';
import { chromiumIdOf, sha256Of, writeCrx, writeXpi } from './packages.ts';
import { CHROMIUM_UPDATES, FIREFOX_PACKAGE, FIREFOX_UPDATES, json, xml } from './policy/input.ts';
import { checkSettings } from './policy.ts';
import { readExtensionSection, readPins } from './site-folder.ts';

const USAGE = `Usage: candor pack --updates URL [--site FOLDER] [--release X.Y.Z]

Builds the extension for Chromium and Firefox with this organisation's pins baked in, and packs it: candor.crx,
candor.xpi, update.xml and updates.json, the same bytes each time. Prints the permissions with their reasons.

  --updates URL    where these files will be served, without a login
  --site FOLDER    the organisation's folder (default: candor-site); packages go to FOLDER/packages
  --release X.Y.Z  version of the package (default: the project's); browsers only ever go up, so to go back to older
                   code publish it under a higher number
`;

const CHROMIUM_PACKAGE = 'candor.crx';
const RSA_BITS = 2048;

/** Why each permission is asked for; a test holds this list to what is built. */
export const PERMISSION_REASONS: Readonly<Record<string, string>> = {
  alarms: 'sends one cell every few minutes, whether or not there is something to say',
  contextMenus: '"Flag a near miss" in the menu of the right mouse button',
  sidePanel: 'a second home of the panel, for writing beside the EMR',
  storage: 'the outbox of sealed cells, and settings from policy',
};

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
    if (!(error instanceof CandorError)) throw error;
    io.err(`${error.message}\n`);
    return 2;
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
  return report(folder, { chromiumId, firefoxId, release, hashes, chromiumManifest, firefoxManifest });
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
  return file;
}

type Manifest = Record<string, unknown>;

function changeManifest(folder: string, changes: Manifest, geckoUpdateUrl?: string): Manifest {
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...changes };
  if (geckoUpdateUrl !== undefined) {
    manifest.browser_specific_settings = { gecko: { ...geckoOf(manifest), update_url: geckoUpdateUrl } };
  }
  writeFileSync(file, JSON.stringify(manifest));
  return manifest;
}

function geckoOf(manifest: Manifest): Manifest {
  return Object(Object(manifest.browser_specific_settings).gecko);
}

function updateXml(id: string, release: string, updatesUrl: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'><updatecheck codebase='${xml(`${updatesUrl}/${CHROMIUM_PACKAGE}`)}' version='${release}' /></app>
</gupdate>
`;
}

function updatesJson(manifest: Manifest, release: string, updatesUrl: string, sha256: string): string {
  const { id, strict_min_version } = geckoOf(manifest);
  const update = {
    version: release,
    update_link: `${updatesUrl}/${FIREFOX_PACKAGE}`,
    update_hash: `sha256:${sha256}`,
    applications: { gecko: { strict_min_version } },
  };
  return json({ addons: { [String(id)]: { updates: [update] } } });
}

interface Packed {
  readonly chromiumId: string;
  readonly firefoxId: string;
  readonly release: string;
  readonly hashes: { readonly crx: string; readonly xpi: string };
  readonly chromiumManifest: Manifest;
  readonly firefoxManifest: Manifest;
}

function report(folder: string, packed: Packed): string {
  const list = (manifest: Manifest, name: string): string[] =>
    Array.isArray(manifest[name]) ? manifest[name].map(String) : [];
  const permissions = list(packed.chromiumManifest, 'permissions')
    .map(
      (name) =>
        `  ${name.padEnd(14)} ${PERMISSION_REASONS[name] ?? 'no reason is known: do not deploy this build'}\n`,
    )
    .join('');
  const hosts = list(packed.firefoxManifest, 'host_permissions')
    .map(
      (host) =>
        `  ${host} (Firefox only: without it Firefox would name the browser profile in every request)\n`,
    )
    .join('');
  return `Candor ${packed.release} is packed in ${folder}.

${CHROMIUM_PACKAGE}   ${packed.chromiumId}   sha256 ${packed.hashes.crx}
${FIREFOX_PACKAGE}   ${packed.firefoxId}   sha256 ${packed.hashes.xpi}

Permissions:
${permissions}${hosts}
Keep offline/extension.pem: losing it changes the extension's id, which breaks every policy.
${FIREFOX_PACKAGE} is not signed. Have Mozilla sign it as "unlisted", or use Firefox ESR with the policy for unsigned packages.
Next: candor policy --updates URL
`;
}

function callOf(argv: readonly string[]): Call | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options: { site: text, updates: text, release: text } });
    const release = values.release ?? projectVersion();
    if (values.updates === undefined || !/^https?:\/\/[^\s"'<>]+$/.test(values.updates)) return null;
    if (!/^\d{1,5}(\.\d{1,5}){2}$/.test(release)) return null;
    return { site: values.site ?? 'candor-site', updatesUrl: values.updates.replace(/\/+$/, ''), release };
  } catch {
    return null;
  }
}

function projectVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
