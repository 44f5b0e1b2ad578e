import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bytes } from '../../shared/bytes.ts';

/** A keyring changes once a day at most, and answers are kept for about as many days. */
export const MOST_KEYRINGS = 400;

/** Signed keyrings of the past by their serial. Whoever reads them verifies them. */
interface Schema extends DBSchema {
  keyrings: { key: number; value: Bytes };
}

/** The port `keyrings` of the outbox, and all of them, newest first, for whoever looks for answers. */
export function keyringStore(name = 'candor-keyrings') {
  return {
    /** Keeps one, and forgets the oldest where there are more than anybody will need. */
    async save(serial: number, blob: Bytes): Promise<void> {
      await withDatabase(name, async (db) => {
        const { store, done } = db.transaction('keyrings', 'readwrite');
        await store.put(blob, serial);
        const serials = await store.getAllKeys();
        const oldest = serials.slice(0, Math.max(0, serials.length - MOST_KEYRINGS));
        await Promise.all([...oldest.map((each) => store.delete(each)), done]);
      });
    },
    async all(): Promise<readonly Bytes[]> {
      return withDatabase(name, async (db) => (await db.getAll('keyrings')).reverse());
    },
  };
}

async function withDatabase<T>(name: string, act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('keyrings') });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}
