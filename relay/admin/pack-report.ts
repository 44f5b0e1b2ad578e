import { CHROMIUM_PACKAGE, FIREFOX_PACKAGE } from './policy/input.ts';
import type { Manifest } from './update-files.ts';

/** Why each permission is asked for; a test holds this list to what is built. */
export const PERMISSION_REASONS: Readonly<Record<string, string>> = {
  alarms: 'sends one cell every few minutes, whether or not there is something to say',
  contextMenus: '"Flag a near miss" in the menu of the right mouse button',
  sidePanel: 'a second home of the panel, for writing beside the EMR',
  storage: 'the outbox of sealed cells, and settings from policy',
};

export interface Packed {
  readonly chromiumId: string;
  readonly firefoxId: string;
  readonly release: string;
  readonly hashes: { readonly crx: string; readonly xpi: string };
  readonly chromiumManifest: Manifest;
  readonly firefoxManifest: Manifest;
}

/** What `candor pack` tells the admin: what lies where, with which hashes, and what it may do. */
export function packReport(folder: string, packed: Packed): string {
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
