import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Build, UNBAKED } from '../../extension/policy/build.ts';
import { buildExtension, type Target } from '../../relay/admin/build-extension.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';

/*
 * What `wxt build` makes of a build file: the same bytes wherever and whenever it runs, and no more rights than it needs.
 */

const key = (byte: number): string => toBase64url(new Uint8Array(32).fill(byte));
const BAKED: Build = {
  rootKey: key(1),
  relayKey: key(2),
  relayOrigins: ['https://relay.example:8443'],
  demo: null,
};
const ROOT = join(import.meta.dirname, '../..');

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

describe.each<Target>(['chromium', 'firefox'])('a build for %s', (target) => {
  const all = endingsOfAllTests();
  const built = (build: Build) => buildExtension(build, freshFolder(all, 'build'), target);
  const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('is the same bytes each time, and holds nothing of the machine it was made on', async () => {
    const [one, other] = [await built(BAKED), await built(BAKED)];
    expect(hashesOf(other)).toEqual(hashesOf(one));
    for (const file of filesOf(one)) {
      const text = readFileSync(join(one, file), 'latin1');
      for (const trace of [ROOT, homedir(), one])
        expect(text.includes(trace), `${file} names ${trace}`).toBe(false);
    }
  });

  test('asks for the least', async () => {
    const manifest = manifestOf(await built(BAKED));
    expect(manifest.permissions.toSorted()).toEqual(
      target === 'chromium'
        ? ['alarms', 'contextMenus', 'sidePanel', 'storage']
        : ['alarms', 'contextMenus', 'storage'],
    );
    expect(manifest.host_permissions).toEqual(
      target === 'chromium' ? undefined : ['https://relay.example/*'],
    );
    for (const right of [
      'optional_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest).not.toHaveProperty(right);
    }
    expect(manifest.content_security_policy.extension_pages).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe/);
  });

  test('says in every language what the browser shows of it', async () => {
    const folder = await built(UNBAKED);
    const manifest = manifestOf(folder);
    const asked = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? '');
    expect(new Set(asked)).toEqual(
      new Set(['extension_name', 'extension_description', 'extension_tooltip', 'command_flag']),
    );
    const languages = filesOf(join(ROOT, 'extension/locales'))
      .filter((file) => !file.includes('/'))
      .map((file) => file.replace('.json', ''));
    expect(readdirSync(join(folder, '_locales')).toSorted()).toEqual(languages.toSorted());
    for (const language of languages) {
      const messages = JSON.parse(readFileSync(join(folder, '_locales', language, 'messages.json'), 'utf8'));
      for (const name of [...asked, 'menu_nearMiss', 'menu_hazard'])
        expect(messages[name].message).toBeTruthy();
    }
    expect(manifest.storage.managed_schema).toBe('managed_schema.json');
    expect(filesOf(folder)).toContain('managed_schema.json');
    expect(manifest.commands._execute_action.suggested_key.default).toBe('Alt+Shift+K');
  });

  test('carries a key of its own only in a demo, so that its id is known', async () => {
    expect(manifestOf(await built(BAKED))).not.toHaveProperty('key');
    const demo = { settings: {}, pace: { floorSeconds: 1, meanSeconds: 2, rewriteSeconds: 2 } };
    const manifest = manifestOf(await built({ ...BAKED, demo }));
    expect(typeof manifest.key).toBe(target === 'chromium' ? 'string' : 'undefined');
  });

  test('is refused with a build file that is none', async () => {
    await expect(built({ ...BAKED, pins: [] } as Build)).rejects.toThrow(/build file/);
  });
});
