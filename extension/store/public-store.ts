import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Bytes } from '../../shared/bytes.ts';
import type { PublicBytes, PublicName } from '../outbox/public-files.ts';

/** The public files as the relay gave them: the same bytes on every computer. Whoever reads them verifies them. */
interface Schema extends DBSchema {
  files: { key: PublicName; value: Bytes };
}

/** The port `files` of the outbox. `name` differs only in tests. */
export function publicStore(name = 'candor-public') {
  return {
    async load(): Promise<PublicBytes> {
      return withDatabase(name, async (db) => {
        const { store } = db.transaction('files');
        const [manifest = null, keys = null, bulletin = null, index = null] = await Promise.all([
          store.get('manifest'),
          store.get('keys'),
          store.get('bulletin'),
          store.get('index'),
        ]);
        return { manifest, keys, bulletin, index };
      });
    },
    async save(file: PublicName, bytes: Bytes): Promise<void> {
      await withDatabase(name, (db) => db.put('files', bytes, file));
    },
  };
}

async function withDatabase<T>(name: string, act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('files') });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}
