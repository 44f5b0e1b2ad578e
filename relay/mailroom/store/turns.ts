import type { Bytes } from '../../../shared/bytes.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { sha256 } from '../../../shared/hash.ts';
import type { SqlDatabase } from './sql.ts';

/** What copies of the mailroom must agree on: which requests were made, and whose turn it is. */
export interface TurnStore {
  /** Remembers a nonce until a moment. `false` when it is remembered already. */
  rememberNonce(nonce: string, untilSeconds: number): Promise<boolean>;
  forgetNoncesBefore(seconds: number): Promise<void>;
  /**
   * Takes or keeps a lease. `false` while another holder has it. A lease only saves work: nothing may go wrong when
   * two copies hold it, as they may after a clock has jumped.
   */
  takeLease(name: string, holder: Bytes, nowSeconds: number, leaseSeconds: number): Promise<boolean>;
}

export function turnsOn(db: SqlDatabase): TurnStore {
  return {
    async rememberNonce(nonce, untilSeconds) {
      const rows = await db.rows(
        'INSERT INTO nonces (hash, until_seconds) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING hash',
        sha256(utf8(nonce)),
        untilSeconds,
      );
      return rows.length > 0;
    },

    async forgetNoncesBefore(seconds) {
      await db.rows('DELETE FROM nonces WHERE until_seconds < $1', seconds);
    },

    async takeLease(name, holder, nowSeconds, leaseSeconds) {
      const until = nowSeconds + leaseSeconds;
      // A lease that ends later than any that could be taken now is left over from a clock that was ahead.
      const rows = await db.rows(
        `INSERT INTO leases (name, holder, until_seconds) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_seconds = excluded.until_seconds
         WHERE leases.holder = excluded.holder OR leases.until_seconds <= $4 OR leases.until_seconds > $3
         RETURNING name`,
        name,
        holder,
        until,
        nowSeconds,
      );
      return rows.length > 0;
    },
  };
}
