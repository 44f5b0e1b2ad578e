import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parsePlist } from 'plist';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paceOf } from '../../../extension/outbox/pace.ts';
import { runInit } from '../../../relay/admin/init.ts';
import { runPolicy } from '../../../relay/admin/policy.ts';
import { readExtensionSection } from '../../../relay/admin/site-folder.ts';
import { systemRandom } from '../../../relay/key-file.ts';
import { SETTINGS } from '../../../shared/settings-table.ts';
import { ANSWER, CELL, MANIFEST } from '../../../shared/sizes.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const FIREFOX = 'candor@northgate.example';
const UPDATES = 'https://intranet.example/candor';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const HASHES = { crx: sha256('the crx'), xpi: sha256('the xpi') };

let folder: string;
let expected: Record<string, unknown>;
const read = (path: string) => readFileSync(join(folder, 'site/policy', path), 'utf8');
const parsed = (path: string) => JSON.parse(read(path));

async function policy(...argv: string[]): Promise<{ status: number; err: string }> {
  let err = '';
  const status = await runPolicy([...argv, '--site', join(folder, 'site')], {
    out: () => {},
    err: (text) => {
      err += text;
    },
  });
  return { status, err };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-policy-'));
  const answers = join(folder, 'answers.toml');
  writeFileSync(
    answers,
    `relayUrl = "https://relay.example"\nmailroomUrl = "https://mailroom.example"\n[organisation]\nid = "n"\nname = "North & Gate"\n[operator]\nname = "Council"\nown = false\n`,
  );
  const site = join(folder, 'site');
  await runInit(['--answers', answers, '--out', site], {
    out: () => {},
    err: () => {},
    ask: async () => '',
    today: () => '2026-11-24',
    random: systemRandom,
  });
  const toml = join(site, 'candor.toml');
  // A pattern with everything that quoting can get wrong.
  writeFileSync(
    toml,
    `${readFileSync(toml, 'utf8')}sitePatterns = ['\\bNG-\\d{4}\\b', "it's <\\"a\\"> & b%c"]\n`,
  );
  mkdirSync(join(site, 'packages'));
  writeFileSync(
    join(site, 'packages/pack.json'),
    JSON.stringify({ chromiumId: ID, firefoxId: FIREFOX, version: '1.2.3', sha256: HASHES }),
  );
  expected = readExtensionSection(site);
  expect(await policy('--updates', `${UPDATES}/`)).toEqual({ status: 0, err: '' });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('candor policy', () => {
  it.each(['chrome', 'chromium', 'edge'])(
    'writes Linux JSON for %s that force-installs, pins and configures',
    (browser) => {
      const file = parsed(`linux/${browser}/candor.json`);
      expect(file['3rdparty'].extensions[ID]).toEqual(expected);
      expect(file.ExtensionSettings[ID]).toMatchObject({
        installation_mode: 'force_installed',
        update_url: `${UPDATES}/update.xml`,
        ...(browser === 'edge' ? { toolbar_state: 'force_shown' } : { toolbar_pin: 'force_pinned' }),
      });
    },
  );

  it('writes Firefox policies, with unsigned packages allowed in the ESR file only', () => {
    for (const path of ['firefox/policies.json', 'firefox/policies-esr-unsigned.json']) {
      const { policies } = parsed(path);
      expect(policies['3rdparty'].Extensions[FIREFOX]).toEqual(expected);
      expect(policies.ExtensionSettings[FIREFOX].install_url).toBe(`${UPDATES}/candor.xpi`);
      expect('Preferences' in policies).toBe(path.includes('unsigned'));
    }
  });

  it('wraps every value for the Google Admin console', () => {
    const file: Record<string, { Value: unknown }> = parsed('google-admin/policy-for-extensions.json');
    expect(Object.fromEntries(Object.entries(file).map(([name, { Value }]) => [name, Value]))).toEqual(
      expected,
    );
  });

  it.each([
    ['chrome', `com.google.Chrome.extensions.${ID}`],
    ['edge', `com.microsoft.Edge.extensions.${ID}`],
  ])('writes a macOS profile for %s that a plist parser reads back', (browser, domain) => {
    const payloads = payloadsOf(`macos/candor-${browser}.mobileconfig`);
    expect(payloads.get(domain)).toEqual(expected);
    expect(new Set(uuidsOf(`macos/candor-${browser}.mobileconfig`)).size).toBe(3);
  });

  it('writes a macOS profile for Firefox', () => {
    const firefox = payloadsOf('macos/candor-firefox.mobileconfig').get('org.mozilla.firefox');
    expect(firefox).toMatchObject({ EnterprisePoliciesEnabled: true });
    expect(firefox?.['3rdparty']).toEqual({ Extensions: { [FIREFOX]: expected } });
  });

  it('writes a registry file from which every setting can be read back for every browser', () => {
    const registry = registryOf(read('windows/candor.reg'));
    for (const key of [
      `SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}\\policy`,
      `SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${ID}\\policy`,
      `SOFTWARE\\Policies\\Mozilla\\Firefox\\3rdparty\\Extensions\\${FIREFOX}`,
    ]) {
      const { sitePatterns, ...single } = expected;
      expect(registry.get(`HKEY_LOCAL_MACHINE\\${key}`)).toEqual(single);
      expect(Object.values(registry.get(`HKEY_LOCAL_MACHINE\\${key}\\sitePatterns`) ?? {})).toEqual(
        sitePatterns,
      );
    }
    const firefox = registry.get('HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox');
    expect(JSON.parse(String(firefox?.ExtensionSettings))[FIREFOX].installation_mode).toBe('force_installed');
    expect(read('windows/candor-remove.reg')).toContain(
      `[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${ID}]`,
    );
  });

  it('gives the PowerShell scripts the very values of the registry file, quoted so that none can end its string', () => {
    const rows = [
      ...read('windows/Deploy-Candor.ps1').matchAll(
        /@\{ Key = '(.+?)'; Name = '(.+?)'; Type = '(\w+)'; Value = (.+) \}\r$/gm,
      ),
    ];
    const registry = registryOf(read('windows/candor.reg'));
    expect(rows.length).toBe(
      [...registry.values()].reduce((sum, values) => sum + Object.keys(values).length, 0),
    );
    for (const [, key = '', name = '', type, value = ''] of rows) {
      const there = registry.get(key.replace('HKLM:', 'HKEY_LOCAL_MACHINE'))?.[name];
      if (type === 'DWord') expect(Number(value)).toBe(there);
      if (type === 'String') expect(value.slice(1, -1).replaceAll("''", "'")).toBe(there);
    }
    for (const script of ['Deploy', 'Detect', 'Remove', 'Test']) {
      expect(
        read(`windows/${script}-Candor.ps1`)
          .split('\n')
          .every((line) => line === '' || line.endsWith('\r')),
      ).toBe(true);
    }
  });

  it('writes an ADMX whose every text and element is there in the ADML', () => {
    for (const path of ['windows/admx/candor.admx', 'windows/admx/en-US/candor.adml']) {
      expect(XMLValidator.validate(read(path))).toBe(true);
    }
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name, _path, _leaf, isAttribute) =>
        !isAttribute && ['policy', 'string', 'presentation'].includes(name),
    });
    const { policyDefinitions } = parser.parse(read('windows/admx/candor.admx'));
    const { resources } = parser.parse(read('windows/admx/en-US/candor.adml')).policyDefinitionResources;
    const strings = new Set(resources.stringTable.string.map(({ id }: { id: string }) => id));
    const presentations = new Set(
      resources.presentationTable.presentation.map(({ id }: { id: string }) => id),
    );
    expect(policyDefinitions.policies.policy).toHaveLength(3 * SETTINGS.length);
    for (const one of policyDefinitions.policies.policy) {
      for (const text of [one.displayName, one.explainText])
        expect(strings).toContain(text.slice('$(string.'.length, -1));
      expect(presentations).toContain(one.presentation.slice('$(presentation.'.length, -1));
      expect(Object.values<{ id: string }>(one.elements)[0]?.id).toBe(one.name.split('_')[1]);
    }
  });

  it('writes Intune values that are JSON, also inside the XML', () => {
    expect(parsed('intune/extension-settings-edge.json')[ID].toolbar_state).toBe('force_shown');
    const xml = `<x>${read('intune/firefox-oma-uri.xml')}</x>`;
    expect(XMLValidator.validate(xml)).toBe(true);
    const data = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml).x.data;
    expect(JSON.parse(data.value)[FIREFOX].update_url).toBe(`${UPDATES}/updates.json`);
  });

  it('takes Firefox back with "blocked" on every platform, since it keeps what is merely no longer named', () => {
    const blocked = { [FIREFOX]: { installation_mode: 'blocked' } };
    expect(parsed('firefox/policies-remove.json').policies).toEqual({ ExtensionSettings: blocked });
    const registry = registryOf(read('windows/candor-remove.reg'));
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox';
    expect(JSON.parse(String(registry.get(key)?.ExtensionSettings))).toEqual(blocked);
    const path = 'macos/candor-firefox-remove.mobileconfig';
    expect(payloadsOf(path).get('org.mozilla.firefox')).toEqual({
      EnterprisePoliciesEnabled: true,
      ExtensionSettings: blocked,
    });
    // The same identifiers: it takes the place of the profile that installs.
    expect(uuidsOf(path)).toEqual(uuidsOf('macos/candor-firefox.mobileconfig'));
    expect(read('windows/Remove-Candor.ps1')).toContain("installation_mode = 'blocked'");
  });

  it('tells network teams the very sizes, address, pace and hashes', () => {
    const list = parsed('network/allow-list.json');
    expect(
      list.destinations.map(({ host, port }: { host: string; port: number }) => `${host}:${port}`),
    ).toEqual(['relay.example:443', 'intranet.example:443']);
    const sizes = (path: string) => {
      const { bodyBytes, answerBytes } = list.requests.find((one: { path: string }) => one.path === path);
      return [bodyBytes, answerBytes];
    };
    expect(sizes('/v1/cells')).toEqual([CELL, ANSWER]);
    expect(sizes('/v1/manifest')).toEqual([0, MANIFEST]);
    expect(list.interval).toMatchObject({ floorSeconds: paceOf(2).floorSeconds, meanSeconds: 120 });
    expect(list.sha256).toEqual({ 'candor.crx': HASHES.crx, 'candor.xpi': HASHES.xpi });
    for (const told of [HASHES.crx, HASHES.xpi, ID, FIREFOX, '4096', '273', 'about 240 requests'])
      expect(read('network/README.md')).toContain(told);
  });

  it('writes a proxy file that lets Candor go directly, and nothing else', () => {
    const context = { found: [] as string[] };
    const hosts = ['relay.example', 'intranet.example', 'relay.example.evil.example'];
    runInNewContext(
      `${read('network/proxy.pac').replace('return "DIRECT";\n}\n', 'return "PROXY";\n}\n')}
      found = ${JSON.stringify(hosts)}.map((host) => FindProxyForURL('https://' + host, host));`,
      context,
    );
    expect(context.found).toEqual(['DIRECT', 'DIRECT', 'PROXY']);
  });

  it('finds installs in every profile, and says which are not the version that was packed', () => {
    const homes = join(folder, 'homes');
    const put = (path: string, text = '{}') => {
      mkdirSync(dirname(join(homes, path)), { recursive: true });
      writeFileSync(join(homes, path), text);
    };
    const find = () =>
      spawnSync('sh', [join(folder, 'site/policy/network/find-candor.sh')], {
        env: { ...process.env, HOMES: `${homes}/*` },
        encoding: 'utf8',
      });
    mkdirSync(homes);
    expect(find()).toMatchObject({ status: 0, stdout: '' });
    put(`ada/.config/google-chrome/Default/Extensions/${ID}/1.2.3_0/manifest.json`);
    put(`ada/.mozilla/firefox/x.default/extensions/${FIREFOX}.xpi`, 'the xpi');
    expect(find()).toMatchObject({ status: 0 });
    expect(find().stdout.match(/^expected /gm)).toHaveLength(2);
    put(`bo/Library/Application Support/Google/Chrome/Default/Extensions/${ID}/1.0.0_0/manifest.json`);
    put(`bo/.mozilla/firefox/y.default/extensions/${FIREFOX}.xpi`, 'another xpi');
    expect(find()).toMatchObject({ status: 1 });
    expect(find().stdout.match(/^UNEXPECTED (chromium 1\.0\.0|firefox other) /gm)).toHaveLength(2);
  });

  it('writes shell scripts that a shell accepts and that can be run', () => {
    for (const script of ['linux/deploy', 'linux/detect', 'linux/remove', 'network/find-candor']) {
      const file = join(folder, 'site/policy', `${script}.sh`);
      expect(spawnSync('sh', ['-n', file]).status).toBe(0);
      expect(statSync(file).mode & 0o111).toBe(0o111);
    }
  });

  it('says in every README what was not run', () => {
    const files = readdirSync(join(folder, 'site/policy'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('README.md'))).toHaveLength(8);
    expect(read('README.md')).toContain('not run');
    expect(read('README.md')).toContain('higher');
  });

  it('refuses settings that the extension would refuse, naming all of them', async () => {
    const toml = join(folder, 'site/candor.toml');
    const good = readFileSync(toml, 'utf8');
    writeFileSync(
      toml,
      good
        .replace('profile = "shared"', 'profile = "public"\ncolour = "red"')
        .replace(/staffKey = "[^"]+"/, 'staffKey = "short"'),
    );
    const { status, err } = await policy('--updates', UPDATES);
    writeFileSync(toml, good);
    expect(status).toBe(2);
    for (const name of ['profile', 'colour', 'staffKey']) expect(err).toContain(`extension.${name}`);
  });

  it('gives a pilot group practice, everybody else what stands in the settings, and nobody the panel before the others', async () => {
    expect((await policy('--updates', UPDATES, '--pilot')).status).toBe(0);
    const panelIn = (of: string) =>
      parsed(`../${of}/linux/chrome/candor.json`)['3rdparty'].extensions[ID].panel;
    expect([panelIn('policy'), panelIn('policy-pilot')]).toEqual(['hidden', 'practice']);
    const toml = join(folder, 'site/candor.toml');
    const good = readFileSync(toml, 'utf8');
    writeFileSync(toml, good.replace('panel = "hidden"', 'panel = "on"'));
    expect(await policy('--updates', UPDATES, '--pilot')).toMatchObject({
      status: 2,
      err: expect.stringContaining('nothing to pilot'),
    });
    writeFileSync(toml, good);
    expect((await policy('--updates', UPDATES, '--panel', 'on')).err).toContain('Usage');
  });

  it('wants to know where updates are served', async () => {
    expect((await policy()).err).toContain('Usage');
  });
});

function payloadsOf(path: string): Map<string, Record<string, unknown>> {
  const { PayloadContent } = Object(parsePlist(read(path)));
  return new Map(
    PayloadContent.map(
      (payload: { PayloadContent: Record<string, { Forced: [{ mcx_preference_settings: object }] }> }) => {
        const [[domain, content] = ['', undefined]] = Object.entries(payload.PayloadContent);
        return [domain, content?.Forced[0].mcx_preference_settings];
      },
    ),
  );
}

function uuidsOf(path: string): string[] {
  return [
    ...read(path).matchAll(
      /<key>PayloadUUID<\/key>\s*<string>([0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12})</g,
    ),
  ].map(([, uuid]) => uuid ?? '');
}

/** Reads a .reg file as regedit does: keys in brackets, REG_SZ with \\ and \" escaped, dword and hex(7). */
function registryOf(text: string): Map<string, Record<string, string | number>> {
  const keys = new Map<string, Record<string, string | number>>();
  let current: Record<string, string | number> = {};
  for (const line of text.split('\r\n').slice(1)) {
    const key = /^\[(.+)\]$/.exec(line)?.[1];
    if (key !== undefined) {
      current = {};
      keys.set(key, current);
      continue;
    }
    const [, name, string, dword, hex] =
      /^"(.+?)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8})|hex\(7\):(.+))$/.exec(line) ?? [];
    if (name === undefined) {
      expect(line).toBe('');
      continue;
    }
    if (string !== undefined) current[name] = string.replaceAll(/\\(.)/g, '$1');
    if (dword !== undefined) current[name] = Number.parseInt(dword, 16);
    if (hex !== undefined) {
      const bytes = Uint8Array.from(hex.split(','), (byte) => Number.parseInt(byte, 16));
      current[name] = new TextDecoder('utf-16le').decode(bytes).replaceAll('\0', '');
    }
  }
  return keys;
}
