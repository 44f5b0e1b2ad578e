import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findReplies } from '../../extension/conversations/lookup.ts';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { chooseBackup, readConcern, unlock } from '../../relay/demo/steps.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { encodeConcern } from '../../shared/concern.ts';
import { encodeFollowUp } from '../../shared/follow-up.ts';
import { newReceiptSeed, replyKeysOf, replySecretFor, stretchReceipt } from '../../shared/receipt.ts';
import type { Reply } from '../../shared/reply.ts';
import { told as asText, violationsOf } from './harness/accessibility.ts';
import { appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { picture } from './harness/pictures.ts';
import { startBrowser } from './harness/start-browser.ts';
import { until } from './harness/until.ts';
import { DESK, type InboxDesk, startInboxDesk, textOf } from './inbox-desk.ts';

/*
 * A desk answers in a real browser, by keyboard; its replies go through a real mailroom into packs, and are found there
 * with the seven words' keys by the code that a reporter's browser runs.
 */

const WORDS = 'The suction in bay four has been weak since the weekend.';
const ADDED = 'It is the blue tubing; the clear one is fine.';
const ANSWER = 'Thank you for telling us. Both units are being replaced, and the tubing is checked.';
const LEARNED = 'The tubing is now checked at every handover.';

describe('the desk answers', () => {
  const all = endingsOfAllTests();
  let desk: InboxDesk;
  let page: Page;
  let stretched: Uint8Array;
  let look: () => Promise<void>;

  beforeAll(async () => {
    desk = await startInboxDesk(all, { replyPackSeconds: 1 });
    stretched = await stretchReceipt(newReceiptSeed(systemRandom), desk.keyring.org.id);
    const browser = await startBrowser(all, 'chromium', { extensionDir: await desk.extension('chromium') });
    await desk.sendFrom(reply(), 'concern', encodeConcern({ kind: 'hazard', t: { what: WORDS } }));
    page = await browser.openPage('inbox.html');
    await appear(browser, page, { scheme: 'light', width: 1280, height: 900, reducedMotion: true });
    await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    look = async () => {
      const found: string[] = [];
      for (const [scheme, width] of [
        ['light', 1280],
        ['dark', 900],
        ['light', 600],
      ] as const) {
        await appear(browser, page, { scheme, width, height: 900, reducedMotion: true });
        await picture(`inbox-answers-${scheme}-${width}`, page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) found.push(`${over} px too wide at ${width}`);
        if (width !== 900) continue;
        const violations = await violationsOf(page);
        if (violations.length > 0) found.push(asText(violations));
      }
      await appear(browser, page, { scheme: 'light', width: 1280, height: 900, reducedMotion: true });
      expect(found).toEqual([]);
    };
  });

  const reply = () => replyKeysOf(replySecretFor(stretched, DESK));
  /** What somebody with the seven words reads. */
  const replies = async (): Promise<Reply[]> => {
    const found = await findReplies(stretched, await desk.packs(), [desk.keyring]);
    return found.map((one) => {
      if (one.state !== 'read') throw new TypeError(`a reply is ${one.state}`);
      return one.reply;
    });
  };
  const said = (what: string) => page.$$eval(`[data-said="${what}"]`, (elements) => elements.length);

  test('reads, answers with a promised week, hears more, and closes with what was learned', async () => {
    expect(await readConcern(page, WORDS)).toBe(true);
    await until('"opened" to be on its way', async () => (await said('opened')) === 1);

    // The keys: an answer from anywhere, the coach while writing, the guard before it leaves.
    await page.keyboard.press('r');
    await page.keyboard.type('You should have told Dr Osei.');
    await page.waitForSelector('[data-slip="blame"]');
    await page.waitForSelector('#answer-findings [data-tier="block"]');
    expect(await textOf(page, '[data-virtue="thanks"][data-there="false"]')).toContain('Thank them first');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await page.waitForSelector('.answer-box [role="alert"]');
    expect(await said('answer')).toBe(0);

    await page.$eval('#answer', (field) => (field as HTMLTextAreaElement).select());
    await page.keyboard.type(ANSWER);
    const week = await page.$eval(
      '#answer-week option:nth-child(4)',
      (option) => (option as HTMLOptionElement).value,
    );
    await page.select('#answer-week', week);
    await page.waitForFunction(() => document.querySelectorAll('[data-there="true"]').length === 3);
    await page.click('[data-action="send-answer"]');
    await page.waitForSelector('[data-said="answer"]');
    expect(await textOf(page, '.row .row-due')).toContain('left');

    await desk.sendFrom(reply(), 'follow-up', encodeFollowUp(ADDED));
    await page.waitForSelector('[data-said="follow-up"][data-unread="true"]');
    expect(await textOf(page, '[data-said="follow-up"] .said')).toBe(ADDED);
    expect(await textOf(page, '.row-unread')).toBe('New words');
    await look();
    await page.keyboard.press('e');
    await page.waitForSelector('[data-said="follow-up"][data-unread="false"]');

    await page.click('[data-action="close"]');
    await page.type('#closing-line', LEARNED);
    await page.click('[data-action="close-now"]');
    await until('the closing line to be in a pack', async () =>
      (await replies()).some((one) => one.type === 'status' && one.text === LEARNED),
    );
    // Whoever closes within seconds of reading says both with one reply.
    const told = (await replies()).map((one) => (one.type === 'status' ? one.status : one.type));
    expect(told.filter((what) => what !== 'acknowledged')).toEqual(['opened', 'answer', 'closed']);
    expect(await replies()).toContainEqual(
      expect.objectContaining({ type: 'answer', text: ANSWER, status: 'planned' }),
    );
    expect(await textOf(page, '#sync')).toBe('Up to date');
  });
});
