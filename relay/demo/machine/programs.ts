/** Finding programs by name, in PATH and in the folders that PATH of a service or of `npm` may lack. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const USUAL_FOLDERS = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '/opt/homebrew/bin',
];

/** The full path of the first of `names` that can be run, or `null`. A name with a slash is taken as a path. */
export function findProgram(names: readonly string[], path: string = process.env.PATH ?? ''): string | null {
  const folders = [
    ...new Set([...path.split(delimiter).filter((folder) => folder !== ''), ...USUAL_FOLDERS]),
  ];
  for (const name of names) {
    const candidates = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
    const found = candidates.find(canRun);
    if (found !== undefined) return found;
  }
  return null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
