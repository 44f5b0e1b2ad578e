import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../relay/demo/browsers/launch.ts';
import type { BrowserName, LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import { buildDemoExtension } from '../../relay/demo/build-extension.ts';
import { type Crowd, startCrowd } from '../../relay/demo/crowd.ts';
import { prepareDesks } from '../../relay/demo/first-day.ts';
import { type Hospital, startHospital } from '../../relay/demo/hospital.ts';
import { type DemoFolder, demoOrganisation } from '../../relay/demo/organisation-folder.ts';
import { DEMO_PACE, DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { acknowledge, addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import { clock } from '../../relay/main.ts';
import { dayAt } from '../../shared/weeks.ts';
import { freePort } from '../contract/running.ts';

/*
 * One click in a real browser's panel, one concern read in a real browser's inbox, over real sockets and SQLite.
 */

const MACHINES = 200;

let folder: string;
let demo: DemoFolder;
let ports: { relay: number; mailroom: number; pages: number };
let hospital: Hospital;
let crowd: Crowd;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-travels-'));
  ports = { relay: await freePort(), mailroom: await freePort(), pages: await freePort() };
  demo = await demoOrganisation(join(folder, 'site'), ports, dayAt(clock(), 'UTC'));
  hospital = await startHospital(demo, ports);
  await prepareDesks(demo, hospital.mailroomUrl, clock());
  crowd = startCrowd({
    machines: MACHINES,
    // As many cells as the minimum crowd needs, with room for a slow machine.
    meanSeconds: DEMO_PACE.meanSendSeconds / 2,
    relayUrl: hospital.relayUrl,
    rootKey: demo.rootKey,
    relayKey: demo.relayKey,
    staffKey: demo.staffKey,
  });
}, 60_000);

afterAll(async () => {
  await crowd?.stop();
  await hospital?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<BrowserName>(['chromium', 'firefox'])('a concern flagged in %s', (name) => {
  const sentence = `The two look-alike pens again, seen from ${name}.`;
  let launched: LaunchedBrowser;

  beforeAll(async () => {
    const extensionDir = await buildDemoExtension(demo, ports, name);
    launched = await launchBrowser(name, {
      extensionDir,
      profileDir: join(folder, name),
      headless: true,
      startUrls: [`${hospital.pagesUrl}/emr`],
    });
  }, 120_000);
  afterAll(() => launched?.close());

  it('is read and acknowledged at the desk, and still is after a reload', { timeout: 240_000 }, async () => {
    const panel = await launched.openPanel();
    await flag(panel, 'near_miss');
    await addWords(panel, sentence);
    await panel.close();

    const inbox = await launched.openPage('inbox.html');
    await chooseBackup(inbox, demo.partnerBackupFile);
    expect(await unlock(inbox, 'not the passphrase')).toBe(false);
    expect(await unlock(inbox, DEMO_PASSPHRASE)).toBe(true);
    expect(await readConcern(inbox, sentence)).toBe(true);
    await acknowledge(inbox);
    expect(hospital.output()).not.toContain('look-alike');
  });
});
