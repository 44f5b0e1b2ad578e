import { dirname, join, normalize } from 'node:path/posix';
import { SOURCES, textOfFile } from './tree.ts';

/** One import of one file: of a package by its name, or of a file of the project by its path. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone once compiled. */
  readonly typesOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

export const IMPORTS: readonly Import[] = SOURCES.flatMap((path) => importsOf(path, textOfFile(path)));

/** What a source imports and re-exports, dynamic imports included. */
export function importsOf(path: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const fixed = [...code.matchAll(STATEMENT)].map(([, type, names = '', to = '']) =>
    describe(path, to, type !== undefined || namesOnlyTypes(names)),
  );
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, to = '']) => describe(path, to, false));
  return [...fixed, ...dynamic];
}

function describe(from: string, to: string, typesOnly: boolean): Import {
  const isPackage = !to.startsWith('.');
  const target = isPackage ? to : normalize(join(dirname(from), to.replace(/\?.*$/, '')));
  return { from, to: target, isPackage, typesOnly };
}

function namesOnlyTypes(names: string): boolean {
  const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (inBraces === undefined) return false;
  const each = inBraces
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}
