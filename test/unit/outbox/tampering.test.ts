import { describe, expect, it } from 'vitest';
import type { InstallState } from '../../../extension/browser/messages.ts';
import { statusView } from '../../../extension/entrypoints/options/status-view.ts';
import { panelView } from '../../../extension/entrypoints/popup/panel-view.ts';
import english from '../../../extension/locales/en.json' with { type: 'json' };
import { logOff } from '../../../extension/outbox/log-off.ts';
import { silentSince } from '../../../extension/outbox/silence.ts';
import { UNBAKED } from '../../../extension/policy/build.ts';
import { createTranslator } from '../../../extension/ui/translator.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { signBulletin } from '../../../shared/bulletin.ts';
import { encodeKeysFile, splitKeysFile } from '../../../shared/key-records.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { signManifest } from '../../../shared/manifest.ts';
import { signReplyIndex } from '../../../shared/reply-index.ts';
import type { ManagedSettings } from '../../../shared/settings-table.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { type Install, newInstall } from './install.ts';
import { type SimulatedSite, simulatedSite } from './simulated-site.ts';

/*
 * Somebody serves one install something else than everybody gets, spoils its answers, holds or replays its cells. What
 * the panel and the Status page say of it, word by word, and that nothing which does not hold is ever used.
 */

const t = createTranslator('en', english);

interface Said {
  /** The Status page, line by line. */
  readonly status: string;
  readonly panel: ReturnType<typeof panelView>;
}

async function tick(install: Install, site: SimulatedSite, times = 1, seconds = 60): Promise<void> {
  for (let i = 0; i < times; i++) {
    site.pass(seconds);
    await install.dispatch().tick();
  }
}

/** What pages are told and show, as the background tells it. */
async function saidBy(install: Install, site: SimulatedSite, wiped = false): Promise<Said> {
  const { session, files, room } = await install.dispatch().standing();
  const { pins } = site;
  const values = {
    rootKey: toBase64url(pins.rootKey),
    relayKey: toBase64url(pins.relayKey),
    profile: wiped ? 'wiped' : 'shared',
  } as ManagedSettings;
  const nowSeconds = site.now();
  const state: InstallState = {
    settings: { state: 'ready', source: 'policy', values },
    reports: [],
    mismatched: [],
    sending: {
      logOff: logOff({
        wiped,
        room,
        failures: session.failures,
        nowSeconds,
        nextRewriteSeconds: nowSeconds + 20,
        nextTickSeconds: nowSeconds + 90,
        rewriteSeconds: 30,
        meanSeconds: 120,
        heldSeconds: 6,
      }),
      silentSince: silentSince(session, files.manifest?.timeSeconds ?? null, nowSeconds),
      stopped: session.stopped?.file ?? null,
      lastOutcome: session.lastOutcome,
      noticed: session.noticed,
      storedSeconds: session.storedSeconds,
      whereabouts: null,
    },
  };
  const status = statusView(
    {
      state,
      files,
      install: { id: 'x', version: '1', installType: 'admin', shortcut: '' },
      build: UNBAKED,
      reachable: true,
      announced: null,
    },
    t,
  );
  const lines = status.sections.flatMap(({ summary, rows }) => [
    summary?.text ?? '',
    ...rows.flatMap(({ name, text, more }) => [`${name}: ${text}`, ...more]),
  ]);
  const panel = panelView({ state, files, surface: 'popup', printed: undefined, secondsSince: 0 }, t);
  return { status: lines.join('\n'), panel };
}

async function running(): Promise<{ site: SimulatedSite; install: Install }> {
  const site = simulatedSite();
  const install = newInstall(site);
  await tick(install, site, 2);
  return { site, install };
}

describe('an install that nobody tampers with', () => {
  it('notices nothing, also while keys change and after a night away', async () => {
    const { site, install } = await running();
    await tick(install, site, 3, 3600);
    site.pass(14 * 3600);
    install.restartBrowser();
    await tick(install, site, 6);
    const { status, panel } = await saidBy(install, site);
    expect(status).toContain('Signs of tampering since this browser started: none');
    expect(panel.phase).toEqual({ name: 'ready' });
  });
});

describe('an install that is served', () => {
  it('the keys of another relay says that somebody shows other keys, and keeps to its own', async () => {
    const { site, install } = await running();
    const known = install.disk.files.manifest;
    const stranger = newSigningKeyPair(site.random);
    site.manifestBytes = signManifest({ ...site.manifest, number: 999 }, stranger.seed);
    await install.dispatch().tick();
    expect((await saidBy(install, site)).status).toMatch(
      /One manifest with another signature than the relay’s; last on .*\. Somebody may be showing this computer other keys\./,
    );
    expect(install.disk.files.manifest).toEqual(known);
  });

  it('another manifest with the same number says that the two contradict each other', async () => {
    const { site, install } = await running();
    site.manifestBytes = signManifest({ ...site.manifest, crowd: 1 }, site.relay.seed);
    await install.dispatch().tick();
    const { status, panel } = await saidBy(install, site);
    expect(status).toMatch(/One manifest of the relay that contradicts the one that is here/);
    expect(panel.crowd).toBe(2300);
  });

  it.each([
    ['keyring', 'keys'],
    ['bulletin', 'bulletin'],
    ['list of places', 'bulletin'],
    ['index of replies', 'index'],
  ] as const)('a %s that somebody else signed stops, and says so on both pages', async (what, file) => {
    const { site, install } = await running();
    const stranger = newSigningKeyPair(site.random);
    const { records } = splitKeysFile(site.files.keys);
    const places = [{ code: 'w1', label: 'A ward of one', staff: 1 }];
    site.files[file] = {
      keyring: () => encodeKeysFile(signKeyring({ ...site.keyring, serial: 2 }, stranger.seed), records),
      bulletin: () => signBulletin({ ...site.bulletin, serial: 2 }, stranger),
      'list of places': () => signBulletin({ ...site.bulletin, serial: 2, places }, stranger),
      'index of replies': () => signReplyIndex({ serial: 2, days: [] }, stranger.seed),
    }[what]();
    await tick(install, site, 2);
    const cells = site.drop.size;
    await tick(install, site);
    expect(site.drop.size).toBe(cells);
    const { status, panel } = await saidBy(install, site);
    expect(status).toContain(`Stopped: the file “${file}” does not hold.`);
    const reason = english['fault.file'];
    expect(panel.phase).toEqual({ name: 'wrong-settings', problems: [{ key: file, reason }] });
  });

  it.each(['keys', 'bulletin', 'index'] as const)(
    'another %s file than the manifest names says so, and uses none of it',
    async (file) => {
      const site = simulatedSite();
      const honest = { ...site.files };
      const install = newInstall(site);
      // Only this install gets it: the manifest goes on naming what everybody has.
      site.files[file] = site.random(honest[file].length);
      await install.dispatch().tick();
      await install.dispatch().tick();
      expect((await saidBy(install, site)).status).toMatch(
        /public files? that w.* not what the manifest names/,
      );
      expect(install.disk.files[file]).toBe(null);
      site.files[file] = honest[file];
      await tick(install, site, 2);
      expect(install.disk.files[file]).toEqual(honest[file]);
    },
  );

  it('another reply pack than the index names says so, and keeps none of it', async () => {
    const { site, install } = await running();
    const pack = site.random(32_768);
    site.publish([{ day: '2025-11-24', packs: [pack] }]);
    const [name = ''] = [...site.packs.keys()];
    site.packs.set(name, site.random(32_768));
    await tick(install, site, 3);
    expect((await saidBy(install, site)).status).toMatch(/reply packs? that w.* not what the index names/);
    expect(install.disk.packs.size).toBe(0);
    site.packs.set(name, pack);
    await tick(install, site);
    expect(install.disk.packs.get(name)).toEqual(pack);
  });
});

describe('an install whose cells or answers are meddled with', () => {
  it.each(['answer-spoiled', 'forged'] as const)('says so: %s', async (network) => {
    const { site, install } = await running();
    install.network = network;
    await tick(install, site, 2);
    const { status } = await saidBy(install, site);
    expect(status).toMatch(/2 answers that the relay did not make for this computer’s cells, or could not/);
    expect(status).toContain('Last answer: not from the relay, or the relay could not open it');
  });

  it.each(['answer-lost', 'down'] as const)(
    'says after two hours that nothing has left: %s',
    async (network) => {
      const { site, install } = await running();
      install.network = network;
      await tick(install, site, 3, 40 * 60);
      const { panel, status } = await saidBy(install, site);
      expect(panel.phase).toMatchObject({ name: 'relay-silent', phone: '4411', paper: 'the yellow form' });
      expect(status).toContain('Last answer: none');
    },
  );

  it('takes the old answer to a replayed cell for none of its own', async () => {
    const { site, install } = await running();
    const [post, seen] = [site.post, [] as ReturnType<typeof site.post>[]];
    site.post = (cell) => {
      seen.push(post(cell));
      return seen.at(-1) as ReturnType<typeof site.post>;
    };
    await tick(install, site);
    site.post = () => seen[0] as ReturnType<typeof site.post>;
    await tick(install, site, 2);
    expect((await saidBy(install, site)).status).toMatch(/2 answers that the relay did not make/);
  });
});

describe('a profile that is wiped at log-off', () => {
  it('is never called safe: not before, not after an authentic answer, and least of all without one', async () => {
    const { site, install } = await running();
    expect((await saidBy(install, site, true)).panel.safeToLogOff).toEqual({ kind: 'stay', minutes: 2 });
    const { content } = site.envelope();
    await install.dispatch().hold({ id: 'one', content, undoSeconds: 5 });
    for (const network of ['forged', 'answer-spoiled', 'down'] as const) {
      install.network = network;
      await tick(install, site);
      expect((await saidBy(install, site, true)).panel.safeToLogOff.kind).toMatch(/^(?:stay|not-leaving)$/);
    }
    expect((await saidBy(install, site, true)).panel.safeToLogOff).toEqual({ kind: 'not-leaving' });
    install.network = 'up';
    await tick(install, site, 2);
    expect(site.arrived()).toHaveLength(1);
    expect((await saidBy(install, site, true)).panel.safeToLogOff).toEqual({ kind: 'stay', minutes: 2 });
  });

  it('says the same to whoever looks, with a concern and without', async () => {
    const said = [];
    for (const concerns of [0, 1]) {
      const { site, install } = await running();
      const { content } = site.envelope();
      if (concerns > 0) await install.dispatch().hold({ id: 'one', content, undoSeconds: 5 });
      said.push((await saidBy(install, site, true)).panel.safeToLogOff);
    }
    expect(said[1]).toEqual(said[0]);
  });
});
