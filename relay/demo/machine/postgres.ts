/** Finding PostgreSQL's server programs, and installing them where they are missing. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CandorError } from '../../../shared/errors.ts';
import { installPackages, type Missing, patiently, rootPrefix, type Say } from './packages.ts';
import { findProgram } from './programs.ts';

const SERVER_PROGRAMS = ['postgres', 'initdb', 'pg_ctl', 'psql'];
const VERSIONED_FOLDERS = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt', '/usr'];
const POSTGRES: Missing = {
  what: 'PostgreSQL',
  packages: ['postgresql'],
  elsewhere: 'https://www.postgresql.org/download/',
};

// Debian starts a cluster of its own, on TCP port 5432, when the server is first installed. We bring our own and
// leave the machine without a new service.
const NO_CLUSTER_FOLDER = '/etc/postgresql-common/createcluster.d';
const NO_CLUSTER_FILE = `${NO_CLUSTER_FOLDER}/candor.conf`;

/** The folder that holds `postgres`, `initdb`, `pg_ctl` and `psql` (Debian: /usr/lib/postgresql/NN/bin), newest first, or `null`. */
export function findPostgres(): string | null {
  const onPath = findProgram(['initdb']);
  const folders = onPath === null ? versionedFolders() : [...versionedFolders(), dirname(onPath)];
  return folders.find((folder) => SERVER_PROGRAMS.every((name) => existsSync(join(folder, name)))) ?? null;
}

/** Finds PostgreSQL, installing it when missing. Throws `CandorError('not-found')` with what to install and how. */
export async function ensurePostgres(say: Say): Promise<string> {
  const found = findPostgres();
  if (found !== null) return found;
  const prefix = await rootPrefix();
  const asRoot = async (script: string) => {
    if (prefix !== null) await patiently(prefix, ['sh', '-c', script], say);
  };
  await asRoot(`mkdir -p ${NO_CLUSTER_FOLDER} && echo 'create_main_cluster = false' > ${NO_CLUSTER_FILE}`);
  try {
    await installPackages([POSTGRES], say);
  } finally {
    await asRoot(`rm -f ${NO_CLUSTER_FILE}; rmdir ${NO_CLUSTER_FOLDER} 2>/dev/null || true`);
  }
  const installed = findPostgres();
  if (installed === null)
    throw new CandorError('not-found', `PostgreSQL was not found. Get it from ${POSTGRES.elsewhere}.`);
  return installed;
}

function versionedFolders(): string[] {
  return VERSIONED_FOLDERS.flatMap((parent) =>
    list(parent).map((name) => ({ parent, name, version: versionOf(name) })),
  )
    .filter(({ version }) => version > 0)
    .sort((a, b) => b.version - a.version)
    .map(({ parent, name }) => join(parent, name, 'bin'));
}

/** "15" (Debian), "postgresql@17" (Homebrew) and "pgsql-16" (Red Hat) name a major version; anything else is 0. */
function versionOf(name: string): number {
  return Number(/^(?:postgresql@|pgsql-)?(\d+)$/.exec(name)?.[1] ?? 0);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
