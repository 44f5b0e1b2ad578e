import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bytes } from '../../shared/bytes.ts';
import type { SealedConcern } from '../inbox/opening.ts';
import type { InboxStore, OutgoingReply, SealedEvent, SealedShare } from '../inbox/store-port.ts';

/*
 * What the inbox keeps on disk, and all of it: sealed concerns, sealed events, sealed replies, sealed shares, cursors, the
 * verified public keys file, and the member's backup as it was wrapped. No words, no keys, no times.
 */

interface Schema extends DBSchema {
  concerns: { key: [number, string]; value: SealedConcern; indexes: { desk: number } };
  events: { key: [number, string]; value: SealedEvent; indexes: { desk: number } };
  /** Events made here and not posted yet; `number` keeps their order. */
  waiting: {
    key: number;
    value: SealedEvent & { number?: number };
    indexes: { desk: number; id: string };
  };
  /** Replies made here and not posted yet; `number` keeps their order. */
  outgoing: {
    key: number;
    value: OutgoingReply & { number?: number };
    indexes: { desk: number; id: string };
  };
  shares: { key: [string, number, string]; value: SealedShare; indexes: { member: string; desk: number } };
  cursors: { key: number; value: { desk: number; queue: string | null; events: string | null } };
  files: { key: 'backup' | 'keys'; value: Bytes };
}

/** Opens (or makes) the inbox's database. `name` differs only in tests. */
export async function openInboxStore(name = 'candor-inbox'): Promise<InboxStore> {
  const db = await openDB<Schema>(name, 2, {
    upgrade(fresh, version) {
      const outgoing = fresh.createObjectStore('outgoing', { keyPath: 'number', autoIncrement: true });
      outgoing.createIndex('desk', 'desk');
      outgoing.createIndex('id', 'id');
      if (version === 1) return;
      fresh.createObjectStore('concerns', { keyPath: ['desk', 'id'] }).createIndex('desk', 'desk');
      fresh.createObjectStore('events', { keyPath: ['desk', 'id'] }).createIndex('desk', 'desk');
      const waiting = fresh.createObjectStore('waiting', { keyPath: 'number', autoIncrement: true });
      waiting.createIndex('desk', 'desk');
      waiting.createIndex('id', 'id');
      const shares = fresh.createObjectStore('shares', { keyPath: ['member', 'desk', 'deskKid'] });
      shares.createIndex('member', 'member');
      shares.createIndex('desk', 'desk');
      fresh.createObjectStore('cursors', { keyPath: 'desk' });
      fresh.createObjectStore('files');
    },
    // Another tab with a newer version must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

  return {
    backup: async () => (await db.get('files', 'backup')) ?? null,
    async putBackup(bytes) {
      if (bytes === null) await db.delete('files', 'backup');
      else await db.put('files', bytes, 'backup');
    },
    keysFile: async () => (await db.get('files', 'keys')) ?? null,
    async putKeysFile(bytes) {
      await db.put('files', bytes, 'keys');
    },

    async cursors(desk) {
      const { queue = null, events = null } = (await db.get('cursors', desk)) ?? {};
      return { queue, events };
    },
    concerns: (desk, page) =>
      // An array comes after every string, so that this ends with the desk.
      db.getAll('concerns', IDBKeyRange.bound([desk, page?.after ?? ''], [desk, []], true), page?.most),
    async concernsNamed(desk, ids) {
      const { store } = db.transaction('concerns');
      const found = await Promise.all(ids.map((id) => store.get([desk, id])));
      return found.filter((concern) => concern !== undefined);
    },
    addConcerns: (desk, concerns, cursor) => addPage(db, 'concerns', desk, concerns, { queue: cursor }),
    events: (desk) => db.getAllFromIndex('events', 'desk', desk),
    addEvents: (desk, events, cursor) => addPage(db, 'events', desk, events, { events: cursor }),

    async waitingEvents(desk) {
      const waiting = await db.getAllFromIndex('waiting', 'desk', desk);
      return waiting.map(({ number: _, ...event }) => event);
    },
    async addWaitingEvent(event) {
      await db.add('waiting', event);
    },
    async settleWaitingEvent(event) {
      const change = db.transaction(['waiting', 'events'], 'readwrite');
      const number = await change.objectStore('waiting').index('id').getKey(event.id);
      if (number !== undefined) await change.objectStore('waiting').delete(number);
      await change.objectStore('events').put(event);
      await change.done;
    },
    async dropWaitingEvent(event) {
      const change = db.transaction('waiting', 'readwrite');
      const number = await change.store.index('id').getKey(event.id);
      if (number !== undefined) await change.store.delete(number);
      await change.done;
    },

    async outgoing(desk) {
      const replies = await db.getAllFromIndex('outgoing', 'desk', desk);
      return replies.map(({ number: _, ...reply }) => reply);
    },
    async putOutgoing({ id, desk, automatic, parts }) {
      // Field by field: an object that came with more would bring it onto the disk.
      const reply = { id, desk, automatic, parts: parts.map(({ event, slot }) => ({ event, slot })) };
      const change = db.transaction('outgoing', 'readwrite');
      const number = await change.store.index('id').getKey(id);
      await change.store.put(number === undefined ? reply : { ...reply, number });
      await change.done;
    },
    async settleOutgoing(reply, events) {
      const change = db.transaction(['outgoing', 'waiting'], 'readwrite');
      const number = await change.objectStore('outgoing').index('id').getKey(reply.id);
      if (number !== undefined) await change.objectStore('outgoing').delete(number);
      for (const event of events) await change.objectStore('waiting').add(event);
      await change.done;
    },
    async dropOutgoing(reply) {
      const change = db.transaction('outgoing', 'readwrite');
      const number = await change.store.index('id').getKey(reply.id);
      if (number !== undefined) await change.store.delete(number);
      await change.done;
    },

    shares: (member) => db.getAllFromIndex('shares', 'member', member),
    async putShares(shares) {
      const change = db.transaction('shares', 'readwrite');
      await Promise.all(shares.map((share) => change.store.put(share)));
      await change.done;
    },
    async forgetWeeks(desk, deskKids) {
      const change = db.transaction(['concerns', 'shares'], 'readwrite');
      for (const name of ['concerns', 'shares'] as const) {
        let cursor = await change.objectStore(name).index('desk').openCursor(desk);
        while (cursor !== null) {
          if (deskKids.includes(cursor.value.deskKid)) await cursor.delete();
          cursor = await cursor.continue();
        }
      }
      await change.done;
    },
    async forgetConcerns(desk, ids) {
      const gone = new Set(ids);
      const change = db.transaction('concerns', 'readwrite');
      let cursor = await change.store.index('desk').openCursor(desk);
      while (cursor !== null) {
        if (gone.has(cursor.value.id)) await cursor.delete();
        cursor = await cursor.continue();
      }
      await change.done;
    },
    async forgetDesk(desk) {
      const change = db.transaction(
        ['concerns', 'events', 'waiting', 'outgoing', 'shares', 'cursors'],
        'readwrite',
      );
      for (const name of ['concerns', 'events', 'waiting', 'outgoing', 'shares'] as const) {
        const store = change.objectStore(name);
        for (const key of await store.index('desk').getAllKeys(desk)) await store.delete(key as never);
      }
      await change.objectStore('cursors').delete(desk);
      await change.done;
    },
    desks: () => db.getAllKeys('cursors'),
  };
}

/** A page and the cursor after it, both or neither. */
async function addPage(
  db: IDBPDatabase<Schema>,
  list: 'concerns' | 'events',
  desk: number,
  items: readonly (SealedConcern | SealedEvent)[],
  cursor: { queue?: string | null; events?: string | null },
): Promise<void> {
  const change = db.transaction([list, 'cursors'], 'readwrite');
  const known = (await change.objectStore('cursors').get(desk)) ?? { desk, queue: null, events: null };
  await Promise.all(items.map((item) => change.objectStore(list).put(item as never)));
  await change.objectStore('cursors').put({ ...known, ...cursor });
  await change.done;
}
