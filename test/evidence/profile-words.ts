import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserName } from '../../relay/demo/browsers/launched.ts';
import { DEMO_PASSPHRASE } from '../../relay/demo/plan.ts';
import { acknowledge, addWords, chooseBackup, flag, readConcern, unlock } from '../../relay/demo/steps.ts';
import type { Endings } from '../browser/harness/endings.ts';
import { freshFolder } from '../browser/harness/profiles.ts';
import { startBrowser } from '../browser/harness/start-browser.ts';
import { extensionFor, stubRelay } from '../browser/harness/stub-relay.ts';
import { until } from '../browser/harness/until.ts';
import { startInboxDesk } from '../browser/inbox-desk.ts';
import { type Searched, searchFolder } from './disk-search.ts';
import { figure } from './stage.ts';

/*
 * Words that nobody else has, written wherever a person writes, and looked for in the whole profile afterwards. One
 * more is stored by an ordinary page, so that a search that finds nothing is known to be able to find.
 */

export interface WordFigures extends Searched {
  /** Where the control was found. */
  readonly controls: readonly string[];
}

const CONTROL = 'zarquontrol';
/** Chromium writes after seconds, Firefox every 15 s. */
const SESSION_WRITTEN_MS = 20_000;
const PACE = { floorSeconds: 0.5, meanSeconds: 1, rewriteSeconds: 1 };

/** Draft, concern and receipt, typed into the panel. */
export async function panelWords(all: Endings, name: BrowserName): Promise<WordFigures> {
  const relay = await stubRelay(all);
  const profileDir = freshFolder(all, name);
  const extensionDir = await extensionFor(all, relay, name, PACE);
  const browser = await startBrowser(all, name, { extensionDir, profileDir });
  await storeControl(all, browser);
  await until('public files', () => relay.cells().length >= 3, 60);
  const panel = await browser.openPanel();
  await flag(panel, 'near_miss');
  await addWords(panel, 'zarqsent concern about pens');
  await panel.type('.words-box textarea', ' zarqdraft never added');
  await pause(1_000);
  await panel.close();
  const again = await browser.openPanel();
  await again.waitForSelector('.tiles, .card');
  const receipt = await opened(again);
  if (receipt) await again.type('form.receipt textarea', 'zarqreceipt able about');
  await pause(500);
  await again.close();
  await until('the concern at the desk', () => JSON.stringify(relay.concerns()).includes('zarqsent'), 60);
  await browser.close();
  return told(`words.panel.${name}`, profileDir, ['zarqsent', 'zarqdraft', 'zarqreceipt'], {
    receipt,
  });
}

/**
 * A concern that is read and acknowledged, a passphrase, a note, half a note and a search, in the inbox. `longer` leaves
 * the page open until browsers have written their session down, which they also do on closing.
 */
export async function inboxWords(all: Endings, name: BrowserName, longer: boolean): Promise<WordFigures> {
  const desk = await startInboxDesk(all);
  const sentence = 'zarqread: the two look-alike pens again.';
  await desk.send([{ kind: 'near_miss', t: { what: sentence } }]);
  const profileDir = freshFolder(all, name);
  const browser = await startBrowser(all, name, { extensionDir: await desk.extension(name), profileDir });
  await storeControl(all, browser);
  const inbox = await browser.openPage('inbox.html');
  await chooseBackup(inbox, desk.demo.partnerBackupFile);
  await unlock(inbox, 'zarqwrong passphrase');
  if (!(await unlock(inbox, DEMO_PASSPHRASE))) throw new Error('the inbox stayed shut');
  if (!(await readConcern(inbox, sentence))) throw new Error('the concern was not there');
  await acknowledge(inbox);
  await inbox.type('#note', 'Asked about zarqnote.');
  await inbox.click('[data-action="note"]');
  await inbox.waitForSelector('[data-event="noted"]');
  await inbox.type('#note', 'Half a thought on zarqhalf');
  await inbox.type('#search', 'zarqsearch');
  await pause(longer ? SESSION_WRITTEN_MS : 1_000);
  await browser.close();
  const words = [
    'zarqread',
    'zarqwrong',
    'zarqnote',
    'zarqhalf',
    'zarqsearch',
    DEMO_PASSPHRASE,
    'look-alike pens',
  ];
  return told(`words.inbox.${name}`, profileDir, words, { longer });
}

function told(name: string, folder: string, words: readonly string[], more: object): WordFigures {
  const searched = searchFolder(folder, [...words, CONTROL]);
  const controls = searched.hits.filter((hit) => hit.startsWith(CONTROL));
  const figures = { ...searched, hits: searched.hits.filter((hit) => !hit.startsWith(CONTROL)), controls };
  figure(name, { ...figures, words: words.length, ...more });
  return figures;
}

/** An ordinary page on loopback keeps a word in its own storage, as pages do. */
async function storeControl(
  { ending }: Endings,
  browser: Awaited<ReturnType<typeof startBrowser>>,
): Promise<void> {
  const server = createServer((_, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<title>ordinary</title><textarea></textarea>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ending(server, (it) => {
    it.closeAllConnections();
    it.close();
  });
  const tab = await browser.newTab(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.evaluate(
    (word) =>
      new Promise<void>((done, failed) => {
        localStorage.setItem('kept', `${word} `.repeat(20));
        const opening = indexedDB.open('ordinary', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('kept', 'readwrite');
          transaction.objectStore('kept').put(`${word} `.repeat(20), 'kept');
          transaction.oncomplete = () => done();
        };
      }),
    CONTROL,
  );
}

/** Opens the receipt's screen where this build has one. */
async function opened(
  panel: Awaited<ReturnType<Awaited<ReturnType<typeof startBrowser>>['openPanel']>>,
): Promise<boolean> {
  for (const button of await panel.$$('footer nav button')) {
    await button.click();
    if ((await panel.$('form.receipt textarea')) !== null) return true;
    const back = await panel.$('.sheet .back');
    await back?.click();
  }
  return false;
}
