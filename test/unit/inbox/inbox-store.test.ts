import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedConcern } from '../../../extension/inbox/opening.ts';
import type { InboxStore, OutgoingReply } from '../../../extension/inbox/store-port.ts';
import { openInboxStore } from '../../../extension/store/inbox-store.ts';

let store: InboxStore;
let databases = 0;
beforeEach(async () => {
  store = await openInboxStore(`store-${databases++}`);
});

const concern = (desk: number, id: string, deskKid = 'week1'): SealedConcern => ({
  desk,
  id,
  deskKid,
  releaseDay: '2026-11-24',
  envelope: 'sealed',
});
const event = (desk: number, id: string) => ({ desk, id, sealed: `sealed ${id}` });
const share = (member: string, desk: number, deskKid: string) => ({
  member,
  desk,
  deskKid,
  sealed: 'sealed',
});

describe('the store of the inbox', () => {
  it('is empty at first', async () => {
    expect(await store.backup()).toBeNull();
    expect(await store.keysFile()).toBeNull();
    expect(await store.cursors(1)).toEqual({ queue: null, events: null });
    expect(await store.concerns(1)).toEqual([]);
    expect(await store.desks()).toEqual([]);
  });

  it('keeps a page with its cursor, and each cursor apart from the other', async () => {
    await store.addConcerns(1, [concern(1, 'a'), concern(1, 'b')], 'after b');
    await store.addEvents(1, [event(1, 'x')], 'after x');
    await store.addConcerns(1, [concern(1, 'b'), concern(1, 'c')], 'after c');
    expect(await store.cursors(1)).toEqual({ queue: 'after c', events: 'after x' });
    expect((await store.concerns(1)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await store.desks()).toEqual([1]);
  });

  it('moves no cursor when a page cannot be kept', async () => {
    const broken = { ...concern(1, 'a'), id: undefined as unknown as string };
    await expect(store.addConcerns(1, [broken], 'after')).rejects.toThrow();
    expect(await store.cursors(1)).toEqual({ queue: null, events: null });
  });

  it('gives back what waits in the order in which it was done, whatever the ids', async () => {
    for (const id of ['z', 'a', 'm']) await store.addWaitingEvent(event(1, id));
    await store.addWaitingEvent(event(2, 'other desk'));
    expect(await store.waitingEvents(1)).toEqual([event(1, 'z'), event(1, 'a'), event(1, 'm')]);
  });

  it('settles an event once it is posted, and drops one that was taken back', async () => {
    for (const id of ['posted', 'taken back']) await store.addWaitingEvent(event(1, id));
    await store.settleWaitingEvent(event(1, 'posted'));
    await store.dropWaitingEvent(event(1, 'taken back'));
    expect(await store.waitingEvents(1)).toEqual([]);
    expect(await store.events(1)).toEqual([event(1, 'posted')]);
  });

  it('keeps shares member by member, and replaces one that comes again', async () => {
    await store.putShares([share('ada', 1, 'week1'), share('ben', 1, 'week1')]);
    await store.putShares([{ ...share('ada', 1, 'week1'), sealed: 'sealed anew' }]);
    expect(await store.shares('ada')).toEqual([{ ...share('ada', 1, 'week1'), sealed: 'sealed anew' }]);
  });

  it('forgets weeks with their concerns and shares, and nothing else', async () => {
    await store.addConcerns(1, [concern(1, 'a', 'week1'), concern(1, 'b', 'week2')], 'c');
    await store.addConcerns(2, [concern(2, 'c', 'week1')], 'c');
    await store.putShares([share('ada', 1, 'week1'), share('ada', 1, 'week2')]);
    await store.forgetWeeks(1, ['week1']);
    expect((await store.concerns(1)).map(({ id }) => id)).toEqual(['b']);
    expect(await store.concerns(2)).toHaveLength(1);
    expect((await store.shares('ada')).map(({ deskKid }) => deskKid)).toEqual(['week2']);
  });

  it('forgets a desk whole', async () => {
    for (const desk of [1, 2]) {
      await store.addConcerns(desk, [concern(desk, 'a')], 'c');
      await store.addEvents(desk, [event(desk, 'x')], 'c');
      await store.addWaitingEvent(event(desk, 'w'));
      await store.putShares([share('ada', desk, 'week1')]);
    }
    await store.forgetDesk(1);
    expect(await store.desks()).toEqual([2]);
    expect([await store.concerns(1), await store.events(1), await store.waitingEvents(1)]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await store.shares('ada')).map(({ desk }) => desk)).toEqual([2]);
    expect(await store.concerns(2)).toHaveLength(1);
  });

  it('keeps replies in the order in which they were made, and one that is sealed anew in its place', async () => {
    const reply = (id: string, slot = 'slot', desk = 1): OutgoingReply => ({
      id,
      desk,
      automatic: false,
      parts: [{ event: 'sealed', slot }],
    });
    await store.putOutgoing(reply('b'));
    await store.putOutgoing(reply('a'));
    await store.putOutgoing(reply('c', 'slot', 2));
    await store.putOutgoing(reply('b', 'another'));
    expect(await store.outgoing(1)).toEqual([reply('b', 'another'), reply('a')]);
    await store.settleOutgoing(reply('b'), [event(1, 'x'), event(1, 'y')]);
    expect(await store.outgoing(1)).toEqual([reply('a')]);
    expect(await store.waitingEvents(1)).toEqual([event(1, 'x'), event(1, 'y')]);
    await store.dropOutgoing(reply('a'));
    expect(await store.outgoing(1)).toEqual([]);
    await store.forgetDesk(2);
    expect(await store.outgoing(2)).toEqual([]);
  });

  it('keeps of a reply what is sealed, whatever comes with it', async () => {
    const words = 'Thank you.';
    const parts = [{ event: 'sealed', slot: 'slot', words }];
    const careless = { id: 'a', desk: 1, automatic: true, parts, says: [{ reply: { text: words } }] };
    await store.putOutgoing(careless);
    expect(JSON.stringify(await store.outgoing(1))).not.toContain(words);
  });

  it('opens what an earlier version kept', async () => {
    const name = `store-${databases++}`;
    const old = await openDB(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('events', { keyPath: ['desk', 'id'] }).createIndex('desk', 'desk');
      },
    });
    await old.put('events', event(1, 'x'));
    old.close();
    const upgraded = await openInboxStore(name);
    expect(await upgraded.events(1)).toEqual([event(1, 'x')]);
    expect(await upgraded.outgoing(1)).toEqual([]);
  });
});
