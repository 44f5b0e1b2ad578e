/** Who the database server runs as, and a folder that this user can reach. */
import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CandorError } from '../../../shared/errors.ts';
import { runCommand } from './command.ts';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user that the server runs as: `null` for ourselves, another one when we are root, which PostgreSQL refuses. */
export async function serverUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map((flag) => runCommand('id', [flag, name], { seconds: 10 })),
    );
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new CandorError(
    'not-found',
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".',
  );
}

/**
 * `dir`, made and owned by `user`. When that user cannot reach it (a checkout under /root), a stand-in with a name
 * derived from `dir`, in the system's folder for lasting temporary files.
 */
export async function folderFor(dir: string, user: ServerUser | null): Promise<string> {
  mkdirSync(dir, { recursive: true });
  ownedFolder(dir, user);
  if (user === null) return dir;
  const reached = await runCommand('test', ['-w', dir, '-a', '-x', dir], { seconds: 10, as: user });
  if (reached.status === 0) return dir;
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const standIn = join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `candor-postgres-${name}`);
  if (!existsSync(standIn)) mkdirSync(standIn, { mode: 0o700 });
  const owner = lstatSync(standIn);
  // Others may write in that parent folder: take nothing that somebody else prepared.
  if (!owner.isDirectory() || (owner.uid !== 0 && owner.uid !== user.uid)) {
    throw new CandorError('not-yours', `${standIn} belongs to somebody else.`);
  }
  return ownedFolder(standIn, user);
}

/** Gives an existing folder to `user` and returns it. */
export function ownedFolder(dir: string, user: ServerUser | null): string {
  if (user !== null) chownSync(dir, user.uid, user.gid);
  return dir;
}
