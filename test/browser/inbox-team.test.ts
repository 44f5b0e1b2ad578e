import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBackup, unlock as unlockBackup } from '../../extension/inbox/unlock.ts';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { chooseBackup, readConcern, unlock } from '../../relay/demo/steps.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { newMemberKeys } from '../../shared/member-keys.ts';
import { makeRecovery, parseRecovery, partFor } from '../../shared/member-recovery.ts';
import { told, violationsOf } from './harness/accessibility.ts';
import { appear } from './harness/appearance.ts';
import { endingsOfAllTests } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';
import { startBrowser } from './harness/start-browser.ts';
import { until } from './harness/until.ts';
import { type InboxDesk, startInboxDesk, textOf } from './inbox-desk.ts';

/*
 * A desk as a team, in the built extension against a real mailroom: what is covered, graded and proposed, and the pages
 * beside the queue.
 */

describe('the desk as a team', () => {
  const all = endingsOfAllTests();
  let desk: InboxDesk;
  let page: Page;
  let narrow: () => Promise<number>;

  beforeAll(async () => {
    desk = await startInboxDesk(all);
    await desk.send([
      { kind: 'hazard', category: 'self_harm', t: { what: 'Dr Osei was told that the rail is loose.' } },
    ]);
    const browser = await startBrowser(all, 'chromium', { extensionDir: await desk.extension('chromium') });
    page = await browser.openPage('inbox.html');
    await appear(browser, page, { scheme: 'light', width: 1280, height: 900, reducedMotion: true });
    await page.waitForSelector('#backup-file');
    await chooseBackup(page, desk.demo.partnerBackupFile);
    expect(await unlock(page, DEMO_PASSPHRASE)).toBe(true);
    narrow = async () => {
      await appear(browser, page, { scheme: 'dark', width: 600, height: 900, reducedMotion: true });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await appear(browser, page, { scheme: 'light', width: 1280, height: 900, reducedMotion: true });
      return over;
    };
  }, 60_000);

  test('covers a name, grades, tags and proposes; the mailroom has it when it can no longer be undone', async () => {
    expect(await readConcern(page, 'was told that the rail is loose.')).toBe(true);
    expect(await textOf(page, '[data-words]')).not.toContain('Osei');
    expect(await textOf(page, '[data-playbook="harm"]')).toContain('If the person may harm themselves');
    const before = await desk.events();
    await page.select('#harm', 'mild');
    await page.type('#new-tag', 'rails');
    await page.click('[data-action="tag"]');
    await page.waitForSelector('[data-tag="rails"]');
    await page.click('[data-step="move"]');
    await page.type('#route-name', 'LFPSE');
    await page.type('#route-reference', '12/26');
    await page.click('[data-action="move-now"]');
    await page.waitForSelector('[data-waiting="moved"]');
    expect(await page.$('[data-action="agree"]')).toBeNull();
    await page.click('[data-step="aside"]');
    expect(await page.$('[data-action="step-aside"]')).toBeNull();
    await until('three events at the mailroom', async () => (await desk.events()) >= before + 3);
    expect(told(await violationsOf(page))).toBe('');
    expect(await narrow()).toBeLessThanOrEqual(0);
  });

  test('has pages for stories, the first month, members, records and practice, and publishes what every computer shows', async () => {
    for (const name of ['stories', 'launch', 'members', 'records', 'practice']) {
      await page.click(`[data-entry="${name}"]`);
      // Made-up concerns come from a file of their own.
      await page.waitForSelector(name === 'practice' ? '.made-up' : `.desk-page[data-page="${name}"]`);
      expect(told(await violationsOf(page)), name).toBe('');
      expect(await narrow(), name).toBeLessThanOrEqual(0);
    }
    await page.click('[data-entry="stories"]');
    await page.waitForSelector('[data-action="new-story"]');
    await page.click('[data-action="new-story"]');
    await page.type('#story-said', 'Sister Mary said the rail is loose.');
    await page.waitForSelector('[data-finding="Sister Mary"]');
    expect(await page.$eval('[data-action="tell"]', (button) => (button as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await page.click('[data-action="edit-bulletin"]');
    await page.waitForSelector('#basics-emergencyNumber');
    await page.$eval('#basics-emergencyNumber', (field) => {
      (field as HTMLInputElement).value = '3333';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.click('[data-action="publish"]');
    await until('the page to say so', async () =>
      (await textOf(page, '[data-section="bulletin"]'))?.includes('Published.'),
    );
  });

  test('opens again for whoever forgot the passphrase, with a recovery file and two colleagues’ words', async () => {
    const backup = readBackup(new Uint8Array(readFileSync(desk.demo.partnerBackupFile)));
    const keys = await unlockBackup(backup, DEMO_PASSPHRASE);
    const helpers = [1, 2, 3].map(() => newMemberKeys(systemRandom));
    const asMembers = helpers.map(({ signing, box }, at) => ({
      label: `Colleague ${at}`,
      sign: signing.publicKey,
      box: box.publicKey,
      until: '2030-01-01',
    }));
    const recovery = await makeRecovery(keys, backup.label, asMembers, systemRandom);
    const [, second, third] = helpers.map(({ signing, box }) =>
      partFor(parseRecovery(recovery), { signing: signing.publicKey, box }),
    );
    const file = join(freshFolder(all, 'recovery'), 'hr-partner.candor-recovery.json');
    writeFileSync(file, recovery);

    await page.click('#lock');
    await page.waitForSelector('[data-action="forgot"]');
    await page.click('[data-action="forgot"]');
    const chosen = await page.waitForSelector('#forgot-file');
    await (chosen as ElementHandle<HTMLInputElement>).uploadFile(file);
    for (const [id, text] of [
      ['first', second],
      ['second', third],
      ['passphrase', 'another long night'],
      ['again', 'another long night'],
    ]) {
      await page.type(`#forgot-${id}`, text ?? '');
    }
    await page.locator('form.new-key button[type="submit"]').click();
    await page.locator('section.new-key[aria-labelledby="back-title"] button').click();
    // What was chosen last takes the place of the backup that this browser kept.
    await page.waitForFunction(() =>
      document.querySelector('.key-card')?.textContent?.includes('From the file you chose'),
    );
    expect(await unlock(page, 'another long night')).toBe(true);
    expect(await readConcern(page, 'was told that the rail is loose.')).toBe(true);
  });
});
