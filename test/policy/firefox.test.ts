import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { whyNoPolicies } from '../../relay/demo/browsers/policies.ts';
import { addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import { type Authority, newAuthority } from './authority.ts';
import { installedAs, installState, managedSettings } from './install-facts.ts';
import { type ManagedFirefox, managedFirefox } from './managed-firefox.ts';
import { PASSPHRASE, type RolloutSite, rolloutSite } from './rollout-site.ts';

/*
 * From generated policy and packed XPI to a concern that is read at the desk, in real Firefox ESR, on Linux. Relay and
 * updates are served over TLS with the hospital's own authority: Firefox takes no update, and installs no package that
 * names an address for updates, over plain HTTP.
 */

const POLICY = 'firefox/policies-esr-unsigned.json';
const REMOVAL = 'firefox/policies-remove.json';
const FIRST = '1.0.0';
const SECOND = '1.0.1';
const SENTENCE = 'The look-alike pens again, from a managed Firefox.';

const why = await whyNoPolicies();
if (why !== null) process.stdout.write(`Policy tests are skipped. ${why}\n`);

const endings = endingsOfAllTests();
const secondsSince = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const figure = (line: string) => process.stdout.write(`firefox: ${line}\n`);

describe.skipIf(why !== null)('Firefox ESR under the generated policy', () => {
  let authority: Authority;
  let site: RolloutSite;
  let profile: string;
  let firefox: ManagedFirefox;
  const policies = (path = POLICY) => site.policy(path).policies as Record<string, object>;
  const start = (under: object) => managedFirefox(endings, profile, site.firefoxId, under, authority);
  const ready = async () => {
    const status = await firefox.openPage('options.html');
    await until('the settings', async () => (await installState(status)).settings.state === 'ready', 60);
    return status;
  };

  beforeAll(async () => {
    authority = newAuthority(endings);
    profile = freshFolder(endings, 'managed');
    site = await rolloutSite(endings, FIRST, authority);
  }, 240_000);

  it('installs by force, puts the button into the toolbar, and takes the settings', async () => {
    const from = performance.now();
    firefox = await start(policies());
    const status = await firefox.openPage('options.html');
    figure(`${secondsSince(from)} s from start to installed`);
    await until('the settings', async () => (await installState(status)).settings.state === 'ready', 60);
    figure(`${secondsSince(from)} s from start to ready`);
    expect(await installedAs(status)).toEqual({ installType: 'admin', mayDisable: false, version: FIRST });
    expect(await firefox.isPinned()).toBe(true);
    const { Extensions: given } = policies()['3rdparty'] as { Extensions: object };
    expect(given).toEqual({ [site.firefoxId]: await managedSettings(status) });
    expect((await installState(status)).settings).toMatchObject({
      source: 'policy',
      values: { panel: 'hidden' },
    });
  });

  it('takes up a changed policy at the next start: first the crowd, then the panel', async () => {
    await site.setPanel('on');
    await firefox.close();
    const from = performance.now();
    firefox = await start(policies());
    const status = await ready();
    figure(`${secondsSince(from)} s from a restart to the changed policy`);
    expect((await installState(status)).settings).toMatchObject({ values: { panel: 'on' } });
  });

  it('keeps a concern over an update, and it is read at the desk', { timeout: 900_000 }, async () => {
    const panel = await firefox.openPage('popup.html');
    // Keys come with the first tick, 30 s and an exponential time after the start.
    await panel.waitForSelector('button[data-kind="near_miss"]:not([disabled])', { timeout: 300_000 });
    // With no relay there, nothing can leave before the update.
    await site.relay.kill();
    await flag(panel, 'near_miss');
    await addWords(panel, SENTENCE);
    const { sending } = await installState(panel);
    const safe = sending?.logOff.kind === 'after-rewrite' ? sending.logOff.seconds : 0;
    expect(safe).toBeGreaterThan(0);
    await pause(safe * 1000);
    expect(await site.atDesk()).toBe(0);

    await site.pack(SECOND);
    const published = performance.now();
    await firefox.lookForUpdates();
    await until('the second version', async () => (await firefox.version()) === SECOND, 60);
    figure(`${secondsSince(published)} s from looking for updates to the second version running`);
    expect((await installedAs(await ready())).version).toBe(SECOND);
    await site.relay.start();
    const waited = performance.now();
    await until('the concern at the desk', async () => (await site.atDesk()) > 0, 600);
    figure(`${secondsSince(waited)} s from the relay's return to the concern at the desk`);
    const inbox = await firefox.openPage('inbox.html');
    await chooseBackup(inbox, site.backupFile);
    expect(await unlock(inbox, PASSPHRASE)).toBe(true);
    expect(await readConcern(inbox, SENTENCE)).toBe(true);
  });

  it('says after a restart which setting contradicts the build, and goes on once it is right again', async () => {
    await firefox.close();
    const right = policies();
    const wrong = structuredClone(right) as { '3rdparty': { Extensions: Record<string, object> } };
    wrong['3rdparty'].Extensions[site.firefoxId] = {
      ...wrong['3rdparty'].Extensions[site.firefoxId],
      relayUrl: 'https://localhost:9',
    };
    firefox = await start(wrong);
    const panel = await firefox.openPage('popup.html');
    const problem = await panel.waitForSelector('.problems code', { timeout: 30_000 });
    expect(await problem?.evaluate((element) => element.textContent)).toBe('relayUrl');
    await firefox.close();
    firefox = await start(right);
    await ready();
  });

  it('stays when its entry is only taken out, and goes with the policy that removes it', async () => {
    await firefox.close();
    // Without this line an unsigned package is switched off, which is not what is asked here.
    const { Preferences } = policies();
    firefox = await start({ Preferences });
    await pause(5_000);
    expect(await firefox.version()).toBe(SECOND);
    await firefox.close();
    const from = performance.now();
    firefox = await start({ ...policies(REMOVAL), Preferences });
    await until('its removal', async () => (await firefox.version()) === null, 60);
    figure(`${secondsSince(from)} s from a start with the removing policy to its removal`);
    await firefox.close();
  });
});
