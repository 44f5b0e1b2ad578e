import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bytes } from '../../shared/bytes.ts';

/*
 * The outbox on disk: one value of one size. The database is opened, written and closed each time, which was measured
 * to make browsers drop what was overwritten soonest; and it holds sealed bytes only.
 */

interface Schema extends DBSchema {
  outbox: { key: 'outbox'; value: Bytes };
}

/** The port `outbox` of the outbox. `name` differs only in tests. */
export function outboxStore(name = 'candor-outbox') {
  return {
    async load(): Promise<Bytes | null> {
      return withDatabase(name, async (db) => (await db.get('outbox', 'outbox')) ?? null);
    },
    async save(bytes: Bytes): Promise<void> {
      await withDatabase(name, async (db) => {
        // Durable before anything is sent: a place must not be frozen on the wire and free on disk.
        const transaction = db.transaction('outbox', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(bytes, 'outbox'), transaction.done]);
      });
    },
    async forget(): Promise<void> {
      await withDatabase(name, (db) => db.delete('outbox', 'outbox'));
    },
  };
}

async function withDatabase<T>(name: string, act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('outbox') });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}
