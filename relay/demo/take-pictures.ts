import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAt } from '../../shared/weeks.ts';
import { clock } from '../main.ts';
import { launchChromium } from './browsers/chromium.ts';
import { startScreen } from './browsers/screen.ts';
import { buildDemoExtension } from './build-extension.ts';
import { startCrowd } from './crowd.ts';
import { prepareDesks } from './first-day.ts';
import { startHospital } from './hospital.ts';
import { ensureBrowsers } from './machine/browsers.ts';
import { ensureXvfb } from './machine/display.ts';
import { demoOrganisation } from './organisation-folder.ts';
import { DEMO_CROWD, DEMO_PACE, DEMO_PASSPHRASE } from './plan.ts';
import {
  acknowledge,
  addWords,
  answer,
  askForAnswer,
  chooseBackup,
  flag,
  lookForAnswers,
  PATIENCE_MS,
  putWordsAway,
  readConcern,
  unlock,
} from './steps.ts';
import { ANSWER, SENTENCE } from './story.ts';

/*
 * `npm run pictures`: the README's screenshots, taken from the running demo: the whole window on a screen that nobody
 * looks at, the panel and the inbox.
 */

const PICTURES = new URL('../../docs/pictures/', import.meta.url).pathname;
const PANEL_SIZE = { width: 380, height: 560, deviceScaleFactor: 2 };
const INBOX_SIZE = { width: 1280, height: 800 };
const PORTS = { relay: 24190, mailroom: 24191, pages: 24192 };

const say = (line: string) => process.stdout.write(`${line}\n`);
const keep = (name: string, png: Uint8Array) => writeFileSync(join(PICTURES, `${name}.png`), png);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

mkdirSync(PICTURES, { recursive: true });
await ensureBrowsers({ chromium: true, firefox: false }, say);
await ensureXvfb(say);
const folder = mkdtempSync(join(tmpdir(), 'candor-pictures-'));
const demo = await demoOrganisation(join(folder, 'site'), PORTS, dayAt(clock(), 'UTC'));
const extensionDir = await buildDemoExtension(demo, PORTS, 'chromium');
const hospital = await startHospital(demo, PORTS);
await prepareDesks(demo, hospital.mailroomUrl, clock());
const crowd = startCrowd({
  ...demo,
  machines: DEMO_CROWD,
  meanSeconds: DEMO_PACE.meanSendSeconds,
  relayUrl: hospital.relayUrl,
});
const screen = await startScreen(1280, 800);
const chromium = await launchChromium({
  extensionDir,
  profileDir: join(folder, 'browser'),
  headless: false,
  windowSize: { width: 1280, height: 800 },
  env: { DISPLAY: screen.display },
  startUrls: [`${hospital.pagesUrl}/emr`],
});
try {
  const ready = await chromium.openPage('popup.html');
  await ready.waitForSelector('.support-line', { timeout: PATIENCE_MS });
  // The relay says how large the crowd is once a window has closed.
  await ready.waitForFunction('document.body.textContent.includes("One of about")', { timeout: PATIENCE_MS });
  await ready.setViewport(PANEL_SIZE);
  keep('panel', await ready.screenshot());
  await flag(ready, 'near_miss');
  // The card has come to rest.
  await pause(600);
  keep('sealed', await ready.screenshot());
  await addWords(ready, SENTENCE);
  const words = await askForAnswer(ready);
  await putWordsAway(ready);
  await ready.close();

  const popup = await chromium.pressButton();
  await popup.waitFor('.support-line', 20);
  await pause(500);
  keep('window', screen.picture());
  await popup.close();

  const inbox = await chromium.openPage('inbox.html');
  await inbox.setViewport(INBOX_SIZE);
  await chooseBackup(inbox, demo.partnerBackupFile);
  await unlock(inbox, DEMO_PASSPHRASE);
  await readConcern(inbox, SENTENCE);
  await acknowledge(inbox);
  await answer(inbox, ANSWER);
  keep('inbox', await inbox.screenshot());

  const until = performance.now() + PATIENCE_MS;
  for (let said = ''; !said.includes(ANSWER) && performance.now() < until; await pause(2_000)) {
    const back = await chromium.openPage('popup.html');
    said = await lookForAnswers(back, words);
    await back.setViewport({ ...PANEL_SIZE, height: 600 });
    keep('answer', await back.screenshot());
    await back.close();
  }
  say(`Written to ${PICTURES}`);
} finally {
  await chromium.close();
  await screen.stop();
  await crowd.stop();
  await hospital.stop();
  rmSync(folder, { recursive: true, force: true });
}
