import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { whyNoPolicies } from '../../relay/demo/browsers/policies.ts';
import { addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import { toBase64url } from '../../shared/base64url.ts';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import {
  alarmNames,
  askForUpdate,
  backgroundCode,
  faultsOnStatusPage,
  fetchUpdate,
  installedAs,
  installState,
  isPinned,
  managedSettings,
  panelSays,
} from './install-facts.ts';
import { type ManagedBrowser, managedChromium } from './managed-chromium.ts';
import { NEWER, PASSPHRASE, type RolloutSite, rolloutSite } from './rollout-site.ts';

/*
 * From generated policy and packed CRX to a concern that is read at the desk, in real Chromium, on Linux.
 */

const POLICY = 'linux/chromium/candor.json';
const FIRST = '1.0.0';
const SECOND = '1.0.1';
/** The code of FIRST again: browsers only ever go up. */
const THIRD = '1.0.2';
const PRACTICE = 'Only trying what happens.';
const SENTENCE = 'The look-alike pens again, written before the update.';

const why = await whyNoPolicies();
if (why !== null) process.stdout.write(`Policy tests are skipped. ${why}\n`);

const endings = endingsOfAllTests();
const secondsSince = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const figure = (line: string) => process.stdout.write(`chromium: ${line}\n`);

describe.skipIf(why !== null)('Chromium under the generated policy', () => {
  let site: RolloutSite;
  let profile: string;
  let chromium: ManagedBrowser;
  let started = 0;
  const start = (from = profile, policy: object = site.policy(POLICY)) =>
    managedChromium(endings, from, site.chromiumId, policy);

  beforeAll(async () => {
    profile = freshFolder(endings, 'managed');
    site = await rolloutSite(endings, FIRST);
  }, 240_000);

  it('installs by force, pins the button, and waits calmly until the settings come', async () => {
    const from = performance.now();
    started = from;
    chromium = await start();
    const status = await chromium.openPage('options.html');
    figure(`${secondsSince(from)} s from start to installed`);
    const seen: string[] = [];
    await until('the settings', async () => {
      const { state } = (await installState(status)).settings;
      if (seen.at(-1) !== state) seen.push(state);
      return state === 'ready';
    });
    figure(`${secondsSince(from)} s from start to ready, by way of ${seen.join(', ')}`);
    expect(['ready', 'waiting,ready']).toContain(seen.join());
    expect(await installedAs(status)).toEqual({ installType: 'admin', mayDisable: false, version: FIRST });
    expect(await isPinned(status)).toBe(true);
    const { '3rdparty': given } = site.policy(POLICY) as Record<string, { extensions: object }>;
    expect(given?.extensions).toEqual({ [site.chromiumId]: await managedSettings(status) });
    expect((await installState(status)).settings).toMatchObject({
      source: 'policy',
      values: { panel: 'hidden', sendMinutes: 1 },
    });
  });

  it('shows a neutral page while hidden, and takes up a changed policy while it runs', async () => {
    const panel = await chromium.openPage('popup.html');
    expect(await panelSays(panel)).toEqual({ title: 'Nothing to do here yet', tiles: 0 });
    await site.setPanel('practice');
    const from = performance.now();
    chromium.setPolicy(site.policy(POLICY));
    await until('the change', async () => {
      const { settings } = await installState(panel);
      return settings.state === 'ready' && settings.values.panel === 'practice';
    });
    figure(`${secondsSince(from)} s from a changed policy to its effect`);
  });

  it('keeps the last good settings under a policy that is wrong, and says which key and why', async () => {
    const right = site.policy(POLICY);
    chromium.setPolicy(
      changed(right, site.chromiumId, { relayUrl: 'http://relay.example', sendMinutes: 500 }),
    );
    const status = await chromium.openPage('options.html');
    const source = async () => {
      const { settings } = await installState(status);
      return settings.state === 'ready' ? settings.source : settings.state;
    };
    await until('the last good settings', async () => (await source()) === 'last-good');
    expect((await installState(status)).settings).toMatchObject({
      values: { relayUrl: site.relayUrl, sendMinutes: 1 },
    });
    await status.reload();
    await status.waitForSelector('.row[data-tone="stop"]');
    expect(await faultsOnStatusPage(status)).toEqual({
      relayUrl: 'is not an address: https://, no slash at the end.',
      sendMinutes: 'is out of range.',
    });
    chromium.setPolicy(right);
    await until('the right ones', async () => (await source()) === 'policy');
  });

  it('keeps concerns over an update and a rollback, and they are read at the desk', {
    timeout: 900_000,
  }, async () => {
    let panel = await chromium.openPage('popup.html');
    // Keys come with the first tick, 30 s and an exponential time after the start.
    await panel.waitForSelector('button[data-kind="near_miss"]:not([disabled])', { timeout: 300_000 });
    figure(`${secondsSince(started)} s from start to a panel that can seal`);
    // With no relay there, nothing can leave before the update.
    await site.relay.kill();
    await flag(panel, 'hazard');
    await addWords(panel, PRACTICE);
    await site.setPanel('on');
    chromium.setPolicy(site.policy(POLICY));
    await until('the panel for everyone', async () => {
      const { settings } = await installState(panel);
      return settings.state === 'ready' && settings.values.panel === 'on';
    });
    panel = await chromium.openPage('popup.html');
    await flag(panel, 'near_miss');
    await addWords(panel, SENTENCE);
    const { sending } = await installState(panel);
    expect(sending?.logOff.kind).toBe('after-rewrite');
    const safe = sending?.logOff.kind === 'after-rewrite' ? sending.logOff.seconds : 0;
    await pause(safe * 1000);
    expect(await site.atDesk()).toBe(0);

    await site.packNewer(SECOND);
    const published = performance.now();
    expect(await fetchUpdate(panel, 60)).toBe(SECOND);
    figure(`${secondsSince(published)} s from asking for an update to having it`);
    const second = await restartedInto(SECOND);
    expect(await backgroundCode(second)).toContain(NEWER);

    // The old code under its old number is offered in vain …
    await site.pack(FIRST);
    expect(await askForUpdate(second)).toBe('no_update');
    // … and under a higher one it comes, with what waits. A browser answers one such question in a life.
    await site.pack(THIRD);
    expect(await fetchUpdate(await restartedInto(SECOND), 60)).toBe(THIRD);
    const third = await restartedInto(THIRD);
    expect(await backgroundCode(third)).not.toContain(NEWER);

    await until('the settings', async () => (await installState(third)).settings.state === 'ready');
    await site.relay.start();
    const waited = performance.now();
    await until('both concerns at the desk', async () => (await site.atDesk()) === 2, 600);
    figure(`${secondsSince(waited)} s from the relay's return to two concerns at the desk`);
    const inbox = await chromium.openPage('inbox.html');
    await chooseBackup(inbox, site.backupFile);
    expect(await unlock(inbox, PASSPHRASE)).toBe(true);
    expect(await readConcern(inbox, PRACTICE)).toBe(true);
    const marked = await inbox.$$eval('[data-concern]:not(article)', (rows) =>
      rows.map((row) => [row.textContent?.includes('Only trying'), row.textContent?.includes('Practice')]),
    );
    expect(marked.sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(await readConcern(inbox, SENTENCE)).toBe(true);
  });

  async function restartedInto(version: string) {
    await chromium.close();
    const from = performance.now();
    chromium = await start();
    const page = await until(`version ${version}`, async () => {
      const opened = await chromium.openPage('options.html');
      if ((await installedAs(opened)).version === version) return opened;
      await opened.close();
      return null;
    });
    figure(`${secondsSince(from)} s from restart to version ${version}`);
    return page;
  }

  it('is gone with all it stored once the policy is removed', async () => {
    const leftOf = () =>
      ['Extensions', 'IndexedDB', 'Local Extension Settings', 'Sync Extension Settings'].flatMap((part) => {
        const folder = join(profile, 'Default', part);
        return existsSync(folder)
          ? readdirSync(folder)
              .filter((name) => name.includes(site.chromiumId))
              .map((name) => join(part, name))
          : [];
      });
    expect(leftOf().length).toBeGreaterThan(1);
    await chromium.close();
    const from = performance.now();
    chromium = await start(profile, {});
    await until('its removal', () => leftOf().length === 0 || null, 60);
    figure(`${secondsSince(from)} s from a start without the policy to nothing left`);
    await chromium.close();
  });

  it('waits calmly where there are no settings yet, sends nothing, and goes on when they come', async () => {
    const { '3rdparty': _, ...installOnly } = site.policy(POLICY);
    chromium = await start(freshFolder(endings, 'no-settings'), installOnly);
    const panel = await chromium.openPage('popup.html');
    expect(await panelSays(panel)).toEqual({ title: 'Waiting for your organisation’s settings', tiles: 0 });
    expect(await panel.$('.problems')).toBeNull();
    expect(await alarmNames(panel)).toEqual(['rewrite']);
    const from = performance.now();
    chromium.setPolicy(site.policy(POLICY));
    await until('the settings', async () => (await installState(panel)).settings.state === 'ready', 60);
    await until('the clock', async () => (await alarmNames(panel)).includes('send'), 60);
    figure(`${secondsSince(from)} s from settings that come late to the clock that sends`);
    await chromium.close();
  });

  it('names a pin that contradicts the build, and does not set the clock that sends', async () => {
    const right = site.policy(POLICY);
    const rootKey = toBase64url(new Uint8Array(32).fill(9));
    chromium = await start(freshFolder(endings, 'wrong-pin'), changed(right, site.chromiumId, { rootKey }));
    const panel = await chromium.openPage('popup.html');
    const problem = await panel.waitForSelector('.problems code', { timeout: 30_000 });
    expect(await problem?.evaluate((element) => element.textContent)).toBe('rootKey');
    expect((await installState(panel)).mismatched).toEqual(['rootKey']);
    expect(await alarmNames(panel)).toEqual(['rewrite']);
    const from = performance.now();
    chromium.setPolicy(right);
    await until('the clock', async () => (await alarmNames(panel)).includes('send'), 60);
    figure(`${secondsSince(from)} s from the corrected pin to the clock that sends`);
    expect((await installState(panel)).settings.state).toBe('ready');
    await chromium.close();
  });
});

/** A policy with some of the extension's settings changed. */
function changed(policy: object, id: string, settings: object): object {
  const other = structuredClone(policy) as { '3rdparty': { extensions: Record<string, object> } };
  other['3rdparty'].extensions[id] = { ...other['3rdparty'].extensions[id], ...settings };
  return other;
}
