import type { Bytes, RandomBytes } from '../../../shared/bytes.ts';
import type { SignedKeyRecord } from '../../../shared/key-records.ts';
import { kidOf } from '../../../shared/kid.ts';
import { type BoxKeyPair, boxKeyPairOf } from '../../../shared/sealed-box.ts';
import { bytesIn, numberIn, type SqlDatabase } from './sql.ts';
import { unwrap, wrap } from './wrapping.ts';

/** The public side of one week's intake key. */
export interface IntakeWeek {
  readonly kid: Bytes;
  /** In use from, and until: seconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly record: SignedKeyRecord;
}

/** Weekly intake keys. Their secrets are wrapped before they come anywhere near the database. */
export interface IntakeKeyStore {
  /** Keeps a new week's key. `false` when its signer has one for that week: another copy was faster. */
  addIntakeKey(week: Omit<IntakeWeek, 'kid'>, pair: BoxKeyPair): Promise<boolean>;
  /** All that are not destroyed, oldest first. */
  intakeWeeks(): Promise<IntakeWeek[]>;
  /** The key pair of a kid, or `null` when there is none or it is destroyed. Throws `bad-settings`; see `unwrap`. */
  intakeKey(kid: Bytes): Promise<BoxKeyPair | null>;
  /** Destroys the keys whose week ended before a moment. Gives back how many. */
  destroyIntakeKeysEndedBefore(seconds: number): Promise<number>;
}

export function intakeKeysOn(
  db: SqlDatabase,
  { wrapKey, random }: { wrapKey: Bytes; random: RandomBytes },
): IntakeKeyStore {
  return {
    async addIntakeKey({ from, until, record }, pair) {
      const added = await db.rows(
        `INSERT INTO intake_keys (kid, from_seconds, until_seconds, signer, record, wrapped)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING kid`,
        kidOf(pair.publicKey),
        from,
        until,
        record.by,
        record.blob,
        wrap(wrapKey, pair.secretKey, random),
      );
      return added.length > 0;
    },

    async intakeWeeks() {
      const rows = await db.rows(
        'SELECT kid, from_seconds, until_seconds, signer, record FROM intake_keys ORDER BY from_seconds, kid',
      );
      return rows.map((row) => ({
        kid: bytesIn(row, 'kid'),
        from: numberIn(row, 'from_seconds'),
        until: numberIn(row, 'until_seconds'),
        record: { by: bytesIn(row, 'signer'), blob: bytesIn(row, 'record') },
      }));
    },

    async intakeKey(kid) {
      const [row] = await db.rows('SELECT wrapped FROM intake_keys WHERE kid = $1', kid);
      return row === undefined ? null : boxKeyPairOf(unwrap(wrapKey, bytesIn(row, 'wrapped')));
    },

    async destroyIntakeKeysEndedBefore(seconds) {
      const rows = await db.rows('DELETE FROM intake_keys WHERE until_seconds <= $1 RETURNING kid', seconds);
      return rows.length;
    },
  };
}
