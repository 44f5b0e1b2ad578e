import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endings } from './endings.ts';
import { freshFolder } from './profiles.ts';

const FIXTURE = new URL('../fixture-extension', import.meta.url).pathname;

/** A copy of the fixture extension, with changes to its manifest. */
export function fixtureExtension(
  endings: Endings,
  change: (manifest: Record<string, unknown>) => Record<string, unknown> = (same) => same,
): string {
  const folder = freshFolder(endings, 'extension');
  cpSync(FIXTURE, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
  return folder;
}

/** As manifest version 2 has it, which Firefox still takes. */
export function asVersion2({
  action,
  host_permissions = [],
  ...rest
}: Record<string, unknown>): Record<string, unknown> {
  return {
    ...rest,
    manifest_version: 2,
    browser_action: action,
    permissions: [...(rest.permissions as string[]), ...(host_permissions as string[])],
    background: { scripts: ['background.js'], persistent: false },
  };
}
