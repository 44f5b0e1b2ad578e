import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's root folder, with a slash at the end. */
export const ROOT = new URL('../../../', import.meta.url).pathname;

/** Every file that is in the project, as paths from its root. */
export const FILES: readonly string[] = execFileSync('git', ['ls-files', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

export const SOURCES: readonly string[] = FILES.filter(
  (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts'),
);

export function textOfFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Source without comments and without what stands in quotes on one line, so that prose about a call is no call. */
export function codeOfFile(path: string): string {
  return textOfFile(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

export function isIn(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
