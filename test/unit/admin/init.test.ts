import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInit } from '../../../relay/admin/init.ts';
import { publicKeyFile, readKeyFile, systemRandom } from '../../../relay/key-file.ts';
import { readSettings } from '../../../relay/settings.ts';
import { verifyKeyring } from '../../../shared/keyring.ts';

let folder: string;

const answers = {
  organisation: { id: 'northgate', name: 'Northgate General' },
  operator: { name: 'North Region Patient Council', own: false },
  relayUrl: 'https://relay.example',
  mailroomUrl: 'https://mailroom.northgate.example',
  timeZone: 'Europe/London',
};

async function init(
  given: object | null,
  typed: string[] = [],
): Promise<{ status: number; out: string; err: string }> {
  const file = join(folder, 'answers.toml');
  if (given !== null) writeFileSync(file, stringify(given));
  let out = '';
  let err = '';
  const status = await runInit(
    [...(given === null ? [] : ['--answers', file]), '--out', join(folder, 'site')],
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      ask: async () => typed.shift() ?? '',
      today: () => '2026-11-24',
      random: systemRandom,
    },
  );
  return { status, out, err };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('candor init', () => {
  it('writes settings that both servers start from, and a keyring that says who runs the relay', async () => {
    expect(await init(answers)).toMatchObject({ status: 0, err: '' });
    const settings = readSettings(join(folder, 'site/candor.toml'), {});
    expect(settings.relay?.minimumCrowd).toBe(200);
    const root = publicKeyFile(join(folder, 'site/offline/root.key'));
    expect(settings.rootKey).toEqual(root);
    const keyring = await verifyKeyring(settings.mailroom?.keyringBlob ?? new Uint8Array(), root);
    expect(keyring).toMatchObject({ serial: 1, operator: answers.operator, issued: '2026-11-24' });
    expect(keyring.desks.some((desk) => desk.independent)).toBe(true);
  });

  it('keeps every secret readable by its owner only, and prints none of them', async () => {
    const { out } = await init(answers);
    const files = readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.key'),
    );
    expect(files).toHaveLength(6);
    for (const file of files) {
      const path = join(folder, 'site', file);
      expect(statSync(path).mode & 0o077).toBe(0);
      expect(readKeyFile(path)).toHaveLength(32);
      expect(out).not.toContain(readFileSync(path, 'utf8').trim());
    }
    expect(statSync(join(folder, 'site/candor.toml')).mode & 0o077).toBe(0);
  });

  it('asks when there is no file, first of all who runs the relay', async () => {
    const asked = ['no', 'Council', 'Northgate', 'northgate', 'https://r.example', 'https://m.example', ''];
    expect(await init(null, asked)).toMatchObject({ status: 0 });
    const root = publicKeyFile(join(folder, 'site/offline/root.key'));
    const keyring = await verifyKeyring(
      new Uint8Array(readFileSync(join(folder, 'site/mailroom/keyring.bin'))),
      root,
    );
    expect(keyring.operator).toEqual({ name: 'Council', own: false });
  });

  it('never overwrites an organisation', async () => {
    await init(answers);
    const before = readFileSync(join(folder, 'site/offline/root.key'));
    expect(await init(answers)).toMatchObject({ status: 2, out: '' });
    expect(readFileSync(join(folder, 'site/offline/root.key'))).toEqual(before);
  });

  it('names all wrong answers at once and makes nothing', async () => {
    const wrong = { ...answers, relayUrl: 'relay', sendMinutes: 0 };
    const { status, err } = await init(wrong);
    expect(status).toBe(2);
    expect(err).toContain('relayUrl');
    expect(err).toContain('sendMinutes');
    expect(readdirSync(folder)).toEqual(['answers.toml']);
  });

  it('insists on a desk that is independent of HR', async () => {
    const desk = { name: 'HR', kinds: ['staff'], independent: false };
    const desks = [
      { ...desk, slug: 'people' },
      { ...desk, slug: 'more-people' },
    ];
    expect((await init({ ...answers, desks })).err).toContain('independent');
  });
});
