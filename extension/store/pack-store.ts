import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bytes } from '../../shared/bytes.ts';

/** Reply packs by their name: the same bytes on every computer, whoever uses it. */
interface Schema extends DBSchema {
  packs: { key: string; value: Bytes };
}

/** The half of the port `packs` that is no request of the outbox, and all of them for whoever looks for answers. */
export function packStore(name = 'candor-packs') {
  return {
    async names(): Promise<ReadonlySet<string>> {
      return withDatabase(name, async (db) => new Set(await db.getAllKeys('packs')));
    },
    async save(pack: string, bytes: Bytes): Promise<void> {
      await withDatabase(name, (db) => db.put('packs', bytes, pack));
    },
    async forget(packs: readonly string[]): Promise<void> {
      await withDatabase(name, async (db) => {
        const { store, done } = db.transaction('packs', 'readwrite');
        await Promise.all([...packs.map((pack) => store.delete(pack)), done]);
      });
    },
    async all(): Promise<ReadonlyMap<string, Bytes>> {
      return withDatabase(name, async (db) => {
        const { store } = db.transaction('packs');
        const [names, packs] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(names.flatMap((pack, at) => (packs[at] ? [[pack, packs[at]] as const] : [])));
      });
    },
  };
}

async function withDatabase<T>(name: string, act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('packs') });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}
