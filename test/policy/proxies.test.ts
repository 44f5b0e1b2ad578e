import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { whyNoPolicies } from '../../relay/demo/browsers/policies.ts';
import { addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import { ANSWER, CELL } from '../../shared/sizes.ts';
import { endingsOfAllTests } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { until } from '../browser/harness/until.ts';
import { type Authority, newAuthority } from './authority.ts';
import { installState } from './install-facts.ts';
import { type ManagedBrowser, managedChromium } from './managed-chromium.ts';
import { askingProxy, type InspectingProxy, inspectingProxy, whyNoProxies } from './proxies.ts';
import { PASSPHRASE, type RolloutSite, rolloutSite } from './rollout-site.ts';

/*
 * Between the browser and the relay stands what stands there in a hospital. One Chromium, whose policy leads it first
 * through a proxy that inspects TLS, then through one that asks for a login, then through that one with our allow-list.
 */

const POLICY = 'linux/chromium/candor.json';
const INSPECTED = 'Sealed inside, also for whoever opens the TLS around it.';
const BLOCKED = 'Written while a proxy asked for a login that nobody could give.';
/** The next tick, and one more. */
const TICKS_SECONDS = 300;

const why = (await whyNoPolicies()) ?? whyNoProxies;
if (why !== null) process.stdout.write(`Tests of proxies are skipped. ${why}\n`);

const endings = endingsOfAllTests();
const figure = (line: string) => process.stdout.write(`proxies: ${line}\n`);

describe.skipIf(why !== null)('behind the proxies of a hospital', { timeout: 600_000 }, () => {
  let authority: Authority;
  let site: RolloutSite;
  let inspecting: InspectingProxy;
  let chromium: ManagedBrowser;

  const through = (port: number) => ({
    ...site.policy(POLICY),
    // Loopback is never sent through a proxy unless that is asked for.
    ProxySettings: {
      ProxyMode: 'fixed_servers',
      ProxyServer: `127.0.0.1:${port}`,
      ProxyBypassList: '<-loopback>;127.0.0.1',
    },
    CACertificates: [authority.der, inspecting.der],
  });
  const outcome = async (page: Page) => (await installState(page)).sending?.lastOutcome;
  const written = async (sentence: string) => {
    const panel = await chromium.openPage('popup.html');
    await panel.waitForSelector('button[data-kind="near_miss"]:not([disabled])', { timeout: 300_000 });
    await flag(panel, 'near_miss');
    await addWords(panel, sentence);
    return panel;
  };
  const read = async (sentence: string) => {
    const inbox = await chromium.openPage('inbox.html');
    await chooseBackup(inbox, site.backupFile);
    expect(await unlock(inbox, PASSPHRASE)).toBe(true);
    expect(await readConcern(inbox, sentence)).toBe(true);
    await inbox.close();
  };

  beforeAll(async () => {
    authority = newAuthority(endings);
    inspecting = await inspectingProxy(endings, authority);
    site = await rolloutSite(endings, '1.0.0', authority);
    await site.setPanel('on');
  }, 240_000);

  it('one that inspects TLS lets it be installed and a concern arrive, and sees equal requests only', async () => {
    chromium = await managedChromium(
      endings,
      freshFolder(endings, 'proxied'),
      site.chromiumId,
      through(inspecting.port),
    );
    await written(INSPECTED);
    await until('the concern at the desk', async () => (await site.atDesk()) === 1, TICKS_SECONDS);
    await read(INSPECTED);
    const cells = inspecting.seen().filter(({ path }) => path === '/v1/cells');
    figure(`${cells.length} cells went through the inspecting proxy`);
    expect(cells.length).toBeGreaterThan(1);
    for (const cell of cells) {
      expect(cell).toMatchObject({ method: 'POST', sent: CELL, received: ANSWER });
      expect(cell.origin).toBe(`chrome-extension://${site.chromiumId}`);
      expect(cell.headers).toEqual(cells[0]?.headers);
      for (const telling of ['cookie', 'referer', 'authorization', 'content-type'])
        expect(cell.headers).not.toContain(telling);
    }
    expect(inspecting.seen().every(({ sent }) => sent === 0 || sent === CELL)).toBe(true);
  });

  it('one that asks for a login stops it: nothing is lost, nobody is asked, and the Status page says so', async () => {
    const asking = await askingProxy(endings, '');
    chromium.setPolicy(through(asking.port));
    const panel = await written(BLOCKED);
    await until('a tick that failed', async () => (await outcome(panel)) === 'unreachable', TICKS_SECONDS);
    expect(asking.log()).toContain('TCP_DENIED/407');
    const status = await chromium.openPage('options.html');
    const rows = await status.$$eval('.row', (found) =>
      found.map((row) => [
        row.querySelector('dt')?.textContent,
        row.querySelector('dd')?.textContent?.trim(),
      ]),
    );
    expect(Object.fromEntries(rows)['Last answer']).toBe('none');
    await status.close();
    expect(await site.atDesk()).toBe(1);
  });

  it('the same one with the generated allow-list lets it through, logs nothing of it, and asks everybody else', async () => {
    const include = readFileSync(join(site.policyFolder, 'network/squid-candor.conf'), 'utf8');
    const asking = await askingProxy(endings, include);
    chromium.setPolicy(through(asking.port));
    await until('the concern that waited', async () => (await site.atDesk()) === 2, TICKS_SECONDS);
    await read(BLOCKED);
    const other = await chromium.openPage('options.html');
    await other.goto('http://intranet.example/').catch(() => null);
    await until('another request that is logged', () => asking.log().includes('intranet.example'));
    expect(asking.log()).toMatch(/TCP_DENIED\/407 .*intranet\.example/);
    expect(asking.log()).not.toContain('localhost');
  });
});
