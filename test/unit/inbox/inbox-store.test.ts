import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedConcern } from '../../../extension/inbox/opening.ts';
import type { InboxStore } from '../../../extension/inbox/store-port.ts';
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
});
