import { beforeAll, describe, expect, it } from 'vitest';
import { whyNoPolicies } from '../../relay/demo/browsers/policies.ts';
import { addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import { installedAs, installState, managedSettings } from './install-facts.ts';
import { type ManagedFirefox, managedFirefox } from './managed-firefox.ts';
import { PASSPHRASE, type RolloutSite, rolloutSite } from './rollout-site.ts';

/*
 * From generated policy and packed XPI to a concern that is read at the desk, in real Firefox ESR, on Linux.
 * Not here: updates, which Firefox takes over HTTPS only.
 */

const POLICY = 'firefox/policies-esr-unsigned.json';
const RELEASE = '1.0.0';
const SENTENCE = 'The look-alike pens again, from a managed Firefox.';

const why = await whyNoPolicies();
if (why !== null) process.stdout.write(`Policy tests are skipped. ${why}\n`);

const endings = endingsOfAllTests();
const secondsSince = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
const figure = (line: string) => process.stdout.write(`firefox: ${line}\n`);

describe.skipIf(why !== null)('Firefox ESR under the generated policy', () => {
  let site: RolloutSite;
  let profile: string;
  let firefox: ManagedFirefox;
  const policies = () => site.policy(POLICY).policies as Record<string, object>;
  const start = (under: object) => managedFirefox(endings, profile, site.firefoxId, under);

  beforeAll(async () => {
    profile = freshFolder(endings, 'managed');
    site = await rolloutSite(endings, RELEASE);
    await site.setPanel('on');
  }, 240_000);

  it('installs by force, puts the button into the toolbar, and takes the settings', async () => {
    const from = performance.now();
    firefox = await start(policies());
    const status = await firefox.openPage('options.html');
    figure(`${secondsSince(from)} s from start to installed`);
    await until('the settings', async () => (await installState(status)).settings.state === 'ready', 60);
    figure(`${secondsSince(from)} s from start to ready`);
    expect(await installedAs(status)).toEqual({ installType: 'admin', mayDisable: false, version: RELEASE });
    expect(await firefox.isPinned()).toBe(true);
    const { Extensions: given } = policies()['3rdparty'] as { Extensions: object };
    expect(given).toEqual({ [site.firefoxId]: await managedSettings(status) });
    expect((await installState(status)).settings).toMatchObject({
      source: 'policy',
      values: { panel: 'on' },
    });
  });

  it('carries a concern to the desk, where it is read', { timeout: 900_000 }, async () => {
    const panel = await firefox.openPage('popup.html');
    // Keys come with the first tick, 30 s and an exponential time after the start.
    await panel.waitForSelector('button[data-kind="near_miss"]:not([disabled])', { timeout: 300_000 });
    await flag(panel, 'near_miss');
    await addWords(panel, SENTENCE);
    const waited = performance.now();
    await until('the concern at the desk', async () => (await site.atDesk()) > 0, 600);
    figure(`${secondsSince(waited)} s from the panel to the desk`);
    const inbox = await firefox.openPage('inbox.html');
    await chooseBackup(inbox, site.backupFile);
    expect(await unlock(inbox, PASSPHRASE)).toBe(true);
    expect(await readConcern(inbox, SENTENCE)).toBe(true);
  });

  it('says after a restart which pin contradicts the build, and takes it back after another', async () => {
    await firefox.close();
    const right = policies();
    const wrong = structuredClone(right) as { '3rdparty': { Extensions: Record<string, object> } };
    wrong['3rdparty'].Extensions[site.firefoxId] = {
      ...wrong['3rdparty'].Extensions[site.firefoxId],
      relayUrl: 'http://127.0.0.1:9',
    };
    firefox = await start(wrong);
    const panel = await firefox.openPage('popup.html');
    const problem = await panel.waitForSelector('.problems code', { timeout: 30_000 });
    expect(await problem?.evaluate((element) => element.textContent)).toBe('relayUrl');
    await firefox.close();
    firefox = await start(right);
    const status = await firefox.openPage('options.html');
    await until('the settings', async () => (await installState(status)).settings.state === 'ready', 60);
  });

  it('is gone once the policy is removed', async () => {
    await firefox.close();
    // Signing is asked for again as well, which an unsigned package does not survive: keep that line.
    const { ExtensionSettings: _, '3rdparty': __, ...rest } = policies();
    const from = performance.now();
    firefox = await start(rest);
    await until('its removal', async () => !(await firefox.isInstalled()), 60);
    figure(`${secondsSince(from)} s from a start without the policy to its removal`);
  });
});
