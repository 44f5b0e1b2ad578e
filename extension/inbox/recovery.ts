import { type Bytes, type RandomBytes, textOf } from '../../shared/bytes.ts';
import { wrapMemberKeys } from '../../shared/member-keys.ts';
import { parseRecovery, recoverKeys } from '../../shared/member-recovery.ts';
import type { FileToSave } from './new-member.ts';

/**
 * For somebody who forgot the passphrase: a new backup, under a new one, from the recovery file and the words of two
 * colleagues. Throws `bad-public-file`, `could-not-read` or, for a passphrase that is too short, `bad-request`.
 */
export async function recovered(
  file: Bytes,
  words: readonly string[],
  passphrase: string,
  random: RandomBytes,
): Promise<FileToSave> {
  const recovery = parseRecovery(file);
  const keys = await recoverKeys(recovery, words);
  const backup = await wrapMemberKeys(keys, recovery.label, passphrase, random);
  return { name: `${stemOf(recovery.label)}.candor-backup.json`, text: textOf(backup) };
}

/** The part of a label that stands in a file's name. */
export function stemOf(label: string): string {
  return label.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
}
