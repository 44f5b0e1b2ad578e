/** What the browsers call an unpacked extension, known before it is loaded. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CandorError } from '../../../shared/errors.ts';

export interface ExtensionIdentity {
  readonly dir: string;
  readonly chromiumId: string;
  /** `browser_specific_settings.gecko.id`; `null` when the manifest has none. */
  readonly geckoId: string | null;
  /** Path of the popup's page, such as `popup.html`. */
  readonly popupPath: string;
}

interface Manifest {
  key?: string;
  action?: { default_popup?: string };
  browser_action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

/** Reads manifest.json. Throws `CandorError('not-found')` when the folder holds no extension. */
export function identityOf(extensionDir: string): ExtensionIdentity {
  let dir: string;
  let manifest: Manifest;
  try {
    dir = realpathSync(extensionDir);
    manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  } catch {
    throw new CandorError('not-found', `No extension in ${extensionDir}. Build it first.`);
  }
  const popup = (manifest.action ?? manifest.browser_action)?.default_popup ?? 'popup.html';
  return {
    dir,
    chromiumId: chromiumId(manifest.key ? Buffer.from(manifest.key, 'base64') : Buffer.from(dir)),
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? null,
    popupPath: popup.replace(/^\//, ''),
  };
}

/**
 * 32 letters a to p: the first half of SHA-256 over the public key, or over the folder's path when there is none
 * (Chromium, components/crx_file/id_util.cc).
 */
function chromiumId(input: Buffer): string {
  const hex = createHash('sha256').update(input).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The same UUID for the same profile folder: Firefox keeps an extension's storage under it. */
export function uuidFor(profileDir: string): string {
  const hex = createHash('sha256').update(profileDir).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
