import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInit } from '../../../relay/admin/init.ts';
import { runKeyring } from '../../../relay/admin/keyring.ts';
import { publicKeyFile, systemRandom } from '../../../relay/key-file.ts';
import { type Keyring, verifyKeyring } from '../../../shared/keyring.ts';
import { encodeMemberCard } from '../../../shared/member-card.ts';
import { newMemberKeys } from '../../../shared/member-keys.ts';

let folder: string;
const site = () => join(folder, 'site');

async function keyring(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const status = await runKeyring([...argv, '--site', site()], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    today: () => '2026-11-24',
    random: systemRandom,
  });
  return { status, ...said };
}

function current(): Promise<Keyring> {
  const blob = new Uint8Array(readFileSync(join(site(), 'mailroom/keyring.bin')));
  return verifyKeyring(blob, publicKeyFile(join(site(), 'offline/root.key')));
}

function card(label: string): string {
  const file = join(folder, `${label}.card.json`);
  writeFileSync(file, encodeMemberCard(label, newMemberKeys(systemRandom)));
  return file;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-keyring-'));
  const answers = join(folder, 'answers.toml');
  writeFileSync(
    answers,
    stringify({
      organisation: { id: 'northgate', name: 'Northgate & Sons' },
      operator: { name: 'Northgate', own: true },
      relayUrl: 'https://relay.example',
      mailroomUrl: 'https://mailroom.example',
    }),
  );
  await runInit(['--answers', answers, '--out', site()], {
    out: () => {},
    err: () => {},
    ask: async () => '',
    today: () => '2026-11-24',
    random: systemRandom,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('candor keyring', () => {
  it('puts a member on a desk for 90 days, under a higher serial and another fingerprint', async () => {
    const before = await keyring('show');
    const added = await keyring('add', '--desk', 'people', '--card', card('Partner'));
    expect(added).toMatchObject({ status: 0, err: '' });
    expect(await current()).toMatchObject({
      serial: 2,
      members: [{ label: 'Partner', until: '2027-02-22' }],
    });
    const words = (out: string) => /Fingerprint: (\w+ \w+ \w+ \w+)\n/.exec(out)?.[1];
    expect(words(added.out)).toBeDefined();
    expect(words(added.out)).not.toBe(words(before.out));
    expect(words((await keyring('show')).out)).toBe(words(added.out));
  });

  it('keeps the public key of a member who has left, for what they signed, until they come back', async () => {
    const file = card('Partner');
    await keyring('add', '--desk', 'people', '--card', file);
    await keyring('remove', '--member', 'Partner');
    const { desks, former, members } = await current();
    expect(members).toEqual([]);
    const people = desks.find(({ slug }) => slug === 'people');
    expect(former).toMatchObject([{ label: 'Partner', desks: [people?.id], left: '2026-11-24' }]);
    await keyring('add', '--desk', 'people', '--card', file);
    expect(await current()).toMatchObject({ former: [], members: [{ label: 'Partner' }] });
  });

  it('removes a member from every desk with one command', async () => {
    const partner = card('Partner');
    await keyring('add', '--desk', 'people', '--card', partner);
    await keyring('add', '--desk', 'patient-safety', '--card', partner);
    expect((await current()).desks.filter((desk) => desk.members.length === 1)).toHaveLength(2);
    expect(await keyring('remove', '--member', 'Partner')).toMatchObject({ status: 0 });
    expect(await current()).toMatchObject({ serial: 4, members: [] });
    expect((await current()).desks.every((desk) => desk.members.length === 0)).toBe(true);
  });

  it('rotates the mailroom identity, or leaves everything as it was without the root', async () => {
    const before = (await current()).mailroom;
    const file = join(site(), 'mailroom/mailroom.key');
    const key = readFileSync(file);
    expect(await keyring('rotate', '--root', join(folder, 'lost.key'))).toMatchObject({ status: 2 });
    expect(readFileSync(file)).toEqual(key);
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(await keyring('rotate')).toMatchObject({ status: 0 });
    const after = (await current()).mailroom;
    expect(after).not.toEqual(before);
    expect(publicKeyFile(file)).toEqual(after);
  });

  it('refuses a card that somebody has changed', async () => {
    const file = card('Partner');
    const changed = JSON.parse(readFileSync(file, 'utf8'));
    changed.sign = JSON.parse(readFileSync(card('Stranger'), 'utf8')).sign;
    writeFileSync(file, JSON.stringify(changed));
    expect(await keyring('add', '--desk', 'people', '--card', file)).toMatchObject({ status: 2, out: '' });
    expect((await current()).serial).toBe(1);
  });

  it('says which desks and members there are when it cannot find one', async () => {
    expect((await keyring('add', '--desk', 'hr', '--card', card('A'))).err).toContain('patient-safety');
    expect((await keyring('remove', '--member', 'Nobody')).err).toContain('none yet');
    expect((await keyring('shuffle')).err).toContain('Usage');
  });

  it('renews a membership on every desk, and nobody else’s', async () => {
    await keyring('add', '--desk', 'people', '--card', card('Ada'));
    await keyring('add', '--desk', 'people', '--card', card('Bo'));
    const before = await current();
    const status = await runKeyring(['renew', '--member', 'Ada', '--site', site()], {
      out: () => {},
      err: () => {},
      today: () => '2027-01-10',
      random: systemRandom,
    });
    expect(status).toBe(0);
    const after = await current();
    expect(after.serial).toBe(before.serial + 1);
    expect(after.desks).toEqual(before.desks);
    const until = (of: Keyring) => Object.fromEntries(of.members.map((one) => [one.label, one.until]));
    expect(until(after)).toEqual({ ...until(before), Ada: '2027-04-10' });
  });

  it('warns about a desk with fewer than two members, and says that an own relay is a promise', async () => {
    const { out } = await keyring('show');
    expect(out).toContain('Fewer than two members');
    expect(out).toContain('not mathematics');
  });

  it.each(['en', 'de', 'ar', 'fr', 'pl', 'uk'])(
    'writes a poster in %s with the four words and nothing from outside',
    async (language) => {
      const file = join(folder, 'poster.html');
      const { out } = await keyring('show', '--poster', file, '--language', language);
      const page = readFileSync(file, 'utf8');
      for (const word of /Fingerprint: (.+)\n/.exec(out)?.[1]?.split(' ') ?? ['?'])
        expect(page).toContain(`<li>${word}</li>`);
      expect(page).toContain('Northgate &amp; Sons');
      expect(page).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(page).not.toMatch(/https?:|src=|@import|url\(/);
    },
  );

  it('writes no poster in a language that it does not have', async () => {
    const file = join(folder, 'poster.html');
    expect((await keyring('show', '--poster', file, '--language', 'xx')).status).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});
