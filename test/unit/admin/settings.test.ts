import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom, writeKeyFile } from '../../../relay/key-file.ts';
import { readSettings } from '../../../relay/settings.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { CandorError } from '../../../shared/errors.ts';

let folder: string;
let file: string;

const good = () => ({
  rootKey: toBase64url(systemRandom(32)),
  relay: {
    identityFile: 'relay.key',
    staffKeyFiles: ['staff.key'],
    wrapKeyFile: 'wrap.key',
    drop: 'sqlite:drop.sqlite',
  },
  mailroom: {
    identityFile: 'mailroom.key',
    wrapKeyFile: 'wrap.key',
    keyringFile: 'keyring.bin',
    store: 'postgres://localhost/candor',
    relayUrl: 'https://relay.example',
    timeZone: 'Europe/London',
  },
});

function write(settings: object): void {
  writeFileSync(file, stringify(settings));
}

function problem(...args: Parameters<typeof readSettings>): string {
  try {
    readSettings(...args);
  } catch (error) {
    if (error instanceof CandorError && error.code === 'bad-settings') return error.message;
    throw error;
  }
  return '';
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-settings-'));
  file = join(folder, 'candor.toml');
  for (const name of ['relay', 'staff', 'wrap', 'mailroom']) {
    writeKeyFile(join(folder, `${name}.key`), systemRandom(32));
  }
  writeFileSync(join(folder, 'keyring.bin'), 'signed');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('are read with their keys, and with defaults for what was left out', () => {
    write(good());
    const settings = readSettings(file, {});
    expect(settings.relay).toMatchObject({ port: 8480, windowSeconds: 3600, minimumCrowd: 200 });
    expect(settings.relay?.identitySeed).toHaveLength(32);
    expect(settings.relay?.drop).toBe(`sqlite:${join(folder, 'drop.sqlite')}`);
    expect(settings.mailroom).toMatchObject({ retentionDays: 180, store: 'postgres://localhost/candor' });
  });

  it('give way to the environment', () => {
    write(good());
    const settings = readSettings(file, {
      CANDOR_RELAY_PORT: '9000',
      CANDOR_MAILROOM_RELAY_URL: 'https://b.example',
    });
    expect(settings.relay?.port).toBe(9000);
    expect(settings.mailroom?.relayUrl).toBe('https://b.example');
  });

  it('name everything that is wrong at once', () => {
    const { relay, mailroom, ...top } = good();
    write({
      ...top,
      relay: { ...relay, port: 0, drop: 'mysql:x' },
      mailroom: { ...mailroom, retentionDays: 30, timeZone: 'Mars' },
    });
    const said = problem(file, {});
    for (const name of ['relay.port', 'relay.drop', 'mailroom.retentionDays', 'mailroom.timeZone']) {
      expect(said).toContain(name);
    }
  });

  it('refuse a crowd that would name people, except in the demo', () => {
    const { relay, ...rest } = good();
    write({ ...rest, relay: { ...relay, minimumCrowd: 5 } });
    expect(problem(file, {})).toContain('30 machines');
    write({ ...rest, demo: true, relay: { ...relay, minimumCrowd: 5 } });
    expect(problem(file, {})).toBe('');
  });

  it('refuse unknown names, so that a misspelt one is not simply ignored', () => {
    const { relay, ...rest } = good();
    write({ ...rest, relay: { ...relay, minimunCrowd: 300 } });
    expect(problem(file, {})).toContain('minimunCrowd');
  });

  it('say which key is missing, malformed or readable by others, and quote none', () => {
    write(good());
    rmSync(join(folder, 'relay.key'));
    writeFileSync(join(folder, 'staff.key'), 'not a key, but private', { mode: 0o600 });
    chmodSync(join(folder, 'wrap.key'), 0o644);
    const said = problem(file, {}, ['relay']);
    for (const name of ['relay.key', 'staff.key', 'wrap.key', 'chmod 600']) expect(said).toContain(name);
    expect(said).not.toContain('private');
  });

  it('need only the keys of the part that starts', () => {
    write(good());
    rmSync(join(folder, 'mailroom.key'));
    expect(problem(file, {}, ['relay'])).toBe('');
    expect(problem(file, {}, ['mailroom'])).toContain('mailroom.key');
  });

  it('point at the line where the file is broken without quoting it', () => {
    writeFileSync(file, 'rootKey = "x"\nstore = postgres://candor:secret@db\n');
    chmodSync(file, 0o600);
    expect(problem(file, {})).toMatch(/line 2/);
    expect(problem(file, {})).not.toContain('secret');
  });

  it('say how to make the file when there is none', () => {
    expect(problem(join(folder, 'nowhere.toml'), {})).toContain('candor init');
  });
});
