import { toBase64url } from '../../shared/base64url.ts';
import { equalBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { kidOf } from '../../shared/kid.ts';
import {
  type MemberBackup,
  type MemberKeys,
  parseMemberBackup,
  unwrapMemberKeys,
} from '../../shared/member-keys.ts';

/** A real backup file is under 1 kB; nothing larger is even read. */
export const LARGEST_BACKUP_BYTES = 16 * 1024;

/** A backup file that has been recognised and not opened: the bytes as they are kept, and whose it says it is. */
export interface SealedBackup {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly backup: MemberBackup;
  readonly label: string;
  /** Kid of the member's signing key, base64url. */
  readonly member: string;
}

/** Recognises a member's backup file. Throws `bad-public-file` for anything else. */
export function readBackup(bytes: Uint8Array<ArrayBuffer>): SealedBackup {
  if (bytes.length > LARGEST_BACKUP_BYTES) throw new CandorError('bad-public-file', 'not a backup file');
  const backup = parseMemberBackup(bytes);
  return { bytes, backup, label: backup.label, member: toBase64url(backup.kid) };
}

/**
 * Opens a backup with its passphrase. Throws `wrong-passphrase` and nothing else: whether the passphrase was wrong or
 * the file was changed is not told apart, and nothing is left half open.
 */
export async function unlock(sealed: SealedBackup, passphrase: string): Promise<MemberKeys> {
  const keys = await unwrapMemberKeys(sealed.backup, passphrase);
  if (!equalBytes(kidOf(keys.signing.publicKey), sealed.backup.kid)) {
    throw new CandorError('wrong-passphrase');
  }
  return keys;
}
