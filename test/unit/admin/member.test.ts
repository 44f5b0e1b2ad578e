import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMember } from '../../../relay/admin/member.ts';
import { systemRandom } from '../../../relay/key-file.ts';
import { equalBytes } from '../../../shared/bytes.ts';
import { verifyMemberCard } from '../../../shared/member-card.ts';
import { parseMemberBackup, unwrapMemberKeys } from '../../../shared/member-keys.ts';

const PASSPHRASE = 'quiet lamps help nobody';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-member-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function member(typed: readonly string[], ...argv: string[]) {
  const answers = [...typed];
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const status = await runMember([...argv, '--out', folder], {
    out: hear,
    err: hear,
    askSecret: async () => answers.shift() ?? '',
    random: systemRandom,
  });
  return { status, said };
}

describe('candor member', () => {
  it('makes a card and a backup that belong together, the backup for its owner alone', async () => {
    const { status, said } = await member([PASSPHRASE, PASSPHRASE], '--label', 'Ada O’Neill');
    expect(status).toBe(0);
    expect(said).not.toContain(PASSPHRASE);
    const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
    const card = await verifyMemberCard(read('ada-o-neill.card.json'));
    const keys = await unwrapMemberKeys(
      parseMemberBackup(read('ada-o-neill.candor-backup.json')),
      PASSPHRASE,
    );
    expect(card.label).toBe('Ada O’Neill');
    expect(equalBytes(card.sign, keys.signing.publicKey)).toBe(true);
    expect(equalBytes(card.box, keys.box.publicKey)).toBe(true);
    expect(statSync(join(folder, 'ada-o-neill.candor-backup.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['short', ['short', 'short']],
    ['typed differently', [PASSPHRASE, `${PASSPHRASE} `]],
    ['missing', ['', '']],
  ])('writes nothing when the passphrase is %s', async (_why, typed) => {
    expect((await member(typed, '--label', 'Ada')).status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never writes over the keys of somebody', async () => {
    await member([PASSPHRASE, PASSPHRASE], '--label', 'Ada');
    const before = readFileSync(join(folder, 'ada.candor-backup.json'));
    expect((await member([PASSPHRASE, PASSPHRASE], '--label', 'Ada')).status).toBe(2);
    expect(readFileSync(join(folder, 'ada.candor-backup.json')).equals(before)).toBe(true);
  });
});
