import { type RandomBytes, textOf } from '../../shared/bytes.ts';
import { encodeMemberCard } from '../../shared/member-card.ts';
import { newMemberKeys, wrapMemberKeys } from '../../shared/member-keys.ts';

/** A file to hand to the person: its name, and its text. */
export interface FileToSave {
  readonly name: string;
  readonly text: string;
}

export interface NewMember {
  /** For whoever keeps the root. No secret. */
  readonly card: FileToSave;
  /** The keys, wrapped with the passphrase. */
  readonly backup: FileToSave;
}

/**
 * Makes a member's keys, here and nowhere else. Nothing of them is kept: they leave as two files. Throws `bad-request`
 * for a passphrase that is too short.
 */
export async function newMember(label: string, passphrase: string, random: RandomBytes): Promise<NewMember> {
  const keys = newMemberKeys(random);
  const name = label.trim();
  const backup = await wrapMemberKeys(keys, name, passphrase, random);
  const stem = name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase();
  return {
    card: { name: `${stem}.card.json`, text: textOf(encodeMemberCard(name, keys)) },
    backup: { name: `${stem}.candor-backup.json`, text: textOf(backup) },
  };
}
