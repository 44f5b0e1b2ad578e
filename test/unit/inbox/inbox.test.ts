import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { IDLE_SECONDS } from '../../../extension/inbox/inbox.ts';
import { UNDO_SECONDS } from '../../../extension/inbox/session.ts';
import { toBase64url } from '../../../shared/base64url.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { kidOf } from '../../../shared/kid.ts';
import { WEEK_SECONDS } from '../../../shared/weeks.ts';
import { NOON, nextKeyring, PASSPHRASE, sealedBody, TODAY } from './desk-fixture.ts';
import { backups, copyOf, directOpener, newStore, org, page, unlocked, world } from './inbox-stage.ts';

vi.setConfig({ testTimeout: 30_000 });

const CANARY = 'the drawer of look-alike vials';

describe('unlocking', () => {
  it('shows whose inbox it is and the four words before anything is opened', async () => {
    const { locked } = await page(world());
    expect(locked()).toMatchObject({
      organisation: 'Northgate General Hospital',
      fingerprint: fingerprint(org.root.publicKey, org.relayKey, org.keyringBlob),
      backup: null,
      refusal: null,
    });
  });

  it('refuses a wrong passphrase and does nothing else: no request, nothing kept, no name of a desk', async () => {
    const at = world();
    const { inbox, store, locked, openers } = await page(at);
    inbox.chooseBackup(backups.ada);
    const before = at.mailroom.requests.length;
    const shown = locked();
    await inbox.unlock('quiet lamps help everybody', true);
    expect(locked()).toEqual({ ...shown, refusal: 'wrong-passphrase' });
    expect(at.mailroom.requests.length).toBe(before);
    expect(await store.backup()).toBeNull();
    expect(openers).toHaveLength(0);
  });

  it('opens with the right one after a wrong one, and remembers the wrapped file only if asked to', async () => {
    const at = world();
    const { inbox, store, open } = await page(at);
    inbox.chooseBackup(backups.ada);
    await inbox.unlock('wrong horse battery', true);
    await inbox.unlock(PASSPHRASE, false);
    expect(open().member).toBe('HR partner');
    expect(await store.backup()).toBeNull();
    inbox.lock('asked');
    inbox.chooseBackup(backups.ada);
    await inbox.unlock(PASSPHRASE, true);
    expect(await store.backup()).toEqual(backups.ada);
    const again = await page(at, { store });
    expect(again.locked().backup).toEqual({ label: 'HR partner', kept: true });
  });

  it('says so when a file is no backup', async () => {
    const { inbox, locked } = await page(world());
    inbox.chooseBackup(utf8('{"v":1}'));
    expect(locked()).toMatchObject({ refusal: 'not-a-backup', backup: null });
  });

  it('stays locked when something else goes wrong, and does not blame the passphrase', async () => {
    const { inbox, locked, store } = await page(world());
    store.putBackup = () => Promise.reject(new TypeError('the disk is full'));
    inbox.chooseBackup(backups.ada);
    await inbox.unlock(PASSPHRASE, true);
    expect(locked().refusal).toBe('failed');
  });

  it('refuses keys that are on no desk, and keys files that the pinned root did not sign', async () => {
    const at = world();
    const gone = nextKeyring(org, {
      desks: org.keyring.desks.map((desk) => ({ ...desk, members: [kidOf(org.ben.signing.publicKey)] })),
    });
    at.mailroom.setKeyring(gone.blob);
    const stranger = await page(at);
    stranger.inbox.chooseBackup(backups.ada);
    await stranger.inbox.unlock(PASSPHRASE, true);
    expect(stranger.locked().refusal).toBe('not-a-member');

    const elsewhere = await page(world(), { rootKey: org.mailroom.publicKey });
    expect(elsewhere.locked().fingerprint).toBeNull();
    elsewhere.inbox.chooseBackup(backups.ada);
    await elsewhere.inbox.unlock(PASSPHRASE, true);
    expect(elsewhere.locked().refusal).toBe('keys-refused');
  });

  it('needs the mailroom once; after that it opens without it', async () => {
    const at = world();
    at.mailroom.away(true);
    const first = await page(at);
    first.inbox.chooseBackup(backups.ada);
    await first.inbox.unlock(PASSPHRASE, true);
    expect(first.locked().refusal).toBe('no-keys-yet');

    at.mailroom.away(false);
    at.mailroom.addWeek(1);
    await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const { store } = await unlocked(at, { store: first.store });
    at.mailroom.away(true);
    const offline = await unlocked(at, { store });
    expect(offline.open().sync.state).toBe('offline');
    expect(offline.open().rows.map(({ words }) => words)).toEqual([CANARY]);
  });
});

describe('an open inbox', () => {
  it('makes the missing weekly keys, so that a new desk can receive at all', async () => {
    const at = world();
    const { open } = await unlocked(at);
    expect(at.mailroom.records).toHaveLength(9);
    expect(open().sync.state).toBe('current');
    await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const later = await unlocked(at);
    expect(later.open().rows[0]?.words).toBe(CANARY);
  });

  it('reads words, tallies signals and shows what could not be read, without stopping', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    await at.mailroom.send(1, { kind: 'near_miss', category: 'medication', unit: 'W7', t: { what: CANARY } });
    for (let i = 0; i < 3; i++) await at.mailroom.send(1, { kind: 'hazard', category: 'environment' });
    const hostile = sealedBody(org.ada.box.publicKey, utf8('<script>'), org.random);
    at.mailroom.sendRaw(1, { ...hostile, deskKid: at.mailroom.queue(1)[0]?.deskKid ?? '' });
    const { open } = await unlocked(at);
    expect(open().rows).toHaveLength(2);
    expect(
      open()
        .rows.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['near_miss', null]);
    expect(open().tally.map(({ kind, waiting }) => [kind, waiting.length])).toEqual([['hazard', 3]]);
    expect(open()).toMatchObject({ signalsWaiting: 3, opening: 0 });
  });

  it('pages through a long queue and asks only for what is new the next time', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    for (let i = 0; i < 120; i++) await at.mailroom.send(1, { kind: 'staff', t: { what: `concern ${i}` } });
    const { open, store, inbox } = await unlocked(at);
    expect(open().rows).toHaveLength(120);
    at.mailroom.requests.length = 0;
    await inbox.sync();
    expect(at.mailroom.requests.filter((line) => line.endsWith('/queue'))).toHaveLength(1);
    expect((await store.cursors(1)).queue).toBe('120');
  });

  it('says when a message waits for a key that this inbox does not have', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const [item] = at.mailroom.queue(1);
    at.mailroom.sendRaw(1, { id: 'x', envelope: item?.envelope ?? '', deskKid: 'AAAAAA' });
    const { open } = await unlocked(at);
    expect(open().alarms.keyless).toBe(1);
    expect(open().rows).toHaveLength(1);
  });

  it('acknowledges for the whole team once it can no longer be undone', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const id = await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const ada = await unlocked(at);
    await ada.inbox.act([id], { type: 'acknowledged' });
    expect(ada.open()).toMatchObject({ undoable: { what: 'acknowledged', concerns: 1 }, rows: [] });
    await ada.inbox.sync();
    expect(at.mailroom.events(1)).toHaveLength(0);
    await ada.pass(UNDO_SECONDS);
    // The acknowledgement, and that whoever wrote was told so.
    expect(at.mailroom.events(1)).toHaveLength(2);
    expect(ada.open().undoable).toBeNull();

    const ben = await unlocked(at, { who: 'ben' });
    ben.inbox.browse({ to: 'filters', filters: { folder: 'acknowledged' } });
    expect(ben.open().rows).toMatchObject([
      { id, status: 'acknowledged', due: { what: 'answer', daysLeft: 92 } },
    ]);
  });

  it('takes back what was just done, and nobody else ever sees it', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const id = await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const { inbox, open, pass, store } = await unlocked(at);
    await inbox.act([id], { type: 'acknowledged' });
    await inbox.undo();
    expect(open().rows.map(({ status }) => status)).toEqual(['new']);
    await pass(60);
    expect(at.mailroom.events(1)).toHaveLength(0);
    expect(await store.waitingEvents(1)).toEqual([]);
  });

  it('keeps what was done offline, sealed, through a restart, and posts it when the mailroom is back', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const id = await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const before = await unlocked(at);
    at.mailroom.away(true);
    await before.inbox.act([id], { type: 'noted', text: CANARY });
    await before.pass(60);
    expect(before.open().sync.state).toBe('offline');
    before.inbox.lock('asked');

    const after = await unlocked(at, { store: before.store });
    after.inbox.browse({ to: 'concern', id });
    expect(after.open().concern?.history).toMatchObject([
      { what: { type: 'noted', text: CANARY }, by: 'HR partner' },
    ]);
    expect(JSON.stringify(await after.store.waitingEvents(1))).not.toContain('drawer');
    at.mailroom.away(false);
    await after.inbox.sync();
    expect(at.mailroom.events(1)).toHaveLength(1);
    expect(await after.store.waitingEvents(1)).toEqual([]);
    expect(await after.store.events(1)).toHaveLength(1);
  });

  it('acknowledges a heap of signals in few events', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    for (let i = 0; i < 60; i++) await at.mailroom.send(1, { kind: 'hazard' });
    const { inbox, open, pass } = await unlocked(at);
    const waiting = open().tally[0]?.waiting ?? [];
    expect(waiting).toHaveLength(60);
    await inbox.act(waiting, { type: 'acknowledged' });
    expect(open()).toMatchObject({ signalsWaiting: 0, undoable: { concerns: 60 } });
    await pass(UNDO_SECONDS);
    expect(at.mailroom.events(1)).toHaveLength(2);
    const ben = await unlocked(at, { who: 'ben' });
    expect(ben.open().signalsWaiting).toBe(0);
  });

  it('does not act on concerns of another desk', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    at.mailroom.addWeek(2);
    const other = await at.mailroom.send(2, { kind: 'culture', t: { what: CANARY } });
    const ben = await unlocked(at, { who: 'ben' });
    expect(ben.open().desks.map(({ waiting }) => waiting)).toEqual([0, 1]);
    await ben.inbox.act([other], { type: 'acknowledged' });
    await ben.pass(UNDO_SECONDS);
    expect(at.mailroom.events(1)).toHaveLength(0);
  });

  it('notices when the mailroom hides an event that a colleague had seen', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const id = await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const ada = await unlocked(at);
    for (const action of [{ type: 'acknowledged' }, { type: 'in-review' }] as const) {
      await ada.inbox.act([id], action);
      await ada.pass(UNDO_SECONDS);
    }
    expect((await unlocked(at, { who: 'ben' })).open().alarms.missingEvents).toBe(0);
    at.mailroom.events(1).shift();
    expect((await unlocked(at, { who: 'ben' })).open().alarms.missingEvents).toBe(1);
  });

  it('does not believe an event that nobody on the desk has signed', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const id = await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const ada = await unlocked(at);
    await ada.inbox.act([id], { type: 'acknowledged' });
    await ada.pass(UNDO_SECONDS);
    const event = at.mailroom.events(1)[0];
    if (event === undefined) throw new TypeError('no event');
    at.mailroom.events(1).push({ id: toBase64url(new Uint8Array(32)), sealed: event.sealed });
    const ben = await unlocked(at, { who: 'ben' });
    expect(ben.open().alarms.refusedEvents).toBe(1);
  });

  it('deletes what the mailroom has deleted once its retention is over, and nothing sooner', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
    const { store } = await unlocked(at);
    const later = async (days: number) => {
      at.now = NOON + days * 86_400;
      at.mailroom.records.length = 0;
      at.mailroom.forgetShares(1);
      return unlocked(at, { store });
    };
    expect((await later(60)).open().rows.map(({ words }) => words)).toEqual([CANARY]);
    expect((await later(140)).open().rows).toEqual([]);
    expect(await store.concerns(1)).toEqual([]);
  });

  it('refuses an older keyring than the one it knows', async () => {
    const at = world();
    at.mailroom.addWeek(1);
    const newer = nextKeyring(org, {});
    at.mailroom.setKeyring(newer.blob);
    const { open, pass } = await unlocked(at);
    at.mailroom.setKeyring(org.keyringBlob);
    await pass(601);
    expect(open().sync).toEqual({ state: 'refused', code: 'stale' });
  });

  it('goes on making keys as the weeks go by, one a week', async () => {
    const at = world();
    const { pass } = await unlocked(at);
    for (const weeks of [1, 2]) {
      await pass(WEEK_SECONDS);
      expect(at.mailroom.records).toHaveLength(9 + weeks);
    }
  });
});

describe('locking', () => {
  it('drops keys and words on request and after ten minutes of rest, and says why', async () => {
    for (const why of ['asked', 'idle'] as const) {
      const at = world();
      at.mailroom.addWeek(1);
      await at.mailroom.send(1, { kind: 'staff', t: { what: CANARY } });
      const { inbox, locked, openers, store } = await unlocked(at);
      expect(JSON.stringify(inbox.view())).toContain(CANARY);
      if (why === 'asked') inbox.lock('asked');
      else {
        at.now += IDLE_SECONDS;
        inbox.tick();
      }
      expect(locked()).toMatchObject({ idle: why === 'idle', backup: { kept: true } });
      expect(JSON.stringify(inbox.view())).not.toContain(CANARY);
      expect(openers.every(({ closed }) => closed)).toBe(true);
      expect(JSON.stringify(await store.concerns(1))).not.toContain('drawer');
    }
  });

  it('stays open while somebody is there', async () => {
    const at = world();
    const { inbox, open } = await unlocked(at);
    for (let i = 0; i < 4; i++) {
      at.now += IDLE_SECONDS - 1;
      inbox.touch();
      inbox.tick();
    }
    expect(open().phase).toBe('open');
  });

  it('wipes the bytes of the member’s keys', async () => {
    const { openSession } = await import('../../../extension/inbox/session.ts');
    const { trustKeysFile } = await import('../../../extension/inbox/sync.ts');
    const at = world();
    at.mailroom.addWeek(1);
    const keys = copyOf(org.ada);
    const file = new Uint8Array(
      await (await at.mailroom.fetch('http://m/v1/keys', { method: 'GET', headers: {} })).arrayBuffer(),
    );
    const session = openSession(
      {
        mailroomUrl: 'http://m',
        rootKey: org.root.publicKey,
        store: await newStore(),
        fetch: at.mailroom.fetch,
        opener: directOpener(),
        clock: () => NOON,
        today: () => TODAY,
        random: org.random,
        changed: () => {},
      },
      keys,
      await trustKeysFile(file, null, org.root.publicKey),
    );
    await session.sync();
    const desk = [...(session.rooms()[0]?.keys().values() ?? [])];
    expect(desk).toHaveLength(9);
    session.close();
    const secrets = [keys.signing.seed, keys.box.secretKey, ...desk.map(({ secretKey }) => secretKey)];
    expect(secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true);
    expect(session.rooms()).toEqual([]);
  });
});
