import type { Page } from 'puppeteer-core';

/*
 * What the people of the story do, one hand movement after the other: in the demo and in the end-to-end tests alike.
 */

/** How long anything may take before the story counts as failed. */
export const PATIENCE_MS = 120_000;

/** One click on a tile of the open panel. Resolves when the panel says that the concern is sealed, with the milliseconds. */
export async function flag(panel: Page, kind: string): Promise<number> {
  const tile = `button[data-kind="${kind}"]:not([disabled])`;
  await panel.waitForSelector(tile, { timeout: PATIENCE_MS });
  const clicked = performance.now();
  await panel.click(tile);
  await panel.waitForSelector('.card');
  return performance.now() - clicked;
}

/** Adds a sentence to the concern that was just flagged. */
export async function addWords(panel: Page, sentence: string): Promise<void> {
  await press(panel, 'Add words');
  await panel.waitForSelector('.words-box textarea');
  await panel.type('.words-box textarea', sentence);
  await press(panel, 'Add these words');
  await panel.waitForSelector('.added');
}

/** Asks for an answer, and gives the seven words as somebody writes them down. */
export async function askForAnswer(panel: Page): Promise<string[]> {
  await press(panel, 'I want an answer');
  await panel.waitForSelector('.seven li');
  return panel.$$eval('.seven li', (items) => items.map((item) => item.textContent ?? ''));
}

/** Has written the words down, and takes them off the screen. */
export async function putWordsAway(panel: Page): Promise<void> {
  await press(panel, 'I wrote it down');
  await panel.waitForSelector('.seven', { hidden: true });
}

/** Types the seven words, and gives everything that the screen says then. */
export async function lookForAnswers(panel: Page, words: readonly string[]): Promise<string> {
  await panel.waitForSelector('.tiles', { timeout: PATIENCE_MS });
  await press(panel, 'Receipt');
  await panel.waitForSelector('form.receipt textarea');
  await panel.type('form.receipt textarea', words.join(' '));
  await press(panel, 'Look for answers');
  await panel.waitForSelector('form.receipt', { hidden: true, timeout: PATIENCE_MS });
  return panel.$eval('main', (main) => main.textContent ?? '');
}

/** Answers the open concern from the desk, with a next step promised for the second week that is offered. */
export async function answer(inbox: Page, text: string): Promise<void> {
  await inbox.keyboard.press('r');
  await inbox.waitForSelector('#answer');
  await inbox.type('#answer', text);
  const week = await inbox.$eval('#answer-week option:nth-child(3)', (option) =>
    option.getAttribute('value'),
  );
  await inbox.select('#answer-week', week ?? '');
  await inbox.click('[data-action="send-answer"]:not([disabled])');
  await inbox.waitForSelector('[data-said="answer"]', { timeout: PATIENCE_MS });
}

/** Chooses the member's backup file at the inbox's door. */
export async function chooseBackup(inbox: Page, file: string): Promise<void> {
  const input = await inbox.waitForSelector('input[type="file"]', { timeout: PATIENCE_MS });
  await input?.uploadFile(file);
  await inbox.waitForSelector('#passphrase');
}

/** Types a passphrase; `false` when it is refused. */
export async function unlock(inbox: Page, passphrase: string): Promise<boolean> {
  await inbox.waitForSelector('#passphrase:not([readonly])');
  await inbox.type('#passphrase', passphrase);
  await inbox.click('.passphrase button[type="submit"]');
  const outcome = await inbox.waitForSelector('#refusal span, .desk', { timeout: PATIENCE_MS });
  return (await outcome?.evaluate((element) => element.classList.contains('desk'))) === true;
}

/** Opens the concern that holds `sentence` as soon as it is there. `false` when it does not come. */
export async function readConcern(inbox: Page, sentence: string): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    for (const row of await inbox.$$('[data-concern]:not(article)')) {
      if (
        !(await row.evaluate((element, start) => element.textContent?.includes(start), sentence.slice(0, 24)))
      )
        continue;
      await row.click();
      const words = await inbox.waitForSelector('article [data-words]');
      if (await words?.evaluate((element, whole) => element.textContent?.includes(whole), sentence))
        return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

export async function acknowledge(inbox: Page): Promise<void> {
  await inbox.click('article [data-action="acknowledge"]');
  await inbox.waitForSelector('article[data-status="acknowledged"]', { timeout: PATIENCE_MS });
}

/** Presses the button that a person would call by this name, once it stands still. */
async function press(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
}
