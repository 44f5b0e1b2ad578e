import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_PACKAGE, FIREFOX_PACKAGE, json, xml } from './policy/input.ts';

/*
 * How browsers learn of a new version: the addresses in the manifest, and the two files that stand there.
 */

export type Manifest = Record<string, unknown>;

/** Rewrites manifest.json in `folder`, and gives the result. */
export function changeManifest(folder: string, changes: Manifest, geckoUpdateUrl?: string): Manifest {
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = { ...JSON.parse(readFileSync(file, 'utf8')), ...changes };
  if (geckoUpdateUrl !== undefined) {
    manifest.browser_specific_settings = { gecko: { ...geckoOf(manifest), update_url: geckoUpdateUrl } };
  }
  writeFileSync(file, JSON.stringify(manifest));
  return manifest;
}

/** What the manifest says to Firefox alone. */
export function geckoOf(manifest: Manifest): Manifest {
  return Object(Object(manifest.browser_specific_settings).gecko);
}

/** What Chromium asks for: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux. */
export function updateXml(id: string, release: string, updatesUrl: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'><updatecheck codebase='${xml(`${updatesUrl}/${CHROMIUM_PACKAGE}`)}' version='${release}' /></app>
</gupdate>
`;
}

/** What Firefox asks for, over HTTPS only: https://extensionworkshop.com/documentation/manage/updating-your-extension/. */
export function updatesJson(manifest: Manifest, release: string, updatesUrl: string, sha256: string): string {
  const { id, strict_min_version } = geckoOf(manifest);
  const update = {
    version: release,
    update_link: `${updatesUrl}/${FIREFOX_PACKAGE}`,
    update_hash: `sha256:${sha256}`,
    applications: { gecko: { strict_min_version } },
  };
  return json({ addons: { [String(id)]: { updates: [update] } } });
}
