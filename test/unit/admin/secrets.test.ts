import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInit } from '../../../relay/admin/init.ts';
import { runKeyring } from '../../../relay/admin/keyring.ts';
import { runPack } from '../../../relay/admin/pack.ts';
import { runServe } from '../../../relay/admin/serve.ts';
import { systemRandom } from '../../../relay/key-file.ts';

/*
 * Secrets are files that their owner alone can read. `candor` writes them so, and uses none that others could have read.
 */

let folder: string;
const site = () => join(folder, 'site');

function io() {
  const said = { out: '', err: '' };
  return {
    said,
    env: {},
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    ask: async () => '',
    today: () => '2026-11-24',
    random: systemRandom,
    stopRequested: async () => {},
  };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-secrets-'));
  const answers = join(folder, 'answers.toml');
  writeFileSync(
    answers,
    `relayUrl = "https://relay.example"\nmailroomUrl = "https://mailroom.example"\n[organisation]\nid = "n"\nname = "N"\n[operator]\nname = "Council"\nown = false\n`,
  );
  expect(await runInit(['--answers', answers, '--out', site()], io())).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true }));

const settings = () => join(site(), 'candor.toml');
const serve = (role: string) => () => {
  const use = io();
  return { use, status: runServe([role, '--settings', settings()], use) };
};
const remove = () => {
  const use = io();
  return { use, status: runKeyring(['rotate', '--site', site()], use) };
};
const pack = () => {
  const use = io();
  return { use, status: runPack(['--site', site(), '--updates', 'https://intranet.example'], use) };
};

describe('secrets', () => {
  it('are written for their owner alone, in folders that are closed to others', () => {
    const files = readdirSync(site(), { recursive: true, encoding: 'utf8' });
    const secret = files.filter((file) => /\.(key|toml)$/.test(file));
    expect(secret).toHaveLength(7);
    for (const file of secret)
      expect([file, statSync(join(site(), file)).mode & 0o777]).toEqual([file, 0o600]);
    for (const name of ['offline', 'relay', 'mailroom'])
      expect(statSync(join(site(), name)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['offline/root.key', remove],
    ['offline/extension.pem', pack],
    ['relay/relay.key', serve('relay')],
    ['relay/staff.key', serve('relay')],
    ['relay/relay-wrap.key', serve('relay')],
    ['mailroom/mailroom.key', serve('mailroom')],
    ['mailroom/mailroom-wrap.key', serve('mailroom')],
  ])(
    '%s is refused once others can read it, with what to do and nothing of what it holds',
    async (name, run) => {
      const file = join(site(), name);
      if (name.endsWith('.pem')) writeFileSync(file, 'a private key');
      const content = readFileSync(file, 'utf8').trim();
      for (const mode of [0o640, 0o604]) {
        chmodSync(file, mode);
        const { use, status } = run();
        expect(await status).toBe(2);
        expect(use.said.err).toContain(`chmod 600 ${file}`);
        expect(use.said.out + use.said.err).not.toContain(content);
      }
    },
  );

  it('a settings file is one as soon as it holds the password of a database', async () => {
    const withPassword = readFileSync(settings(), 'utf8').replace(
      'sqlite:relay/drop.sqlite',
      'postgres://candor:hunter2@database/candor',
    );
    writeFileSync(settings(), withPassword);
    chmodSync(settings(), 0o644);
    const { use, status } = serve('relay')();
    expect(await status).toBe(2);
    expect(use.said.err).toContain('chmod 600');
    expect(use.said.err).not.toContain('hunter2');
  });
});
