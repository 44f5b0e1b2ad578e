import { type Bytes, equalBytes } from '../../../shared/bytes.ts';
import type { DeskShare } from '../../../shared/desk-secrets.ts';
import type { SignedKeyRecord } from '../../../shared/key-records.ts';
import { bytesIn, numberIn, type Sql, type SqlDatabase } from './sql.ts';

/** The public side of a desk's key for one week. The mailroom never sees the secret. */
export interface DeskWeek {
  readonly kid: Bytes;
  readonly desk: number;
  /** In use from, and until: seconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly record: SignedKeyRecord;
  /** Somebody who has a share of it is no longer on the desk: not published where there is another one. */
  readonly retired: boolean;
}

export interface DeskKeyStore {
  /**
   * Keeps a week's record and adds shares to it; a share that is there stays as it is. `taken` when the record's
   * signer has another one for that week that is not retired, or another key has the same kid.
   */
  addDeskWeek(week: Omit<DeskWeek, 'retired'>, shares: readonly DeskShare[]): Promise<'stored' | 'taken'>;
  /** The record of a kid, or `null`. */
  deskWeek(kid: Bytes): Promise<DeskWeek | null>;
  /** All that are kept, oldest first. */
  deskWeeks(): Promise<DeskWeek[]>;
  /** Who has a share of each week that ends after a moment. */
  shareHolders(endingAfter: number): Promise<{ deskKid: Bytes; memberKid: Bytes }[]>;
  retireDeskWeek(kid: Bytes): Promise<void>;
  /** A member's shares of a desk's weekly secrets. */
  sharesOf(desk: number, memberKid: Bytes): Promise<{ deskKid: Bytes; sealed: Bytes }[]>;
  /** Deletes records and shares of weeks that ended before a moment. Gives back how many weeks. */
  deleteDeskWeeksEndedBefore(seconds: number): Promise<number>;
}

const WEEK = 'SELECT kid, desk, from_seconds, until_seconds, signer, record, retired FROM desk_weeks';

export function deskKeysOn(db: SqlDatabase): DeskKeyStore {
  return {
    async addDeskWeek(week, shares) {
      return db.transaction(async (sql) => {
        await sql.rows(
          `INSERT INTO desk_weeks (kid, desk, from_seconds, until_seconds, signer, record)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
          week.kid,
          week.desk,
          week.from,
          week.until,
          week.record.by,
          week.record.blob,
        );
        const [kept] = await weeksOf(sql, `${WEEK} WHERE kid = $1`, week.kid);
        if (kept === undefined || !equalBytes(kept.record.blob, week.record.blob)) return 'taken';
        for (const share of shares) {
          await sql.rows(
            'INSERT INTO desk_shares (desk_kid, member_kid, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
            share.deskKid,
            share.memberKid,
            share.sealed,
          );
        }
        return 'stored';
      });
    },

    async deskWeek(kid) {
      const [week] = await weeksOf(db, `${WEEK} WHERE kid = $1`, kid);
      return week ?? null;
    },

    deskWeeks: () => weeksOf(db, `${WEEK} ORDER BY from_seconds, desk, kid`),

    async shareHolders(endingAfter) {
      const rows = await db.rows(
        `SELECT desk_kid, member_kid FROM desk_shares JOIN desk_weeks ON kid = desk_kid WHERE until_seconds > $1`,
        endingAfter,
      );
      return rows.map((row) => ({
        deskKid: bytesIn(row, 'desk_kid'),
        memberKid: bytesIn(row, 'member_kid'),
      }));
    },

    async retireDeskWeek(kid) {
      await db.rows('UPDATE desk_weeks SET retired = 1 WHERE kid = $1', kid);
    },

    async sharesOf(desk, memberKid) {
      const rows = await db.rows(
        `SELECT desk_kid, sealed FROM desk_shares JOIN desk_weeks ON kid = desk_kid
         WHERE desk = $1 AND member_kid = $2 ORDER BY desk_kid`,
        desk,
        memberKid,
      );
      return rows.map((row) => ({ deskKid: bytesIn(row, 'desk_kid'), sealed: bytesIn(row, 'sealed') }));
    },

    async deleteDeskWeeksEndedBefore(seconds) {
      return db.transaction(async (sql) => {
        await sql.rows(
          'DELETE FROM desk_shares WHERE desk_kid IN (SELECT kid FROM desk_weeks WHERE until_seconds <= $1)',
          seconds,
        );
        return (await sql.rows('DELETE FROM desk_weeks WHERE until_seconds <= $1 RETURNING kid', seconds))
          .length;
      });
    },
  };
}

async function weeksOf(sql: Sql, statement: string, ...values: Bytes[]): Promise<DeskWeek[]> {
  const rows = await sql.rows(statement, ...values);
  return rows.map((row) => ({
    kid: bytesIn(row, 'kid'),
    desk: numberIn(row, 'desk'),
    from: numberIn(row, 'from_seconds'),
    until: numberIn(row, 'until_seconds'),
    record: { by: bytesIn(row, 'signer'), blob: bytesIn(row, 'record') },
    retired: numberIn(row, 'retired') === 1,
  }));
}
