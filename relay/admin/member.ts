import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RandomBytes } from '../../shared/bytes.ts';
import { CandorError } from '../../shared/errors.ts';
import { encodeMemberCard } from '../../shared/member-card.ts';
import { newMemberKeys, SHORTEST_PASSPHRASE, wrapMemberKeys } from '../../shared/member-keys.ts';
import { refusal } from './refusal.ts';

const USAGE = `Usage: candor member --label NAME [--out FOLDER]

Makes the keys of a member of a desk, for the member to run on her own computer. Asks for a passphrase, twice, and writes
two files into FOLDER (default: here):

  NAME.card.json            for whoever keeps the root: "candor keyring add" puts it on a desk. No secret
  NAME.candor-backup.json   the keys, wrapped with the passphrase: the inbox opens with it. Keep a second copy

NAME is what colleagues will know her by. Nobody can open the backup without the passphrase, and nobody can reset it.
`;

export interface MemberIo {
  out(text: string): void;
  err(text: string): void;
  /** Asks at the terminal without showing what is typed. */
  askSecret(question: string): Promise<string>;
  random: RandomBytes;
}

/** `candor member`: exit status 0, or 2 when the call or the passphrase is refused. Never overwrites anything. */
export async function runMember(argv: readonly string[], io: MemberIo): Promise<number> {
  const call = callOf(argv);
  if (call === null) {
    io.err(USAGE);
    return 2;
  }
  try {
    const stem = join(call.out, call.label.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase());
    const files = { card: `${stem}.card.json`, backup: `${stem}.candor-backup.json` };
    for (const file of Object.values(files)) {
      if (existsSync(file)) throw new CandorError('bad-settings', `${file} is already there`);
    }
    const passphrase = await io.askSecret(`A passphrase of at least ${SHORTEST_PASSPHRASE} characters: `);
    if (passphrase !== (await io.askSecret('The same once more: ')))
      throw new CandorError('bad-request', 'the two passphrases differ: nothing was written');
    const keys = newMemberKeys(io.random);
    const backup = await wrapMemberKeys(keys, call.label, passphrase, io.random);
    mkdirSync(call.out, { recursive: true });
    writeFileSync(files.backup, backup, { mode: 0o600, flag: 'wx' });
    writeFileSync(files.card, encodeMemberCard(call.label, keys), { flag: 'wx' });
    io.out(
      `${files.card}\n  Hand it over to whoever keeps the root, in person or by a call in which you compare its contents.\n` +
        `${files.backup}\n  Keep it, and a second copy. Without it and your passphrase the desk's words stay closed to you.\n`,
    );
    return 0;
  } catch (error) {
    return refusal(error, io);
  }
}

function callOf(argv: readonly string[]): { label: string; out: string } | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { label: { type: 'string' }, out: { type: 'string', default: '.' } },
    });
    const label = values.label?.trim() ?? '';
    return label === '' || !/[\p{L}\p{N}]/u.test(label) ? null : { label, out: values.out };
  } catch {
    return null;
  }
}
