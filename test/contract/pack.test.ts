import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInit } from '../../relay/admin/init.ts';
import { runPack } from '../../relay/admin/pack.ts';
import { PERMISSION_REASONS } from '../../relay/admin/pack-report.ts';
import { chromiumIdOf, sha256Of } from '../../relay/admin/packages.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { readCrx } from './crx-file.ts';

/*
 * What "candor pack" makes, built for real: the same bytes wherever and however often, with no right too many.
 */

const UPDATES = 'https://intranet.example/candor?a=1&b=2';
const PACK_MS = 240_000;

let folder: string;
let here: string;
let elsewhere: string;
let report = '';

const packageOf = (site: string, name: string) => join(site, 'packages', name);
const text = (site: string, name: string) => readFileSync(packageOf(site, name), 'utf8');
const manifestIn = (files: Readonly<Record<string, Uint8Array>>) =>
  JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());

async function pack(site: string, ...more: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const status = await runPack(['--site', site, '--updates', UPDATES, ...more], {
    out: (line) => {
      said.out += line;
    },
    err: (line) => {
      said.err += line;
    },
  });
  return { status, ...said };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-pack-'));
  here = join(folder, 'here');
  elsewhere = join(folder, 'a much longer name, elsewhere');
  const answers = join(folder, 'answers.toml');
  writeFileSync(
    answers,
    `relayUrl = "https://relay.example:8443/candor"\nmailroomUrl = "https://mailroom.example"\n[organisation]\nid = "n"\nname = "Northgate"\n[operator]\nname = "Council"\nown = false\n`,
  );
  const io = { ask: async () => '', today: () => '2026-11-24', random: systemRandom };
  await runInit(['--answers', answers, '--out', here], { ...io, out: () => {}, err: () => {} });
  const first = await pack(here, '--release', '2.10.0');
  expect(first).toMatchObject({ status: 0, err: '' });
  report = first.out;
  cpSync(here, elsewhere, { recursive: true });
  rmSync(join(elsewhere, 'packages'), { recursive: true });
  expect(await pack(elsewhere, '--release', '2.10.0')).toMatchObject({ status: 0, err: '' });
}, PACK_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('candor pack', () => {
  it('makes the same bytes a second time, in another folder', () => {
    for (const name of ['candor.crx', 'candor.xpi', 'update.xml', 'updates.json', 'pack.json']) {
      expect(sha256Of(packageOf(elsewhere, name)), name).toBe(sha256Of(packageOf(here, name)));
    }
    const [crx, xpi] = ['candor.crx', 'candor.xpi'].map((name) => sha256Of(packageOf(here, name)));
    expect(report).toContain(crx);
    expect(report).toContain(xpi);
    process.stdout.write(`pack: candor.crx ${crx}, candor.xpi ${xpi}, twice each\n`);
  });

  it('packs no path of the machine that built it', () => {
    const packed = [
      ...Object.values(readCrx(readFileSync(packageOf(here, 'candor.crx'))).files),
      ...Object.values(unzipSync(new Uint8Array(readFileSync(packageOf(here, 'candor.xpi'))))),
    ].map((bytes) => Buffer.from(bytes).toString('latin1'));
    for (const place of [folder, process.cwd()]) {
      expect(packed.filter((content) => content.includes(place))).toHaveLength(0);
    }
  });

  it('signs a CRX3 whose id is that of the key', () => {
    const crx = readCrx(readFileSync(packageOf(here, 'candor.crx')));
    const id = chromiumIdOf(join(here, 'offline/extension.pem'));
    expect(crx).toMatchObject({ id, idOfKey: id, signatureHolds: true });
    expect(JSON.parse(text(here, 'pack.json'))).toMatchObject({ chromiumId: id, version: '2.10.0' });
    const spoiled = readFileSync(packageOf(here, 'candor.crx'));
    spoiled[spoiled.length - 40] = (spoiled[spoiled.length - 40] ?? 0) ^ 1;
    expect(() => {
      if (!readCrx(spoiled).signatureHolds) throw new Error('does not hold');
    }).toThrow();
  });

  it('asks for permissions that have a reason, and for no host in Chromium', () => {
    const chromium = manifestIn(readCrx(readFileSync(packageOf(here, 'candor.crx'))).files);
    const firefox = manifestIn(unzipSync(new Uint8Array(readFileSync(packageOf(here, 'candor.xpi')))));
    for (const manifest of [chromium, firefox]) {
      for (const name of manifest.permissions) {
        expect(PERMISSION_REASONS[name], name).toBeTruthy();
        expect(report).toContain(PERMISSION_REASONS[name]);
      }
      for (const key of [
        'optional_permissions',
        'optional_host_permissions',
        'content_scripts',
        'externally_connectable',
        'web_accessible_resources',
        'key',
      ]) {
        expect(manifest[key], key).toBeUndefined();
      }
    }
    expect(chromium.host_permissions).toBeUndefined();
    // Firefox takes no ports and no paths here; the relay and nothing else.
    expect(firefox.host_permissions).toEqual(['https://relay.example/*']);
  });

  it('writes update files that browsers can follow to the packages', () => {
    const { chromiumId, firefoxId, sha256 } = JSON.parse(text(here, 'pack.json'));
    expect(XMLValidator.validate(text(here, 'update.xml'))).toBe(true);
    const { gupdate } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
      text(here, 'update.xml'),
    );
    expect(gupdate.protocol).toBe('2.0');
    expect(gupdate.app).toMatchObject({
      appid: chromiumId,
      updatecheck: { codebase: `${UPDATES}/candor.crx`, version: '2.10.0' },
    });
    expect(JSON.parse(text(here, 'updates.json')).addons[firefoxId].updates).toMatchObject([
      {
        version: '2.10.0',
        update_link: `${UPDATES}/candor.xpi`,
        update_hash: `sha256:${sha256.xpi}`,
        applications: { gecko: { strict_min_version: expect.stringMatching(/^\d+\.\d+$/) } },
      },
    ]);
    expect(sha256.xpi).toBe(sha256Of(packageOf(here, 'candor.xpi')));
  });

  it('packs any release that is asked for, and keeps the id', { timeout: PACK_MS }, async () => {
    const before = JSON.parse(text(elsewhere, 'pack.json'));
    expect(await pack(elsewhere, '--release', '2.9.65535')).toMatchObject({ status: 0, err: '' });
    const after = JSON.parse(text(elsewhere, 'pack.json'));
    expect(after).toMatchObject({ chromiumId: before.chromiumId, version: '2.9.65535' });
    expect(after.sha256.crx).not.toBe(before.sha256.crx);
    expect(text(elsewhere, 'update.xml')).toContain("version='2.9.65535'");
    expect(manifestIn(readCrx(readFileSync(packageOf(elsewhere, 'candor.crx'))).files).version).toBe(
      '2.9.65535',
    );
  });

  it('refuses releases and addresses that a browser would refuse', async () => {
    for (const release of ['2.10', '2.10.65536', '2.010.0', '2.10.0-beta', 'next']) {
      expect((await pack(here, '--release', release)).status, release).toBe(2);
    }
    expect(await runPack(['--site', here], { out: () => {}, err: () => {} })).toBe(2);
    expect(await runPack(['--updates', 'ftp://x'], { out: () => {}, err: () => {} })).toBe(2);
  });
});
