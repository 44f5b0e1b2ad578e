import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WEEKS_AHEAD } from '../../../extension/inbox/week-keys.ts';
import type { Finding } from '../../../relay/admin/doctor/finding.ts';
import { checkMailroom, checkPacks } from '../../../relay/admin/doctor/mailroom-checks.ts';
import { checkCrowd, checkVisits } from '../../../relay/admin/doctor/organisation-checks.ts';
import { checkRollout } from '../../../relay/admin/doctor/rollout-checks.ts';
import { systemRandom } from '../../../relay/key-file.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import type { Keys } from '../../../shared/key-records.ts';
import type { Manifest } from '../../../shared/manifest.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { WEEK_SECONDS } from '../../../shared/weeks.ts';

const NOW = 1_795_000_000;
const RATES = { meanSendSeconds: 120, windowSeconds: 3600, minimumCrowd: 200 };
const levels = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ check, level }) => [check, level]));

describe('the crowd', () => {
  const crowdOf = (crowd: number, panel: string) =>
    checkCrowd({ crowd } as Manifest, RATES, panel).find(({ check }) => check === 'crowd');

  it.each([
    [40, 'on', 'problem'],
    [40, 'practice', 'problem'],
    [40, 'hidden', 'warning'],
    [500, 'on', 'warning'],
    [500, 'practice', 'warning'],
    [2300, 'on', 'ok'],
  ])('of %i machines with the panel %s is a %s', (crowd, panel, level) => {
    expect(crowdOf(crowd, panel)?.level).toBe(level);
  });

  it('is large enough to show the panel: says so, and in which order', () => {
    expect(crowdOf(2300, 'hidden')?.says).toMatch(
      /pilot group practise .*then set "panel" to on, for everyone on one day/,
    );
    expect(crowdOf(2300, 'practice')?.says).toMatch(/to on, for everyone on one day/);
  });

  it('of one ward is never called safe', () => {
    for (const panel of ['hidden', 'practice', 'on'])
      expect(crowdOf(40, panel)?.remedy).toContain('A start on one ward is not safe');
  });
});

describe('the last visit to a desk', () => {
  const keys = (weeksAhead: number) =>
    ({
      keyring: { desks: [{ id: 1, name: 'People' }] },
      records: Array.from({ length: weeksAhead }, (_, week) => ({
        desk: 1,
        until: NOW + (week + 0.5) * WEEK_SECONDS,
      })),
    }) as unknown as Keys;

  it('shows in how far ahead its keys reach', () => {
    expect(checkVisits(keys(WEEKS_AHEAD), NOW)).toMatchObject([{ level: 'ok' }]);
    expect(checkVisits(keys(3), NOW)).toMatchObject([
      { level: 'warning', says: expect.stringContaining('about 6 weeks') },
    ]);
  });
});

describe('build, policy and settings', () => {
  let site: string;
  const pins = { rootKey: new Uint8Array(32).fill(1), relayKey: new Uint8Array(32).fill(2) };
  const settings = { relayUrl: 'https://relay.example', panel: 'hidden', sendMinutes: 2 };
  const put = (path: string, value: unknown) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), JSON.stringify(value));
  };
  beforeEach(() => {
    site = mkdtempSync(join(tmpdir(), 'candor-doctor-'));
    put('packages/pack.json', { chromiumId: 'abc', version: '1.0.0' });
    put('packages/build/build.json', {
      rootKey: toBase64url(pins.rootKey),
      relayKey: toBase64url(pins.relayKey),
      relayOrigins: ['https://relay.example'],
    });
    put('policy/linux/chromium/candor.json', { '3rdparty': { extensions: { abc: settings } } });
  });
  afterEach(() => rmSync(site, { recursive: true }));

  it('that agree are well', () => {
    expect(levels(checkRollout(site, pins, settings, RATES))).toEqual({
      build: 'ok',
      policy: 'ok',
      pace: 'ok',
    });
  });

  it('are named where they differ', () => {
    const moved = { ...settings, relayUrl: 'https://other.example', sendMinutes: 5 };
    const findings = checkRollout(site, pins, moved, RATES);
    expect(levels(findings)).toEqual({ build: 'problem', policy: 'problem', pace: 'problem' });
    expect(findings.map(({ says }) => says).join('\n')).toMatch(
      /another relayUrl[\s\S]*before relayUrl, sendMinutes changed[\s\S]*every 5 minutes/,
    );
  });

  it('that were never made are asked for', () => {
    rmSync(join(site, 'policy'), { recursive: true });
    expect(levels(checkRollout(site, pins, settings, RATES)).policy).toBe('warning');
    rmSync(join(site, 'packages'), { recursive: true });
    expect(levels(checkRollout(site, pins, settings, RATES))).toEqual({ build: 'warning' });
  });
});

describe('the mailroom', () => {
  const answers = (keys: Uint8Array<ArrayBuffer>) => async (url: string) =>
    url.endsWith('/health') ? Response.json({ ok: true }) : new Response(keys);
  const site = (answer: () => Response) => ({
    relayUrl: 'https://relay.example',
    rootKey: new Uint8Array(32),
    relayKey: new Uint8Array(32),
    nowSeconds: NOW,
    fetch: async () => answer(),
  });
  const identity = newSigningKeyPair(systemRandom);

  it('is well when it answers and the relay has what it made', async () => {
    const keys = new Uint8Array([1, 2, 3]);
    expect(levels(await checkMailroom('https://m.example', keys, answers(keys)))).toEqual({
      mailroom: 'ok',
      published: 'ok',
    });
    const other = new Uint8Array([9]);
    expect(levels(await checkMailroom('https://m.example', other, answers(keys))).published).toBe('warning');
  });

  it('is a warning where it cannot be reached from here', async () => {
    const none = async () => Promise.reject(new Error('no route'));
    expect(levels(await checkMailroom('https://m.example', undefined, none))).toEqual({
      mailroom: 'warning',
    });
  });

  it('that does not come for its packs is noticed', async () => {
    const waiting = (hours: number) => () => Response.json([{ closedSeconds: NOW - hours * 3600 }]);
    expect(levels(await checkPacks(site(waiting(1)), identity, systemRandom))).toEqual({ packs: 'ok' });
    const [late] = await checkPacks(site(waiting(5)), identity, systemRandom);
    expect(late).toMatchObject({ level: 'problem', says: expect.stringContaining('5 hours') });
    const refused = site(() => new Response(null, { status: 401 }));
    expect(levels(await checkPacks(refused, identity, systemRandom))).toEqual({ packs: 'problem' });
    expect(await checkPacks(refused, null, systemRandom)).toEqual([]);
  });
});
