import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from './browsers/chromium.ts';
import type { LaunchedBrowser } from './browsers/launched.ts';
import type { Narrator } from './narrator.ts';
import { DEMO_PASSPHRASE } from './plan.ts';
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

/** The nurse's sentence: what the desk must read, and what nobody else may be able to find anywhere. */
export const SENTENCE = 'Two insulin pens look the same in the fridge; the wrong one was nearly given.';
/** The desk's answer, which seven words lead back to. */
export const ANSWER =
  'Thank you for telling us. The pens now lie in separate trays, and pharmacy will change the labels by Friday.';

export interface Stage {
  readonly extensionDir: string;
  readonly profileDir: string;
  /** Folder for the screenshots. */
  readonly pictures: string;
  readonly pagesUrl: string;
  readonly backupFile: string;
  /** Database files of drop and mailroom. */
  readonly databases: readonly string[];
  readonly tell: Narrator;
  /** Everything that relay, drop and mailroom have said so far. */
  spokenOf(): string;
}

/** Opens a browser for a visitor: the EMR in one tab, the inbox in another. Stays open. */
export async function openForVisitor(stage: Stage): Promise<void> {
  stage.tell.step('Opening a browser: the EMR in the first tab, the desk’s inbox in the second');
  const chromium = await launchChromium({ ...stage, headless: false, startUrls: [`${stage.pagesUrl}/emr`] });
  await chromium.openPage('inbox.html');
  stage.tell.detail(
    'Press the speech bubble in the toolbar and click one tile. The concern arrives within a minute.',
  );
}

/**
 * Plays the whole story without a window: a nurse flags a near miss, a desk reads and answers it, the nurse comes back
 * with seven words, a sceptic looks for all of it. Returns the exit status: 0 only if the desk read the very concern, the
 * nurse its answer, and the sceptic nothing.
 */
export async function playStory(stage: Stage): Promise<number> {
  const { tell, profileDir } = stage;
  // Another number each time, so that a concern of an earlier run is never taken for this one.
  const sentence = `${SENTENCE} (Demo ${randomInt(100_000, 1_000_000)}.)`;
  rmSync(profileDir, { recursive: true, force: true });
  mkdirSync(stage.pictures, { recursive: true });
  tell.step('A nurse at the EMR (no window here: the story plays by itself and leaves screenshots)');
  const chromium = await launchChromium({ ...stage, headless: true, startUrls: [`${stage.pagesUrl}/emr`] });
  try {
    const words = await nurse(chromium, stage, sentence);
    const read = await partner(chromium, stage, sentence);
    const heard = read && (await nurseComesBack(chromium, stage, words));
    const found = sceptic(stage, [sentence, 'insulin', ANSWER, words.join(' '), '127.0.0.1']);
    return heard && !found ? 0 : 1;
  } catch (error) {
    await tellWhatIsOpen(chromium, stage);
    throw error;
  } finally {
    await chromium.close();
  }
}

/** Where the story stopped: a picture and the words of every page of the extension. */
async function tellWhatIsOpen({ browser, extensionOrigin }: LaunchedBrowser, stage: Stage): Promise<void> {
  for (const [index, target] of browser.targets().entries()) {
    if (!['page', 'other'].includes(target.type()) || !target.url().startsWith(extensionOrigin)) continue;
    try {
      const page = await target.asPage();
      const said = String(await page.evaluate('document.body.innerText'));
      stage.tell.detail(
        `Stopped at ${new URL(target.url()).pathname}: ${said.replaceAll(/\s+/g, ' ').trim()}`,
      );
      await picture(page, stage.pictures, `stopped-${index}`);
    } catch {
      stage.tell.detail(`Stopped at ${target.url()}, which is gone.`);
    }
  }
}

/** Flags, adds a sentence, wants an answer. Gives the seven words, which only she has. */
async function nurse(
  chromium: LaunchedBrowser,
  { tell, pictures }: Stage,
  sentence: string,
): Promise<readonly string[]> {
  const [emr] = await chromium.browser.pages();
  if (emr !== undefined) await picture(emr, pictures, '1-emr');
  tell.step('She opens the panel from the toolbar');
  const panel = await chromium.openPanel();
  await panel.waitForSelector('.support-line', { timeout: PATIENCE_MS });
  await picture(panel, pictures, '2-panel');
  tell.step('One click: "Near miss / good catch"');
  tell.detail(`Sealed in the browser ${Math.round(await flag(panel, 'near_miss'))} ms after the click.`);
  await picture(panel, pictures, '3-sealed');
  tell.step('She adds a sentence, which she could have left out');
  await addWords(panel, sentence);
  await picture(panel, pictures, '4-words');
  tell.step('She wants an answer: seven words, shown until she has written them down, and kept nowhere');
  const words = await askForAnswer(panel);
  await picture(panel, pictures, '5-receipt');
  await putWordsAway(panel);
  await panel.close();
  return words;
}

/** Another day, another computer: the words alone lead to the answer, and looking sends nothing. */
async function nurseComesBack(
  chromium: LaunchedBrowser,
  { tell, pictures }: Stage,
  words: readonly string[],
): Promise<boolean> {
  tell.step('The nurse comes back with her seven words; answers reach every install alike, in packs');
  const started = performance.now();
  while (performance.now() - started < PATIENCE_MS) {
    const panel = await chromium.openPanel();
    const said = await lookForAnswers(panel, words);
    if (said.includes(ANSWER)) {
      await picture(panel, pictures, '10-answer');
      await panel.close();
      tell.detail(
        `She reads: "${ANSWER}" (${((performance.now() - started) / 1000).toFixed(1)} s after it was sealed)`,
      );
      return true;
    }
    await panel.close();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  tell.detail('No answer reached her in time.');
  return false;
}

async function partner(
  chromium: LaunchedBrowser,
  { tell, pictures, backupFile }: Stage,
  sentence: string,
): Promise<boolean> {
  tell.step('The HR partner opens the inbox; a wrong passphrase first');
  const inbox = await chromium.openPage('inbox.html');
  await inbox.setViewport({ width: 1280, height: 800 });
  await chooseBackup(inbox, backupFile);
  if (await unlock(inbox, 'not the passphrase')) return false;
  await picture(inbox, pictures, '6-refused');
  tell.detail('Refused, and nothing else.');
  if (!(await unlock(inbox, DEMO_PASSPHRASE))) return false;
  tell.step('The right passphrase; meanwhile the concern travels: outbox, relay, pack, mailroom, inbox');
  const waited = performance.now();
  const read = await readConcern(inbox, sentence);
  await picture(inbox, pictures, '7-inbox');
  if (!read) {
    tell.detail('It did not arrive in time.');
    return false;
  }
  tell.detail(
    `The desk reads: "${sentence}" (${((performance.now() - waited) / 1000).toFixed(1)} s after unlocking)`,
  );
  tell.step('She marks it acknowledged');
  await acknowledge(inbox);
  await picture(inbox, pictures, '8-acknowledged');
  tell.step('She answers, with thanks, a next step and a week');
  await answer(inbox, ANSWER);
  await picture(inbox, pictures, '9-answered');
  return true;
}

/** Looks for `needles` in every database and in all that the servers said. */
function sceptic({ tell, databases, pictures, spokenOf }: Stage, needles: readonly string[]): boolean {
  tell.step('A sceptic looks for all those words and for the sender’s address');
  const files = databases.flatMap((file) => [file, `${file}-wal`]).filter((file) => existsSync(file));
  const haystacks = [
    ...files.map((file) => ({ name: file, text: readFileSync(file, 'latin1') })),
    { name: 'the output of relay, drop and mailroom', text: spokenOf() },
  ];
  let found = false;
  for (const { name, text } of haystacks) {
    for (const needle of needles) {
      if (!text.includes(needle)) continue;
      found = true;
      tell.detail(`FOUND "${needle}" in ${name}.`);
    }
  }
  if (!found)
    tell.detail(`None of it is in ${files.length} database files or in ${spokenOf().length} bytes of logs.`);
  tell.detail(`Screenshots are in ${pictures}.`);
  return found;
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.png`), await page.screenshot());
}
