import type { Bytes } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import { bytesIn, type SqlDatabase } from './sql.ts';

export type PublicFile = 'keys' | 'bulletin' | 'index';

/** Keyrings and the public files that the mailroom keeps and pushes to the relay. */
export interface PublicFileStore {
  /** Hands over a signed keyring. It counts only once the mailroom has verified it; see ../keyring.ts. */
  putKeyring(blob: Bytes): Promise<void>;
  keyringOffers(): Promise<Bytes[]>;
  forgetKeyringOffer(blob: Bytes): Promise<void>;
  /** The keyring in force, as it was adopted, or `null`. */
  keyringBlob(): Promise<Bytes | null>;
  /** Puts a verified keyring in force. `false` when one with this or a higher serial is. */
  adoptKeyring(serial: number, blob: Bytes): Promise<boolean>;

  file(name: PublicFile): Promise<Bytes | null>;
  /** Replaces a file. With a serial only when it rises: `false` when it does not. */
  putFile(name: PublicFile, bytes: Bytes, serial?: number): Promise<boolean>;
}

export function publicFilesOn(db: SqlDatabase): PublicFileStore {
  const file = async (name: string) => {
    const [row] = await db.rows('SELECT bytes FROM files WHERE name = $1', name);
    return row === undefined ? null : bytesIn(row, 'bytes');
  };
  const raise = async (name: string, serial: number, bytes: Bytes) => {
    const written = await db.rows(
      `INSERT INTO files (name, serial, bytes) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET serial = excluded.serial, bytes = excluded.bytes
       WHERE files.serial < excluded.serial RETURNING name`,
      name,
      serial,
      bytes,
    );
    return written.length > 0;
  };
  return {
    async putKeyring(blob) {
      await db.rows(
        'INSERT INTO keyring_offers (hash, blob) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        sha256(blob),
        blob,
      );
    },
    async keyringOffers() {
      const rows = await db.rows('SELECT blob FROM keyring_offers ORDER BY hash');
      return rows.map((row) => bytesIn(row, 'blob'));
    },
    async forgetKeyringOffer(blob) {
      await db.rows('DELETE FROM keyring_offers WHERE hash = $1', sha256(blob));
    },
    keyringBlob: () => file('keyring'),
    adoptKeyring: (serial, blob) => raise('keyring', serial, blob),

    file,
    async putFile(name, bytes, serial) {
      if (serial !== undefined) return raise(name, serial, bytes);
      await db.rows(
        `INSERT INTO files (name, serial, bytes) VALUES ($1, 0, $2)
         ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes`,
        name,
        bytes,
      );
      return true;
    },
  };
}
