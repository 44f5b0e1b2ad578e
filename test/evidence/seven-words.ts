import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { BrowserName, LaunchedBrowser } from '../../relay/demo/browsers/launched.ts';
import { flag } from '../../relay/demo/steps.ts';
import { decodeFollowUp } from '../../shared/follow-up.ts';
import type { Message } from '../../shared/message.ts';
import type { Reply } from '../../shared/reply.ts';
import { encodeReplyPack, fillerSlot, SLOTS_PER_PACK } from '../../shared/reply-pack.ts';
import { sealReplySlot } from '../../shared/reply-slot.ts';
import { decodeSurveyAnswer } from '../../shared/survey-answer.ts';
import { told, violationsOf } from '../browser/harness/accessibility.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import type { SimulatedSite } from '../unit/outbox/simulated-site.ts';
import { searchFolder } from './disk-search.ts';

/*
 * Seven words, from "I want an answer" to the answer, in the extension as it is packed.
 */

const QUICK = { floorSeconds: 0.5, meanSeconds: 0.5, rewriteSeconds: 0.5 };
const CONTROL = 'zarqcontrol';
const SENTENCE = 'Two boxes look the same.';

interface Storages {
  readonly storage: Readonly<
    Record<'local' | 'session', { get(): Promise<object>; set(items: object): Promise<void> }>
  >;
}

/** Everything that the extension keeps in `storage`, as text. */
export function kept(browser: LaunchedBrowser): Promise<string> {
  return browser.background(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Storages | undefined>;
    const { storage } = (browser ?? chrome) as Storages;
    return JSON.stringify([await storage.local.get(), await storage.session.get()]);
  });
}

/** Something that is on the disk for sure, so that a search that finds nothing is known to be able to find. */
function keep(browser: LaunchedBrowser, text: string): Promise<void> {
  return browser.background(async (control) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Storages | undefined>;
    await ((browser ?? chrome) as Storages).storage.local.set({ control });
  }, text);
}

async function press(panel: Page, name: string): Promise<void> {
  await panel.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
}

/** The pack of a day in which the desk has opened this concern and asked something. */
function answered({ reply }: Message, { keyring, member, random }: SimulatedSite) {
  const replies: Reply[] = [
    { type: 'opened' },
    { type: 'question', text: 'On which zarqshelf?', day: '2026-12-04' },
  ];
  const slots = replies.map((each, index) =>
    sealReplySlot(each, { organisation: keyring.org.id, desk: 1, index, reply }, member, random),
  );
  const filler = Array.from({ length: SLOTS_PER_PACK - slots.length }, () => fillerSlot(random));
  return encodeReplyPack([...slots, ...filler]);
}

/** From "I want an answer" to what is added to the answer, in one browser. Gives what its profile must not hold. */
export async function sevenWords(
  all: Endings,
  name: BrowserName,
): Promise<{ browser: LaunchedBrowser; canaries: readonly string[] }> {
  const relay = await stubRelay(all);
  const extensionDir = await extensionFor(all, relay, name, QUICK);
  const browser = await startBrowser(all, name, { extensionDir });
  await until('public files', () => relay.cells().length >= 3, 60);

  const panel = await browser.openPanel();
  await flag(panel, 'near_miss');
  await press(panel, 'Add words');
  await panel.waitForSelector('.words-box textarea');
  await panel.type('.words-box textarea', SENTENCE);
  await press(panel, 'Add these words');
  await panel.waitForSelector('.added');
  await press(panel, 'I want an answer');
  await panel.waitForSelector('.seven li');
  const words = await panel.$$eval('.seven li', (items) => items.map((item) => item.textContent ?? ''));
  expect(words.length).toBe(7);
  expect(told(await violationsOf(panel))).toBe('');
  const taken = await panel.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('.seven ol') as Element);
    const copy = new ClipboardEvent('copy', { bubbles: true, cancelable: true });
    const prevented = !document.querySelector('.seven li')?.dispatchEvent(copy);
    return { selected: getSelection()?.toString() ?? '', prevented };
  });
  expect(taken.prevented).toBe(true);
  for (const word of words) expect(taken.selected).not.toContain(word);
  await press(panel, 'I wrote it down');
  await panel.waitForSelector('.seven', { hidden: true });
  await panel.close();
  const remembered = await kept(browser);
  for (const word of words) expect(remembered).not.toMatch(new RegExp(`\\b${word}\\b`));

  await until('the concern', () => relay.messages().length === 1, 60);
  const [concern] = relay.messages() as [Message];
  relay.site.publish([{ day: '2026-11-24', packs: [answered(concern, relay.site)] }]);
  await until(
    'the pack at the install',
    () => relay.server.seen.some(({ path }) => path.includes('/replies/')),
    60,
  );
  const cells = relay.cells().length;
  await until('a cell after it', () => relay.cells().length > cells, 60);

  const back = await browser.openPanel();
  await back.waitForSelector('.tiles');
  await press(back, 'Receipt');
  await back.waitForSelector('.receipt textarea');
  await back.type('.receipt textarea', words.join(' ').toUpperCase());
  await press(back, 'Look for answers');
  await back.waitForSelector('.thread');
  const thread = await back.$eval('.thread', (element) => element.textContent ?? '');
  expect(thread).toContain('Somebody at Patient Safety has opened and read it.');
  expect(thread).toContain('On which zarqshelf?');
  expect(thread).toContain('Next step promised by the week of 30 November.');
  expect(told(await violationsOf(back))).toBe('');
  await back.type('.follow-up textarea', 'The zarqupper one.');
  await press(back, 'Seal and send');
  await back.waitForSelector('.thread .sent');
  await press(back, 'Yes');
  await back.waitForSelector('.worse .sent');
  await back.close();

  await until('both at the desk', () => relay.messages().length === 3, 60);
  const [, followUp, survey] = relay.messages() as [Message, Message, Message];
  expect(decodeFollowUp(followUp.body).text).toBe('The zarqupper one.');
  expect(followUp.reply).toEqual(concern.reply);
  expect(decodeSurveyAnswer(survey.body).answer).toBe('yes');
  expect(survey.reply).not.toEqual(concern.reply);

  const typed = words.join(' ');
  const listed = JSON.stringify(words).slice(1, -1);
  return { browser, canaries: ['zarqshelf', 'zarqupper', typed, typed.toUpperCase(), listed] };
}

/** What of the canaries is in the browser's profile once it is closed, and where the control is. */
export async function leftOnDisk(
  browser: LaunchedBrowser,
  canaries: readonly string[],
): Promise<{ hits: readonly string[]; controls: readonly string[] }> {
  await keep(browser, `${CONTROL} `.repeat(20));
  await browser.close();
  const { hits } = searchFolder(browser.profileDir, [CONTROL, ...canaries]);
  return {
    hits: hits.filter((hit) => !hit.startsWith(CONTROL)),
    controls: hits.filter((hit) => hit.startsWith(CONTROL)),
  };
}
