import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './disk-search.ts';

/*
 * What a profile's folder holds after a shift, as numbers and names that can be compared between profiles.
 */

export interface Left {
  /** Files and the names of values in the browser's own settings; numbers in names are left out. */
  readonly names: readonly string[];
  /** Bytes of each file whose name is the same in every profile. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Of what the extension writes: sizes, tables, writes, and how its bytes are spread. */
  readonly features: readonly number[];
}

export function whatIsLeft(folder: string, extensionId: string): Left {
  const paths = filesBelow(folder);
  const named = (path: string) =>
    path.replaceAll(extensionId, 'EXTENSION').replace(/[0-9a-f]{6,}|\d+/gi, '#');
  const own = paths.filter(
    (path) => path.includes(extensionId) || /Extension (State|Rules|Scripts)/.test(path),
  );
  const histogram = new Array<number>(16).fill(0);
  let bytes = 0;
  let tables = 0;
  let writes = 0;
  for (const path of own) {
    const file = readFileSync(join(folder, path));
    bytes += file.length;
    if (/\.(ldb|log)$/.test(path)) tables++;
    for (const byte of file) histogram[byte >>> 4] = (histogram[byte >>> 4] ?? 0) + 1;
    for (let at = file.indexOf('outbox'); at >= 0; at = file.indexOf('outbox', at + 1)) writes++;
  }
  const total = histogram.reduce((sum, one) => sum + one, 0) || 1;
  const sizes: Record<string, number> = {};
  for (const path of paths) {
    const name = named(path);
    sizes[name] = (sizes[name] ?? 0) + statSync(join(folder, path)).size;
  }
  return {
    names: [...new Set([...paths.map(named), ...settingsIn(folder, paths).map(named)])],
    sizes,
    features: [own.length, bytes, tables, writes, paths.length, ...histogram.map((one) => one / total)],
  };
}

/** `FILE#PATH/OF/VALUE` in Chromium's JSON, `FILE#NAME` in Firefox's list. */
function settingsIn(folder: string, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const text = () => readFileSync(join(folder, path), 'utf8');
    if (/(^|\/)(Preferences|Local State)$/.test(path))
      return leavesOf(JSON.parse(text())).map((leaf) => `${path}#${leaf}`);
    if (path === 'prefs.js')
      return [...text().matchAll(/^user_pref\("([^"]+)"/gm)].map(([, name]) => `${path}#${name}`);
    return [];
  });
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [''];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner).map((rest) => `/${key}${rest}`));
}
