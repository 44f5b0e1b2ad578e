import { describe, expect, it } from 'vitest';
import { decodeOutbox, OUTBOX } from '../../../extension/outbox/outbox.ts';
import { sessionFromJson } from '../../../extension/outbox/session.ts';
import { signBulletin } from '../../../shared/bulletin.ts';
import { encodeKeysFile, signKeyRecord, splitKeysFile } from '../../../shared/key-records.ts';
import { signKeyring } from '../../../shared/keyring.ts';
import { signManifest } from '../../../shared/manifest.ts';
import { newSigningKeyPair } from '../../../shared/signing.ts';
import { type Install, newInstall } from './install.ts';
import { type SimulatedSite, simulatedSite } from './simulated-site.ts';

const UNDO = 5;

async function hold(install: Install, site: SimulatedSite, id = 'one'): Promise<string> {
  const { content, name } = site.envelope();
  expect(await install.dispatch().hold({ id, content, undoSeconds: UNDO })).toBe(true);
  return name;
}

async function tick(install: Install, site: SimulatedSite, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    site.pass(60);
    await install.dispatch().tick();
  }
}

function sessionOf(install: Install) {
  const session = sessionFromJson(install.memory.session);
  if (session === null) throw new Error('no session');
  return session;
}

function placesOf(install: Install) {
  const places = install.disk.outbox && decodeOutbox(install.disk.outbox);
  if (!places) throw new Error('no outbox');
  return places;
}

describe('a fresh install', () => {
  it('asks for manifest and keys in its first tick and sends cover at once', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await install.dispatch().tick();
    expect(site.requests).toEqual(['manifest', 'keys', 'cell']);
    expect([...site.drop.values()]).toEqual(['cover']);
  });

  it('asks for no more than two files a tick, and for none it has', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await install.dispatch().tick();
    await install.dispatch().tick();
    expect(site.requests.slice(3)).toEqual(['bulletin', 'index', 'cell']);
    await install.dispatch().tick();
    expect(site.requests.slice(6)).toEqual(['cell']);
  });

  it('has four places from then on, none of them empty', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await install.dispatch().tick();
    expect(install.disk.outbox?.length).toBe(OUTBOX);
    expect(placesOf(install).map(({ frozen }) => frozen)).toEqual([false, false, false, false]);
  });
});

describe('a concern', () => {
  it('leaves at the next tick once its undo time is over, and exactly once', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const name = await hold(install, site);
    await tick(install, site, 6);
    expect(site.arrived()).toEqual([name]);
    expect(site.drop.size).toBe(7);
    expect(sessionOf(install).pending).toEqual([]);
  });

  it('does not leave while it can be undone, and not after it was', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    await hold(install, site);
    await install.dispatch().tick();
    await install.dispatch().rewrite();
    expect(site.arrived()).toEqual([]);
    expect(await install.dispatch().withdraw('one')).toBe(true);
    await tick(install, site, 6);
    expect(site.arrived()).toEqual([]);
  });

  it('never makes a request by itself', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const before = site.requests.length;
    await hold(install, site);
    await install.dispatch().replace('one', site.envelope().content);
    await install.dispatch().keepBehind('one', 30);
    await install.dispatch().standing();
    await install.dispatch().withdraw('one');
    await install.dispatch().rewrite();
    expect(site.requests.length).toBe(before);
  });

  it('takes what is added to it until its place is frozen, and says plainly when it is too late', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    await hold(install, site);
    site.pass(30);
    await install.dispatch().rewrite();
    const later = site.envelope();
    expect(await install.dispatch().replace('one', later.content)).toBe(true);
    install.network = 'answer-lost';
    await tick(install, site);
    expect((await install.dispatch().standing()).whereabouts('one')).toBe('leaving');
    expect(await install.dispatch().replace('one', site.envelope().content)).toBe(false);
    expect(await install.dispatch().withdraw('one')).toBe(false);
    install.network = 'up';
    await tick(install, site, 5);
    expect(site.arrived()).toEqual([later.name]);
    expect((await install.dispatch().standing()).whereabouts('one')).toBe('gone');
  });

  it('waits behind cover while somebody adds to it, though safe on disk, and not for ever', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const name = await hold(install, site);
    for (let i = 0; i < 4; i++) {
      await install.dispatch().keepBehind('one', 90);
      await tick(install, site);
    }
    expect(site.arrived()).toEqual([]);
    expect((await install.dispatch().standing()).whereabouts('one')).toBe('placed');
    for (let i = 0; i < 10; i++) {
      await install.dispatch().keepBehind('one', 90);
      await tick(install, site);
    }
    expect(site.arrived()).toEqual([name]);
  });

  it('outlives the browser once a rewrite has put it on disk', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const name = await hold(install, site);
    site.pass(30);
    await install.dispatch().rewrite();
    install.restartBrowser();
    site.pass(20 * 86_400);
    await tick(install, site, 6);
    expect(site.arrived()).toEqual([name]);
  });

  it('goes only with the browser when it is closed before', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    await hold(install, site);
    install.restartBrowser();
    await tick(install, site, 6);
    expect(site.arrived()).toEqual([]);
  });

  it('waits in memory while every place is frozen, and leaves in its turn', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    install.restartBrowser();
    await install.dispatch().begin();
    expect(placesOf(install).every(({ frozen }) => frozen)).toBe(true);
    expect((await install.dispatch().standing()).room).toBe(0);
    const name = await hold(install, site);
    site.pass(30);
    await install.dispatch().rewrite();
    expect((await install.dispatch().standing()).whereabouts('one')).toBe('held');
    await tick(install, site, 5);
    expect(site.arrived()).toEqual([name]);
  });

  it('keeps its place in the order when several wait', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const names = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) names.push(await hold(install, site, id));
    await tick(install, site, 6);
    expect(site.arrived()).toEqual(names);
  });
});

describe('the first cells after a browser start', () => {
  it('are the four that stood on disk, as they were', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const before = placesOf(install).map(({ intake }) => intake);
    install.restartBrowser();
    await install.dispatch().rewrite();
    expect(placesOf(install).map(({ intake }) => intake)).toEqual(before);
    const known = site.drop.size;
    await tick(install, site, 4);
    expect(site.drop.size).toBe(known + 4);
    expect(placesOf(install).every(({ intake }) => !before.includes(intake))).toBe(true);
  });

  it('start with the relay’s newest manifest, so that a night’s absence costs no attempt', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    install.restartBrowser();
    site.pass(14 * 3600);
    const before = site.requests.length;
    await install.dispatch().tick();
    expect(site.requests.slice(before)).toEqual(['manifest', 'cell']);
    expect(sessionOf(install).lastOutcome).toBe('stored');
  });
});

describe('answers', () => {
  it('free a place only with a valid ack: a lost or spoiled one makes the same cell go again', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const name = await hold(install, site);
    for (const network of ['down', 'answer-lost', 'answer-spoiled'] as const) {
      install.network = network;
      await tick(install, site);
      expect(placesOf(install)[0]?.frozen).toBe(true);
    }
    const known = site.drop.size;
    install.network = 'up';
    await tick(install, site);
    expect(site.drop.size).toBe(known);
    expect(site.arrived()).toEqual([name]);
    expect(placesOf(install).some(({ frozen }) => frozen)).toBe(false);
  });

  it('from a relay that forgot the manifest bring the newest one, and the cell goes again', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    // Asleep for longer than hop keys live, with a clock that does not notice.
    const session = sessionOf(install);
    site.pass(4 * 3600);
    (install.memory.session as { manifestSeenSeconds: number }).manifestSeenSeconds = site.now();
    await install.dispatch().tick();
    expect(session.lastOutcome).toBe('stored');
    expect(sessionOf(install).lastOutcome).toBe('unopened');
    await tick(install, site);
    expect(sessionOf(install).lastOutcome).toBe('stored');
  });

  it('that are stale bring the newest manifest', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    site.accepted = [];
    site.issue();
    await install.dispatch().tick();
    expect(sessionOf(install).lastOutcome).toBe('stale');
    await install.dispatch().tick();
    expect(sessionOf(install).lastOutcome).toBe('stored');
  });

  it('never take an older manifest, nor a second one with the same number', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const good = install.disk.files.manifest;
    const honest = { manifest: site.manifest, bytes: site.manifestBytes };
    for (const number of [honest.manifest.number - 1, honest.manifest.number]) {
      site.manifestBytes = signManifest({ ...honest.manifest, number, crowd: 1 }, site.relay.seed);
      (install.memory.session as { manifestSeenSeconds: number | null }).manifestSeenSeconds = null;
      await install.dispatch().tick();
      expect(install.disk.files.manifest).toEqual(good);
    }
  });

  it('with a manifest of another identity change nothing', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const good = install.disk.files.manifest;
    const other = newSigningKeyPair(site.random);
    site.manifestBytes = signManifest({ ...site.manifest, number: 999 }, other.seed);
    await tick(install, site, 0);
    await install.dispatch().tick();
    expect(install.disk.files.manifest).toEqual(good);
  });
});

describe('a place whose intake key is gone', () => {
  it('is given up for cover after its secret was destroyed, so that the others can leave', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    install.restartBrowser();
    site.pass(60 * 86_400);
    await tick(install, site, 12);
    expect(sessionOf(install).lastOutcome).toBe('stored');
    expect(placesOf(install).some(({ frozen }) => frozen)).toBe(false);
  });

  it('is kept while the relay refuses for another reason', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    const name = await hold(install, site);
    site.pass(30);
    await install.dispatch().rewrite();
    const right = new Uint8Array(site.staffKey);
    site.pins.staffKey.fill(9);
    install.killBackground();
    await tick(install, site, 5);
    site.pass(9 * 86_400);
    await tick(install, site, 5);
    expect(site.arrived()).toEqual([]);
    site.pins.staffKey.set(right);
    await tick(install, site, 3);
    expect(site.arrived()).toEqual([name]);
  });
});

describe('public files', () => {
  it('that do not hold stop the install until the manifest names others', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const stranger = newSigningKeyPair(site.random);
    const honest = site.files.bulletin;
    site.files.bulletin = signBulletin({ ...site.bulletin, serial: 2 }, stranger);
    // One tick brings the manifest, the next asks for the file that it names.
    await tick(install, site, 2);
    expect(sessionOf(install).stopped?.file).toBe('bulletin');
    const cells = site.drop.size;
    await tick(install, site, 3);
    expect(site.drop.size).toBe(cells);
    expect(install.disk.files.bulletin).toEqual(honest);
    site.files.bulletin = honest;
    await tick(install, site, 2);
    expect(sessionOf(install).stopped).toBe(null);
    expect(site.drop.size).toBeGreaterThan(cells);
  });

  it('whose serial fell stop it too', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    site.files.bulletin = signBulletin({ ...site.bulletin, serial: 5 }, site.member);
    site.issue();
    await tick(install, site, 2);
    site.files.bulletin = signBulletin({ ...site.bulletin, serial: 4 }, site.member);
    await tick(install, site, 2);
    expect(sessionOf(install).stopped?.file).toBe('bulletin');
  });

  it('by another root stop it before anything is sealed with them', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const stranger = newSigningKeyPair(site.random);
    const { records } = splitKeysFile(site.files.keys);
    site.files.keys = encodeKeysFile(signKeyring({ ...site.keyring, serial: 2 }, stranger.seed), records);
    await tick(install, site, 2);
    expect(sessionOf(install).stopped?.file).toBe('keys');
  });

  it('with a key record signed by somebody who may not stop it', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site, 2);
    const { keyringBlob, records } = splitKeysFile(site.files.keys);
    const forged = signKeyRecord({ desk: 0, key: site.random(32), from: 0, until: 0xffffffff }, site.member);
    site.files.keys = encodeKeysFile(keyringBlob, [...records, forged]);
    await tick(install, site, 2);
    expect(sessionOf(install).stopped?.file).toBe('keys');
  });

  it('that were changed on the way are asked for again, and nothing stops', async () => {
    const site = simulatedSite();
    const install = newInstall(site);
    await tick(install, site);
    install.network = 'answer-spoiled';
    await tick(install, site);
    expect(install.disk.files.bulletin).toBe(null);
    install.network = 'up';
    await tick(install, site, 2);
    expect(install.disk.files.bulletin).toEqual(site.files.bulletin);
    expect(sessionOf(install).stopped).toBe(null);
  });
});

describe('the disk', () => {
  it('is written at the same times with the same sizes, with and without a concern', async () => {
    const histories = [];
    for (const concerns of [false, true]) {
      const site = simulatedSite();
      const install = newInstall(site);
      for (let minute = 0; minute < 12; minute++) {
        site.pass(30);
        await install.dispatch().rewrite();
        install.network = minute === 4 || minute === 5 ? 'down' : 'up';
        if (concerns && [1, 4, 5, 9].includes(minute)) {
          const id = `at ${minute}`;
          await hold(install, site, id);
          await install.dispatch().replace(id, site.envelope().content);
          if (minute === 9) await install.dispatch().withdraw(id);
        }
        site.pass(30);
        await install.dispatch().rewrite();
        await install.dispatch().tick();
        if (minute === 8) install.restartBrowser();
      }
      expect(site.arrived().length).toBe(concerns ? 3 : 0);
      histories.push(install.writes);
    }
    expect(histories[1]).toEqual(histories[0]);
    expect(new Set(histories[0]?.map(({ bytes }) => bytes))).toEqual(new Set([OUTBOX]));
  });
});
