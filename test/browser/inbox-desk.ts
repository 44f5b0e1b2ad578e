import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DayPack } from '../../extension/conversations/lookup.ts';
import { buildDemoExtension } from '../../relay/demo/build-extension.ts';
import { prepareDesks } from '../../relay/demo/first-day.ts';
import { type DemoFolder, demoOrganisation } from '../../relay/demo/organisation-folder.ts';
import { systemRandom } from '../../relay/key-file.ts';
import { silentLog } from '../../relay/log.ts';
import { openSqliteMailroomStore } from '../../relay/mailroom/store/sqlite.ts';
import { clock, startMailroom } from '../../relay/main.ts';
import { readSettings } from '../../relay/settings.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { type Concern, encodeConcern } from '../../shared/concern.ts';
import { sha256 } from '../../shared/hash.ts';
import { keyInUse, verifyKeysFile } from '../../shared/key-records.ts';
import type { Keyring } from '../../shared/keyring.ts';
import { kidOf } from '../../shared/kid.ts';
import { type ReplyKeys, sealEnvelope } from '../../shared/message.ts';
import { newBoxKeyPair } from '../../shared/sealed-box.ts';
import { addDays, dayAt } from '../../shared/weeks.ts';
import { freePort } from '../contract/running.ts';
import type { Endings } from './harness/endings.ts';
import { freshFolder } from './harness/profiles.ts';

/** Desk of the demo organisation that the HR partner serves and near misses go to. */
export const DESK = 1;

/** A real mailroom on SQLite with the demo's desks; the relay is not there, and concerns are put where it would. */
export interface InboxDesk {
  readonly demo: DemoFolder;
  /** Folder of the extension, built with this organisation's pins. */
  extension(target: 'chromium' | 'firefox'): Promise<string>;
  /** Puts sealed concerns into the desk's queue, released `daysAgo` days ago. */
  send(concerns: readonly Omit<Concern, 'v' | 'tax'>[], daysAgo?: number): Promise<void>;
  /** Puts envelopes into the queue that were sealed elsewhere to the desk's key. */
  sendSealed(sealedTo: (deskKey: Bytes) => readonly Bytes[], daysAgo: number): Promise<void>;
  /** Puts one message of a person into the queue, with the reply keys of their receipt. */
  sendFrom(reply: ReplyKeys, type: 'concern' | 'follow-up', body: Bytes): Promise<void>;
  /** Every reply pack that the mailroom has made, as an install would keep it. */
  packs(): Promise<DayPack[]>;
  readonly keyring: Keyring;
  /** Something sealed to the desk that is no concern. */
  sendBroken(): Promise<void>;
  /** How many events the desk's team log has. */
  events(): Promise<number>;
  /** Stops the mailroom, and starts it again on the same store. */
  mailroomAway(): Promise<void>;
  mailroomBack(): Promise<void>;
}

/** `changed` are settings of the mailroom that differ from the demo's. */
export async function startInboxDesk(
  endings: Endings,
  changed: { readonly replyPackSeconds?: number } = {},
): Promise<InboxDesk> {
  const folder = freshFolder(endings, 'inbox');
  const ports = { relay: await freePort(), mailroom: await freePort() };
  const today = dayAt(clock(), 'UTC');
  const demo = await demoOrganisation(join(folder, 'site'), ports, today);
  const settings = readSettings(demo.settingsFile, {});
  if (settings.mailroom === undefined) throw new TypeError('the demo has a mailroom');
  const { rootKey } = settings;
  const mailroomSettings = { ...settings.mailroom, ...changed };
  const start = () => startMailroom(mailroomSettings, rootKey, silentLog);
  let mailroom = await start();
  endings.ending(null, () => mailroom.stop());
  await prepareDesks(demo, mailroom.url, clock());

  const store = await openSqliteMailroomStore(mailroomSettings.store.slice('sqlite:'.length), {
    wrapKey: mailroomSettings.wrapKey,
    random: systemRandom,
  });
  endings.ending(store, (it) => it.close());
  const file = new Uint8Array(await (await fetch(`${mailroom.url}/v1/keys`)).arrayBuffer());
  const { keyring, records } = await verifyKeysFile(file, demo.rootKey);
  const key = keyInUse(records, DESK, clock())?.key;
  if (key === undefined) throw new TypeError('the desk has no key');

  const seal = (body: Bytes) => {
    const reply = { publicKey: newBoxKeyPair(systemRandom).publicKey, tagKey: systemRandom(32) };
    return sealEnvelope(key, { type: 'concern', reply, body }, systemRandom);
  };
  const put = (bodies: readonly Bytes[], daysAgo: number) => queue(bodies.map(seal), daysAgo);
  const queue = async (sealed: readonly Bytes[], daysAgo: number) => {
    const envelopes = sealed.map((envelope) => ({
      id: sha256(envelope),
      desk: DESK,
      deskKid: kidOf(key),
      releaseDay: addDays(today, -daysAgo),
      envelope,
    }));
    await store.putEnvelopes(envelopes);
  };
  return {
    demo,
    extension: (target) => buildDemoExtension(demo, ports, target),
    send: (concerns, daysAgo = 0) => put(concerns.map(encodeConcern), daysAgo),
    sendFrom: (reply, type, body) => queue([sealEnvelope(key, { type, reply, body }, systemRandom)], 0),
    sendSealed: (sealedTo, daysAgo) => queue(sealedTo(key), daysAgo),
    async packs() {
      const listed = await store.replyPacks();
      const packs = await Promise.all(
        listed.map(async ({ day, hash }) => ({ day, bytes: await store.replyPack(hash) })),
      );
      return packs.flatMap(({ day, bytes }) => (bytes === null ? [] : [{ day, bytes }]));
    },
    keyring,
    sendBroken: () => put([systemRandom(200)], 0),
    events: async () => (await store.eventPage(DESK, 0, 1000)).items.length,
    mailroomAway: () => mailroom.stop(),
    async mailroomBack() {
      mailroom = await start();
    },
  };
}

/** Text of the first element, or `null`. */
export function textOf(page: Page, selector: string): Promise<string | null> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
}
